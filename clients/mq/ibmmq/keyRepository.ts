import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ServiceError, type Setting } from '../../../kit/errors';
import { readCertificates } from '../../../kit/http/tls/certificates';
import type { ConnectionSettings } from '../connection';
import { tlsSettingsOf } from '../settings';

/** A key repository on disk, as the C client needs it. */
export interface KeyRepository {
	/** Path with its extension, which the client tells PKCS#12 by. */
	path: string;
	passphrase: string;
	/** Label of the client certificate; undefined where there is none. */
	label?: string;
	/** Removes it from the disk. */
	remove(): Promise<void>;
}

const DEFAULT_LABEL = 'client';

/**
 * Writes client certificate and authorities into a PKCS#12 file, in a folder of its own that nobody else may read, with a
 * passphrase made by chance. The C client reads it from version 9.3 on.
 * @throws ServiceError `configuration` or `tls` for certificates that cannot be used
 */
export async function keyRepositoryOf(settings: ConnectionSettings): Promise<KeyRepository> {
	const { cert, key, ca } = await readCertificates(tlsSettingsOf(settings));
	if (!ca) throw refused('trusts only authorities that are set', 'Paste the certificate of the authority.', 'tls.ca');
	const { default: forge } = await import('node-forge');
	const label = cert ? settings.certificateLabel?.trim() || DEFAULT_LABEL : undefined;
	const passphrase = randomBytes(24).toString('hex');
	let file: ReturnType<typeof forge.pkcs12.toPkcs12Asn1>;
	try {
		const certificates = [...pemsIn(cert), ...pemsIn(ca)].map((pem) => forge.pki.certificateFromPem(pem));
		const privateKey = key ? forge.pki.privateKeyFromPem(key) : null;
		const options = { algorithm: 'aes256' as const, ...(label ? { friendlyName: label } : {}) };
		file = forge.pkcs12.toPkcs12Asn1(privateKey, certificates, passphrase, options);
	} catch {
		const hint = 'Use certificates with RSA keys, or connect with the built-in client.';
		throw refused('gets its key repository only with RSA certificates', hint, 'tls.certificate');
	}
	const folder = await mkdtemp(join(tmpdir(), 'mq-keys-'));
	const path = join(folder, 'keys.p12');
	const remove = async () => await rm(folder, { recursive: true, force: true });
	try {
		await writeFile(path, Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1'), { mode: 0o600, flag: 'wx' });
	} catch (error) {
		await remove();
		throw error;
	}
	return { path, passphrase, ...(label ? { label } : {}), remove };
}

function refused(why: string, hint: string, field: Setting): ServiceError {
	return new ServiceError('configuration', `IBM's MQ client ${why}.`, { hint, effect: 'none', remedy: { field } });
}

const pemsIn = (text = ''): string[] => text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
