import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

import type { TlsSettings } from './settings';
import { ServiceError } from '../../errors';
import { incomplete, wrongPassphrase, type Identity } from './identity';
import { pemBlocks, type PemBlock } from './pem';
import { readPkcs12, readOldKey } from './pkcs12';

/**
 * What a TLS connection needs, as PEM texts: the chain (own certificate first), its key, and trusted
 * authorities.
 */
export interface Certificates {
	cert?: string;
	key?: string;
	ca?: string;
	/** End of validity of the client certificate. */
	notAfter?: Date;
	subject?: string;
}

/**
 * Reads and checks the TLS settings of a connection; `now` in epoch milliseconds. Throws
 * `configuration` for settings that are incomplete or not what they should be, and `tls` for a wrong
 * passphrase, a key that does not belong to the certificate, and a certificate that has expired or is
 * not valid yet.
 */
export async function readCertificates(settings: TlsSettings | undefined, now = Date.now()): Promise<Certificates> {
	const { certificate, key, pkcs12, passphrase, ca } = trimmed(settings);
	if (pkcs12 && (certificate || key)) {
		throw incomplete('Both a P12 file and a PEM certificate are set.', 'Set one of them.');
	}
	const authorities = ca ? { ca: authoritiesOf(ca) } : {};
	if (!pkcs12 && !certificate && !key) return authorities;
	const identity = pkcs12 ? await readPkcs12(pkcs12, passphrase ?? '') : await readPem(certificate, key, passphrase);
	return { ...checked(identity.certificates, identity.keys, now), ...authorities };
}

function trimmed(settings: TlsSettings | undefined): TlsSettings {
	const value = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text.trim());
	const { certificate, key, pkcs12, passphrase, ca } = settings ?? {};
	return {
		certificate: value(certificate),
		key: value(key),
		pkcs12: value(pkcs12),
		ca: value(ca),
		passphrase,
	};
}

async function readPem(certificate?: string, key?: string, passphrase?: string): Promise<Identity> {
	const blocks = [...pemBlocks(certificate ?? ''), ...pemBlocks(key ?? '')];
	const certificates = blocks.filter(({ label }) => label.endsWith('CERTIFICATE')).map(parseCertificate);
	const keyBlock = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
	if (certificates.length === 0) {
		throw incomplete(
			'The client certificate is missing or not in PEM form.',
			'It starts with "-----BEGIN CERTIFICATE-----". A .p12 or .pfx file goes into P12 File (Base64).',
		);
	}
	if (!keyBlock) {
		throw incomplete(
			'The private key of the client certificate is missing or not in PEM form.',
			'Between dashes, its first line says "BEGIN PRIVATE KEY" ("RSA" or "ENCRYPTED" may stand before "PRIVATE").',
		);
	}
	return { certificates, keys: [await readKey(keyBlock, passphrase)] };
}

async function readKey({ label, text }: PemBlock, passphrase: string | undefined): Promise<KeyObject> {
	const isEncrypted = label.startsWith('ENCRYPTED') || text.includes('ENCRYPTED\n');
	if (isEncrypted && !passphrase) {
		throw new ServiceError('tls', 'The private key is encrypted, and no passphrase is set.', {
			hint: 'Fill in Passphrase in the credential.',
			effect: 'none',
		});
	}
	try {
		return createPrivateKey({ key: text, passphrase: isEncrypted ? passphrase : undefined });
	} catch {
		const old = isEncrypted ? await readOldKey(text, passphrase ?? '') : undefined;
		if (old) return old;
		throw isEncrypted
			? wrongPassphrase('private key')
			: incomplete('The private key cannot be read.', 'Export it again.');
	}
}

function parseCertificate({ text }: PemBlock): X509Certificate {
	try {
		return new X509Certificate(text);
	} catch {
		throw incomplete(
			'A certificate is damaged: its text cannot be read.',
			'Copy the whole block again, with all its lines.',
		);
	}
}

function authoritiesOf(ca: string): string {
	const blocks = pemBlocks(ca).filter(({ label }) => label.endsWith('CERTIFICATE'));
	if (blocks.length === 0) {
		throw incomplete('The CA certificate is not in PEM form.', 'It starts with "-----BEGIN CERTIFICATE-----".');
	}
	blocks.forEach(parseCertificate);
	return blocks.map(({ text }) => text).join('');
}

function checked(certificates: X509Certificate[], keys: KeyObject[], now: number): Certificates {
	const pairs = keys.flatMap((key) =>
		certificates.filter((own) => own.checkPrivateKey(key)).map((own) => ({ own, key })),
	);
	// Where a file holds several pairs, the one that lasts longest is meant.
	const [pair] = pairs.sort((a, b) => Date.parse(b.own.validTo) - Date.parse(a.own.validTo));
	if (!pair) {
		throw new ServiceError('tls', 'The private key does not belong to the client certificate.', {
			hint: 'Certificate and key must come from the same request. Export both again, best as one P12 file.',
			effect: 'none',
		});
	}
	const subject = pair.own.subject.replace(/\n/g, ', ');
	assertValid(pair.own, subject, now);
	const chain = chainOf(pair.own, certificates);
	return {
		cert: chain.map((certificate) => certificate.toString()).join(''),
		key: pair.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
		notAfter: new Date(pair.own.validTo),
		subject,
	};
}

function assertValid(own: X509Certificate, subject: string, now: number): void {
	const from = new Date(own.validFrom);
	const to = new Date(own.validTo);
	const day = (date: Date) => date.toISOString().slice(0, 10);
	if (now > to.getTime()) {
		throw new ServiceError('tls', `The client certificate (${subject}) expired on ${day(to)}.`, {
			hint: 'Get a new certificate (IBM SaaS: Self Service, valid for one year) and set it in the credential.',
			effect: 'none',
		});
	}
	if (now < from.getTime()) {
		throw new ServiceError('tls', `The client certificate (${subject}) is valid only from ${day(from)}.`, {
			hint: 'Check the clock of this machine, or wait until then.',
			effect: 'none',
		});
	}
}

/** Own certificate first, then each issuer that is at hand: servers expect the chain in this order. */
function chainOf(own: X509Certificate, all: X509Certificate[]): X509Certificate[] {
	const chain = [own];
	for (let issuer = issuerOf(own, all); issuer && !chain.includes(issuer); issuer = issuerOf(issuer, all)) {
		chain.push(issuer);
	}
	return chain;
}

function issuerOf(certificate: X509Certificate, all: X509Certificate[]): X509Certificate | undefined {
	if (certificate.checkIssued(certificate)) return undefined;
	return all.find((candidate) => candidate !== certificate && certificate.checkIssued(candidate));
}
