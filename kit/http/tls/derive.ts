import { createHash, hash, pbkdf2, scrypt } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { promisify } from 'node:util';

import { at, elementsOf, INTEGER, numberOf, octetsOf, oidOf, SEQUENCE, type Der } from './der';
import { unsupported } from './identity';

const DIGESTS: Record<string, string> = {
	'1.2.840.113549.2.5': 'md5',
	'1.3.14.3.2.26': 'sha1',
	'2.16.840.1.101.3.4.2.4': 'sha224',
	'2.16.840.1.101.3.4.2.1': 'sha256',
	'2.16.840.1.101.3.4.2.2': 'sha384',
	'2.16.840.1.101.3.4.2.3': 'sha512',
	'2.16.840.1.101.3.4.2.5': 'sha512-224',
	'2.16.840.1.101.3.4.2.6': 'sha512-256',
	'2.16.840.1.101.3.4.2.8': 'sha3-256',
	'2.16.840.1.101.3.4.2.9': 'sha3-384',
	'2.16.840.1.101.3.4.2.10': 'sha3-512',
	// The same as pseudo-random functions, by HMAC
	'1.2.840.113549.2.7': 'sha1',
	'1.2.840.113549.2.8': 'sha224',
	'1.2.840.113549.2.9': 'sha256',
	'1.2.840.113549.2.10': 'sha384',
	'1.2.840.113549.2.11': 'sha512',
	'1.2.840.113549.2.12': 'sha512-224',
	'1.2.840.113549.2.13': 'sha512-256',
};
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
/** Rounds beyond these would hold a connection up for minutes; tools make a few hundred thousand at most. */
const MAX_ROUNDS = 10_000_000;
const MAX_OWN_ROUNDS = 1_000_000;
/** Rounds between two looks at what else this process has to do. */
const ROUNDS_AT_ONCE = 5_000;
const MAX_SCRYPT_BYTES = 256 * 1024 * 1024;

/** The name of a digest for node:crypto. @throws ServiceError `configuration` for one that is not known */
export function digestOf(algorithm: Der, what: string): string {
	const oid = oidOf(at(algorithm, 0));
	if (!Object.hasOwn(DIGESTS, oid)) throw unsupported(what, `the digest ${oid}`);
	return DIGESTS[oid];
}

/** How many times a derivation is repeated. @throws ServiceError `configuration` for an unreasonable number */
export function roundsOf(der: Der, what: string, most = MAX_ROUNDS): number {
	const rounds = numberOf(der);
	if (rounds < 1 || rounds > most) throw unsupported(what, `more than ${most} rounds of key derivation`);
	return rounds;
}

/** Bytes that a digest takes at a time, where they are not 64. */
const BLOCKS: Record<string, number> = {
	sha384: 128,
	sha512: 128,
	'sha512-224': 128,
	'sha512-256': 128,
	'sha3-256': 136,
	'sha3-384': 104,
	'sha3-512': 72,
};

/** The derivation of PKCS#12 (RFC 7292, appendix B.2); `id` is 1 for a key, 2 for an initial vector, 3 for a MAC. */
export async function pkcs12Derive(
	digest: string,
	{ bmp, salt, rounds, id, length }: { bmp: Buffer; salt: Buffer; rounds: number; id: 1 | 2 | 3; length: number },
): Promise<Buffer> {
	const block = BLOCKS[digest] ?? 64;
	const filled = (bytes: Buffer) =>
		bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
	const input = Buffer.concat([filled(salt), filled(bmp)]);
	const parts: Buffer[] = [];
	for (let made = 0; made < length;) {
		let part = createHash(digest).update(Buffer.alloc(block, id)).update(input).digest();
		for (let round = 1; round < rounds; round++) {
			part = hash(digest, part, 'buffer');
			if (round % ROUNDS_AT_ONCE === 0) await breathe();
		}
		parts.push(part);
		made += part.length;
		addToEach(input, block, Buffer.alloc(block, part));
	}
	return Buffer.concat(parts).subarray(0, length);
}

/** Adds a number and one to each block of bytes. */
function addToEach(input: Buffer, block: number, addend: Buffer): void {
	for (let start = 0; start < input.length; start += block) {
		let carry = 1;
		for (let i = block - 1; i >= 0; i--) {
			const sum = input[start + i] + addend[i] + carry;
			input[start + i] = sum & 0xff;
			carry = sum >> 8;
		}
	}
}

export const PKCS12_ROUNDS = MAX_OWN_ROUNDS;

/** The derivation of PBES1 (RFC 8018, PBKDF1): 16 bytes. */
export function pbkdf1(digest: string, passphrase: Buffer, salt: Buffer, rounds: number): Buffer {
	let part = createHash(digest).update(passphrase).update(salt).digest();
	for (let round = 1; round < rounds; round++) part = hash(digest, part, 'buffer');
	return part.subarray(0, 16);
}

/** The derivation of OpenSSL's old PEM keys (EVP_BytesToKey with MD5). */
export function md5Derive(passphrase: Buffer, salt: Buffer, length: number): Buffer {
	let key = Buffer.alloc(0);
	for (let part = Buffer.alloc(0); key.length < length; key = Buffer.concat([key, part])) {
		part = createHash('md5').update(part).update(passphrase).update(salt).digest();
	}
	return key.subarray(0, length);
}

/**
 * A derivation that the file describes: PBKDF2 or scrypt. `length` counts where the file names none.
 * @throws ServiceError `configuration` for others, NotDer
 */
export async function derive(algorithm: Der, passphrase: Buffer, length: number, what: string): Promise<Buffer> {
	const kind = oidOf(at(algorithm, 0));
	const parameters = elementsOf(at(algorithm, 1));
	const salt = octetsOf(parameters[0]);
	if (kind === SCRYPT) {
		const [N, r, p] = parameters.slice(1, 4).map(numberOf);
		if (!(N * r * p * 128 <= MAX_SCRYPT_BYTES)) throw unsupported(what, 'more rounds of scrypt than make sense');
		const maxmem = MAX_SCRYPT_BYTES + 1024 * 1024;
		return await promisify<Buffer, Buffer, number, object, Buffer>(scrypt)(passphrase, salt, length, {
			N,
			r,
			p,
			maxmem,
		});
	}
	if (kind !== PBKDF2) throw unsupported(what, `the key derivation ${kind}`);
	const rounds = roundsOf(parameters[1], what);
	const named = parameters.slice(2).find(({ tag }) => tag === INTEGER);
	const prf = parameters.slice(2).find(({ tag }) => tag === SEQUENCE);
	const digest = prf ? digestOf(prf, what) : 'sha1';
	return await promisify(pbkdf2)(passphrase, salt, rounds, named ? Math.min(numberOf(named), 64) : length, digest);
}
