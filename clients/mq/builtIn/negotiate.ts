import { MQRC, mqError } from '../errors';
import { MAX_MESSAGE_BYTES } from '../settings';
import type { Conversation } from './conversation';
import { EXTRA_LENGTH, INITIAL_DATA, SHORT_INITIAL_DATA, type InitialData } from './layouts';
import { FLAG } from './segments';

/**
 * The level of the protocol that is offered, that of MQ 7; the other side may name a lower one. From 13 on, both sides
 * would have to agree upon a protection for passwords of MQ's own.
 */
const FAP_LEVEL = 12;
const LOWEST_FAP_LEVEL = 4;
const MAX_TRANSMISSION = 32_748;
const LEAST_TRANSMISSION = 1_024;
/** Seconds; the greater value of both sides counts. */
const HEARTBEAT = 30;
const MAX_ROUNDS = 4;
const NO_COMPRESSION = { header: Buffer.from([0, 0xff]), message: Buffer.from([0, ...Array<number>(15).fill(0xff)]) };

/** What a client says of itself first, for the rounds of a negotiation. */
function offerOf(channel: string, queueManager: string): Partial<InitialData> {
	return {
		FapLevel: FAP_LEVEL,
		MaxTransmissionSize: MAX_TRANSMISSION,
		MaxMessageSize: MAX_MESSAGE_BYTES,
		Channel: channel,
		Ccsid: 1208,
		QueueManager: queueManager,
		HeartbeatInterval: HEARTBEAT,
		ExtraLength: EXTRA_LENGTH,
		HeaderCompression: NO_COMPRESSION.header,
		MessageCompression: NO_COMPRESSION.message,
		// One conversation for each socket, as before version 7: SHARECNV(0).
		ConversationsPerSocket: 0,
		ProductId: 'MQMM09000000',
	};
}

/**
 * Agrees with the queue manager upon level, sizes, heartbeat and byte order. It may answer with values of its own, which
 * are then confirmed.
 * @returns the longest message that the channel takes, in bytes
 * @throws ServiceError with the reason code of a refusal
 */
export async function negotiate(
	conversation: Conversation,
	channel: string,
	queueManager: string,
	signal?: AbortSignal,
): Promise<number> {
	let offer = offerOf(channel, queueManager);
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const bytes = INITIAL_DATA.write(offer, conversation.agreement.isLittle);
		const isShort = (offer.FapLevel ?? 0) < 9;
		const { body, isLittle, flags } = await conversation.negotiate(
			isShort ? bytes.subarray(0, SHORT_INITIAL_DATA + 4) : bytes,
			signal,
		);
		const answer = read(body, isLittle, conversation);
		const agreement = {
			maxSegment: Math.min(MAX_TRANSMISSION, answer.MaxTransmissionSize),
			isLittle,
			ccsid: answer.Ccsid,
			heartbeat: answer.HeartbeatInterval,
		};
		if (agreement.maxSegment < LEAST_TRANSMISSION) {
			throw conversation.refuse(`it allows segments of only ${answer.MaxTransmissionSize} bytes`);
		}
		conversation.agreement = agreement;
		const isRefused = answer.ErrorFlags !== 0 || answer.ErrorFlags2 !== 0 || (flags & FLAG.error) !== 0;
		if ((flags & FLAG.close) !== 0) {
			const detail = 'The queue manager ended the channel during the negotiation.';
			throw mqError(MQRC.channelConfiguration, { verb: 'MQCONNX', detail, effect: 'none' });
		}
		if (!isRefused) {
			if (answer.ConversationsPerSocket !== 0 && answer.FapLevel >= 9) {
				throw conversation.refuse('it shares conversations although none were offered');
			}
			return Math.min(MAX_MESSAGE_BYTES, answer.MaxMessageSize || MAX_MESSAGE_BYTES);
		}
		offer = {
			...offer,
			FapLevel: Math.min(FAP_LEVEL, answer.FapLevel),
			MaxTransmissionSize: agreement.maxSegment,
			MaxMessageSize: Math.min(MAX_MESSAGE_BYTES, answer.MaxMessageSize),
			MaxMessagesPerBatch: answer.MaxMessagesPerBatch,
			SequenceWrap: answer.SequenceWrap,
			HeartbeatInterval: answer.HeartbeatInterval,
			Ccsid: answer.Ccsid,
		};
	}
	throw conversation.refuse('it does not agree to any values');
}

function read(body: Buffer, isLittle: boolean, conversation: Conversation): InitialData {
	const isId = body.toString('latin1', 0, 4) === 'ID  ';
	if (!isId || body.length < SHORT_INITIAL_DATA) throw conversation.refuse('its initial data is not valid');
	// Levels below 9 have fewer fields; those of higher levels may have more.
	const answer = INITIAL_DATA.read(
		Buffer.concat([body.subarray(0, INITIAL_DATA.length)], INITIAL_DATA.length),
		isLittle,
	);
	if (answer.FapLevel < LOWEST_FAP_LEVEL)
		throw conversation.refuse(`it speaks level ${answer.FapLevel} of the protocol`);
	return answer;
}
