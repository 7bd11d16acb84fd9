import type { MessageToPut, MessageType } from '../../../clients/mq';
import { contentIn } from '../../../kit/n8n/content';
import { namedEntries } from '../../../kit/n8n/entries';
import { isBlank, yesNo } from '../../../kit/n8n/fields/value';
import type { Row } from '../../../kit/n8n/items';
import type { Parameters } from '../../../kit/n8n/parameters';
import { describeValue, refuse } from '../../../kit/n8n/refusal';
import { defined } from '../../../kit/record';
import type { Result, RunContext } from '../operation';
import { idIn, queueIn } from './parameters';
import { checkSize, putOnce } from './putOnce';

type Properties = NonNullable<MessageToPut['properties']>;

/** CCSIDs of the encodings that a text can be put in. */
const CCSID: Record<string, number> = { utf8: 1208, latin1: 819 };

export async function put(context: RunContext): Promise<Result> {
	const { parameters, session, hint, once } = context;
	const queue = queueIn(parameters);
	const message = await messageIn(context);
	if (parameters.flag('options.dryRun', false)) {
		hint('Dry Run is on: nothing was put.');
		await checkSize(session, queue, message, once);
		return [{ dryRun: true, queue, ...shown(message) }];
	}
	return [{ queue, messageId: await putOnce(session, queue, message, once), bytes: message.body.length }];
}

async function messageIn(context: RunContext): Promise<MessageToPut> {
	const { parameters } = context;
	const isFile = parameters.choice('contentSource') === 'binary';
	const { bytes } = await contentIn(context);
	const option = (name: string) => parameters.raw(`options.${name}`) !== undefined;
	const text = (name: string) => parameters.text(`options.${name}`) || undefined;
	const seconds = parameters.number('options.expiry', 0);
	// 16.1 seconds are no whole number of milliseconds in binary, and no life is so short that it has no end.
	const expiry = seconds > 0 ? Math.max(1, Math.round(seconds * 1000)) : 0;
	return {
		body: bytes,
		properties: propertiesIn(parameters),
		descriptor: defined({
			messageId: idIn(parameters, 'options.messageId'),
			correlationId: idIn(parameters, 'options.correlationId'),
			format: text('format') ?? (isFile ? '' : 'MQSTR'),
			codedCharacterSetId: isFile ? undefined : CCSID[parameters.choice('options.encoding', 'utf8')],
			persistent: parameters.flag('options.persistent', true),
			priority: option('priority') ? parameters.number('options.priority') : undefined,
			expiry: expiry === 0 ? undefined : expiry,
			messageType: option('messageType') ? (parameters.choice('options.messageType') as MessageType) : undefined,
			replyToQueue: text('replyToQueue'),
			replyToQueueManager: text('replyToQueueManager'),
		}),
	};
}

function propertiesIn(parameters: Parameters): Properties | undefined {
	const properties = namedEntries(parameters, 'properties', valueOf);
	return Object.keys(properties).length === 0 ? undefined : properties;
}

/** The value in its type; a text is sent as it is, with the blanks around it. */
function valueOf(property: Parameters): Properties[string] {
	switch (property.choice('type', 'string')) {
		case 'boolean':
			return property.field('value', (value) => (isBlank(value) ? refuse('is empty') : yesNo(value)));
		case 'number':
			return property.field('value', (value) =>
				Number.isFinite(value) ? (value as number) : (numberOf(property.text('value')) ?? misfit(value)),
			);
		default:
			return property.exactText('value');
	}
}

const misfit = (value: unknown): never => refuse(`must be a number, got ${describeValue(value)}`);

/** The number of a text, with all its digits; undefined where it is none, or too great. */
function numberOf(text: string): number | bigint | undefined {
	const number = Number(text);
	if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) || !Number.isFinite(number)) return undefined;
	return Number.isSafeInteger(number) || !/^[+-]?\d+$/.test(text) ? number : BigInt(text);
}

/** The message as a dry run shows it. */
function shown({ body, properties, descriptor = {} }: MessageToPut): Row {
	const isText = descriptor.codedCharacterSetId !== undefined;
	const encoding = descriptor.codedCharacterSetId === 819 ? 'latin1' : 'utf8';
	return {
		bytes: body.length,
		...descriptor,
		...(properties ? { properties: shownOf(properties) } : {}),
		...(isText ? { text: body.toString(encoding) } : {}),
	};
}

/** JSON has no numbers of that length, so they are shown as text, as they come out again. */
function shownOf(properties: Properties): Row {
	const shown = Object.entries(properties).map(([name, value]) => [
		name,
		typeof value === 'bigint' ? String(value) : value,
	]);
	return Object.fromEntries(shown) as Row;
}
