import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

import { decrypt, decryptOld } from './decrypt';
import {
	at,
	BITS,
	context,
	elementsOf,
	INTEGER,
	NotDer,
	numberOf,
	octetsOf,
	OCTETS,
	oidOf,
	readDer,
	SEQUENCE,
	type Der,
} from './der';
import { incomplete, unsupported } from './identity';
import type { Passphrase } from './passphrase';
import { pemOf, piecesOf, type Piece } from './pasted';

/** What was found in pasted texts. Keys and P12 files may still be encrypted. */
export interface Material {
	certificates: X509Certificate[];
	keys: PastedKey[];
	/** P12 files. */
	files: Der[];
	/** What else was found, in words, such as "a certificate request". */
	others: string[];
}

/** A private key, opened when it is needed. */
type PastedKey = (passphrase: Passphrase) => Promise<KeyObject>;

/** Texts beyond this are no certificates: the bundle of all public authorities has 250,000 characters. */
const MAX_CHARACTERS = 4_000_000;
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const KEY = 'private key';

/** Java's own key stores, by their first bytes. */
const JAVA_STORES = ['feedfeed', 'cececece'];

/**
 * Gathers certificates, keys and P12 files from a pasted text, by what their bytes are: labels are often wrong, such as
 * those that certutil writes around everything.
 * @throws ServiceError `configuration` where a part is damaged
 */
export function gather(text: string): Material {
	if (text.length > MAX_CHARACTERS) {
		throw incomplete('The text is far too long for certificates.', `It has more than ${MAX_CHARACTERS} characters.`);
	}
	const material: Material = { certificates: [], keys: [], files: [], others: [] };
	if (text.includes('PuTTY-User-Key-File')) material.others.push('a PuTTY key');
	for (const piece of piecesOf(text)) add(material, piece);
	return material;
}

function add(material: Material, piece: Piece): void {
	const { label = '', bytes, old } = piece;
	if (old) material.keys.push(async (passphrase) => keyOf(label, await decryptOld(old, bytes, passphrase, KEY)));
	else if (label.startsWith('OPENSSH')) material.others.push('an OpenSSH key');
	else if (/PGP|SSH2/.test(label)) material.others.push('a kind of key that TLS does not use');
	else if (JAVA_STORES.includes(bytes.toString('hex', 0, 4))) material.others.push('a Java key store (JKS)');
	else if (/ PARAMETERS$/.test(label)) return;
	else {
		try {
			// What follows a trusted certificate of OpenSSL is only a note to it.
			const elements = label.startsWith('TRUSTED') ? [readDer(bytes)] : elementsOf({ value: bytes });
			for (const element of elements) addElement(material, label, element);
		} catch (error) {
			if (!(error instanceof NotDer)) throw error;
			// A word or two may pass for Base64; what starts like DER was meant.
			if (label !== '' || bytes[0] === SEQUENCE) throw damaged(label);
		}
	}
}

function addElement(material: Material, label: string, der: Der): void {
	if (der.tag !== SEQUENCE) throw new NotDer('It is not a structure.');
	const parts = elementsOf(der);
	const tags = parts.slice(0, 3).map(({ tag }) => tag);
	const is = (...expected: number[]) => expected.every((tag, index) => tags[index] === tag);
	if (is(SEQUENCE, SEQUENCE, BITS)) {
		const isRequest = elementsOf(parts[0])[3]?.tag === context(0);
		if (isRequest) material.others.push('a certificate request (CSR)');
		else material.certificates.push(certificateOf(der.raw));
	} else if (is(SEQUENCE, OCTETS)) {
		material.keys.push(async (passphrase) =>
			keyOf('PRIVATE KEY', await decrypt(parts[0], octetsOf(parts[1]), passphrase, KEY)),
		);
	} else if (is(INTEGER, SEQUENCE, OCTETS)) material.keys.push(async () => keyOf('PRIVATE KEY', der.raw));
	else if (is(INTEGER, OCTETS)) material.keys.push(async () => keyOf('EC PRIVATE KEY', der.raw));
	else if (is(INTEGER, INTEGER, INTEGER)) {
		const kind = parts.length >= 9 ? 'RSA PRIVATE KEY' : parts.length === 6 ? 'DSA PRIVATE KEY' : undefined;
		if (kind) material.keys.push(async () => keyOf(kind, der.raw));
		else material.others.push('a public key');
	} else if (is(INTEGER, SEQUENCE) && numberOf(parts[0]) === 3) material.files.push(der);
	else if (is(SEQUENCE, BITS) || is(INTEGER, INTEGER)) material.others.push('a public key');
	else if (is(0x06, context(0)) && oidOf(parts[0]) === SIGNED_DATA) addChain(material, at(parts[1], 0));
	else material.others.push(label === '' ? 'something that is not a certificate' : `a block "${label}"`);
}

/** The certificates of a PKCS#7 file (.p7b), which are its first context-specific part. */
function addChain(material: Material, signed: Der): void {
	const held = elementsOf(signed).find(({ tag }) => tag === context(0));
	for (const { tag, raw } of held ? elementsOf(held) : []) {
		if (tag === SEQUENCE) material.certificates.push(certificateOf(raw));
	}
}

/** A certificate of its DER. @throws ServiceError `configuration` for one that is damaged */
export function certificateOf(der: Buffer): X509Certificate {
	try {
		return new X509Certificate(der);
	} catch {
		throw damaged('CERTIFICATE');
	}
}

/** A key of its DER; `label` says of which form. @throws ServiceError `configuration` for one that cannot be read */
export function keyOf(label: string, der: Buffer): KeyObject {
	try {
		return createPrivateKey(pemOf(label === '' ? 'PRIVATE KEY' : label, der));
	} catch {
		throw incomplete('The private key cannot be read.', 'It is damaged or of an unusual kind. Export it again.');
	}
}

function damaged(label: string) {
	if (label.endsWith('PRIVATE KEY')) {
		return incomplete('The private key cannot be read.', 'Copy the whole block again, with all its lines.');
	}
	return incomplete(
		'A certificate is damaged: its text cannot be read.',
		'Copy the whole block again, with all its lines.',
	);
}

/** The error for a P12 file that is not locked by a passphrase but for a certificate. */
export const lockedForCertificate = (what: string) => unsupported(what, 'the public key of a certificate');
