import { createPrivateKey, generateKeyPairSync, pbkdf2Sync, privateEncrypt, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { lazy } from './lazy';
import { legacyPkcs12 } from './legacyPkcs12';

const hour = 3_600_000;
const day = 24 * hour;

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

/** The private key of a role, as PEM. */
export const privateKeyOf = (role: string): string => keysFor(role).pem;

/** DER of a DigestInfo for SHA-256 up to the digest itself (RFC 8017, 9.2). */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/**
 * A key that signs by Node.js: node-forge's own arithmetic takes a second for each signature on newer ones, which have
 * a `navigator` and are taken for an old browser.
 */
export function signerOf(pem: string): forge.pki.rsa.PrivateKey {
	const key = createPrivateKey(pem);
	const sign = (digest: forge.md.MessageDigest): string => {
		const info = Buffer.concat([SHA256_INFO, Buffer.from(digest.digest().getBytes(), 'binary')]);
		return privateEncrypt(key, info).toString('binary');
	};
	return { sign } as forge.pki.rsa.PrivateKey;
}

interface Issue {
	role: string;
	commonName: string;
	issuer: { role: string; commonName: string };
	/** When it begins and ends, in milliseconds from now. */
	life: [from: number, to: number];
	extensions: object[];
}

/** Issued certificates, and when. */
const issues = new Map<string, { at: number; certificate: forge.pki.Certificate }>();

/** A certificate; what was issued of the same kind within the last hour, or a new one. */
function issue(wanted: Issue): forge.pki.Certificate {
	const kind = JSON.stringify(wanted);
	const known = issues.get(kind);
	const age = Date.now() - (known?.at ?? 0);
	if (known && age >= 0 && age < hour) return known.certificate;
	const certificate = newCertificate(wanted);
	issues.set(kind, { at: Date.now(), certificate });
	return certificate;
}

function newCertificate({ role, commonName, issuer, life, extensions }: Issue): forge.pki.Certificate {
	const keys = keysFor(role);
	const certificate = forge.pki.createCertificate();
	certificate.publicKey = keys.publicKey;
	certificate.serialNumber = `01${randomBytes(8).toString('hex')}`;
	certificate.validity.notBefore = new Date(Date.now() + life[0]);
	certificate.validity.notAfter = new Date(Date.now() + life[1]);
	certificate.setSubject([{ name: 'commonName', value: commonName }]);
	certificate.setIssuer([{ name: 'commonName', value: issuer.commonName }]);
	certificate.setExtensions(extensions);
	certificate.sign(signerOf(keysFor(issuer.role).pem), forge.md.sha256.create());
	return certificate;
}

/** A certificate authority of the sandbox's own. All sandboxes of a process have the same, since they have its key. */
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
			life: [-day, 30 * day],
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
			life: [-day, 30 * day],
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
			life: expired ? [-10 * day, -day] : [-day, 30 * day],
			extensions: [
				{ name: 'basicConstraints', cA: false },
				{ name: 'keyUsage', digitalSignature: true, critical: true },
				{ name: 'extKeyUsage', clientAuth: true },
			],
		});
		const files = filesOf(certificate, this.root);
		return {
			certificate: forge.pki.certificateToPem(certificate),
			key: keysFor('client').pem,
			passphrase: PASSPHRASE,
			get p12Base64() {
				return files.p12();
			},
			get oldP12Base64() {
				return files.oldP12();
			},
		};
	}
}

const PASSPHRASE = 'sandbox-passphrase';

interface Files {
	p12: () => string;
	oldP12: () => string;
}
const filesByCertificate = new WeakMap<forge.pki.Certificate, Files>();

/** The PKCS#12 files of a client's certificate. Few ask for them, and they take long to encrypt. */
function filesOf(certificate: forge.pki.Certificate, root: forge.pki.Certificate): Files {
	const known = filesByCertificate.get(certificate);
	if (known) return known;
	const { privateKey } = keysFor('client');
	const chain = [certificate, root];
	const files = {
		p12: lazy(() => {
			const asn1 = forge.pkcs12.toPkcs12Asn1(privateKey, chain, PASSPHRASE, { algorithm: 'aes256' });
			return forge.util.encode64(forge.asn1.toDer(asn1).getBytes());
		}),
		oldP12: lazy(() => legacyPkcs12(privateKey, chain, PASSPHRASE)),
	};
	filesByCertificate.set(certificate, files);
	return files;
}
