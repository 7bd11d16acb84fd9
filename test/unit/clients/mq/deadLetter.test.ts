import fc from 'fast-check';

import { withoutDeadLetter } from '../../../../clients/mq';
import { feedbackName } from '../../../../clients/mq/feedback';
import { wireOf } from '../../../../clients/mq/message';
import { bytesOf } from '../../../../clients/mq/text';
import { writeHeader } from '../../../../clients/mq/rfh2';
import { receivedMessage } from '../../../support/mq/received';

interface Fields {
	ccsid?: number;
	encoding?: number;
	format?: string;
	reason?: number;
}

/** The header as the queue manager writes it, in the encoding and character set of the message descriptor. */
function deadLetterHeader(md: { Encoding: number; CodedCharSetId: number }, fields: Fields = {}): Buffer {
	const { ccsid = 1208, encoding = 546, format = 'MQSTR', reason = 2053 } = fields;
	const header = Buffer.alloc(172);
	const text = (at: number, length: number, value: string) =>
		bytesOf(value.padEnd(length), md.CodedCharSetId === 500 ? 500 : 819).copy(header, at);
	const long = (at: number, value: number) =>
		md.Encoding === 546 ? header.writeInt32LE(value, at) : header.writeInt32BE(value, at);
	text(0, 4, 'DLH');
	long(4, 1);
	long(8, reason);
	text(12, 48, 'ORDERS.IN');
	text(60, 48, 'QM1');
	long(108, encoding);
	long(112, ccsid);
	text(116, 8, format);
	long(124, 11);
	text(128, 28, 'amqrmppa');
	text(156, 8, '20261127');
	text(164, 8, '10000000');
	return header;
}

const LITTLE = { Encoding: 546, CodedCharSetId: 1208 };
const BIG = { Encoding: 273, CodedCharSetId: 500 };
const dead = (md: typeof LITTLE, body: Buffer, fields?: Fields) =>
	receivedMessage(Buffer.concat([deadLetterHeader(md, fields), body]), { ...md, Format: 'MQDEAD' });

test.each([
	['little-endian', LITTLE],
	['big-endian and EBCDIC', BIG],
])('the header of a dead letter is read and taken off: %s', (_how, md) => {
	const message = dead(md, Buffer.from('<Order/>'));
	expect(message).toMatchObject({
		body: Buffer.from('<Order/>'),
		descriptor: { format: 'MQSTR', codedCharacterSetId: 1208, encoding: 546 },
		deadLetter: { reason: 2053, queue: 'ORDERS.IN', queueManager: 'QM1', putBy: 'amqrmppa' },
	});
	expect(message.problem).toBeUndefined();
});

test('a header MQRFH2 behind it is taken off as well', () => {
	const rfh2 = writeHeader({
		format: 'MQSTR',
		codedCharacterSetId: 1208,
		encoding: 546,
		folders: ['<mcd><Msd>jms_text</Msd></mcd>', '<usr><colour>red</colour></usr>'],
	});
	const message = dead(LITTLE, Buffer.concat([rfh2, Buffer.from('x')]), { format: 'MQHRF2' });
	expect(message).toMatchObject({
		body: Buffer.from('x'),
		properties: { colour: 'red' },
		deadLetter: { reason: 2053 },
	});
});

test.each<[string, Buffer]>([
	['cut off', deadLetterHeader(LITTLE).subarray(0, 171)],
	['none', Buffer.alloc(200)],
	['empty', Buffer.alloc(0)],
])('a header that is %s is a problem of the message, with all that came', (_what, data) => {
	const message = receivedMessage(data, { ...LITTLE, Format: 'MQDEAD' });
	expect(message.problem?.message).toMatch(/dead-letter header \(MQDLH\)/);
	expect(message.body).toEqual(data);
});

test('without it, the message is put as it was at first, and any other one as it came', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(LITTLE, BIG), (bytes, md) => {
			const body = Buffer.from(bytes);
			const plain = wireOf(withoutDeadLetter(dead(md, body, { format: '', ccsid: 819, encoding: 273 })));
			expect(plain).toMatchObject({ data: body, md: { Format: '', CodedCharSetId: 819, Encoding: 273 } });
			const other = receivedMessage(body, md);
			expect(withoutDeadLetter(other)).toBe(other);
		}),
	);
});

test.each([
	[2053, 'MQRC_Q_FULL'],
	[260, 'MQFB_COD'],
	[258, 'MQFB_EXPIRATION'],
	[65_536, '65536'],
])('the code %d is %s', (code, name) => {
	expect(feedbackName(code)).toBe(name);
});
