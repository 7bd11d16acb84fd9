import { ServiceError } from '../../../kit/errors';
import { headerOf, type TransportResponse } from '../../../kit/http/transport';
import type { Message, MessageToPut, PropertyValue } from '../connection';
import { idOf, mqmdToPut } from '../mqmd';
import { foldersOf } from '../rfh2';
import { textOf } from '../text';
import { unsupported } from './errors';

type Properties = NonNullable<MessageToPut['properties']>;

const USER = 'ibm-mq-usr';
const NAME = (field: string) => `ibm-mq-md-${field}`;
const ZEROS = '0'.repeat(48);

/**
 * The headers of a put. @throws ServiceError `configuration` for what mqweb cannot say, `invalidInput` for bodies that
 * are no text
 */
export function headersToPut({ descriptor = {}, properties = {}, body }: MessageToPut): Record<string, string> {
	mqmdToPut(descriptor);
	if (descriptor.messageId) throw unsupported('assigns message IDs itself');
	if (descriptor.messageType !== undefined) throw unsupported('assigns message types itself');
	if (descriptor.format && descriptor.format !== 'MQSTR') throw unsupported('puts text only (format MQSTR)');
	textOf(body, descriptor.codedCharacterSetId ?? 1208, descriptor.encoding);
	const { correlationId, expiry, persistent, priority, replyToQueue, replyToQueueManager = '' } = descriptor;
	const { JMSCorrelationID: ownCorrelation, ...others } = properties;
	// What a receiver of JMS could not see is refused here as well.
	foldersOf(properties);
	const usr = Object.entries(others).map(([name, value]) => propertyText(name, value));
	const replyTo = replyToQueueManager ? `${replyToQueue}@${replyToQueueManager}` : replyToQueue;
	return {
		'Content-Type': 'text/plain;charset=utf-8',
		...correlationOf(correlationId, ownCorrelation),
		...(expiry === undefined ? {} : { [NAME('expiry')]: String(expiry) }),
		...(persistent === undefined ? {} : { [NAME('persistence')]: persistent ? 'persistent' : 'nonPersistent' }),
		...(priority === undefined || priority < 0 ? {} : { [NAME('priority')]: String(priority) }),
		...(replyTo ? { [NAME('replyTo')]: replyTo } : {}),
		...(usr.length > 0 ? { [USER]: usr.join(', ') } : {}),
	};
}

/** The correlation ID of the message, or else a text that JMS has in its place. */
function correlationOf(id: string | undefined, own: Properties[string] | undefined): Record<string, string> {
	const name = NAME('correlationId');
	if (id) return { [name]: `ID:${idOf('correlation ID', id).toString('hex')}` };
	if (own === undefined) return {};
	if (own === null || /^$|^ID:|[^\x20-\x7e]/.test(String(own))) throw unsendable('JMSCorrelationID');
	return { [name]: String(own) };
}

function unsendable(name: string): ServiceError {
	return new ServiceError('invalidInput', `MQ REST cannot send the message property "${name}".`, {
		hint: 'Its name and value must be ASCII characters, it must have a value, and it cannot be a JMS property or belong to a folder other than usr. The built-in client and the IBM MQ client send all properties.',
		effect: 'none',
	});
}

function propertyText(name: string, value: Properties[string]): string {
	const text = String(value);
	const isPlain = /^[\w$]+$/.test(name) && !name.startsWith('JMS');
	if (!isPlain || value === null || typeof value === 'object' || /[^\x20-\x7e]/.test(text)) throw unsendable(name);
	if (typeof value === 'string') return `${name};"${text.replace(/["\\]/g, '\\$&')}";string`;
	if (typeof value === 'boolean') return `${name};${text};boolean`;
	if (typeof value === 'bigint') return `${name};${text};long`;
	if (!Number.isSafeInteger(value)) return `${name};${text};double`;
	return `${name};${text};${value === (value | 0) ? 'integer' : 'long'}`;
}

