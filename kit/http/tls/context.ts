import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';

import { Memory } from '../../memory';
import { hash } from '../sharedState';
import { readCertificates } from './certificates';
import type { TlsSettings } from './settings';

/** The certificate of the other side is checked, whatever NODE_TLS_REJECT_UNAUTHORIZED says. */
export const CHECKED = { rejectUnauthorized: true };

/** More credentials with certificates than one process uses at a time. */
const MAX_KEPT = 32;
const HOUR_MS = 60 * 60_000;
const contexts = new Memory<{ options: tls.ConnectionOptions; notAfter?: Date }>({
	max: MAX_KEPT,
	keepMs: ({ notAfter }) => Math.min(HOUR_MS, (notAfter?.getTime() ?? Infinity) - Date.now()),
	failureMs: 0,
});

/**
 * What Node.js needs for TLS with these settings. The context is kept for an hour, or until the client certificate
 * expires: a trigger that polls each minute opens a new connection each time, and to read certificates again, those of
 * NODE_EXTRA_CA_CERTS above all, takes longer than the poll (50 ms of CPU for the authorities of Debian).
 * @throws ServiceError as {@link readCertificates} does
 */
export async function secureOptions(settings: TlsSettings | undefined): Promise<tls.ConnectionOptions> {
	const extra = process.env.NODE_EXTRA_CA_CERTS;
	const { options } = await contexts.get(
		hash([settings, extra]),
		async () => await contextOf(settings, extra),
		Date.now,
	);
	return options;
}

/** Forgets all TLS contexts and the private keys in them. */
export function forgetContexts(): void {
	contexts.clear();
}

async function contextOf(settings: TlsSettings | undefined, extra: string | undefined) {
	const { cert, key, ca, notAfter } = await readCertificates(settings);
	if (!cert && !ca) return { options: CHECKED, notAfter };
	const secureContext = tls.createSecureContext({ cert, key });
	if (ca) trust(secureContext, ca, extra);
	return { options: { secureContext, ...CHECKED }, notAfter };
}

/**
 * Trusts an authority (PEM, also several) beside those that Node.js trusts anyway: the public ones and those of the
 * system. The option `ca` would replace them all.
 */
function trust(secureContext: tls.SecureContext, ca: string, extra: string | undefined): void {
	const context = secureContext.context as { addCACert(pem: string): void };
	context.addCACert(ca);
	if (!extra) return;
	try {
		// Node.js 20 forgets these as soon as another one is added.
		context.addCACert(readFileSync(extra, 'utf8'));
	} catch {
		// Node.js has warned of it at its start.
	}
}
