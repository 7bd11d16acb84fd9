import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ServiceError } from '../../../kit/errors';
import { readCertificates } from '../../../kit/http/tls/certificates';
import type { ConnectionSettings } from '../connection';
import { tlsSettingsOf } from '../settings';
import { writePkcs12 } from './pkcs12';

/** A key repository on disk, as the C client needs it. */
export interface KeyRepository {
	/** Path with its extension, by which the client recognizes PKCS#12. */
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
 * passphrase made at random. The C client reads it from version 9.3 on.
 * @throws ServiceError `configuration` or `tls` for certificates that cannot be used
 */
export async function keyRepositoryOf(settings: ConnectionSettings): Promise<KeyRepository> {
	const { cert, key, ca } = await readCertificates(tlsSettingsOf(settings));
	if (!ca) {
		throw new ServiceError('configuration', "IBM's MQ client trusts only authorities that are set, and none is.", {
			hint: 'Set the certificate of the authority that signed the certificate of the queue manager.',
			effect: 'none',
			remedy: { field: 'tls.ca' },
		});
	}
	const label = settings.certificateLabel?.trim() || DEFAULT_LABEL;
	const passphrase = randomBytes(24).toString('hex');
	const contents = { chain: pemsIn(cert), key, authorities: pemsIn(ca), label };
	const file = await writePkcs12(contents, passphrase);
	const folder = await mkdtemp(join(tmpdir(), 'mq-keys-'));
	const path = join(folder, 'keys.p12');
	const remove = async () => await rm(folder, { recursive: true, force: true });
	try {
		await writeFile(path, file, { mode: 0o600, flag: 'wx' });
	} catch (error) {
		await remove();
		throw error;
	}
	return { path, passphrase, ...(cert ? { label } : {}), remove };
}

const pemsIn = (text = ''): string[] => text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
