import { createPrivateKey } from 'node:crypto';

import forge from 'node-forge';

import { readCertificates } from '../../../../../kit/http/tls/certificates';
import { issue, pkcs12 } from '../../../../integration/kit/http/pki';
import { EC_P12, RC2_P12 } from './oldFiles';

const root = issue({ name: 'Aurora Root', isCa: true });
const middle = issue({ name: 'Aurora Issuing', issuer: root, isCa: true });
const own = issue({ name: 'aurora-client', issuer: middle });
const other = issue({ name: 'other-client', issuer: middle });
const encrypted = own.keyObject
	.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' })
	.toString();
const traditional = own.keyObject
	.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'open sesame' })
	.toString();
const old = forge.pki.encryptRsaPrivateKey(forge.pki.privateKeyFromPem(own.key), 'open sesame', {
	legacy: true,
	algorithm: '3des',
});
const very = forge.pki.encryptRsaPrivateKey(forge.pki.privateKeyFromPem(own.key), 'open sesame', {
	algorithm: '3des',
});

const isOwnKey = (key: string | undefined) => createPrivateKey(key!).equals(own.keyObject);

describe('PEM', () => {
	it.each<[string, { certificate: string; key: string }]>([
		['real line breaks', { certificate: own.cert, key: own.key }],
		['literal \\n', { certificate: own.cert.replace(/\r?\n/g, '\\n'), key: own.key.replace(/\n/g, '\\n') }],
		[
			'blanks in place of line breaks',
			{ certificate: own.cert.replace(/\s*\n/g, ' '), key: own.key.replace(/\n/g, ' ') },
		],
		['a bundle in one field', { certificate: own.key + own.cert, key: '' }],
		['words around it', { certificate: `Bag Attributes\n  friendlyName: x\n${own.cert}`, key: own.key }],
	])('reads %s', async (_what, tls) => {
		const result = await readCertificates(tls);
		expect(isOwnKey(result.key)).toBe(true);
		expect(result).toMatchObject({ subject: 'CN=aurora-client', notAfter: expect.any(Date) });
	});

	it('puts the own certificate first and its issuers after it', async () => {
		const { cert } = await readCertificates({
			certificate: root.cert + other.cert + middle.cert + own.cert,
			key: own.key,
		});
		expect(cert!.replace(/\r/g, '')).toBe([own, middle, root].map((each) => each.cert.replace(/\r/g, '')).join(''));
	});

	it.each([
		['PKCS#8', encrypted],
		['traditional AES', traditional],
		['traditional 3DES', old],
		['PKCS#8 3DES', very],
	])('opens an encrypted key: %s', async (_what, key) => {
		const tls = { certificate: own.cert, key, passphrase: 'open sesame' };
		expect(isOwnKey((await readCertificates(tls)).key)).toBe(true);
		expect(isOwnKey((await readCertificates({ ...tls, key: key.replace(/\r?\n/g, ' ') })).key)).toBe(true);
		await expect(readCertificates({ ...tls, passphrase: 'wrong' })).rejects.toMatchObject({
			category: 'tls',
			message: expect.stringContaining('passphrase'),
		});
		await expect(readCertificates({ ...tls, passphrase: '' })).rejects.toMatchObject({
			message: expect.stringContaining('no passphrase'),
		});
	});
});

describe('P12', () => {
	it.each(['3des', 'aes256'] as const)('reads %s files', async (algorithm) => {
		const file = pkcs12(own, [middle.cert], 'open sesame', algorithm);
		for (const text of [file, file.replace(/(.{64})/g, '$1\n'), `data:application/x-pkcs12;base64,${file}`]) {
			const { key, cert } = await readCertificates({ pkcs12: text, passphrase: 'open sesame' });
			expect(isOwnKey(key)).toBe(true);
			expect(cert!.match(/BEGIN/g)).toHaveLength(2);
		}
		await expect(readCertificates({ pkcs12: file, passphrase: 'wrong' })).rejects.toMatchObject({
			category: 'tls',
			message: expect.stringContaining('passphrase'),
		});
	});

	it.each([
		['an elliptic curve', EC_P12, 'CN=aurora-ec'],
		['RC2', RC2_P12, 'CN=aurora-rc2'],
	])('reads %s', async (_what, file, subject) => {
		const result = await readCertificates({ pkcs12: file, passphrase: 'sesame' });
		expect(result.subject).toBe(subject);
		expect(await readCertificates({ certificate: result.cert, key: result.key })).toEqual(result);
		await expect(readCertificates({ pkcs12: file, passphrase: 'wrong' })).rejects.toMatchObject({
			category: 'tls',
		});
	});

	it.each([
		['words', 'not base64!'],
		['other data', Buffer.from('hello').toString('base64')],
		['PEM', own.cert],
		['a cut off file', pkcs12(own, [], 'x').slice(0, 400)],
	])('explains %s', async (_what, text) => {
		await expect(readCertificates({ pkcs12: text, passphrase: 'x' })).rejects.toMatchObject({
			category: 'configuration',
		});
	});

	it('explains both kinds at once', async () => {
		await expect(readCertificates({ pkcs12: 'x', certificate: own.cert })).rejects.toMatchObject({
			category: 'configuration',
		});
	});
});

describe('checks', () => {
	it('names the date of an expired certificate', async () => {
		const tls = { certificate: own.cert, key: own.key };
		const later = Date.now() + 40 * 86_400_000;
		const day = (await readCertificates(tls)).notAfter!.toISOString().slice(0, 10);
		await expect(readCertificates(tls, later)).rejects.toMatchObject({
			category: 'tls',
			message: expect.stringContaining(`expired on ${day}`),
		});
		await expect(readCertificates(tls, 0)).rejects.toMatchObject({
			category: 'tls',
			message: expect.stringContaining('valid only from'),
		});
	});

	it('notices a key of another certificate', async () => {
		await expect(readCertificates({ certificate: own.cert, key: other.key })).rejects.toMatchObject({
			category: 'tls',
			message: expect.stringContaining('does not belong'),
		});
	});

	it.each([
		['no key', { certificate: own.cert }],
		['no certificate', { key: own.key }],
		['a damaged certificate', { certificate: own.cert.replace(/M/g, 'A'), key: own.key }],
		['a damaged key', { certificate: own.cert, key: own.key.replace(/M/g, 'A') }],
		['a CA that is none', { ca: 'hello' }],
		['a key in place of a CA', { ca: own.key }],
	])('explains %s', async (_what, tls) => {
		const failure = readCertificates(tls);
		await expect(failure).rejects.toMatchObject({ category: 'configuration' });
		await expect(failure).rejects.not.toThrow(/MII/);
	});

	it('reads a bundle of authorities, and nothing at all', async () => {
		expect((await readCertificates({ ca: root.cert + middle.cert })).ca!.match(/BEGIN/g)).toHaveLength(2);
		expect(await readCertificates({ certificate: ' ', passphrase: 'x' })).toEqual({});
		expect(await readCertificates(undefined)).toEqual({});
	});
});
