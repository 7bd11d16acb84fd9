import { ServiceError } from '../../kit/errors';
import { withoutEnd } from '../../kit/textEnd';
import type { DeadLetter, Message } from './connection';
import { textOf } from './text';
import type { WireMessage } from './wireMessage';

/** Format of a message on a dead-letter queue. */
export const MQDEAD = 'MQDEAD';
/** MQDLH is 172 bytes long (cmqc.h). */
const LENGTH = 172;
const REVERSED = 0x2;
const IDS = [Buffer.from('DLH '), Buffer.from('c4d3c840', 'hex')];

interface Described {
	format: string;
	codedCharacterSetId: number;
	encoding: number;
}

/**
 * Reads the header of a dead letter, of which character set and encoding are known.
 * @returns what it says, what the data behind it is, and where that begins
 * @throws ServiceError `badAnswer` for a header that is damaged or cut off
 * @see IBM MQ documentation, "MQDLH - Dead-letter header"
 */
export function readDeadLetter(
	data: Buffer,
	{ codedCharacterSetId, encoding }: Omit<Described, 'format'>,
): { deadLetter: DeadLetter; behind: Described; end: number } {
	if (data.length < LENGTH || !IDS.some((id) => id.equals(data.subarray(0, 4)))) {
		throw new ServiceError('badAnswer', 'The dead-letter header (MQDLH) of the message cannot be read.', {
			code: '2141',
			effect: 'none',
			hint: 'Look at the message with a tool of MQ.',
		});
	}
	const long = (at: number) => ((encoding & 0xf) === REVERSED ? data.readInt32LE(at) : data.readInt32BE(at));
	const isEbcdic = data[0] !== 0x44;
	const text = (at: number, length: number) =>
		withoutEnd(textOf(data.subarray(at, at + length), isEbcdic ? 37 : 819), '\0 ');
	const ccsid = long(112);
	return {
		deadLetter: { reason: long(8), queue: text(12, 48), queueManager: text(60, 48), putBy: text(128, 28) },
		behind: {
			encoding: long(108),
			// MQCCSI_UNDEFINED and its like: as the header itself.
			codedCharacterSetId: ccsid > 0 ? ccsid : codedCharacterSetId,
			format: text(116, 8),
		},
		end: LENGTH,
	};
}

/**
 * A message of a dead-letter queue as it was put at first, for putting it where it was meant to go: byte for byte, but
 * for the header of the dead letter. Any other message stays as it is.
 */
export function withoutDeadLetter(message: Message): Message {
	const { original } = message;
	if (!message.deadLetter || !original) return message;
	const { md, data } = original;
	const { behind, end } = readDeadLetter(data, { codedCharacterSetId: md.CodedCharSetId, encoding: md.Encoding });
	const whole: WireMessage = {
		md: { ...md, Format: behind.format, CodedCharSetId: behind.codedCharacterSetId, Encoding: behind.encoding },
		data: data.subarray(end),
	};
	return { ...message, original: whole };
}
