import fc from 'fast-check';

import { messageOf, wireOf } from '../../../../clients/mq/message';
import type { PropertyValue } from '../../../../clients/mq/connection';
import type { Mqmd } from '../../../../clients/mq/wireMessage';
import { foldersOf, propertiesOf, readHeader, writeHeader } from '../../../../clients/mq/rfh2';
import { jmsHeader, jmsTextMessage } from '../../../../sandbox/mq/rfh2';
import { anyCharacter } from '../../../support/characters';

const received = (data: Buffer, more: Partial<Mqmd> = {}) => {
	const { md } = wireOf({ body: Buffer.alloc(0) });
	const context = { BackoutCount: 0, UserIdentifier: '', PutApplName: '', PutDate: '20260115', PutTime: '09300012' };
	const unsaid = { Report: 0, Feedback: 0, GroupId: Buffer.alloc(24), MsgSeqNumber: 1, Offset: 0, MsgFlags: 0 };
	return messageOf({ ...unsaid, OriginalLength: -1, ...md, ...context, Format: 'MQHRF2', ...more }, data);
};

const WORDS = ['NULL', 'true', 'False', 'NOT', 'and', 'Or', 'BETWEEN', 'like', 'IN', 'is', 'Escape', 'Body', 'root'];
const isTaken = (each: string) =>
	/^(JMS|__proto__)/.test(each) || WORDS.some((word) => new RegExp(`^${word}$`, 'i').test(each));
const name = fc.stringMatching(/^[A-Za-z_$][A-Za-z0-9_$]{0,20}$/).filter((each) => !isTaken(each));
/** What no XML can carry, and so no receiver of JMS could read. */
const isControl = (each: string) => /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(each);
const value: fc.Arbitrary<PropertyValue> = fc.oneof(
	fc.string({ unit: anyCharacter }).filter((each) => !isControl(each)),
	fc.boolean(),
	fc.integer(),
	fc
		.double({ noNaN: true, noDefaultInfinity: true })
		.filter((each) => !Number.isSafeInteger(each) || Object.is(each, -0)),
	fc.constant(null),
);

test('properties of any name and value come back as they were', () => {
	fc.assert(
		fc.property(
			fc.dictionary(name, value, { minKeys: 1, noNullPrototype: true }),
			fc.uint8Array(),
			(properties, body) => {
				const { md, data } = wireOf({ body: Buffer.from(body), properties });
				expect(md.Format).toBe('MQHRF2');
				const message = received(data, md);
				const { 'mcd.Msd': kind, ...own } = message.properties;
				expect(kind).toBe('jms_text');
				expect(own).toEqual(properties);
				expect(message.body).toEqual(Buffer.from(body));
				expect(message.descriptor.format).toBe('MQSTR');
			},
		),
	);
});

test.each<[string, Record<string, PropertyValue | bigint>, RegExp]>([
	...WORDS.map((word): [string, Record<string, PropertyValue>, RegExp] => [word, { [word]: 1 }, /reserved word/]),
	['a word of usr', { 'usr.null': 1 }, /reserved word/],
	['a field of the descriptor', { 'Root.MQMD.Priority': 1 }, /reserved word/],
	['a name that JMS keeps', { JMSMessageID: 'x' }, /is not a JMS property that can be set/],
	['the same in usr', { 'usr.JMSXFoo': 'x' }, /is not a JMS property that can be set/],
	['a blank in it', { 'a b': 1 }, /not a valid name/],
	['a hyphen in it', { 'a-b': 1 }, /not a valid name/],
	['a digit first', { '1a': 1 }, /not a valid name/],
	['a point at its end', { 'a.': 1 }, /not a valid name/],
	['two points', { 'a.b.c': 1 }, /more than one point/],
	['4,096 characters', { ['x'.repeat(4096)]: 1 }, /not a valid name/],
	['an emoji in it', { '\u{1f600}': 1 }, /not a valid name/],
	['no value that is a number', { a: Number.NaN }, /not a finite number/],
	['an infinite value', { a: -Infinity }, /not a finite number/],
	['more than 64 bits', { a: 2n ** 63n }, /more than 64 bits/],
	['a NUL in its value', { a: 'x\0' }, /control character/],
	['an escape in its value', { a: '\u001b[0m' }, /control character/],
	['half of an emoji in its value', { a: '\ud83d' }, /half of a character/],
])('a property with %s is refused, and the error says which', (_what, properties, message) => {
	expect(() => foldersOf(properties)).toThrow(message);
	try {
		foldersOf(properties);
	} catch (error) {
		expect(error).toMatchObject({ category: 'invalidInput', effect: 'none', hint: expect.stringMatching(/./) });
		expect((error as Error).message).toContain(Object.keys(properties)[0].slice(0, 50));
	}
});

