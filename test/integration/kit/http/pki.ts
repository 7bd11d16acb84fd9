import { createPrivateKey, type KeyObject } from 'node:crypto';

import forge from 'node-forge';

import { signerOf } from '../../../../sandbox/kit/certificates';
import { spareKey } from '../../../support/keys';

export interface Issued {
	cert: string;
	key: string;
	keyObject: KeyObject;
}

interface Wanted {
	name: string;
	issuer?: Issued;
	isCa?: boolean;
	from?: string;
	to?: string;
}

let issued = 0;

/** Issues a certificate with a key of its own; self-signed without an issuer. */
export function issue({ name, issuer, isCa = false, from, to }: Wanted): Issued {
	const key = spareKey(issued++);
	const own = forge.pki.privateKeyFromPem(key) as forge.pki.rsa.PrivateKey;
	const certificate = forge.pki.createCertificate();
	certificate.publicKey = forge.pki.rsa.setPublicKey(own.n, own.e);
	certificate.serialNumber = (issued + 1).toString(16).padStart(4, '0');
	certificate.validity.notBefore = new Date(from ?? Date.now() - 3_600_000);
	certificate.validity.notAfter = new Date(to ?? Date.now() + 86_400_000);
	certificate.setSubject([{ name: 'commonName', value: name }]);
	certificate.setIssuer(
		issuer ? forge.pki.certificateFromPem(issuer.cert).subject.attributes : certificate.subject.attributes,
	);
	certificate.setExtensions([
		{ name: 'basicConstraints', cA: isCa },
		...(isCa ? [] : [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }]),
	]);
	certificate.sign(signerOf(issuer?.key ?? key), forge.md.sha256.create());
	return { cert: forge.pki.certificateToPem(certificate), key, keyObject: createPrivateKey(key) };
}

/** A base64 PKCS#12 file; '3des' writes the old form that OpenSSL 3 refuses. */
export function pkcs12(
	{ cert, key }: Issued,
	chain: string[],
	passphrase: string,
	algorithm: '3des' | 'aes256' = '3des',
): string {
	const certificates = [cert, ...chain].map((pem) => forge.pki.certificateFromPem(pem));
	const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), certificates, passphrase, {
		algorithm,
	});
	return forge.util.encode64(forge.asn1.toDer(asn1).getBytes());
}
