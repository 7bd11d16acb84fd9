import * as fc from 'fast-check';

import { ServiceError } from '../../../../kit/errors';
import { itemOf } from '../../../../nodes/IbmMq/run/item';
import { itemsOf, Unreadable } from '../../../../nodes/IbmMq/trigger/items';
import type { Settings } from '../../../../nodes/IbmMq/trigger/settings';
import type { Mqmd } from '../../../../clients/mq/wireMessage';
import { writeHeader } from '../../../../clients/mq/rfh2';
import { receivedMessage } from '../../../support/mq/received';

type Bytes = string | Uint8Array;
type Md = Partial<Mqmd>;
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const utf16 = (text: string, isLittle = true) => {
	const little = Buffer.from(text, 'utf16le');
	return isLittle ? little : little.swap16();
};
const shown = (body: Bytes) => (typeof body === 'string' ? body : Buffer.from(body).toString('hex')).slice(0, 40);
const itemIn = (body: Bytes, md: Md = {}) => itemOf(receivedMessage(body, md), 'auto');

const EVENT = { queue: 'Q', output: 'event', simplified: true, content: 'auto' } as Settings;
const asEvent = (body: Bytes, md: Md = {}, event?: string) => itemsOf(receivedMessage(body, md), { ...EVENT, event });

/** Documents: `data` is what is read. */
const DOCUMENTS: Array<[body: Bytes, data: unknown, md?: Md]> = [
	['<a/>', { a: {} }],
	['\n <a b="1"/> \n', { a: { b: '1' } }],
	['\ufeff<a/>', { a: {} }],
	['<a/>\0\0\0', { a: {} }],
	['{"a":"1"}\0', { a: '1' }],
	['<?xml version="1.0" encoding="ISO-8859-1"?><a b="é"/>', { a: { b: 'é' } }],
	['<?xml version="1.0" encoding="UTF-16"?><a/>', { a: {} }],
	['<a><![CDATA[<b>&]]></a>', { a: { '#text': '<b>&' } }],
	['<!-- - --><a><!-- x --></a>', { a: {} }],
	['<a b="&lt;&#65;&#x42;&quot;"/>', { a: { b: '<AB"' } }],
	['<a b="x&#10;y"/>', { a: { b: 'x\ny' } }],
	['<a>&nope;</a>', { a: { '#text': '&nope;' } }],
	['<a><b c="1"/><b c="2"/></a>', { a: { b: [{ c: '1' }, { c: '2' }] } }],
	['<x:a xmlns:x="u"/>', { 'x:a': { 'xmlns:x': 'u' } }],
	['{}', {}],
	['[]', []],
	['[1,"2",null,true]', ['1', '2', '', 'Y']],
	['{"a":12345678901234567890}', { a: '12345678901234567890' }],
	['{"a":1.10}', { a: '1.10' }],
	['{"a":-0}', { a: '-0' }],
	['{"a":1e400}', { a: '1e400' }],
	['{"a":false}', { a: 'N' }],
	['{"a":null}', { a: '' }],
	['{"":"x"}', { '': 'x' }],
	['{"a":{"b":1},"c":{"b":2}}', { a: { b: '1' }, c: { b: '2' } }],
	['[{"a":1},{"a":2}]', [{ a: '1' }, { a: '2' }]],
	['{"a":"a:b,{c}\\\\\\"d"}', { a: 'a:b,{c}\\"d' }],
	[utf16('<a b="é"/>'), { a: { b: 'é' } }, { CodedCharSetId: 1200, Encoding: 546 }],
	[utf16('<a b="é"/>', false), { a: { b: 'é' } }, { CodedCharSetId: 1200, Encoding: 273 }],
	[utf16('\ufeff<a/>'), { a: {} }, { CodedCharSetId: 1200, Encoding: 273 }],
	[utf16('<a/>'), { a: {} }, { CodedCharSetId: 1202, Encoding: 273 }],
	[bytes('3c6120623d22e9222f3e'), { a: { b: 'é' } }, { CodedCharSetId: 819 }],
	[bytes('3c6120623d2280222f3e'), { a: { b: '€' } }, { CodedCharSetId: 1252 }],
	[bytes('3c6120623d22a4222f3e'), { a: { b: '€' } }, { CodedCharSetId: 923 }],
	[bytes('4c81616e'), { a: {} }, { CodedCharSetId: 37, Encoding: 785 }],
	[bytes('4c81616e'), { a: {} }, { CodedCharSetId: 500, Encoding: 785 }],
	[bytes('4c81616e'), { a: {} }, { CodedCharSetId: 1047, Encoding: 785 }],
	['<a/>', { a: {} }, { CodedCharSetId: 0 }],
	['<a/>', { a: {} }, { CodedCharSetId: -1 }],
	['<a/>', { a: {} }, { CodedCharSetId: -2 }],
	['<a/>', { a: {} }, { CodedCharSetId: 367 }],
	['<a/>', { a: {} }, { Format: '' }],
	['<a/>', { a: {} }, { Format: 'ORDERXML' }],
	['<a/>', { a: {} }, { Format: 'Mqstr' }],
	['<a/>', { a: {} }, { Encoding: -1 }],
	['<a/>', { a: {} }, { Expiry: 0, Priority: -1, Persistence: 2, BackoutCount: -1, MsgType: 65_536 }],
	['<a/>', { a: {} }, { PutDate: '20261399', PutTime: '99999999' }],
	['<a/>', { a: {} }, { PutDate: '', PutTime: '' }],
	['<a/>', { a: {} }, { MsgFlags: 1 }],
];

