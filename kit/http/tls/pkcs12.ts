import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

import type { asn1 as Asn1Types } from 'node-forge';

import { incomplete, wrongPassphrase, type Identity } from './identity';
import type * as Vendor from '../vendor/forge';

type Pki = typeof Vendor;

const HOW = 'P12 File (Base64) takes the whole file as Base64 text, as it comes from: base64 -w0 client.p12';

/**
 * Reads a base64 PKCS#12 file with node-forge, which knows the old RC2 and 3DES ciphers that OpenSSL 3
 * refuses. Throws `configuration` where it is no such file, `tls` for a wrong passphrase.
 */
export async function readPkcs12(base64: string, passphrase: string): Promise<Identity> {
	const vendor = await import('../vendor/forge');
	const file = parse(vendor, base64);
	let bags: Bag[];
	try {
		bags = vendor.pkcs12
			.pkcs12FromAsn1(file, false, passphrase)
			.safeContents.flatMap(({ safeBags }) => safeBags as Bag[]);
	} catch (error) {
		const { message } = error as Error;
		if (/MAC could not be verified|password|decrypt/i.test(message)) throw wrongPassphrase('P12 file');
		throw incomplete('The P12 file cannot be read.', HOW);
	}
	const { pki } = vendor;
	const certificates = bags.filter(({ type }) => type === pki.oids.certBag).map((bag) => certificateOf(vendor, bag));
	const keyTypes: string[] = [pki.oids.pkcs8ShroudedKeyBag, pki.oids.keyBag];
	const keys = bags.filter(({ type }) => keyTypes.includes(type)).map((bag) => keyOf(vendor, bag));
	if (certificates.length === 0)
		throw incomplete('The P12 file holds no certificate.', 'Export it with its certificate.');
	if (keys.length === 0) throw incomplete('The P12 file holds no private key.', 'Export it with its private key.');
	return { certificates, keys };
}

interface Bag {
	type: string;
	/** Set where forge does not know the algorithm (elliptic curves). */
	asn1?: Asn1Types.Asn1;
	key?: unknown;
	cert?: unknown;
}

function parse({ asn1 }: Pki, text: string): Asn1Types.Asn1 {
	if (text.includes('-----BEGIN')) {
		throw incomplete('The P12 field holds a PEM text.', 'Set Client Certificate to PEM Text, or paste a P12 file.');
	}
	const base64 = text.replace(/^data:[^,]*,/, '').replace(/\\[rn]|\s+/g, '');
	if (!/^[A-Za-z0-9+/_-]+=*$/.test(base64)) throw incomplete('The P12 file is not base64 text.', HOW);
	try {
		return asn1.fromDer(Buffer.from(base64, 'base64').toString('binary'));
	} catch {
		throw incomplete('The text in the P12 field is not a P12 file, or it is cut off.', HOW);
	}
}

function der({ asn1 }: Pki, value: Asn1Types.Asn1): Buffer {
	return Buffer.from(asn1.toDer(value).getBytes(), 'binary');
}

function certificateOf(vendor: Pki, { cert, asn1 }: Bag): X509Certificate {
	const value = cert ? vendor.pki.certificateToAsn1(cert as never) : (asn1 as Asn1Types.Asn1);
	return new X509Certificate(der(vendor, value));
}

function keyOf(vendor: Pki, { key, asn1 }: Bag): KeyObject {
	if (key) return createPrivateKey(vendor.pki.privateKeyToPem(key as never));
	return createPrivateKey({ key: der(vendor, asn1 as Asn1Types.Asn1), format: 'der', type: 'pkcs8' });
}

/**
 * An encrypted PEM key with an old cipher that OpenSSL 3 refuses; undefined where forge cannot open it
 * either.
 */
export async function readOldKey(pem: string, passphrase: string): Promise<KeyObject | undefined> {
	const { pki } = await import('../vendor/forge');
	try {
		const key = pki.decryptRsaPrivateKey(pem, passphrase);
		return key ? createPrivateKey(pki.privateKeyToPem(key)) : undefined;
	} catch {
		return undefined;
	}
}
