import { readCertificates } from '../../../../../kit/http/tls/certificates';
import files from './files.json';

/** Made by OpenSSL for these tests alone: each line is what it is, the file or key, and what opens it. */
const { certificates, plain, ca } = files;
const SUBJECT = 'CN=aurora-ec';
const own = { certificate: certificates['aurora-ec'], key: plain['aurora-ec'] };
const base64 = (text: string) => Buffer.from(text).toString('base64');
const der = (pem: string) => Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64');
const p12 = files.p12[0];

describe('P12 files', () => {
	test.each(files.p12)('%s is read', async (what, pkcs12, passphrase) => {
		const read = await readCertificates({ pkcs12, passphrase });
		expect(read.subject).toBe(what.startsWith('RSA') ? 'CN=aurora-rsa' : SUBJECT);
		// A passphrase that only differs in a letter with a mark
		if (what.startsWith('no MAC and no') || what === 'NONE') return;
		const other = readCertificates({ pkcs12, passphrase: `${passphrase.replace('ü', 'u')}x` });
		await expect(other).rejects.toMatchObject({
			category: 'tls',
			message: 'The passphrase does not open the P12 file.',
		});
	});

	test.each(files.refused)('%s is named, not called a wrong passphrase', async (what, pkcs12, passphrase) => {
		const reading = readCertificates({ pkcs12, passphrase });
		await expect(reading).rejects.toMatchObject({
			category: 'configuration',
			hint: expect.stringContaining('AES-256'),
		});
		await expect(reading).rejects.toThrow(what === 'CAST5' ? /1\.2\.840\.113533/ : what);
	});

	test('a missing passphrase is called missing', async () => {
		await expect(readCertificates({ pkcs12: p12[1] })).rejects.toThrow('The P12 file is encrypted, and no passphrase');
	});
});