test.each<[Md, object]>([
	[{ MsgType: 1 }, { messageType: 'request' }],
	[{ MsgType: 2 }, { messageType: 'reply' }],
	[
		{ MsgType: 4, Feedback: 260 },
		{ messageType: 'report', feedback: 260, feedbackName: 'MQFB_COD' },
	],
	[
		{ MsgType: 4, Feedback: 2053 },
		{ messageType: 'report', feedback: 2053, feedbackName: 'MQRC_Q_FULL' },
	],
	[
		{ MsgType: 65_536, Feedback: 70_000 },
		{ messageType: 65_536, feedback: 70_000, feedbackName: '70000' },
	],
])('the type of a message: %j', (md, expected) => {
	expect(itemIn('x', md).row).toMatchObject(expected);
	expect(Object.keys(itemIn('x').row)).not.toContain('messageType');
});

test.each<[Md, string | undefined]>([
	[{ CodedCharSetId: 1399, Encoding: 785 }, 'The character set of the message (CCSID 1399) is not known here.'],
	[{ CodedCharSetId: 1208 }, 'The message is not valid text in its character set (CCSID 1208).'],
	[{ CodedCharSetId: 1208, Format: '' }, undefined],
	[{ CodedCharSetId: 1399, Format: 'ORDERBIN' }, undefined],
])('bytes that are no text come as a file that says which character set they claim: %j', (md, problem) => {
	const { row, file } = itemIn(Buffer.from([0xff, 0xfe, 0x00]), md);
	expect(row).toMatchObject({ codedCharacterSetId: md.CodedCharSetId, encoding: md.Encoding ?? 546 });
	expect([row.problem, file?.bytes.length]).toEqual([problem, 3]);
});

