import fc from 'fast-check';

import { addressesOf, connectionName } from '../../../../clients/mq/address';
import { CIPHER_SPECS, cipherSpecOf } from '../../../../clients/mq/cipherSpecs';
import { EBCDIC_PAGES } from '../../../../clients/mq/ebcdic';
import { mqError } from '../../../../clients/mq/errors';
import { idOf, mqmdToPut } from '../../../../clients/mq/mqmd';
import { REASON_CODES, reasonOf } from '../../../../clients/mq/reasons';
import { channelServerName, serverNameOf } from '../../../../clients/mq/serverName';
import { queueName, secretsOf, tlsSettingsOf } from '../../../../clients/mq/settings';
import { bytesOf, textOf } from '../../../../clients/mq/text';
import { getCiphers } from 'node:tls';

describe('addresses', () => {
	test.each([
		['mq.example.com(1415)', ['mq.example.com(1415)']],
		['mq.example.com:1415', ['mq.example.com(1415)']],
		['mq.example.com', ['mq.example.com(1414)']],
		[' a(1), b:2 ,c ', ['a(1)', 'b(2)', 'c(1414)']],
		['10.0.0.1 ( 1500 )', ['10.0.0.1(1500)']],
		['[::1]:1414', ['::1(1414)']],
	])('%s', (text, expected) => expect(addressesOf(text).map(connectionName)).toEqual(expected));

	test.each(['', ' , ', 'a b', 'host:', 'host(70000)', 'host:0', 'https://host:1414', 'host(14', 'a:1:2'])(
		'%j is refused',
		(text) => {
			expect(() => addressesOf(text)).toThrow(
				expect.objectContaining({ category: 'configuration', remedy: { field: 'endpoint' } }),
			);
		},
	);
});

describe('the server name of a channel', () => {
	test.each([
		['TO.QMGR1', 'to2e-qmgr1.chl.mq.ibm.com'],
		['SYSTEM.DEF.SVRCONN', 'system2e-def2e-svrconn.chl.mq.ibm.com'],
		['lower/_%', '6c-6f-77-65-72-2f-5f-25-.chl.mq.ibm.com'],
	])('%s', (channel, name) => expect(channelServerName(channel)).toBe(name));

	test('an address in digits is no name', () => {
		expect(serverNameOf('host', { channel: 'C', host: '10.0.0.1' })).toBeUndefined();
		expect(serverNameOf('host', { channel: 'C', host: '::1' })).toBeUndefined();
		expect(serverNameOf('host', { channel: 'C', host: 'mq.example' })).toBe('mq.example');
		expect(serverNameOf('none', { channel: 'C', host: 'mq.example' })).toBeUndefined();
	});
});

describe('cipher specs', () => {
	test.each(CIPHER_SPECS)('%s is one that this Node.js has', (name) => {
		const { ciphers } = cipherSpecOf(name) ?? {};
		if (ciphers) expect(getCiphers()).toContain(ciphers.toLowerCase());
	});

	test('empty is no TLS; case and Java names do not matter', () => {
		expect(cipherSpecOf(' ')).toBeUndefined();
		const expected = cipherSpecOf('ECDHE_RSA_AES_128_GCM_SHA256');
		expect(cipherSpecOf('ecdhe_rsa_aes_128_gcm_sha256')).toEqual(expected);
		expect(cipherSpecOf('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')).toEqual(expected);
		expect(cipherSpecOf('SSL_RSA_WITH_AES_128_CBC_SHA256')).toEqual(cipherSpecOf('TLS_RSA_WITH_AES_128_CBC_SHA256'));
	});

	test.each([
		['NULL_SHA', /too weak/],
		['TRIPLE_DES_SHA_US', /too weak/],
		['TLS_RSA_WITH_NOTHING', /unknown/],
		['constructor', /unknown/],
	])('%s', (name, message) => expect(() => cipherSpecOf(name)).toThrow(message));
});

describe('reason codes', () => {
	test.each(REASON_CODES.map((code): [number] => [code]))('%d reads as a sentence', (code) => {
		const error = mqError(code, { verb: 'MQPUT', queue: 'Q.1' });
		expect(error.message).toMatch(new RegExp(`^[A-Z].*[.)] ?\\(${code} MQRC_[A-Z_]+\\)$`));
		expect(error.message).not.toContain('{');
		expect(error.hint ?? 'Done.').toMatch(/^[A-Z].*\.$/s);
		expect(error.code).toBe(String(code));
	});

	test('one that is not known says its number', () => {
		expect(mqError(2999, { verb: 'MQGET' })).toMatchObject({ code: '2999', message: expect.stringContaining('2999') });
	});

	test.each([
		[2009, true, 'unknown'],
		[2053, true, 'none'],
		[2085, undefined, 'none'],
		[2035, undefined, 'none'],
	])('%d: passing %s, effect %s', (code, passing, effect) =>
		expect(reasonOf(code)).toMatchObject({ effect, ...(passing ? { passing } : {}) }),
	);
});

