import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';

import { fromNetwork } from '../../kit/http/networkErrors';
import { proxyFor } from '../../kit/http/proxies';
import { secureOptions } from '../../kit/http/tls/context';
import { originOf } from '../address';
import type { Check } from '../visit';
import { amount } from '../words';

const DAY = 86_400_000;
/** Certificates that end sooner are worth a word. */
export const SOON_DAYS = 28;

/** The server's TLS: version, certificate chain, trust. */
export const server: Check = {
	id: 'server',
	title: 'TLS of the server',
	async run(visit, notes) {
		const { host, port, isTls, url } = originOf(visit.connection.endpoint);
		if (!isTls) {
			notes.warning('The endpoint is plain HTTP: passwords are sent unencrypted.', 'Use https:// outside of tests.');
			return;
		}
		if (proxyFor(new URL(url).origin)) {
			notes.skipped('Not checked, because of the proxy.');
			return;
		}
		const { tls } = visit.connection;
		// With TLS 1.2 a server that requires a client certificate shows its own only in return. One that cannot be read
		// is the next check's.
		const options = await secureOptions(tls).catch(async () => await secureOptions({ ca: tls?.ca }));
		try {
			const socket = await handshake({ host, port, ...options }, visit.connection.timeoutMs);
			const chain = chainOf(socket.getPeerCertificate(true));
			const { authorizationError } = socket as { authorizationError?: Error | string };
			const protocol = socket.getProtocol();
			socket.destroy();
			if (authorizationError) {
				const code = typeof authorizationError === 'string' ? authorizationError : codeIn(authorizationError);
				notes.error('failed', '', fromNetwork(Object.assign(new Error(), { code }), url));
				visit.isOver = true;
				return;
			}
			const days = Math.floor((Date.parse(chain[0].valid_to) - Date.now()) / DAY);
			notes.ok(
				`${protocol}; the certificate is trusted, matches the host and is valid for ${amount(days, 'more day')}; ` +
					`${amount(chain.length, 'certificate')} in the chain, key ${keyOf(chain[0])}.`,
			);
			if (days < SOON_DAYS) {
				notes.warning(`The server's certificate expires in ${amount(days, 'day')}.`, 'Inform whoever runs the server.');
			}
		} catch (error) {
			notes.error('failed', '', fromNetwork(error, url));
		}
	},
};

function codeIn(error: Error): string | undefined {
	return (error as NodeJS.ErrnoException).code;
}

/** A connection whose certificate is not judged yet, so that its faults can be reported. */
function handshake(options: object & { host: string }, timeoutMs: number): Promise<TLSSocket> {
	return new Promise((resolve, reject) => {
		const servername = isIP(options.host) ? undefined : options.host;
		const socket = connect({ ...options, servername, rejectUnauthorized: false });
		socket.setTimeout(timeoutMs, () => socket.destroy(Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' })));
		socket.on('error', reject);
		socket.once('secureConnect', () => resolve(socket));
	});
}

function chainOf(first: DetailedPeerCertificate): DetailedPeerCertificate[] {
	const chain: DetailedPeerCertificate[] = [];
	for (let next = first; next && !chain.includes(next); next = next.issuerCertificate) chain.push(next);
	return chain;
}

function keyOf({ bits, asn1Curve, nistCurve }: DetailedPeerCertificate): string {
	return asn1Curve ? `EC ${nistCurve ?? asn1Curve}` : `RSA ${bits}`;
}