/** What looks like a document and is none, or is nothing else than text: it comes out to the letter. */
const TEXTS: string[] = [
	...['', ' ', '\n', '\0', 'x', 'Grüße', '123', '-1.5e3', 'null', 'true', '"x"', 'a,b;c', "UNA:+.? '", 'ISA*00*'],
	...[
		'<',
		'>',
		'<3 you',
		'<a',
		'<a>',
		'<a/',
		'</a>',
		'<a></b>',
		'<a><b></a></b>',
		'<a/><b/>',
		'<a/>x',
		'x<a/>',
		'<a b/>',
	],
	...[
		'<a b=1/>',
		'<a b="1" b="2"/>',
		'<a b="1"c="2"/>',
		'<a b="<"/>',
		'<1a/>',
		'< a/>',
		'<a>&</a>',

		'<a>&#xZZ;</a>',
	],
	...['<!DOCTYPE a><a/>', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
	'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;&b;&b;</l>',
	'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.com/x">%x;]><a/>',
	...['<a><![CDATA[x</a>', '<a><!-- x</a>', '<?xml version="1.0"?>', '<html><br></html>', '<a>'.repeat(2000)],
	...[
		'{',
		'}',
		'[',
		']',
		'{"a"}',
		'{"a":}',
		'{a:1}',
		"{'a':1}",
		'{"a":1,}',
		'[1,]',
		'{"a":1}{"b":2}',
		'{"a":1} x',
		'{"a":NaN}',
	],
	...[
		'{"a":Infinity}',
		'{"a":01}',
		'{"a":+1}',
		'{"a":.5}',
		'{"a":"x',
		'{"a":"\n"}',
		'{"a":"\\x41"}',
		'{/* c */}',
		'{"a":undefined}',
	],
	...[
		'{"a":1,"a":2}',
		'{"a":1,"a":1}',
		'{"a":1,"\\u0061":2}',
		'{"x":{"b":1,"b":2}}',
		'[{"a":1},{"b":1,"b":2}]',
		'{"a":[{"c":1,"c":2}]}',
	],
	...['['.repeat(5000) + ']'.repeat(5000), '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), '{"a":1}'.repeat(2)],
	...['{"a":"b","c":"d","a":{}}', '{"":1,"":2}', '{"a\\"b":1,"a\\"b":2}'],
];

/** What is no text in its character set, or may be anything: it comes out as a file. */
const FILES: Array<[body: Bytes, md?: Md]> = [
	[bytes('ff')],
	[bytes('c0af')],
	[bytes('eda080')],
	[bytes('f4908080')],
	[bytes('3c61ff2f3e')],
	[bytes('3c61e22f3e'), { CodedCharSetId: 1208 }],
	[bytes('e9'), { CodedCharSetId: 367 }],
	[bytes('003c00'), { CodedCharSetId: 1200, Encoding: 273 }],
	[bytes('d800'), { CodedCharSetId: 1200, Encoding: 273 }],
	[bytes('0001'), { Format: '' }],
	[bytes('504b030414000000'), { Format: '' }],
	[bytes('1f8b0800'), { Format: '' }],
	[bytes('444c4820000000010000'), { Format: 'MQDEAD' }],
	...[1, 930, 939, 1390, 4711, 5026, 65_535].map((CodedCharSetId): [Bytes, Md] => ['<a/>', { CodedCharSetId }]),
];

/** MQRFH2: folders that are no folders, headers that are no headers. */
const header = (...folders: string[]) =>
	writeHeader({ format: 'MQSTR', codedCharacterSetId: 1208, encoding: 546, folders });
const changed = (at: number, value: number) => {
	const whole = Buffer.concat([header('<usr><a>1</a></usr>'), Buffer.from('<a/>')]);
	whole.writeInt32LE(value, at);
	return whole;
};
const DAMAGED: Uint8Array[] = [
	...[
		'text',
		'<usr',
		'<usr>',
		'<usr><a',
		'<usr><a>',
		'<usr><a>1</b></usr>',
		'<usr><a>1</usr>',
		'</usr>',
		'<usr/><usr/>',
	].map((one) => header(one)),
	...[
		'<usr><a dt=i4>1</a></usr>',
		'<usr><!-- c --></usr>',
		'<usr><a><![CDATA[x]]></a></usr>',
		'<?xml version="1.0"?><usr/>',
		'<!DOCTYPE usr><usr/>',
	].map((one) => header(one)),
	...['i1', 'i2', 'i4', 'int', 'i8', 'r4', 'r8', 'boolean', 'bin.hex'].map((type) =>
		header(`<usr><a dt="${type}">no</a></usr>`),
	),
	...['i1">128', 'i2">32768', 'i4">2147483648', 'i8">9223372036854775808', 'i4">1.5', 'i4">', 'bin.hex">abc'].map(
		(one) => header(`<usr><a dt="${one}</a></usr>`),
	),
	header(`${'<a>'.repeat(20)}${'</a>'.repeat(20)}`),
	header('<'.repeat(10_000)),
	header(`<usr>${'<a/>'.repeat(10_001)}</usr>`),
	...[-1, 0, 1, 3, 2 ** 31 - 1].map((version) => changed(4, version)),
	...[-1, 0, 35, 2 ** 31 - 1, 10_000].map((length) => changed(8, length)),
	...[-4, -1, 1_000, 2 ** 31 - 1].map((length) => changed(36, length)),
	...[4711, 65_535, -2].map((ccsid) => changed(32, ccsid)),
	...[0, 1, 4, 20, 35].map((length) => header('<usr/>').subarray(0, length)).filter((one) => one.length > 0),
	Buffer.from('XFH '),
	Buffer.concat(
		Array<Buffer>(9).fill(writeHeader({ format: 'MQHRF2', codedCharacterSetId: 1208, encoding: 546, folders: [] })),
	),
];
const JMS: Md = { Format: 'MQHRF2' };

test('there are at least 200 of them', () => {
	expect(DOCUMENTS.length + TEXTS.length + FILES.length + DAMAGED.length).toBeGreaterThanOrEqual(200);
});

test.each(DOCUMENTS.map(([body, data, md]) => ({ name: shown(body), body, data, md })))(
	'a document: $name $md',
	({ body, data, md }) => {
		const { row, file } = itemIn(body, md);
		expect(row.data).toEqual(data);
		expect([row.text, row.problem, file]).toEqual([undefined, undefined, undefined]);
	},
);

test.each(TEXTS.map((text) => ({ name: shown(text), text })))('a text: $name', ({ text }) => {
	const { row, file } = itemIn(text);
	expect(row.text).toBe(text);
	expect([row.data, row.problem, file]).toEqual([undefined, undefined, undefined]);
	// Where an event is wanted, it is an error with a reason.
	expect(() => asEvent(text, {}, 'orderCreated')).toThrow(Unreadable);
});

test.each(FILES.map(([body, md]) => ({ name: shown(body), body, md })))('a file: $name $md', ({ body, md }) => {
	const { row, file } = itemIn(body, md);
	expect(file?.bytes).toEqual(Buffer.from(body as string));
	expect([row.data, row.text]).toEqual([undefined, undefined]);
	expect(() => asEvent(body, md, 'orderCreated')).toThrow(Unreadable);
});

test.each(DAMAGED.map((body) => ({ name: shown(body.subarray(36)) || shown(body), body })))(
	'a damaged header: $name',
	({ body }) => {
		const { row, file } = itemIn(body, JMS);
		expect(row.problem).toMatch(/^The header MQRFH2 of the message cannot be read: |character set/);
		expect(file?.bytes).toEqual(Buffer.from(body));
		expect(() => asEvent(body, JMS, 'orderCreated')).toThrow(Unreadable);
		const { problem } = receivedMessage(body, JMS);
		expect(problem).toMatchObject({ effect: 'none', hint: expect.stringMatching(/\w{3}/) });
		expect(() => itemOf(receivedMessage(body, JMS), 'text')).toThrow(ServiceError);
	},
);

test('whatever bytes under whatever descriptor: it is data, text or a file, and nothing of it is lost', () => {
	const md = fc.record({
		Format: fc.constantFrom('MQSTR', 'MQHRF2', '', 'MQDEAD', 'mqstr'),
		CodedCharSetId: fc.oneof(
			fc.constantFrom(1208, 819, 1200, 37, 367, 943, 0, -2),
			fc.integer({ min: -3, max: 70_000 }),
		),
		Encoding: fc.constantFrom(546, 273, 785, 0, -1),
		MsgFlags: fc.constantFrom(0, 0, 0, 1, 2, 6, 8, 16, 24),
		Expiry: fc.integer({ min: -1 }),
	});
	const start = fc.constantFrom('', '<a b="', '{"a":', 'RFH \0\0\0\u0002', '\uFEFF');
	const end = fc.constantFrom('', '', '\0', ' \0\0');
	fc.assert(
		fc.property(md, start, fc.uint8Array({ maxLength: 200 }), end, (descriptor, begin, rest, last) => {
			const body = Buffer.concat([Buffer.from(begin), Buffer.from(rest), Buffer.from(last)]);
			const { row, file } = itemIn(body, descriptor);
			const kinds = [row.data !== undefined, row.text !== undefined, file !== undefined].filter(Boolean);
			expect(kinds).toHaveLength(body.length === 0 && row.problem !== undefined ? 0 : 1);
			// Behind a header that was read, the file is the rest.
			if (file) expect(body.subarray(body.length - file.bytes.length).equals(file.bytes)).toBe(true);
			const isWhole = descriptor.Format !== 'MQHRF2' || row.problem !== undefined;
			if (file && isWhole) expect(file.bytes).toEqual(body);
			const isUtf8 = descriptor.CodedCharSetId === 1208;
			// A byte order mark says how to read the text, and is none of it.
			if (isWhole && isUtf8 && row.text !== undefined) expect(row.text).toBe(body.toString().replace(/^\uFEFF/, ''));
			try {
				asEvent(body, descriptor, 'orderCreated');
			} catch (error) {
				expect(error).toBeInstanceOf(Unreadable);
			}
		}),
		{ numRuns: 2000 },
	);
});

test.each([
	[{ Expiry: 1 }, { expirySeconds: 0.1 }],
	[{ Expiry: 600 }, { expirySeconds: 60 }],
	[{ Persistence: 0 }, { persistent: false }],
	[{ CorrelId: Buffer.from('00ff10'.repeat(8), 'hex') }, { correlationId: '00ff10'.repeat(8) }],
	[
		{ MsgFlags: 8, GroupId: Buffer.alloc(24, 7), MsgSeqNumber: 2 },
		{ group: { id: '07'.repeat(24), sequenceNumber: 2, isLast: false } },
	],
	[
		{ MsgFlags: 24, GroupId: Buffer.alloc(24, 7), MsgSeqNumber: 3 },
		{ group: { id: '07'.repeat(24), sequenceNumber: 3, isLast: true } },
	],
	[{ PutDate: '20261399' }, { putAt: '' }],
] as Array<[Md, object]>)('what the descriptor %j says comes out', (md, row) => {
	expect(itemIn('x', md).row).toMatchObject(row);
});

test('a message of 10 MB is read in one go', () => {
	const document = `<Order>${'<OrderLine ItemID="MUG-BLUE" OrderedQty="1"/>'.repeat(20_000)}</Order>`;
	const { row } = itemIn(document);
	expect((row.data as { Order: { OrderLine: unknown[] } }).Order.OrderLine).toHaveLength(20_000);
	const text = 'x'.repeat(10 * 1024 * 1024);
	expect(itemIn(text).row.text).toBe(text);
});