describe('encrypted keys', () => {
	test.each(files.keys)('%s is read', async (_what, key, name, passphrase) => {
		const certificate = certificates[name as 'aurora-ec'];
		expect((await readCertificates({ certificate, key, passphrase })).subject).toBe(`CN=${name}`);
		const blanks = key.replace(/\r?\n/g, ' ');
		expect((await readCertificates({ certificate, key: blanks, passphrase })).subject).toBe(`CN=${name}`);
		const wrong = readCertificates({ certificate, key, passphrase: 'Schlussel 9' });
		await expect(wrong).rejects.toThrow('The passphrase does not open the private key.');
		await expect(readCertificates({ certificate, key })).rejects.toThrow('encrypted, and no passphrase is set');
	});

	test.each(files.refusedKeys)('%s is named', async (what, key, name, passphrase) => {
		const reading = readCertificates({ certificate: certificates[name as 'aurora-ec'], key, passphrase });
		const cipher = what.replace(/^old (EC )?|^PKCS#8 by |-cbc$/g, '');
		await expect(reading).rejects.toMatchObject({ category: 'configuration' });
		await expect(reading).rejects.toThrow(new RegExp(cipher, 'i'));
	});
});

/** What becomes of a text on its way into a field. */
const WAYS: Array<[string, (text: string) => string]> = [
	['as it is', (text) => text],
	['Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
	['old Mac line ends', (text) => text.replace(/\n/g, '\r')],
	['escaped line breaks', (text) => text.replace(/\n/g, '\\n')],
	['doubly escaped line breaks', (text) => text.replace(/\n/g, '\\\\n')],
	['escaped four times', (text) => text.replace(/\n/g, '\\\\\\\\r\\\\\\\\n')],
	['no line breaks', (text) => text.replace(/\n/g, '')],
	['blanks', (text) => text.replace(/\n/g, ' ')],
	['tabs and indentation', (text) => text.replace(/^/gm, '\t    ')],
	['quotes', (text) => `"${text}"`],
	['JSON', (text) => JSON.stringify({ value: text })],
	[
		'JSON with escaped slashes and signs',
		(text) => JSON.stringify(text).replace(/\//g, '\\/').replace(/\+/g, '\\u002B'),
	],
	['a string of a program', (text) => text.trim().replace(/^(.*)$/gm, '    "$1\\n" +')],
	['quoted as in a mail', (text) => text.replace(/^/gm, '> ')],
	['a byte order mark', (text) => `\ufeff${text}`],
	['no-break spaces and zero widths', (text) => text.replace(/ /g, '\u00a0').replace(/\n/g, '\u200b\n')],
	['dashes of a word processor', (text) => text.replace(/-----/g, '\u2013\u2014\u2013')],
	['blanks between dashes and words', (text) => text.replace(/-----BEGIN (.*?)-----/g, '----- BEGIN $1 -----')],
	['percent encoding', (text) => encodeURIComponent(text)],
	['HTML', (text) => text.replace(/\n/g, '<br/>\n')],
	['Base64 of the text', (text) => base64(text)],
	['Base64 of the text in lines', (text) => base64(text).replace(/(.{76})/g, '$1\n')],
	['Base64 twice', (text) => base64(base64(text))],
	['UTF-16 read as Latin-1', (text) => Buffer.from(text, 'utf16le').toString('latin1')],
	['Base64 of the bytes', (text) => der(text).toString('base64')],
	['a data URL', (text) => `data:application/x-x509-ca-cert;base64,${der(text).toString('base64')}`],
	['hexadecimal digits', (text) => der(text).toString('hex')],
	[
		'hexadecimal digits with colons',
		(text) =>
			der(text)
				.toString('hex')
				.toUpperCase()
				.replace(/(..)(?=.)/g, '$1:'),
	],
	['words around', (text) => `Bag Attributes\n    friendlyName: a - b\nsubject=CN = x\n${text}\nThanks!\n`],
];

test.each(WAYS)('a PEM text as %s is read in each field', async (_way, change) => {
	const read = await readCertificates({ certificate: change(own.certificate), key: change(own.key), ca: change(ca) });
	expect(read.subject).toBe(SUBJECT);
	expect(read.ca).toContain('BEGIN CERTIFICATE');
});

const lines = p12[1].replace(/(.{64})/g, '$1\r\n');
test.each([
	['lines', lines],
	['quotes', `"${p12[1]}"`],
	['a data URL', `data:application/x-pkcs12;base64,${p12[1]}`],
	['hexadecimal digits', Buffer.from(p12[1], 'base64').toString('hex')],
	['Base64 twice', base64(lines)],
	['certutil’s lines', `-----BEGIN CERTIFICATE-----\r\n${lines}\r\n-----END CERTIFICATE-----\r\n`],
	['lines that say PKCS12', `-----BEGIN PKCS12-----\n${lines}\n-----END PKCS12-----\n`],
	['the URL alphabet', p12[1].replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')],
	['escaped line breaks', lines.replace(/\r\n/g, '\\\\r\\\\n')],
	['PEM texts in place of it', own.certificate + own.key],
])('a P12 file as %s is read', async (_way, pkcs12) => {
	expect((await readCertificates({ pkcs12, passphrase: p12[2] })).subject).toBe(SUBJECT);
});

test.each([
	['a P12 file', { certificate: p12[1] }],
	['a chain of PKCS#7', { certificate: files.pkcs7, key: own.key }],
	['a chain of PKCS#7 as Base64', { certificate: der(files.pkcs7).toString('base64'), key: own.key }],
	['a trusted certificate of OpenSSL', { certificate: files.trusted, key: own.key }],
	['a certificate labelled X509', { ...own, certificate: own.certificate.replace(/CERTIFICATE/g, 'X509 CERTIFICATE') }],
	['certificate and key the wrong way round', { certificate: own.key, key: own.certificate }],
	[
		'parameters before the key',
		{ ...own, key: `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${own.key}` },
	],
	[
		'several keys and certificates',
		{ certificate: certificates['aurora-rsa'] + own.certificate, key: plain['aurora-ec'] },
	],
	['a key of another certificate first', { certificate: own.certificate, key: plain['aurora-rsa'] + own.key }],
	['a key that does not open, and one that does', { certificate: own.certificate, key: files.keys[0][1] + own.key }],
])('%s is read in the fields of PEM', async (_what, settings) => {
	expect((await readCertificates({ ...settings, passphrase: p12[2] })).subject).toBe(SUBJECT);
});

test.each([
	['a certificate request', { certificate: files.request, key: own.key }, /certificate request/],
	['a public key', { certificate: own.certificate, key: files.publicKey }, /public key/],
	['a Java key store', { pkcs12: Buffer.from('feedfeed00000002', 'hex').toString('base64') }, /Java key store/],
	['an OpenSSH key', { ...own, key: own.key.replace(/EC PRIVATE/g, 'OPENSSH PRIVATE') }, /OpenSSH/],
	['a PuTTY key', { ...own, key: 'PuTTY-User-Key-File-3: ssh-rsa' }, /PuTTY/],
	['a certificate alone', { pkcs12: der(own.certificate).toString('base64') }, /no private key/],
	['a P12 file as the authority', { ca: p12[1] }, /CA certificate/],
])('%s is called by its name', async (_what, settings, message) => {
	const reading = readCertificates({ ...settings, passphrase: 'x' });
	await expect(reading).rejects.toMatchObject({ category: 'configuration', message: expect.stringMatching(message) });
});
