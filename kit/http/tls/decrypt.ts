import { createDecipheriv } from 'node:crypto';

import { derive, md5Derive, pbkdf1, pkcs12Derive, PKCS12_ROUNDS, roundsOf } from './derive';
import { at, elementsOf, NotDer, numberOf, octetsOf, oidOf, readDer, SEQUENCE, type Der } from './der';
import { missingPassphrase, unsupported, wrongPassphrase } from './identity';
import type { Passphrase } from './passphrase';

/** How to decrypt: a cipher of node:crypto or RC2, and the length of its key in bytes. */
interface Cipher {
	name: string;
	key: number;
	/** Effective bits of an RC2 key. */
	bits?: number;
}

const des: Cipher = { name: 'des', key: 8 };
const rc2 = (bits: number, key = bits / 8): Cipher => ({ name: 'rc2', key, bits });
const PBES2 = '1.2.840.113549.1.5.13';
const PKCS12 = '1.2.840.113549.1.12.1.';
const PKCS5 = '1.2.840.113549.1.5.';
const RC2 = '1.2.840.113549.3.2';

/** Encryptions of PKCS#12, by the last number (RFC 7292, appendix C). */
const PKCS12_CIPHERS: Record<string, Cipher | string> = {
	1: 'RC4 (128 bits)',
	2: 'RC4 (40 bits)',
	3: { name: 'des-ede3-cbc', key: 24 },
	4: { name: 'des-ede-cbc', key: 16 },
	5: rc2(128),
	6: rc2(40),
};
/** Encryptions of PBES1, by the last number (RFC 8018, appendix A.3). */
const PKCS5_CIPHERS: Record<string, [digest: string, cipher: Cipher] | string> = {
	1: 'MD2 and DES',
	3: ['md5', des],
	4: 'MD2 and RC2',
	6: ['md5', rc2(64)],
	10: ['sha1', des],
	11: ['sha1', rc2(64)],
};
const CIPHERS: Record<string, Cipher | string> = {
	'2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16 },
	'2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24 },
	'2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32 },
	'1.2.392.200011.61.1.1.1.2': { name: 'camellia-128-cbc', key: 16 },
	'1.2.392.200011.61.1.1.1.3': { name: 'camellia-192-cbc', key: 24 },
	'1.2.392.200011.61.1.1.1.4': { name: 'camellia-256-cbc', key: 32 },
	'1.2.410.200046.1.1.2': { name: 'aria-128-cbc', key: 16 },
	'1.2.410.200046.1.1.7': { name: 'aria-192-cbc', key: 24 },
	'1.2.410.200046.1.1.12': { name: 'aria-256-cbc', key: 32 },
	'1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24 },
	'1.3.14.3.2.7': des,
	'1.2.840.113549.3.4': 'RC4',
	'1.2.410.200004.1.4': 'SEED',
	'1.2.643.2.2.21': 'GOST 28147-89',
	'1.2.643.7.1.1.5.1.1': 'Magma',
	'1.2.643.7.1.1.5.2.1': 'Kuznyechik',
	'1.3.6.1.4.1.3029.1.2': 'Blowfish',
	'1.3.6.1.4.1.188.7.1.1.2': 'IDEA',
};
/** Effective bits of RC2 by the version in its parameters (RFC 8018, appendix B.2.3). */
const RC2_BITS: Record<number, number> = { 160: 40, 120: 64, 58: 128 };

/**
 * Decrypts what a file says how to decrypt, in each form that the passphrase may have had; the result is DER. `what`
 * names the thing for the messages.
 * @throws ServiceError `tls` for a wrong passphrase, `configuration` for an encryption that is not known here; NotDer
 */
export async function decrypt(algorithm: Der, data: Buffer, passphrase: Passphrase, what: string): Promise<Buffer> {
	const oid = oidOf(at(algorithm, 0));
	const forms = oid.startsWith(PKCS12) ? passphrase.bmp : passphrase.bytes;
	for (const form of forms) {
		const { cipher, key, iv } = await keyFor(oid, at(algorithm, 1), form, what);
		const plain = await tried(cipher, key, iv, data, what);
		if (plain) return plain;
	}
	throw passphrase.isEmpty ? missingPassphrase(what) : wrongPassphrase(what);
}

/** Decrypts the body of an old PEM key (RFC 1421), whose lines name cipher and initial vector. @throws ServiceError */
export async function decryptOld(
	{ cipher: name, iv }: { cipher: string; iv: Buffer },
	data: Buffer,
	passphrase: Passphrase,
	what: string,
): Promise<Buffer> {
	const cipher = oldCipher(name);
	if (!cipher) throw unsupported(what, name);
	for (const form of passphrase.bytes) {
		const key = md5Derive(form, iv.subarray(0, 8), cipher.key);
		const plain = await tried(cipher, key, iv, data, what);
		if (plain) return plain;
	}
	throw passphrase.isEmpty ? missingPassphrase(what) : wrongPassphrase(what);
}

