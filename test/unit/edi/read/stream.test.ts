import { Readable } from 'node:stream';

import fc from 'fast-check';

import { read, readStream, write, type Interchange, type ReadEvent, type Reading } from '../../../../edi';
import { file, ISA, orders, purchaseOrder, set } from '../samples';

/** The tree that the events of a stream make. */
async function treeOf(source: Parameters<typeof readStream>[0]): Promise<Reading> {
	const interchanges: Interchange[] = [];
	for await (const event of readStream(source)) {
		if (event.type === 'interchangeStart') interchanges.push(event.interchange);
		if (event.type === 'groupStart') event.interchange.groups.push(event.group);
		if (event.type === 'transaction') event.group.transactions.push(event.transaction);
		if (event.type === 'end') return { interchanges, diagnostics: event.diagnostics };
	}
	throw new Error('The stream has no end.');
}

const documents = [1, 2, 3].map((lines) => ({ id: '850', segments: purchaseOrder(lines, `PO-é-${lines}`) }));
const text = write(orders(documents), { characters: 'utf8', lineBreak: '\n' }).text;
const odd = [
	'\ufeff\n',
	text.replace('SE*', 'SE*9'),
	file(set('850', ['MSG*one\ntwo', 'BEG*00', 'N1*A>B'])).replaceAll('~', '…\r\n'),
	'IEA*1*000000001',
].join('\r\n');

/** The parts between cuts at the given places. */
function cutAt<T extends { length: number; slice(from: number, to?: number): T }>(whole: T, places: number[]): T[] {
	const cuts = [...new Set(places.map((place) => place % (whole.length + 1)))].sort((one, other) => one - other);
	return [0, ...cuts].map((from, index) => whole.slice(from, cuts[index]));
}

it.each([
	['a usual file', text],
	['an odd file', odd],
])('%s reads the same however it is cut, as text and as bytes', async (_, whole) => {
	const bytes = new TextEncoder().encode(whole);
	const expected = read(whole);
	expect(read(bytes)).toEqual(expected);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(), { maxLength: 30 }), async (places) => {
			expect(await treeOf(cutAt(whole, places))).toEqual(expected);
			expect(await treeOf(cutAt(bytes, places))).toEqual(expected);
		}),
		{ numRuns: 60 },
	);
	expect(await treeOf([...whole])).toEqual(expected);
	expect(await treeOf(Array.from({ length: whole.length }, (_, at) => whole.charAt(at)))).toEqual(expected);
});

it.each(['utf8', 'utf16le', 'latin1'] as const)('bytes of %s, one by one', async (encoding) => {
	const mark = encoding === 'utf16le' ? [0xff, 0xfe] : [];
	const bytes = Uint8Array.from([...mark, ...Buffer.from(text, encoding)]);
	const expected = read(bytes);
	expect(JSON.stringify(expected)).toContain('PO-é-3');
	expect(await treeOf(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected);
});

it.each(['utf16le', 'utf16be'] as const)('%s without a byte order mark', async (encoding) => {
	const little = Buffer.from(text, 'utf16le');
	const bytes = encoding === 'utf16be' ? little.swap16() : little;
	const expected = read(text);
	expect(read(bytes)).toEqual(expected);
	expect(await treeOf(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected);
});

it('bytes that are no UTF-8 in the middle of a file are windows-1252', () => {
	const bytes = Buffer.concat([Buffer.from(text), Buffer.from(file(set('850', ['MSG*Caf\u00e9'])), 'latin1')]);
	const reading = read(bytes);
	expect(reading.diagnostics).toMatchObject([{ code: 'encoding', severity: 'warning' }]);
	expect(reading.interchanges[1].groups[0].transactions[0].segments[0].elements).toEqual(['Café']);
});

it('windows-1252 is more than Latin-1, also in the last byte', async () => {
	const bytes = Buffer.concat([Buffer.from(file(set('850', ['MSG*5 ']))).subarray(0, -1), Buffer.from([0x80])]);
	const middle = Buffer.from(file(set('850', ['MSG*5 \u0080'])), 'latin1');
	for (const reading of [read(middle), await treeOf([...middle].map((byte) => Uint8Array.of(byte)))])
		expect(reading.interchanges[0].groups[0].transactions[0].segments[0].elements).toEqual(['5 €']);
	expect(JSON.stringify(read(bytes))).toContain('€');
});

it('takes a stream of Node.js', async () => {
	expect(await treeOf(Readable.from([Buffer.from(text)]))).toEqual(read(text));
});

it('gives the parts in the order of the file, each when it is complete', async () => {
	const events: ReadEvent[] = [];
	for await (const event of readStream([text])) events.push(event);
	expect(events.map(({ type }) => type)).toEqual([
		'interchangeStart',
		'groupStart',
		'transaction',
		'transaction',
		'transaction',
		'groupEnd',
		'interchangeEnd',
		'end',
	]);
	const end = events[6] as Extract<ReadEvent, { type: 'interchangeEnd' }>;
	expect(end.interchange).toMatchObject({ trailer: { id: 'IEA' }, groups: [] });
});

it('a set is given before the rest of the file is there', async () => {
	let isAsked = false;
	const large = write(orders([40, 2].map((lines) => ({ id: '850', segments: purchaseOrder(lines) })))).text;
	async function* source() {
		yield large.slice(0, -60);
		isAsked = true;
		yield large.slice(-60);
	}
	for await (const { type } of readStream(source())) if (type === 'transaction') break;
	expect(isAsked).toBe(false);
});

it('an ISA that ends with the first piece', async () => {
	expect((await treeOf([`${ISA}~`, text.slice(text.indexOf('GS*'))])).interchanges).toHaveLength(1);
});