/** Blanks around a value are part of it, for two patterns that both take them would try each way to share them. */
const PROPERTY = /\s*([^;,\s]+)\s*;(?:\s*"((?:[^"\\]|\\.)*)"\s*|([^;,]*));\s*([a-z]+)\s*(?:,|$)/gy;

/** What mqweb does not say of a message. */
const UNKNOWN = {
	correlationId: ZEROS,
	format: 'MQSTR',
	codedCharacterSetId: 1208,
	encoding: 546,
	persistent: true,
	priority: 4,
	backoutCount: 0,
	replyToQueue: '',
	replyToQueueManager: '',
	putAt: '',
	putBy: '',
	userId: '',
};

const plainId = (id: string): string => id.replace(/^ID:/, '').toLowerCase();

/** A message that is there and cannot be delivered: nothing is known but its ID. */
export function unreadMessage(id: string, problem: ServiceError): Message {
	const messageId = plainId(id);
	return {
		descriptor: { ...UNKNOWN, messageId, format: '' },
		properties: {},
		body: Buffer.alloc(0),
		isPartial: true,
		problem: problem.with({ attributes: { ...problem.attributes, messageId } }),
	};
}

/**
 * A message out of the response to a get or a browse. mqweb does not say who put it and when, nor how often it came back.
 * One whose properties cannot be read has `problem`, and cannot be put again: they would be lost.
 */
export function messageIn(response: TransportResponse): Message {
	const value = (field: string) => headerOf(response, NAME(field)) ?? '';
	const expiry = value('expiry');
	const [replyToQueue, replyToQueueManager = ''] = value('replyto').split('@');
	const correlation = value('correlationid');
	const isCorrelationId = /^ID:[\da-f]{48}$/i.test(correlation);
	const usr = headerOf(response, USER) ?? '';
	const properties = propertiesIn(usr);
	return {
		descriptor: {
			...UNKNOWN,
			messageId: plainId(value('messageid')),
			correlationId: isCorrelationId ? correlation.slice(3).toLowerCase() : ZEROS,
			persistent: value('persistence') === 'persistent',
			priority: Number(value('priority') || 4),
			...(/^\d+$/.test(expiry) ? { expiry: Number(expiry) } : {}),
			replyToQueue,
			replyToQueueManager,
		},
		properties: {
			...(correlation !== '' && !isCorrelationId ? { JMSCorrelationID: correlation } : {}),
			...properties,
		},
		body: Buffer.from(response.body),
		...(properties ? {} : { isPartial: true, problem: unreadableProperties(plainId(value('messageid'))) }),
	};
}

/** The properties in the header; undefined where it is not in its form. */
function propertiesIn(text: string): Record<string, PropertyValue> | undefined {
	const found = [...text.matchAll(PROPERTY)];
	const length = found.reduce((sum, [whole]) => sum + whole.length, 0);
	if (text.slice(length).trim() !== '') return undefined;
	return Object.fromEntries(
		found.map(([, name, quoted, plain, type]): [string, PropertyValue] => {
			if (quoted !== undefined) return [name, quoted.replace(/\\(.)/g, '$1')];
			const value = plain.trim();
			if (type === 'boolean') return [name, value.toLowerCase() === 'true'];
			if (!NUMBERS.includes(type)) return [name, value];
			const number = Number(value);
			// JSON has no number for what is none or infinite.
			return [name, Number.isFinite(number) ? number : value];
		}),
	);
}

/** Types whose values JSON has as numbers; a long may have more digits. */
const NUMBERS = ['byte', 'short', 'integer', 'float', 'double'];

function unreadableProperties(messageId: string): ServiceError {
	return new ServiceError('badAnswer', `The properties of the message cannot be read (header ${USER}).`, {
		effect: 'none',
		attributes: { messageId },
		hint: 'Look at the message with a tool of MQ, or connect with the built-in client or the IBM MQ client.',
	});
}
