import { randomBytes } from 'node:crypto';
import forge from 'node-forge';

const { asn1, pki } = forge;
const { Class, Type } = asn1;
const iterations = 2048;

type Node = forge.asn1.Asn1;

const sequence = (...children: Node[]): Node => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, children);
const set = (...children: Node[]): Node => asn1.create(Class.UNIVERSAL, Type.SET, true, children);
const tagged = (tag: number, constructed: boolean, value: Node[] | string): Node =>
	asn1.create(Class.CONTEXT_SPECIFIC, tag as forge.asn1.Type, constructed, value);
const oid = (name: string): Node =>
	asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(pki.oids[name]).getBytes());
const integer = (value: number): Node =>
	asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const octets = (bytes: string): Node => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes);
const der = (node: Node): string => asn1.toDer(node).getBytes();

const salt = (): string => randomBytes(8).toString('binary');

/** pkcs12.generateKey and rc2 are in node-forge but not in its type definitions. */
const untyped = forge as unknown as {
	pkcs12: {
		generateKey(
			passphrase: string,
			salt: forge.util.ByteBuffer,
			id: number,
			count: number,
			size: number,
		): forge.util.ByteBuffer;
	};
	rc2: {
		createEncryptionCipher(
			key: forge.util.ByteBuffer,
			bits: number,
		): {
			start(iv: forge.util.ByteBuffer): void;
			update(data: forge.util.ByteBuffer): void;
			finish(): boolean;
			output: forge.util.ByteBuffer;
		};
	};
};

function derive(passphrase: string, saltBytes: string, id: number, size: number): forge.util.ByteBuffer {
	return untyped.pkcs12.generateKey(passphrase, forge.util.createBuffer(saltBytes), id, iterations, size);
}

function certificateBag(certificate: forge.pki.Certificate, attributes: Node[]): Node {
	return sequence(
		oid('certBag'),
		tagged(0, true, [
			sequence(oid('x509Certificate'), tagged(0, true, [octets(der(pki.certificateToAsn1(certificate)))])),
		]),
		...attributes,
	);
}

/** Certificates encrypted with 40-bit RC2, the part that OpenSSL 3 refuses. */
function encryptedCertificates(certificates: Node[], passphrase: string): Node {
	const saltBytes = salt();
	const cipher = untyped.rc2.createEncryptionCipher(derive(passphrase, saltBytes, 1, 5), 40);
	cipher.start(derive(passphrase, saltBytes, 2, 8));
	cipher.update(forge.util.createBuffer(der(sequence(...certificates))));
	cipher.finish();
	return sequence(
		oid('encryptedData'),
		tagged(0, true, [
			sequence(
				integer(0),
				sequence(
					oid('data'),
					sequence(oid('pbewithSHAAnd40BitRC2-CBC'), sequence(octets(saltBytes), integer(iterations))),
					tagged(0, false, cipher.output.getBytes()),
				),
			),
		]),
	);
}

function shroudedKey(key: forge.pki.rsa.PrivateKey, passphrase: string, attributes: Node[]): Node {
	const info = pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key));
	const encrypted = pki.encryptPrivateKeyInfo(info, passphrase, { algorithm: '3des', count: iterations, saltSize: 8 });
	return sequence(oid('pkcs8ShroudedKeyBag'), tagged(0, true, [encrypted]), ...attributes);
}

/**
 * A PKCS#12 file as old tools write it: certificates under 40-bit RC2, the key under triple DES, SHA-1 MAC.
 * Node's OpenSSL 3 refuses it without the legacy provider; node-forge reads it.
 * @returns base64
 */
export function legacyPkcs12(
	key: forge.pki.rsa.PrivateKey,
	certificates: forge.pki.Certificate[],
	passphrase: string,
): string {
	const localKeyId = set(sequence(oid('localKeyId'), set(octets('\u0001'))));
	const bags = certificates.map((certificate, index) => certificateBag(certificate, index === 0 ? [localKeyId] : []));
	const keys = sequence(
		oid('data'),
		tagged(0, true, [octets(der(sequence(shroudedKey(key, passphrase, [localKeyId]))))]),
	);
	const safe = der(sequence(encryptedCertificates(bags, passphrase), keys));
	const saltBytes = salt();
	const mac = forge.hmac.create();
	mac.start(forge.md.sha1.create(), derive(passphrase, saltBytes, 3, 20).getBytes());
	mac.update(safe);
	return forge.util.encode64(
		der(
			sequence(
				integer(3),
				sequence(oid('data'), tagged(0, true, [octets(safe)])),
				sequence(
					sequence(
						sequence(oid('sha1'), asn1.create(Class.UNIVERSAL, Type.NULL, false, '')),
						octets(mac.digest().getBytes()),
					),
					octets(saltBytes),
					integer(iterations),
				),
			),
		),
	);
}
