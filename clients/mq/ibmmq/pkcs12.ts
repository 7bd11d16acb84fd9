import {
	createCipheriv,
	createHash,
	createHmac,
	createPrivateKey,
	pbkdf2Sync,
	randomBytes,
	X509Certificate,
} from 'node:crypto';

import { pkcs12Derive } from '../../../kit/http/tls/derive';
import { passphraseForms } from '../../../kit/http/tls/passphrase';

const ROUNDS = 10_000;
const SALT = 16;
const [INTEGER, OCTETS, NULL, OID, BMP, SEQUENCE, SET] = [0x02, 0x04, 0x05, 0x06, 0x1e, 0x30, 0x31];
const PKCS7 = '1.2.840.113549.1.7.';
const PKCS9 = '1.2.840.113549.1.9.';
const BAG = '1.2.840.113549.1.12.10.1.';
const [PBES2, PBKDF2, HMAC_SHA256] = ['1.2.840.113549.1.5.13', '1.2.840.113549.1.5.12', '1.2.840.113549.2.9'];
const [AES256_CBC, SHA256] = ['2.16.840.1.101.3.4.1.42', '2.16.840.1.101.3.4.2.1'];

/** What goes into a PKCS#12 file, as PEM. */
interface Contents {
	/** Own certificate first, then those that issued it. */
	chain: readonly string[];
	key?: string;
	/** Trusted authorities. */
	authorities: readonly string[];
	/** Friendly name of the own certificate and its key. */
	label: string;
}

/**
 * A PKCS#12 file (RFC 7292) with the means of today: AES-256 by PBES2, and a MAC of SHA-256. Keys of every kind.
 * @returns DER
 */
export async function writePkcs12({ chain, key, authorities, label }: Contents, passphrase: string): Promise<Buffer> {
	const own = chain.length > 0 ? idOf(chain[0]) : undefined;
	const certificates = [...chain, ...authorities].map((pem, index) =>
		certificateBag(pem, index === 0 && own ? attributes(label, own) : undefined),
	);
	const parts = [encrypted(sequence(...certificates), passphrase)];
	if (key && own) parts.push(plain(sequence(keyBag(key, passphrase, attributes(label, own)))));
	const content = sequence(...parts);
	return sequence(integer(3), plain(content), await macOf(content, passphrase));
}

function element(tag: number, ...contents: Buffer[]): Buffer {
	const content = Buffer.concat(contents);
	const { length } = content;
	if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
	const digits = length.toString(16);
	const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
	return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

const sequence = (...contents: Buffer[]) => element(SEQUENCE, ...contents);
const octets = (bytes: Buffer) => element(OCTETS, bytes);
/** An explicit context tag 0. */
const tagged = (...contents: Buffer[]) => element(0xa0, ...contents);

function integer(value: number): Buffer {
	const digits = value.toString(16);
	const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
	return element(INTEGER, bytes[0] & 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
}

function oid(text: string): Buffer {
	const [first, second, ...rest] = text.split('.').map(Number);
	const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
		const groups = [arc & 0x7f];
		for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
			groups.unshift((left & 0x7f) | 0x80);
		return groups;
	});
	return element(OID, Buffer.from(bytes));
}

const derOf = (pem: string) => new X509Certificate(pem).raw;
/** Ties a key to its certificate. */
const idOf = (pem: string) => createHash('sha1').update(derOf(pem)).digest();

function attributes(label: string, id: Buffer): Buffer {
	const name = element(BMP, Buffer.from(label, 'utf16le').swap16());
	const friendlyName = sequence(oid(`${PKCS9}20`), element(SET, name));
	return element(SET, friendlyName, sequence(oid(`${PKCS9}21`), element(SET, octets(id))));
}

function certificateBag(pem: string, own?: Buffer): Buffer {
	const value = sequence(oid(`${PKCS9}22.1`), tagged(octets(derOf(pem))));
	return sequence(oid(`${BAG}3`), tagged(value), ...(own ? [own] : []));
}

function keyBag(pem: string, passphrase: string, own: Buffer): Buffer {
	const options = { type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase } as const;
	return sequence(oid(`${BAG}2`), tagged(createPrivateKey(pem).export(options)), own);
}

const plain = (content: Buffer) => sequence(oid(`${PKCS7}1`), tagged(octets(content)));

function encrypted(content: Buffer, passphrase: string): Buffer {
	const [salt, iv] = [randomBytes(SALT), randomBytes(16)];
	const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(passphrase, salt, ROUNDS, 32, 'sha256'), iv);
	const bytes = Buffer.concat([cipher.update(content), cipher.final()]);
	const prf = sequence(oid(HMAC_SHA256), element(NULL));
	const derivation = sequence(oid(PBKDF2), sequence(octets(salt), integer(ROUNDS), prf));
	const algorithm = sequence(oid(PBES2), sequence(derivation, sequence(oid(AES256_CBC), octets(iv))));
	// The bytes have an implicit context tag 0.
	const info = sequence(oid(`${PKCS7}1`), algorithm, element(0x80, bytes));
	return sequence(oid(`${PKCS7}6`), tagged(sequence(integer(0), info)));
}

async function macOf(content: Buffer, passphrase: string): Promise<Buffer> {
	const salt = randomBytes(SALT);
	const [bmp] = passphraseForms(passphrase).bmp;
	const key = await pkcs12Derive('sha256', { bmp, salt, rounds: ROUNDS, id: 3, length: 32 });
	const digest = createHmac('sha256', key).update(content).digest();
	const algorithm = sequence(oid(SHA256), element(NULL));
	return sequence(sequence(algorithm, octets(digest)), octets(salt), integer(ROUNDS));
}
