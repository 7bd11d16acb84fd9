import type { MqBehaviour } from '../options';
import { Reader, Writer } from './bytes';

/** What one side says of itself. */
export interface InitialData {
	fapLevel: number;
	maximumSegment: number;
	maximumMessage: number;
	channel: string;
	ccsid: number;
	queueManager: string;
	heartbeat: number;
	conversations: number;
}

export const CCSID = 1208;
const [WRONG_CCSID, WRONG_ENCODING, WRONG_SEGMENT, WRONG_LEVEL] = [0x01, 0x02, 0x04, 0x08];

export function readInitialData(body: Buffer, isLittle: boolean): InitialData {
	const from = new Reader(body, isLittle);
	if (from.text(4) !== 'ID') throw new Error('no initial data');
	const fapLevel = from.byte();
	const maximumSegment = from.skip(7).long();
	const maximumMessage = from.long() >>> 0;
	const channel = from.skip(4).text(20);
	const ccsid = from.skip(2).short();
	const queueManager = from.text(48);
	const heartbeat = from.long();
	const isLong = fapLevel >= 9 && body.length >= 208;
	const conversations = isLong ? from.skip(28).long() : 0;
	return { fapLevel, maximumSegment, maximumMessage, channel, ccsid, queueManager, heartbeat, conversations };
}

interface Answer {
	body: Buffer;
	/** Whether the client has to say it again with these values. */
	isAgain: boolean;
	/** Both sides' values. */
	agreed: InitialData;
}

interface Asked {
	said: InitialData;
	/** Byte order in which it was said. */
	isLittle: boolean;
	isFirst: boolean;
	/** Bytes; of the channel. */
	maximumMessage: number;
	name: string;
	behaviour: MqBehaviour;
}

/** What the queue manager says to the initial data of a client: the smaller of both values, but the longer heartbeat. */
export function answerTo({ said, isLittle, isFirst, maximumMessage, name, behaviour }: Asked): Answer {
	const own = behaviour.byteOrder === 'little';
	const agreed: InitialData = {
		...said,
		fapLevel: Math.min(said.fapLevel, behaviour.fapLevel),
		maximumSegment: Math.min(said.maximumSegment, behaviour.maximumSegment),
		maximumMessage: Math.min(said.maximumMessage, maximumMessage),
		ccsid: CCSID,
		heartbeat: said.heartbeat === 0 || behaviour.heartbeat === 0 ? 0 : Math.max(said.heartbeat, behaviour.heartbeat),
		conversations: 0,
	};
	const differs =
		(said.ccsid === CCSID ? 0 : WRONG_CCSID) |
		(isLittle === own ? 0 : WRONG_ENCODING) |
		(said.maximumSegment === agreed.maximumSegment ? 0 : WRONG_SEGMENT) |
		(said.fapLevel === agreed.fapLevel ? 0 : WRONG_LEVEL);
	const errors = isFirst && behaviour.insistsOnItsValues ? differs : 0;
	return { body: write(agreed, name, own, errors), isAgain: errors !== 0, agreed };
}

function write(data: InitialData, name: string, isLittle: boolean, errors: number): Buffer {
	const to = new Writer(isLittle)
		.text('ID', 4)
		.byte(data.fapLevel, 0x26, 0, errors, 0, 0)
		.short(50)
		.long(data.maximumSegment, data.maximumMessage, 999_999_999)
		.text(data.channel, 20)
		.byte(0x51, 0)
		.short(data.ccsid)
		.text(name, 48)
		.long(data.heartbeat);
	if (data.fapLevel < 9) return to.short(0).byte(0, 0).done();
	return to
		.short(106)
		.byte(0, 0, 0, 0xff)
		.byte(0, ...Array<number>(15).fill(0xff))
		.short(0)
		.long(0, data.conversations)
		.byte(0, 0)
		.short(0)
		.long(process.pid, 1, 27)
		.text('MQMM09040100', 12)
		.text(`${name}_2026-01-15_09.30.00`, 48)
		.done();
}
