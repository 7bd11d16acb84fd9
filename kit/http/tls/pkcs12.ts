import { createHmac, timingSafeEqual, type KeyObject, type X509Certificate } from 'node:crypto';

import { decrypt } from './decrypt';
import { derive, digestOf, pkcs12Derive, PKCS12_ROUNDS, roundsOf } from './derive';
import { at, elementsOf, NotDer, octetsOf, oidOf, readDer, type Der } from './der';
import { incomplete, missingPassphrase, wrongPassphrase, type Identity } from './identity';
import { certificateOf, keyOf, lockedForCertificate } from './material';
import type { Passphrase } from './passphrase';

const WHAT = 'P12 file';
const [DATA, SIGNED, ENVELOPED, ENCRYPTED] = [1, 2, 3, 6].map((last) => `1.2.840.113549.1.7.${last}`);
const BAG = '1.2.840.113549.1.12.10.1.';
const PBMAC1 = '1.2.840.113549.1.5.14';

/**
 * Reads a P12 file (RFC 7292) with the ciphers of node:crypto and RC2, which old files have. Also files without a MAC,
 * without encryption, and without a passphrase in either form.
 * @throws ServiceError `tls` for a wrong passphrase; `configuration` for a file that is damaged, holds no certificate or
 * no key, or whose encryption is not known here
 */
export async function readPkcs12(file: Der, passphrase: Passphrase): Promise<Identity> {
	const certificates: X509Certificate[] = [];
	const keys: KeyObject[] = [];
	try {
		for (const bag of await bagsOf(file, passphrase)) {
			const type = oidOf(at(bag, 0));
			const value = at(bag, 1, 0);
			if (type === `${BAG}1`) keys.push(keyOf('PRIVATE KEY', value.raw));
			else if (type === `${BAG}2`) {
				const plain = await decrypt(at(value, 0), octetsOf(at(value, 1)), passphrase, WHAT);
				keys.push(keyOf('PRIVATE KEY', plain));
			} else if (type === `${BAG}3`) certificates.push(certificateOf(octetsOf(at(value, 1, 0))));
		}
	} catch (error) {
		if (!(error instanceof NotDer)) throw error;
		throw incomplete('The P12 file cannot be read.', 'It is damaged or cut off. Export it again.');
	}
	if (certificates.length === 0)
		throw incomplete('The P12 file contains no certificate.', 'Export it with its certificate.');
	if (keys.length === 0) throw incomplete('The P12 file contains no private key.', 'Export it with its private key.');
	return { certificates, keys };
}

async function bagsOf(file: Der, passphrase: Passphrase): Promise<Der[]> {
	const safe = at(file, 1);
	if (oidOf(at(safe, 0)) === SIGNED) throw lockedForCertificate(WHAT);
	const content = octetsOf(at(safe, 1, 0));
	await checkMac(elementsOf(file)[2], content, passphrase);
	const bags: Der[] = [];
	for (const part of elementsOf(readDer(content))) {
		const type = oidOf(at(part, 0));
		if (type === ENVELOPED) throw lockedForCertificate(WHAT);
		const inner = at(part, 1, 0);
		if (type === DATA) bags.push(...elementsOf(readDer(octetsOf(inner))));
		else if (type === ENCRYPTED) {
			const [, algorithm, data] = elementsOf(at(inner, 1));
			if (!data) continue;
			bags.push(...elementsOf(readDer(await decrypt(algorithm, octetsOf(data), passphrase, WHAT))));
		}
	}
	return bags.flatMap((bag) => flattened(bag, 0));
}

/** Bags may hold bags. */
function flattened(bag: Der, depth: number): Der[] {
	if (oidOf(at(bag, 0)) !== `${BAG}6` || depth > 8) return [bag];
	return elementsOf(at(bag, 1, 0)).flatMap((inner) => flattened(inner, depth + 1));
}

/** Tells a wrong passphrase from a damaged file before anything is decrypted. A file may have no MAC. */
async function checkMac(mac: Der | undefined, content: Buffer, passphrase: Passphrase): Promise<void> {
	if (!mac) return;
	const [info, salt, iterations] = elementsOf(mac);
	const algorithm = at(info, 0);
	const expected = octetsOf(at(info, 1));
	const isNew = oidOf(at(algorithm, 0)) === PBMAC1;
	const digest = digestOf(isNew ? at(algorithm, 1, 1) : algorithm, WHAT);
	const rounds = iterations && !isNew ? roundsOf(iterations, WHAT, PKCS12_ROUNDS) : 1;
	for (const form of isNew ? passphrase.bytes : passphrase.bmp) {
		const key = isNew
			? await derive(at(algorithm, 1, 0), form, expected.length, WHAT)
			: await pkcs12Derive(digest, { bmp: form, salt: octetsOf(salt), rounds, id: 3, length: expected.length });
		const made = createHmac(digest, key).update(content).digest();
		if (made.length === expected.length && timingSafeEqual(made, expected)) return;
	}
	throw passphrase.isEmpty ? missingPassphrase(WHAT) : wrongPassphrase(WHAT);
}