function oldCipher(name: string): Cipher | undefined {
	const [, sized, bits] = /^(AES|CAMELLIA|ARIA)-(128|192|256)-CBC$/.exec(name) ?? [];
	if (sized) return { name: name.toLowerCase(), key: Number(bits) / 8 };
	const others: Record<string, Cipher> = {
		'DES-CBC': des,
		'DES-EDE-CBC': { name: 'des-ede-cbc', key: 16 },
		'DES-EDE3-CBC': { name: 'des-ede3-cbc', key: 24 },
		'RC2-CBC': rc2(128),
		'RC2-64-CBC': rc2(64),
		'RC2-40-CBC': rc2(40),
	};
	return Object.hasOwn(others, name) ? others[name] : undefined;
}

interface Keyed {
	cipher: Cipher;
	key: Buffer;
	iv: Buffer;
}

async function keyFor(oid: string, parameters: Der, form: Buffer, what: string): Promise<Keyed> {
	if (oid === PBES2) {
		const [derivation, encryption] = elementsOf(parameters);
		const { cipher, iv } = cipherOf(encryption, what);
		return { cipher, iv, key: await derive(derivation, form, cipher.key, what) };
	}
	const number = oid.split('.').at(-1) as string;
	if (oid.startsWith(PKCS12)) {
		const cipher = PKCS12_CIPHERS[number] ?? oid;
		if (typeof cipher === 'string') throw unsupported(what, cipher);
		const salt = octetsOf(at(parameters, 0));
		const rounds = roundsOf(at(parameters, 1), what, PKCS12_ROUNDS);
		const make = (id: 1 | 2, length: number) => pkcs12Derive('sha1', { bmp: form, salt, rounds, id, length });
		return { cipher, key: await make(1, cipher.key), iv: await make(2, 8) };
	}
	const old = (oid.startsWith(PKCS5) ? PKCS5_CIPHERS[number] : undefined) ?? oid;
	if (typeof old === 'string') throw unsupported(what, old);
	const [digest, cipher] = old;
	const rounds = roundsOf(at(parameters, 1), what, PKCS12_ROUNDS);
	const derived = pbkdf1(digest, form, octetsOf(at(parameters, 0)), rounds);
	return { cipher, key: derived.subarray(0, 8), iv: derived.subarray(8) };
}

function cipherOf(encryption: Der, what: string): { cipher: Cipher; iv: Buffer } {
	const oid = oidOf(at(encryption, 0));
	if (oid === RC2) {
		const [version, iv] = elementsOf(at(encryption, 1));
		const bits = RC2_BITS[numberOf(version)];
		if (!bits) throw unsupported(what, 'RC2 of an unusual strength');
		return { cipher: rc2(bits, 16), iv: octetsOf(iv) };
	}
	const cipher = Object.hasOwn(CIPHERS, oid) ? CIPHERS[oid] : `the cipher ${oid}`;
	if (typeof cipher === 'string') throw unsupported(what, cipher);
	return { cipher, iv: octetsOf(at(encryption, 1)) };
}

/** The plain DER, or undefined where the key is not the right one. */
async function tried(cipher: Cipher, key: Buffer, iv: Buffer, data: Buffer, what: string): Promise<Buffer | undefined> {
	const plain = cipher.bits ? await byRc2(key, cipher.bits, iv, data) : byNode(cipher, key, iv, data, what);
	if (!plain) return undefined;
	try {
		// Padding is right by chance once in 256 times, a whole element is not.
		const { tag, raw } = readDer(plain);
		return tag === SEQUENCE && raw.length === plain.length ? plain : undefined;
	} catch (error) {
		if (error instanceof NotDer) return undefined;
		throw error;
	}
}

function byNode(
	{ name, key: length }: Cipher,
	key: Buffer,
	iv: Buffer,
	data: Buffer,
	what: string,
): Buffer | undefined {
	// OpenSSL 3 has single DES no more, but triple DES with one key three times is the same.
	const isDes = name === 'des';
	let decipher: ReturnType<typeof createDecipheriv>;
	try {
		const whole = isDes ? Buffer.concat([key, key, key]) : key.subarray(0, length);
		decipher = createDecipheriv(isDes ? 'des-ede3-cbc' : name, whole, iv);
	} catch {
		throw unsupported(what, name.toUpperCase());
	}
	try {
		return Buffer.concat([decipher.update(data), decipher.final()]);
	} catch {
		return undefined;
	}
}

/** RC2 is in no OpenSSL of Node.js. */
async function byRc2(key: Buffer, bits: number, iv: Buffer, data: Buffer): Promise<Buffer | undefined> {
	const { rc2: vendor, util } = await import('../vendor/forge');
	const cipher = vendor.createDecryptionCipher(key.toString('binary'), bits);
	cipher.start(iv.toString('binary'));
	cipher.update(util.createBuffer(data.toString('binary')));
	return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'binary') : undefined;
}
