import { ServiceError } from '../../kit/errors';

/** What a cipher spec of MQ is to TLS. */
interface CipherSpec {
	minVersion: 'TLSv1.2' | 'TLSv1.3';
	maxVersion: 'TLSv1.2' | 'TLSv1.3';
	/** Names of OpenSSL; undefined where any will do. */
	ciphers?: string;
}

/**
 * Cipher specs of MQ by the names of OpenSSL. MQ's specs of CBC with SHA256 or SHA384 and of GCM are those of TLS 1.2.
 * @see IBM MQ documentation, "Enabling CipherSpecs"
 */
const TLS12: Record<string, string> = {
	ECDHE_ECDSA_AES_128_CBC_SHA256: 'ECDHE-ECDSA-AES128-SHA256',
	ECDHE_ECDSA_AES_256_CBC_SHA384: 'ECDHE-ECDSA-AES256-SHA384',
	ECDHE_ECDSA_AES_128_GCM_SHA256: 'ECDHE-ECDSA-AES128-GCM-SHA256',
	ECDHE_ECDSA_AES_256_GCM_SHA384: 'ECDHE-ECDSA-AES256-GCM-SHA384',
	ECDHE_RSA_AES_128_CBC_SHA256: 'ECDHE-RSA-AES128-SHA256',
	ECDHE_RSA_AES_256_CBC_SHA384: 'ECDHE-RSA-AES256-SHA384',
	ECDHE_RSA_AES_128_GCM_SHA256: 'ECDHE-RSA-AES128-GCM-SHA256',
	ECDHE_RSA_AES_256_GCM_SHA384: 'ECDHE-RSA-AES256-GCM-SHA384',
	TLS_RSA_WITH_AES_128_CBC_SHA256: 'AES128-SHA256',
	TLS_RSA_WITH_AES_256_CBC_SHA256: 'AES256-SHA256',
	TLS_RSA_WITH_AES_128_GCM_SHA256: 'AES128-GCM-SHA256',
	TLS_RSA_WITH_AES_256_GCM_SHA384: 'AES256-GCM-SHA384',
};
const TLS13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];
const ANY: Record<string, CipherSpec> = {
	ANY_TLS12: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' },
	ANY_TLS12_OR_HIGHER: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' },
	ANY_TLS13: { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' },
	ANY_TLS13_OR_HIGHER: { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' },
};

/** The names of all cipher specs that can be used, those that leave the choice to the server first. */
export const CIPHER_SPECS: readonly string[] = [...Object.keys(ANY), ...TLS13, ...Object.keys(TLS12)];

/**
 * What a cipher spec is to TLS; undefined for an empty one, which means no TLS. Takes MQ's name in any case, and the
 * cipher suite that Java clients call it by (`TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`).
 * @throws ServiceError `configuration` for a name that is not known or too weak to be offered
 */
export function cipherSpecOf(name: string): CipherSpec | undefined {
	const given = name.trim().toUpperCase();
	if (given === '') return undefined;
	const plain = given.replace(/^(?:TLS|SSL)_(ECDHE_(?:RSA|ECDSA))_WITH_/, '$1_').replace(/^SSL_(?=RSA)/, 'TLS_');
	if (plain in ANY) return ANY[plain];
	if (TLS13.includes(plain)) return { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3', ciphers: plain };
	if (plain in TLS12) return { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: TLS12[plain] };
	const isWeak = /NULL|RC4|RC2|DES|MD5|EXPORT|FIPS|_SHA$|_SHA_|^SSL_/.test(plain);
	throw new ServiceError(
		'configuration',
		isWeak ? `The cipher spec ${plain} is too weak.` : `The cipher spec ${plain} is unknown.`,
		{
			hint: `Use the cipher spec of the channel, such as ${CIPHER_SPECS[1]} or ECDHE_RSA_AES_128_GCM_SHA256.`,
			remedy: { field: 'tls.cipherSpec' },
			effect: 'none',
		},
	);
}
