import { ServiceError } from '../../kit/errors';
import type { Message, MessageToPut } from './connection';
import { descriptorOf, mqmdToPut, NATIVE, UTF8, type Mqmd, type MqmdToPut } from './mqmd';
import { foldersOf, MQHRF2, propertiesOf, readHeader, writeHeader } from './rfh2';

/** More headers than one behind the other are rare; so many are a mistake. */
const MAX_HEADERS = 8;

/**
 * A message as it came, with the headers MQRFH2 taken off into properties; format, character set and encoding are those
 * of the body behind them.
 * @throws ServiceError `badAnswer` with the message ID for a header that is damaged
 */
export function messageOf(md: Mqmd, data: Buffer): Message {
	const descriptor = descriptorOf(md);
	const folders: string[] = [];
	let body = data;
	try {
		for (let count = 0; descriptor.format === MQHRF2 && body.length > 0 && count < MAX_HEADERS; count++) {
			const { header, end } = readHeader(body, descriptor);
			const { format, codedCharacterSetId, encoding } = header;
			folders.push(...header.folders);
			Object.assign(descriptor, { format, codedCharacterSetId, encoding });
			body = body.subarray(end);
		}
		return { descriptor, properties: propertiesOf(folders), body, ...(folders.length > 0 ? { folders } : {}) };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		throw error.with({ attributes: { messageId: descriptor.messageId } });
	}
}

/**
 * What goes over the wire for a message: with properties (or folders), a header MQRFH2 before the body.
 * @throws ServiceError `invalidInput`
 */
export function wireOf({ body, properties, folders = foldersOf(properties), descriptor }: MessageToPut): {
	md: MqmdToPut;
	data: Buffer;
} {
	const md = mqmdToPut(descriptor);
	if (folders.length === 0) return { md, data: body };
	const { Format: format, CodedCharSetId: codedCharacterSetId, Encoding: encoding } = md;
	const header = writeHeader({ format, codedCharacterSetId, encoding, folders });
	return {
		md: { ...md, Format: MQHRF2, CodedCharSetId: UTF8, Encoding: NATIVE },
		data: Buffer.concat([header, body]),
	};
}
