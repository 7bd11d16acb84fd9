import { ServiceError } from '../../kit/errors';
import type { B2biClient } from './client';
import { ROUTING_CHANNEL } from './kinds';
import { createRecord, deleteRecord, findByName, type Write } from './records';
import { textOf, type Row } from './values';

/** Who sends to whom by which template. A dynamic template has no consumer. */
export interface Channel {
	templateName: string;
	producer: string;
	consumer?: string;
	/** Values that the template asks for. */
	facts?: Readonly<Record<string, string>>;
}

const rowOf = ({ templateName, producer, consumer, facts = {} }: Channel): Row => ({
	templateName,
	producer,
	...(consumer ? { consumer } : {}),
	provisioningFacts: Object.entries(facts).map(([provFactName, provFactValue]) => ({ provFactName, provFactValue })),
});

/** Creates a routing channel. If the response is lost, the channel is looked up by its template and partners. */
export const createChannel = (client: B2biClient, channel: Channel): Write =>
	createRecord(client, ROUTING_CHANNEL, rowOf(channel));

/** The channel of a template, producer and consumer. @throws ServiceError `notFound` */
export async function findChannel(client: B2biClient, channel: Channel): Promise<Row> {
	const found = await findByName(client, ROUTING_CHANNEL, rowOf(channel));
	if (found) return found;
	const { templateName, producer, consumer = '' } = channel;
	throw new ServiceError('notFound', 'There is no routing channel with this template, producer and consumer.', {
		api: ROUTING_CHANNEL.service,
		attributes: { templateName, producer, consumer },
		effect: 'none',
	});
}

/**
 * Puts a channel in the place of another, since there is no update: the old one is deleted, then the new one is created.
 * Where the creation fails, the old one is created again as it was, and the error says whether that went well.
 * @returns the new channel, and under `replaced` the key of the old one
 * @throws ServiceError
 */
export async function replaceChannel(client: B2biClient, old: Row, channel: Channel): Promise<Row> {
	const key = textOf(old, ROUTING_CHANNEL.key);
	await deleteRecord(client, ROUTING_CHANNEL, key).run();
	try {
		return { ...(await createChannel(client, channel).run()), replaced: key };
	} catch (error) {
		if (!(error instanceof ServiceError) || error.category === 'uncertain' || error.category === 'cancelled') {
			throw error;
		}
		const isBack = await createRecord(client, ROUTING_CHANNEL, backUp(old))
			.run()
			.then(
				() => true,
				() => false,
			);
		const said = isBack
			? 'The old channel was created again.'
			: 'The old channel is deleted and could not be created again.';
		throw error.with({
			hint: [error.hint, said].filter(Boolean).join(' '),
			attributes: { ...error.attributes, ...textual(old) },
		});
	}
}

const ATTRIBUTES = ['templateName', 'producer', 'consumer'] as const;

function backUp(old: Row): Row {
	const named = ATTRIBUTES.filter((name) => textOf(old, name) !== '').map((name) => [name, textOf(old, name)]);
	return { ...(Object.fromEntries(named) as Row), provisioningFacts: old.provisioningFacts ?? [] };
}

const textual = (old: Row): Record<string, string> =>
	Object.fromEntries(ATTRIBUTES.map((name) => [`old ${name}`, textOf(old, name)]));