test('whole numbers of up to 64 bits keep their digits and their type', () => {
	for (const number of [2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n]) {
		expect(foldersOf({ a: number })).toContain(`<usr><a dt="i8">${number}</a></usr>`);
		expect(propertiesOf(foldersOf({ a: number }))).toMatchObject({ a: String(number) });
	}
});

test('a number beyond the range of a double stays text: JSON would make null of it', () => {
	expect(propertiesOf(['<usr><a dt="r8">1e999</a><b dt="r4">-1e400</b></usr>'])).toEqual({ a: '1e999', b: '-1e400' });
});

test('the type of JMS has its place in mcd, and stays a text message', () => {
	const folders = foldersOf({ JMSType: 'order' });
	expect(folders).toEqual(['<mcd><Msd>jms_text</Msd><Type>order</Type></mcd>']);
	expect(propertiesOf(folders)).toMatchObject({ JMSType: 'order' });
});

test('a message of a JMS sender: big-endian, typed properties, the text behind it', () => {
	const { body, descriptor } = jmsTextMessage('Q', '<Order/>', { text: 'a<b', count: 3, ratio: 1.5, flag: true });
	const message = received(Buffer.from(body), { Encoding: descriptor?.encoding, CodedCharSetId: 1208 });
	expect(message.properties).toMatchObject({
		'mcd.Msd': 'jms_text',
		JMSDestination: 'queue:///Q',
		JMSDeliveryMode: 2,
		text: 'a<b',
		count: 3,
		ratio: 1.5,
		flag: true,
	});
	expect(message.body.toString()).toBe('<Order/>');
	expect(message.descriptor).toMatchObject({ format: 'MQSTR', encoding: 273, putAt: '2026-01-15T09:30:00.120Z' });
});

test.each<[string, PropertyValue]>([
	[`<usr><a dt='i8'>-9223372036854775808</a></usr>`, '-9223372036854775808'],
	[`<usr><a dt="i1">-128</a></usr>`, -128],
	[`<usr><a dt='boolean'>TRUE</a></usr>`, true],
	[`<usr><a dt='bin.hex'>0AfF</a></usr>`, '0aff'],
	[`<usr><a dt='r4'>1.5E3</a></usr>`, 1500],
	[`<usr><a xsi:nil='true'></a></usr>`, null],
	[`<usr><a/></usr>`, ''],
	[`<usr><a>&lt;&amp;&#x41;</a></usr>`, '<&A'],
])('%s', (folder, expected) => expect(propertiesOf([folder])).toEqual({ a: expected }));

test.each<[string, object]>([
	['<usr><a>1</a><a dt="i4">2</a></usr>', { a: ['1', 2] }],
	['<usr><g><a>1</a></g><g><a>2</a></g></usr>', { 'g.a': ['1', '2'] }],
	[
		'<psc><Command>Publish</Command><Topic>A</Topic><Topic>B</Topic></psc>',
		{ 'psc.Command': 'Publish', 'psc.Topic': ['A', 'B'] },
	],
	['<own>text &amp; more</own>', { own: 'text & more' }],
	['<usr>text<a>1</a></usr>', { usr: 'text', a: '1' }],
	['<usr><g>text<a>1</a></g></usr>', { g: 'text', 'g.a': '1' }],
	['<usr>\n\t<a>1</a>\n\t<g>\n<b/></g> </usr>', { a: '1', 'g.b': '' }],
	['<usr></usr>', {}],
	['<usr/>', {}],
])('nothing of a folder is lost: %s', (folder, expected) => {
	expect(propertiesOf([folder])).toEqual(expected);
});

test('a property of several values is written as often as it was read', () => {
	const properties = { a: ['1', 2, true, null], 'psc.Topic': ['A', 'B'], b: 'x' };
	const { 'mcd.Msd': _kind, ...read } = propertiesOf(foldersOf(properties));
	expect(read).toEqual(properties);
});

