import type { KeyObject, X509Certificate } from 'node:crypto';

import type { TlsSettings } from './settings';
import { ServiceError, type Setting } from '../../errors';
import { incomplete, type Identity } from './identity';
import { gather, type Material } from './material';
import { passphraseForms, type Passphrase } from './passphrase';
import { readPkcs12 } from './pkcs12';

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

/** More than any client has: whoever pastes a bundle of authorities here means another field. */
const MAX_CERTIFICATES = 100;
const MAX_KEYS = 20;
const BEGINS = 'It starts with "-----BEGIN CERTIFICATE-----".';
const NO_FILE = 'The text is not a P12 file, or it is cut off.';
const BASE64 = 'The whole file is needed as Base64 text, as in the output of: base64 -w0 client.p12';

/**
 * Reads and checks the TLS settings of a connection; `now` in epoch milliseconds. Each text may have any form in which
 * certificates are pasted: see piecesOf().
 * @throws ServiceError `configuration` for settings that are incomplete or not what they should be; `tls` for a wrong
 * passphrase, a key that does not belong to the certificate, and a certificate that has expired or is not valid yet
 */
export async function readCertificates(settings: TlsSettings | undefined, now = Date.now()): Promise<Certificates> {
	const { certificate, key, pkcs12, passphrase, ca } = trimmed(settings);
	if (pkcs12 && (certificate || key)) {
		throw incomplete('Both a P12 file and a PEM certificate are set.', 'Set one of them.');
	}
	const authorities = ca ? { ca: await about('tls.ca', () => authoritiesOf(ca)) } : {};
	if (!pkcs12 && !certificate && !key) return authorities;
	const forms = passphraseForms(passphrase ?? '');
	const identity = pkcs12
		? await about('tls.pkcs12', () => fromFile(pkcs12, forms))
		: await about('tls.certificate', () => fromTexts(certificate, key, forms));
	return { ...checked(identity, now), ...authorities };
}

/** The outcome of `work`; its errors name the setting that was read, unless they name another one. */
async function about<T>(field: Setting, work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ServiceError) || error.remedy) throw error;
		throw error.with({ remedy: { field } });
	}
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

/** The identity of a P12 file; a text with certificate and key is as good. */
async function fromFile(text: string, passphrase: Passphrase): Promise<Identity> {
	const material = gatherFile(text);
	const { files, certificates, keys, others } = material;
	if (files.length > 0 || (certificates.length > 0 && keys.length > 0)) return await open(material, passphrase);
	if (certificates.length > 0) {
		throw incomplete(
			'The P12 file contains no private key.',
			'This is only a certificate. Export it with its private key.',
		);
	}
	if (keys.length > 0) throw incomplete('The P12 file contains no certificate.', 'This is only a private key.');
	if (others.length > 0) {
		throw incomplete(
			`The text is not a P12 file but ${others[0]}.`,
			'A P12 or PFX file with certificate and key is needed.',
		);
	}
	const isBase64 = !/[^A-Za-z0-9+/=\s_-]/.test(text);
	throw incomplete(isBase64 ? NO_FILE : 'The P12 file is not Base64 text.', BASE64);
}

/** Where a P12 file is expected, whatever is damaged is a damaged P12 file. */
function gatherFile(text: string): Material {
	try {
		return gather(text);
	} catch (error) {
		if (/BEGIN/.test(text) || !(error instanceof ServiceError)) throw error;
		throw incomplete(NO_FILE, BASE64);
	}
}

async function fromTexts(
	certificate: string | undefined,
	key: string | undefined,
	passphrase: Passphrase,
): Promise<Identity> {
	const [first, second] = [certificate ?? '', key ?? ''].map(gather);
	const material: Material = {
		certificates: [...first.certificates, ...second.certificates],
		keys: [...first.keys, ...second.keys],
		files: [...first.files, ...second.files],
		others: [...first.others, ...second.others],
	};
	const { certificates, keys, files, others } = material;
	const found = others.length > 0 ? ` The text contains ${others[0]} instead.` : '';
	if (certificates.length === 0 && files.length === 0) {
		throw incomplete(`The client certificate is missing or not in PEM form.${found}`, BEGINS, 'tls.certificate');
	}
	if (keys.length === 0 && files.length === 0) {
		throw incomplete(
			`The private key of the client certificate is missing or not in PEM form.${found}`,
			'Between dashes, its first line says "BEGIN PRIVATE KEY" ("RSA", "EC" or "ENCRYPTED" may be before "PRIVATE").',
			'tls.key',
		);
	}
	return await open(material, passphrase);
}

/** Opens keys and P12 files. One that does not open is no trouble while another one does. */
async function open({ certificates, keys, files }: Material, passphrase: Passphrase): Promise<Identity> {
	if (certificates.length > MAX_CERTIFICATES || keys.length + files.length > MAX_KEYS) {
		throw incomplete('There are too many certificates or keys.', 'Keep the client certificate, its chain and its key.');
	}
	const identity: Identity = { certificates: [...certificates], keys: [] };
	const failures: unknown[] = [];
	for (const read of [
		...keys.map((key) => async () => ({ certificates: [], keys: [await key(passphrase)] })),
		...files.map((file) => async () => await readPkcs12(file, passphrase)),
	]) {
		try {
			const part: Identity = await read();
			identity.certificates.push(...part.certificates);
			identity.keys.push(...part.keys);
		} catch (error) {
			failures.push(error);
		}
	}
	if (failures.length > 0 && pairsOf(identity).length === 0) throw failures[0];
	return identity;
}

function authoritiesOf(ca: string): string {
	const { certificates, files } = gather(ca);
	if (certificates.length === 0) {
		const hint = files.length > 0 ? 'This is a P12 file. Only the certificate of the authority is needed.' : BEGINS;
		throw incomplete('The CA certificate is not in PEM form.', hint);
	}
	return certificates.map((certificate) => certificate.toString()).join('');
}

interface Pair {
	own: X509Certificate;
	key: KeyObject;
}

function pairsOf({ certificates, keys }: Identity): Pair[] {
	return keys.flatMap((key) => certificates.filter((own) => own.checkPrivateKey(key)).map((own) => ({ own, key })));
}

function checked(identity: Identity, now: number): Certificates {
	// Where there are several pairs, one that is valid is meant, and of these the one that lasts longest.
	const rank = ({ own }: Pair) => Date.parse(own.validTo) + (Date.parse(own.validFrom) <= now ? 1e15 : 0);
	const pair = pairsOf(identity).sort((a, b) => rank(b) - rank(a))[0] as Pair | undefined;
	if (!pair) {
		throw new ServiceError('tls', 'The private key does not belong to the client certificate.', {
			hint: 'Certificate and key must come from the same request. Export both again, best as one P12 file.',
			remedy: { field: 'tls.certificate' },
			effect: 'none',
		});
	}
	const subject = pair.own.subject.replace(/\n/g, ', ');
	assertValid(pair.own, subject, now);
	return {
		cert: chainOf(pair.own, identity.certificates)
			.map((certificate) => certificate.toString())
			.join(''),
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
			hint: 'Get a new certificate from its issuer and replace the old one.',
			remedy: { field: 'tls.certificate' },
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