describe('identifiers and names', () => {
	test('identifiers', () => {
		expect(idOf('message ID').equals(Buffer.alloc(24))).toBe(true);
		expect(idOf('message ID', 'ID:0aFF').toString('hex')).toBe(`0aff${'00'.repeat(22)}`);
		for (const wrong of ['xyz', 'abc', '00'.repeat(25)]) expect(() => idOf('message ID', wrong)).toThrow(/not valid/);
	});

	test.each(['', 'a b', 'Q#1', 'ü', 'x'.repeat(49)])('%j is no queue', (name) =>
		expect(() => queueName(name)).toThrow(),
	);

	test('what a descriptor cannot hold', () => {
		for (const descriptor of [
			{ priority: 10 },
			{ priority: 1.5 },
			{ expiry: 0 },
			{ expiry: 1e12 },
			{ format: 'TOO LONG NAME' },
		]) {
			expect(() => mqmdToPut(descriptor)).toThrow(expect.objectContaining({ category: 'invalidInput' }));
		}
		expect(mqmdToPut({ expiry: 50 }).Expiry).toBe(1);
		expect(mqmdToPut({}).Persistence).toBe(2);
	});
});

describe('text', () => {
	test.each([1208, 1200, 1202, 819, 1252, ...EBCDIC_PAGES])('CCSID %d, there and back', (ccsid) => {
		const text = 'Order {1} [x] |y| ^~\n';
		expect(textOf(bytesOf(text, ccsid), ccsid)).toBe(text);
	});

	test('EBCDIC as tables have it', () => {
		expect(bytesOf('Az19 [!]', 37).toString('hex')).toBe('c1a9f1f940ba5abb');
		expect(bytesOf('[!]|^', 500).toString('hex')).toBe('4a4f5abb5f');
		expect(textOf(Buffer.from('9f', 'hex'), 1140)).toBe('€');
		expect(textOf(Buffer.from('81158225', 'hex'), 37)).toBe('a\nb\n');
	});

	test.each<[ccsid: number, hex: string, text: string]>([
		[273, '43c04ad0e05aa1b5fcec59', '{äÄüÖÜß@]\\~'],
		[277, 'c06ad05b7b7c9e9f4a80', 'æøåÅÆØ[]#@'],
		[278, 'd0c06a5b7b7c79e0ec', 'åäöÅÄÖéÉ@'],
		[280, 'c05ad0dd6a7bb5', 'àéè`ò£@'],
		[284, '6a7b4a5a69', 'ñÑ[]#'],
		[285, '5b4ab1bb', '£$[]'],
		[297, 'c07cd0e05b44', 'éàèç$@'],
		[871, '79c07ca14aac', 'ðþÐöÞ@'],
		[1141, '9f', '€'],
		[1142, '5a', '€'],
		[1143, '5a', '€'],
		[437, '9b84818e9ae1', '¢äüÄÜß'],
		[850, '84819cbed5', 'äü£¥ı'],
		[852, 'a5a998', 'ąęś'],
		[858, 'd5', '€'],
		[866, '8fe0a8', 'При'],
		[5346, '80', '€'],
		[921, 'e0', 'ą'],
		[33722, 'a4a2', 'あ'],
		[1363, 'b0a1', '가'],
	])('CCSID %d as its table has it', (ccsid, hex, text) => {
		expect(textOf(Buffer.from(hex, 'hex'), ccsid)).toBe(text);
	});

	test.each([930, 939, 1399, 0, -1, 99_999, NaN])('CCSID %d is not known, and the error names it', (ccsid) => {
		expect(() => textOf(Buffer.from('x'), ccsid)).toThrow(
			expect.objectContaining({ code: '2111', message: expect.stringContaining(`CCSID ${ccsid}`) as string }),
		);
	});

	test('UTF-16 in the order of the encoding, or of its mark', () => {
		expect(textOf(Buffer.from('4100', 'hex'), 1200, 546)).toBe('A');
		expect(textOf(Buffer.from('0041', 'hex'), 1200, 273)).toBe('A');
		expect(textOf(Buffer.from('fffe4100', 'hex'), 1200, 273)).toBe('A');
	});

	test('what cannot be read or written says so', () => {
		expect(() => textOf(Buffer.from('ff', 'hex'), 1208)).toThrow(/not valid text in its character set/);
		expect(() => textOf(Buffer.from('x'), 1399)).toThrow(/1399/);
		expect(() => bytesOf('€', 37)).toThrow(/lacks/);
		expect(() => bytesOf('ł', 819)).toThrow(/lacks/);
		expect(() => bytesOf('ł', 1252)).toThrow(/lacks/);
	});

	test('every byte of the EBCDIC pages comes back, save for the second end of a line', () => {
		fc.assert(
			fc.property(fc.constantFrom(...EBCDIC_PAGES), fc.uint8Array(), (ccsid, bytes) => {
				const plain = Buffer.from(bytes.map((byte) => (byte === 0x25 ? 0x15 : byte)));
				expect(bytesOf(textOf(plain, ccsid), ccsid)).toEqual(plain);
			}),
		);
	});
});

test('a P12 file is a secret, a PEM certificate is not', () => {
	const base = { address: 'a', queueManager: '', channel: 'C', cipherSpec: '' };
	expect([...secretsOf({ ...base, password: 'pass-word-1', certificate: '-----BEGIN CERTIFICATE-----' })]).toEqual([
		'pass-word-1',
	]);
	expect(tlsSettingsOf({ ...base, certificate: 'MIIabc' })).toMatchObject({ pkcs12: 'MIIabc' });
	expect([...secretsOf({ ...base, certificate: 'MIIabcdefgh' })]).toEqual(['MIIabcdefgh']);
});