test('groups and folders of others are named after where they are', () => {
	expect(propertiesOf(['<usr><g><a>1</a></g></usr>', '<other><b>2</b></other>'])).toEqual({
		'g.a': '1',
		'other.b': '2',
	});
	expect(foldersOf({ 'mcd.Msd': 'jms_bytes', JMSCorrelationID: 'x' })).toEqual([
		'<mcd><Msd>jms_bytes</Msd></mcd>',
		'<jms><Cid>x</Cid></jms>',
	]);
});

test.each([
	`<usr><a>1</b></usr>`,
	`<usr><a>1</usr>`,
	`<usr><a dt='i4'>x</a></usr>`,
	`<usr><a dt='i1'>128</a></usr>`,
	`<usr><a dt='boolean'>yes</a></usr>`,
	`<usr>`,
	`text`,
	`<usr/><usr/>`,
	`<usr><!-- --></usr>`,
	'<a>'.repeat(20),
])('%s is damaged', (folder) => {
	expect(() => propertiesOf([folder])).toThrow(expect.objectContaining({ category: 'badAnswer', code: '2334' }));
});

test.each([['a b'], ['1a'], [''], ['a..b'], ['a.b.c'], ['a<']])('%j is no name of a property', (key) => {
	expect(() => foldersOf({ [key]: 'x' })).toThrow(expect.objectContaining({ category: 'invalidInput' }));
});

test('a number that JSON does not have is refused', () => {
	expect(() => foldersOf({ a: Number.NaN })).toThrow(/finite/);
});

test('a header that was cut, or whose bytes were changed, is a message all the same, and moves as it came', () => {
	const whole = Buffer.concat([
		jmsHeader(['<mcd><Msd>jms_text</Msd></mcd>', `<usr><a dt='i4'>1</a></usr>`]),
		Buffer.from('body'),
	]);
	fc.assert(
		fc.property(
			fc.nat(whole.length),
			fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
			(cut, changes) => {
				const bytes = Buffer.from(whole);
				for (const [at, byte] of changes) bytes[at] = byte;
				const message = received(bytes.subarray(0, cut), { Encoding: 273 });
				if (message.problem) {
					expect(message.problem).toMatchObject({ category: 'badAnswer', attributes: { messageId: '0'.repeat(48) } });
					expect(message.body.equals(bytes.subarray(0, cut))).toBe(true);
				}
				const { md, data } = wireOf(message);
				expect([md.Format, md.Encoding]).toEqual(['MQHRF2', 273]);
				expect(data.equals(bytes.subarray(0, cut))).toBe(true);
			},
		),
	);
});

test('a problem names the message', () => {
	const MsgId = Buffer.alloc(24, 0xab);
	expect(received(Buffer.from('no header'), { MsgId }).problem).toMatchObject({
		attributes: { messageId: 'ab'.repeat(24) },
	});
});

test('headers without end, and a segment, are no message of their own', () => {
	const header = jmsHeader([], 'MQHRF2');
	expect(received(Buffer.concat(Array(20).fill(header)), { Encoding: 273 }).problem?.message).toMatch(/too many/);
	for (const MsgFlags of [0x2, 0x4 | 0x2, 0x18 | 0x2]) {
		const message = received(Buffer.from('part'), { Format: 'MQSTR', MsgFlags, Offset: 4 });
		expect(message.problem?.message).toMatch(/only one segment of a message, from byte 4/);
		expect(wireOf(message).md).toMatchObject({ MsgFlags, Offset: 4 });
	}
});

test('a message of a group keeps its place in it', () => {
	const group = { MsgFlags: 0x8, GroupId: Buffer.alloc(24, 7), MsgSeqNumber: 3, Format: 'MQSTR' };
	const message = received(Buffer.from('part'), group);
	expect(message.problem).toBeUndefined();
	expect(wireOf(message).md).toMatchObject(group);
});

test('the beginning of a message cannot be put', () => {
	expect(() => wireOf({ body: Buffer.from('part'), isPartial: true })).toThrow(/not all of it is there/);
});

test('a header of four megabytes is read in time that grows with its length', () => {
	const folder = `<usr>${'<a>x</a>'.repeat(9_000)}${' '.repeat(4_000_000)}</usr>`;
	const bytes = writeHeader({ format: 'MQSTR', codedCharacterSetId: 1208, encoding: 546, folders: [folder] });
	const { header } = readHeader(bytes, { codedCharacterSetId: 1208, encoding: 546 });
	expect(propertiesOf(header.folders)).toEqual({ a: Array<string>(9_000).fill('x') });
});
