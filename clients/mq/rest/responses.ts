import { ServiceError } from '../../../kit/errors';
import { askedAddress } from '../../../kit/http/askedAddress';
import type { TransportResponse } from '../../../kit/http/transport';
import type { Match, Message } from '../connection';
import { idOf } from '../mqmd';
import { EXAMPLE } from './address';
import { incomplete, restError } from './errors';
import { messageIn } from './headers';

/** The error where more messages are wanted, and there, than are listed at once (`most`). */
export function tooMany(queue: string, most: number): ServiceError {
	const count = most.toLocaleString('en-US');
	return new ServiceError('invalidInput', `MQ REST lists at most ${count} messages, and ${queue} has more.`, {
		hint: `Set a limit of up to ${count}, or connect with the built-in client or IBM's client.`,
		effect: 'none',
		attributes: { queue },
	});
}

/** The parameters of a request for messages that match. @throws ServiceError `invalidInput` */
export function queryOf({ messageId, correlationId }: Match): Record<string, string> {
	const id = (what: string, text: string) => `ID:${idOf(what, text).toString('hex')}`;
	return {
		...(messageId ? { messageId: id('message ID', messageId) } : {}),
		...(correlationId ? { correlationId: id('correlation ID', correlationId) } : {}),
	};
}

/** The message of a response; undefined where there was none. @throws ServiceError for any other response */
export function oneOf(response: TransportResponse, verb: string, queue: string): Message | undefined {
	if (response.status === 204) return undefined;
	if (response.status !== 200) throw restError(response, verb, queue);
	const message = messageIn(response);
	if (message.descriptor.messageId === '') throw incomplete('has no message ID', response, verb, queue);
	return message;
}

/** The IDs in a list of messages. @throws ServiceError `badAnswer` */
export function idsIn(response: TransportResponse): string[] {
	try {
		const { messages } = JSON.parse(response.body) as { messages: Array<{ messageId: unknown }> };
		return messages.map(({ messageId }) => {
			if (typeof messageId !== 'string') throw new Error('no ID');
			return messageId;
		});
	} catch {
		throw new ServiceError('badAnswer', 'The list of messages that the MQ REST server sent cannot be read.', {
			httpStatus: response.status,
			effect: 'none',
			attributes: { ...askedAddress(response) },
			hint: `Check that the address is that of an mqweb server of IBM MQ 9.2.5 or newer. ${EXAMPLE}`,
			remedy: { field: 'endpoint' },
		});
	}
}
