import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { decodeBody, readBody } from '../../../../kit/http/body';

const MAX = 64 * 1024 * 1024;
const text = '{"Order":[{"OrderNo":"AUR-1","Note":"é"}]}';
const packed = (coding: string) => ({ 'content-encoding': coding, 'content-type': 'application/json' });

test.each<[string, Buffer]>([
	['gzip', gzipSync(text)],
	['x-gzip', gzipSync(text)],
	['GZIP', gzipSync(text)],
	['deflate', deflateSync(text)],
	['deflate', deflateRawSync(text)],
	['br', brotliCompressSync(text)],
	['identity', Buffer.from(text)],
	['gzip, br', brotliCompressSync(gzipSync(text))],
	['gzip', Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))])],
	['gzip', Buffer.alloc(0)],
])('a body compressed by %s is read', async (coding, body) => {
	const read = await decodeBody(body, packed(coding), MAX);
	expect(read.body).toBe(body.length === 0 ? '' : text);
	expect(read.bytes.toString()).toBe(read.body);
	expect(await readBody(Readable.from(body.length === 0 ? [] : [body]), packed(coding), MAX)).toEqual(read);
});

test.each(['zstd', 'compress', 'gzip, gzip, gzip', 'toString', 'x\u0000y'])(
	'%j is named as unknown',
	async (coding) => {
		const decoding = decodeBody(gzipSync(text), packed(coding), MAX);
		await expect(decoding).rejects.toMatchObject({ category: 'badAnswer', passing: false });
		await expect(decoding).rejects.toThrow(/compressed in an unsupported way: [\w ,?-]+\./);
	},
);

const bomb = Buffer.alloc(8 * 1024 * 1024, '[');
test.each<[string, Buffer]>([
	['gzip', gzipSync(bomb)],
	['br', brotliCompressSync(bomb, { params: { 1: 1 } })],
	['deflate', deflateSync(bomb)],
	['gzip, gzip', gzipSync(gzipSync(bomb))],
])('what expands beyond all likelihood by %s is given up, and not fetched again', async (coding, body) => {
	await expect(decodeBody(body, packed(coding), MAX)).rejects.toMatchObject({
		category: 'badAnswer',
		passing: false,
		message: expect.stringContaining('200 times'),
	});
});

test('data that compress well are read, and the bound on the size counts for what is decompressed', async () => {
	const rows = Array.from({ length: 40_000 }, (_, index) => `{"ItemID":"AUR-${index}","Quantity":"0.00"}`).join();
	expect((await decodeBody(gzipSync(rows), packed('gzip'), MAX)).body).toHaveLength(rows.length);
	const small = decodeBody(gzipSync(rows), packed('gzip'), 100_000);
	await expect(small).rejects.toMatchObject({ message: expect.stringContaining('larger than 97 KB'), passing: false });
});

test('a body that was damaged may be whole the next time', async () => {
	const damaged = decodeBody(gzipSync(text).subarray(0, 30), packed('gzip'), MAX);
	await expect(damaged).rejects.toMatchObject({ category: 'badAnswer', effect: 'unknown', passing: undefined });
});

test.each([
	['application/json; charset=UTF-8', 'é', Buffer.from('é')],
	['application/json;charset="iso-8859-1"', 'é', Buffer.from('é', 'latin1')],
	["text/xml; charset = 'windows-1252'", '€', Buffer.from([0x80])],
	['text/xml; charset=nonsense', 'é', Buffer.from('é')],
	[
		'text/xml',
		'<?xml version="1.0" encoding="ISO-8859-1"?><é/>',
		Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><é/>', 'latin1'),
	],
])('%s is decoded', async (type, expected, body) => {
	expect((await decodeBody(body, { 'content-type': type }, MAX)).body).toBe(expected);
});
