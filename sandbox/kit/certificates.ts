import { generateKeyPairSync, pbkdf2Sync, privateEncrypt, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { lazy } from './lazy';
import { legacyPkcs12 } from './legacyPkcs12';

const day = 86_400_000;

/** node-forge derives keys in JavaScript, which takes half a second for each P12 file. Its texts are bytes. */
Object.assign(forge.pkcs5, {
	pbkdf2: (password: string, salt: string, count: number, length: number, digest?: { algorithm: string }) =>
		pbkdf2Sync(
			Buffer.from(password, 'latin1'),
			Buffer.from(salt, 'latin1'),
			count,
			length,
			digest?.algorithm ?? 'sha1',
		).toString('latin1'),
});

/** A certificate with its private key, as PEM. */
interface KeyPair {
	certificate: string;
	key: string;
}

/** A client's certificate in the forms that credentials ask for. */
export interface ClientCertificate extends KeyPair {
	/** PKCS#12 in base64, encrypted as by present tools. */
	p12Base64: string;
	/** PKCS#12 in base64 with RC2 and triple DES, as old tools write it; OpenSSL 3 refuses it. */
	oldP12Base64: string;
	passphrase: string;
}

interface Keys {
	publicKey: forge.pki.rsa.PublicKey;
	privateKey: forge.pki.rsa.PrivateKey;
	pem: string;
}

const keyCache = new Map<string, Keys>();

/**
 * Private keys by role, as PEM in JSON: who starts many sandboxes makes them once, and hands them on in the environment.
 */
const KEYS_VARIABLE = 'SANDBOX_KEYS';

/** A new RSA key as PEM. */
function newPrivateKey(): string {
	const { privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	return privateKey;
}

/** RSA keys are slow to make: one pair for each role is kept as long as the process lives. */
function keysFor(role: string): Keys {
	const known = keyCache.get(role);
	if (known) return known;
	const given = JSON.parse(process.env[KEYS_VARIABLE] ?? '{}') as Partial<Record<string, string>>;
	const pem = given[role] ?? newPrivateKey();
	const privateKey = forge.pki.privateKeyFromPem(pem) as forge.pki.rsa.PrivateKey;
	const keys = { publicKey: forge.pki.setRsaPublicKey(privateKey.n, privateKey.e), privateKey, pem };
	keyCache.set(role, keys);
	return keys;
}

/** DER of a DigestInfo for SHA-256 up to the digest itself (RFC 8017, 9.2). */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/**
 * A key that signs by Node.js: node-forge's own arithmetic takes a second for each signature on newer ones, which have
 * a `navigator` and are taken for an old browser.
 */
function signerOf({ pem }: Keys): forge.pki.rsa.PrivateKey {
	const sign = (digest: forge.md.MessageDigest): string => {
		const info = Buffer.concat([SHA256_INFO, Buffer.from(digest.digest().getBytes(), 'binary')]);
		return privateEncrypt(pem, info).toString('binary');
	};
	return { sign } as forge.pki.rsa.PrivateKey;
}

interface Issue {
	role: string;
	commonName: string;
	issuer: { role: string; commonName: string };
	notBefore: number;
	notAfter: number;
	extensions: object[];
}

function issue({ role, commonName, issuer, notBefore, notAfter, extensions }: Issue): forge.pki.Certificate {
	const keys = keysFor(role);
	const certificate = forge.pki.createCertificate();
	certificate.publicKey = keys.publicKey;
	certificate.serialNumber = `01${randomBytes(8).toString('hex')}`;
	certificate.validity.notBefore = new Date(notBefore);
	certificate.validity.notAfter = new Date(notAfter);
	certificate.setSubject([{ name: 'commonName', value: commonName }]);
	certificate.setIssuer([{ name: 'commonName', value: issuer.commonName }]);
	certificate.setExtensions(extensions);
	certificate.sign(signerOf(keysFor(issuer.role)), forge.md.sha256.create());
	return certificate;
}

/** A certificate authority of the sandbox's own, made again for each sandbox. */
export class Authority {
	private readonly root: forge.pki.Certificate;

	private readonly name: { role: string; commonName: string };

	/** @param role names the cached key; authorities of other roles do not trust each other's certificates */
	constructor(role = 'authority') {
		this.name = { role, commonName: `Sandbox ${role}` };
		this.root = issue({
			role,
			commonName: this.name.commonName,
			issuer: this.name,
			...this.life(-day, 30 * day),
			extensions: [
				{ name: 'basicConstraints', cA: true, critical: true },
				{ name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
			],
		});
	}

	private readonly pem = lazy(() => forge.pki.certificateToPem(this.root));

	/** The authority's certificate as PEM. */
	get certificate(): string {
		return this.pem();
	}

	/** A server certificate for a host name (localhost by default) and 127.0.0.1. */
	server(host = 'localhost'): KeyPair {
		const certificate = issue({
			role: 'server',
			commonName: host,
			issuer: this.name,
			...this.life(-day, 30 * day),
			extensions: [
				{ name: 'basicConstraints', cA: false },
				{ name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
				{ name: 'extKeyUsage', serverAuth: true },
				{
					name: 'subjectAltName',
					altNames: [
						{ type: 2, value: host },
						{ type: 7, ip: '127.0.0.1' },
					],
				},
			],
		});
		return { certificate: forge.pki.certificateToPem(certificate), key: keysFor('server').pem };
	}

	/** A client certificate; an expired one ended yesterday. */
	client({ expired = false } = {}): ClientCertificate {
		const certificate = issue({
			role: 'client',
			commonName: 'sandbox-client',
			issuer: this.name,
			...(expired ? this.life(-10 * day, -day) : this.life(-day, 30 * day)),
			extensions: [
				{ name: 'basicConstraints', cA: false },
				{ name: 'keyUsage', digitalSignature: true, critical: true },
				{ name: 'extKeyUsage', clientAuth: true },
			],
		});
		const keys = keysFor('client');
		const passphrase = 'sandbox-passphrase';
		const chain = [certificate, this.root];
		// Files that few ask for, and that take long to encrypt.
		const p12 = lazy(() => {
			const asn1 = forge.pkcs12.toPkcs12Asn1(keys.privateKey, chain, passphrase, { algorithm: 'aes256' });
			return forge.util.encode64(forge.asn1.toDer(asn1).getBytes());
		});
		const oldP12 = lazy(() => legacyPkcs12(keys.privateKey, chain, passphrase));
		return {
			certificate: forge.pki.certificateToPem(certificate),
			key: keys.pem,
			passphrase,
			get p12Base64() {
				return p12();
			},
			get oldP12Base64() {
				return oldP12();
			},
		};
	}

	private life(from: number, to: number): { notBefore: number; notAfter: number } {
		return { notBefore: Date.now() + from, notAfter: Date.now() + to };
	}
}
