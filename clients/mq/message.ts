import { ServiceError } from '../../kit/errors';
import type { DeadLetter, Message, MessageToPut } from './connection';
import { MQDEAD, readDeadLetter } from './deadLetter';
import { descriptorOf, mqmdToPut, NATIVE, UTF8 } from './mqmd';
import { foldersOf, MQHRF2, propertiesOf, readHeader, tooManyHeaders, writeHeader } from './rfh2';
import { mqmdAsItCame, type Mqmd, type MqmdToPut } from './wireMessage';

/** More headers than one behind the other are rare; so many are a mistake. */
const MAX_HEADERS = 8;

/** MQMF_SEGMENT and MQMF_LAST_SEGMENT. */
const SEGMENT = 0x2 | 0x4;

/**
 * A message unchanged, with the headers MQDLH and MQRFH2 taken off, the latter into properties; format, character set
 * and encoding are those of the body behind them. Never throws: one that cannot be read has `problem`, and everything
 * that came as its body.
 * @param partial why `data` is only its beginning
 */
export function messageOf(md: Mqmd, data: Buffer, partial?: ServiceError): Message {
	const descriptor = descriptorOf(md);
	const original = { md, data };
	const unread = (problem: ServiceError): Message => ({
		descriptor,
		properties: {},
		body: data,
		...(partial ? { isPartial: true } : { original }),
		problem: problem.with({ attributes: { ...problem.attributes, messageId: descriptor.messageId } }),
	});
	if (partial) return unread(partial);
	if ((md.MsgFlags & SEGMENT) !== 0) return unread(segment(md));
	if (md.Format !== MQHRF2 && md.Format !== MQDEAD) return { descriptor, properties: {}, body: data, original };
	try {
		const { folders, body, deadLetter, ...behind } = withoutHeaders(descriptor, data);
		const properties = propertiesOf(folders);
		return {
			descriptor: { ...descriptor, ...behind },
			properties,
			body,
			...(deadLetter ? { deadLetter } : {}),
			original,
		};
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return unread(error);
	}
}

function withoutHeaders({ format, codedCharacterSetId, encoding }: Message['descriptor'], data: Buffer) {
	const folders: string[] = [];
	let behind = { format, codedCharacterSetId, encoding };
	let body = data;
	let deadLetter: DeadLetter | undefined;
	if (format === MQDEAD) {
		const read = readDeadLetter(body, behind);
		({ deadLetter, behind } = read);
		body = body.subarray(read.end);
	}
	for (let count = 0; behind.format === MQHRF2 && body.length > 0; count++) {
		if (count === MAX_HEADERS) throw tooManyHeaders();
		const { header, end } = readHeader(body, behind);
		const { folders: more, ...described } = header;
		folders.push(...more);
		behind = described;
		body = body.subarray(end);
	}
	return { ...behind, folders, body, deadLetter };
}

function segment({ Offset }: Mqmd): ServiceError {
	return new ServiceError('badAnswer', `The message is only one segment of a message, from byte ${Offset} on.`, {
		effect: 'none',
		hint: 'Have the sending application put whole messages. If they are too long, have MAXMSGL of the queue and the channel raised.',
	});
}

/**
 * What goes over the wire for a message: with properties, a header MQRFH2 before the body.
 * @throws ServiceError `invalidInput`
 */
export function wireOf({ body, properties, original, isPartial, descriptor }: MessageToPut): {
	md: MqmdToPut;
	data: Buffer;
} {
	if (isPartial) {
		throw new ServiceError('invalidInput', 'The message cannot be put: not all of it is there.', {
			effect: 'none',
		});
	}
	if (original) return { md: mqmdAsItCame(original.md), data: original.data };
	const md = mqmdToPut(descriptor);
	if (md.Format === MQHRF2) checkHeader(md, body);
	const folders = foldersOf(properties);
	if (folders.length === 0) return { md, data: body };
	const { Format: format, CodedCharSetId: codedCharacterSetId, Encoding: encoding } = md;
	const header = writeHeader({ format, codedCharacterSetId, encoding, folders });
	return {
		md: { ...md, Format: MQHRF2, CodedCharSetId: UTF8, Encoding: NATIVE },
		data: Buffer.concat([header, body]),
	};
}

/** Nobody could read a message whose format promises a header that is not there. @throws ServiceError `invalidInput` */
function checkHeader({ CodedCharSetId: codedCharacterSetId, Encoding: encoding }: MqmdToPut, body: Buffer): void {
	try {
		readHeader(body, { codedCharacterSetId, encoding });
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		throw new ServiceError('invalidInput', `The format is ${MQHRF2}, and the body does not begin with that header.`, {
			effect: 'none',
			hint: `${error.message} Leave the format empty: message properties add the header automatically.`,
		});
	}
}
