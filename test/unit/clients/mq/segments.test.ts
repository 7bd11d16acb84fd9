import fc from 'fast-check';

import { FLAG, HEADER_LENGTH, SegmentReader, segmentsOf } from '../../../../clients/mq/builtIn/segments';
import { MQGMO, MQMD, MQOD, MQPMO } from '../../../../clients/mq/builtIn/layouts';

const framing = { maxSegment: 1_024, isLittle: true, ccsid: 1208 };

test('a message of any length, cut anywhere, comes out as it went in', () => {
	fc.assert(
		fc.property(
			fc.uint8Array({ maxLength: 5_000 }),
			fc.boolean(),
			fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 20 }),
			fc.array(fc.nat(5_000), { maxLength: 4 }),
			fc.option(fc.nat(2_000), { nil: undefined }),
			(body, isLittle, pieces, cuts, size) => {
				// What was in the room before must not show.
				const room = size === undefined ? undefined : Buffer.alloc(size, 0xaa);
				const places = [0, ...cuts.sort((a, b) => a - b), body.length];
				const parts = places.slice(1).map((end, i) => Buffer.from(body.slice(places[i], end)));
				const bytes = Buffer.concat(segmentsOf(0x86, parts, { ...framing, isLittle }, { room }));
				expect(bytes).toEqual(Buffer.concat(segmentsOf(0x86, [Buffer.from(body)], { ...framing, isLittle })));
				const reader = new SegmentReader(framing.maxSegment);
				const segments = [];
				let at = 0;
				for (const length of [...pieces, bytes.length]) {
					segments.push(...reader.push(bytes.subarray(at, at + length)));
					at += length;
				}
				expect(Buffer.concat(segments.map((segment) => segment.body))).toEqual(Buffer.from(body));
				expect(segments.filter(({ flags }) => flags & FLAG.first)).toHaveLength(1);
				expect(segments.at(-1)?.flags ?? 0).toBe(segments.length === 1 ? 0x30 : 0x20);
				expect(segments.every((segment) => segment.isLittle === isLittle && segment.type === 0x86)).toBe(true);
			},
		),
	);
});

test('whatever bytes come, they are segments or an error', () => {
	fc.assert(
		fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), fc.boolean(), (pieces, begins) => {
			const reader = new SegmentReader(500);
			const start = Buffer.from('545348200000001d0286300000000000000000002202000004b8000000', 'hex');
			try {
				for (const piece of begins ? [start, ...pieces] : pieces) {
					for (const { body } of reader.push(Buffer.from(piece))) expect(body.length).toBeLessThanOrEqual(500);
				}
			} catch (error) {
				expect(error).toMatchObject({ name: 'ServiceError', category: 'badAnswer' });
			}
		}),
	);
});

test.each([
	['HTTP', Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: x'), /HTTP\/1\.1 200/],
	['EBCDIC', Buffer.concat([Buffer.from('e3e2c840', 'hex'), Buffer.alloc(30)]), /EBCDIC/],
	['shared conversations', Buffer.concat([Buffer.from('TSHM'), Buffer.alloc(40)]), /TSHM/],
	['another byte order', Buffer.concat([Buffer.from('5453482000000020', 'hex'), Buffer.alloc(30, 9)]), /byte order 9/],
	[
		'more than was agreed',
		Buffer.concat([Buffer.from('545348200000ffff0201', 'hex'), Buffer.alloc(30)]),
		/more than was agreed/,
	],
	['less than a header', Buffer.concat([Buffer.from('54534820000000050201', 'hex'), Buffer.alloc(30)]), /5 bytes/],
])('%s', (_name, bytes, message) => expect(() => new SegmentReader(1_000).push(bytes)).toThrow(message));

test('structures have the lengths that cmqc.h gives them', () => {
	expect([MQMD, MQOD, MQPMO, MQGMO].map(({ length }) => length)).toEqual([364, 168, 128, 100]);
	expect(HEADER_LENGTH).toBe(28);
});
