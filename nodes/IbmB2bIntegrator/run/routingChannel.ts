import {
	createChannel,
	deleteRecord,
	findChannel,
	getRecord,
	kinds,
	replaceChannel,
	textOf,
	type Channel,
	type Row,
} from '../../../clients/b2bi';
import { namedEntries } from '../../../kit/n8n/entries';
import type { Result, RunContext } from '../operation';
import { shown } from './output';
import { write } from './records';

const KIND = kinds.ROUTING_CHANNEL;
const NO_CONSUMER =
	'The expression of Consumer returns nothing. Only the channel of a dynamic template has no consumer.';

function channelIn(context: RunContext): Channel {
	const { parameters } = context;
	const consumer = parameters.text('consumer') || undefined;
	if (consumer === undefined && parameters.isExpression('consumer')) context.hint(NO_CONSUMER);
	return {
		templateName: context.parameters.requiredText('templateName'),
		producer: context.parameters.requiredText('producer'),
		consumer,
		facts: parameters.has('facts') ? namedEntries(parameters, 'facts', (fact) => fact.exactText('value')) : {},
	};
}

async function find(context: RunContext): Promise<Row> {
	if (context.parameters.text('findBy') === 'parties') return await findChannel(context.client, channelIn(context));
	return await getRecord(context.client, KIND, context.parameters.requiredText('routingChannel'));
}

export async function getOne(context: RunContext): Promise<Result> {
	return [shown(await find(context), context)];
}

export async function createOne(context: RunContext): Promise<Result> {
	return await write(createChannel(context.client, channelIn(context)), context);
}

export async function deleteOne(context: RunContext): Promise<Result> {
	const key =
		context.parameters.text('findBy') === 'parties'
			? textOf(await find(context), KIND.key)
			: context.parameters.requiredText('routingChannel');
	return await write(deleteRecord(context.client, KIND, key), context);
}

export async function replaceOne(context: RunContext): Promise<Result> {
	const { client } = context;
	const key = context.parameters.requiredText('routingChannel');
	const channel = channelIn(context);
	return await write(
		{
			prepare: () => ({
				...createChannel(client, channel).prepare(),
				before: deleteRecord(client, KIND, key).prepare(),
			}),
			run: async () => await replaceChannel(client, await getRecord(client, KIND, key), channel),
		},
		context,
	);
}
