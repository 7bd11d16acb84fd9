import type { Message } from '../../../clients/mq';
import { feedbackName, textOf } from '../../../clients/mq';
import { withoutEnd } from '../../../kit/textEnd';
import { ServiceError } from '../../../kit/errors';
import type { Row } from '../../../kit/n8n/items';
import { documentIn, eventIn } from '../../IbmSterlingOms/trigger/events/fromQueue';

export type Content = 'auto' | 'binary' | 'text';

/** A message as an item: what the queue manager says about it, and its body. */
export interface MessageItem {
	row: Row;
	/** The body, where it comes out as a file. */
	file?: { bytes: Buffer; mimeType: string };
}

const NO_ID = /^0*$/;

/**
 * The item of a message. `auto`: XML and JSON become `data` in the form of Sterling's documents (values are text, lists
 * are arrays), other text becomes `text`, and what is no text becomes a file.
 * A message that cannot be read comes as a file, with `problem`.
 * @throws ServiceError where `text` is wanted and the body is none, or the message cannot be read
 */
export function itemOf(message: Message, content: Content): MessageItem {
	const { problem } = message;
	const row = described(message);
	if (problem) {
		if (content === 'text') throw problem;
		return { row: { ...row, problem: problem.message }, ...(message.body.length > 0 ? { file: fileOf(message) } : {}) };
	}
	if (content === 'binary') return asFile(message, row);
	if (content === 'text') return { row: { ...row, text: bodyText(message) } };
	const text = tryText(message);
	if (typeof text !== 'string') return asFile(message, row, text);
	const data = documentIn(withoutNuls(text));
	const event = eventIn(data, message.properties);
	return { row: { ...row, ...(event ? { event } : {}), ...(data === undefined ? { text } : { data }) } };
}

/** A body as a file. What it says about its bytes stands beside it, and why it is no text although it claims to be. */
function asFile(message: Message, row: Row, why?: ServiceError): MessageItem {
	const { codedCharacterSetId, encoding, format } = message.descriptor;
	const problem = why && format === 'MQSTR' ? { problem: why.message } : {};
	return { row: { ...row, codedCharacterSetId, encoding, ...problem }, file: fileOf(message) };
}

/** What travels beside the body. What has no value is left out. */
export function described({ descriptor, properties, deadLetter }: Message): Row {
	const { messageId, correlationId, expiry, replyToQueue, replyToQueueManager } = descriptor;
	const { format, persistent, priority, backoutCount, group, putAt, putBy, userId } = descriptor;
	const { messageType, feedback } = descriptor;
	return {
		messageId,
		...(NO_ID.test(correlationId) ? {} : { correlationId }),
		format,
		persistent,
		priority,
		...(expiry === undefined ? {} : { expirySeconds: expiry / 1000 }),
		backoutCount,
		...(replyToQueue ? { replyToQueue } : {}),
		...(replyToQueueManager ? { replyToQueueManager } : {}),
		...(messageType === undefined ? {} : { messageType }),
		...(feedback === undefined ? {} : { feedback, feedbackName: feedbackName(feedback) }),
		...(deadLetter ? { deadLetter: { ...deadLetter, reasonName: feedbackName(deadLetter.reason) } } : {}),
		...(group ? { group: { ...group } } : {}),
		putAt,
		putBy,
		userId,
		properties,
	};
}

/** A text without the NULs that programs in C and COBOL leave at the end of a buffer. */
export const withoutNuls = (text: string): string => withoutEnd(text, '\0');

/** The body as text. @throws ServiceError `badAnswer` where it is none in its character set */
export function bodyText({ body, descriptor }: Message): string {
	const { codedCharacterSetId, encoding } = descriptor;
	// 0 is the queue manager's own set and negative ones are inherited: nobody said which one it is.
	return textOf(body, codedCharacterSetId > 0 ? codedCharacterSetId : 1208, encoding);
}

/**
 * The body as text where it is one, or why it is none. A body without a format may be anything: a character that no text
 * has makes it a file.
 */
function tryText(message: Message): string | ServiceError | undefined {
	try {
		const text = bodyText(message);
		const hasControls = message.descriptor.format !== 'MQSTR' && /[\0-\x08\x0e-\x1f]/.test(text);
		return hasControls ? undefined : text;
	} catch (error) {
		if (error instanceof ServiceError && error.category === 'badAnswer') return error;
		throw error;
	}
}

function fileOf({ body, descriptor }: Message): MessageItem['file'] {
	return {
		bytes: body,
		mimeType: descriptor.format === 'MQSTR' ? 'text/plain' : 'application/octet-stream',
	};
}
