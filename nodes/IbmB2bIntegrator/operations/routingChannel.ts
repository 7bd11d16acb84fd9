import type { INodeProperties } from 'n8n-workflow';

import { meaning, steering, type Field } from '../../../kit/n8n/fields/field';
import type { Parameters } from '../../../kit/n8n/parameters';
import { choice, entries, optionally, shownFor, text, writeOptions } from '../../../kit/n8n/fields/basic';
import { partner, routingChannel as channelLocator } from '../fields/locators';
import { getMany } from './record';
import type { Operation, Resource } from '../operation';

const API = 'routingchannels';

const templateName = text(
	'Template',
	'templateName',
	'Name of the routing channel template. The server does not list them.',
	'PassThrough',
	{ required: true },
);
const producer = { ...partner('Producer', 'producer'), description: 'The partner that sends' };
const consumer = {
	...optionally(partner('Consumer', 'consumer')),
	description: 'The partner that receives. Leave it empty for a dynamic template.',
};

const ofParties = (property: INodeProperties): Field => steering(shownFor({ findBy: ['parties'] }, property));

/** Which channel is meant: by itself, or by who sends to whom. */
const which = (): Field[] => [
	steering(
		choice('Find By', 'findBy', 'How to identify the routing channel', [
			{ name: 'Routing Channel', value: 'channel' },
			{ name: 'Template, Producer and Consumer', value: 'parties' },
		]),
	),
	steering(shownFor({ findBy: ['channel'] }, channelLocator())),
	...[templateName, producer].map(ofParties),
	meaning('the channel without a consumer would be found', ofParties(consumer)),
];

const facts = (): Field =>
	steering(
		entries('Provisioning Facts', 'facts', 'Values that the template requires', { entry: 'Fact', key: 'fact' }, [
			text('Name', 'name', 'Name of the fact in the template', 'customerNumber'),
			text('Value', 'value', 'Value of the fact for this channel', 'S0042'),
		]),
	);

const turn = (parameters: Parameters) => `routingChannel:${parameters.text('producer')}`;
const channels = async () => await import('../run/routingChannel');

const operations: Operation[] = [
	{
		value: 'create',
		name: 'Create',
		action: 'Create a routing channel',
		description: 'Create a routing channel from a producer to a consumer',
		api: API,
		kind: 'write',
		fields: [steering(templateName), steering(producer), steering(consumer), facts(), writeOptions()],
		turn,
		run: async (context) => await (await channels()).createOne(context),
	},
	{
		value: 'delete',
		name: 'Delete',
		action: 'Delete a routing channel',
		description: 'Delete a routing channel',
		warning: 'The routing channel will be deleted permanently.',
		api: API,
		kind: 'write',
		fields: [...which(), writeOptions()],
		turn,
		run: async (context) => await (await channels()).deleteOne(context),
	},
	{
		value: 'get',
		name: 'Get',
		action: 'Get a routing channel',
		description: 'Retrieve a routing channel',
		api: API,
		kind: 'read',
		fields: which(),
		run: async (context) => await (await channels()).getOne(context),
	},
	getMany(
		{ kind: 'routingChannel', api: API, one: 'a routing channel', many: 'routing channels', locator: channelLocator() },
		...['templateName', 'producer', 'consumer'].map((name) =>
			steering(
				text(
					{ templateName: 'Template', producer: 'Producer', consumer: 'Consumer' }[name] as string,
					`${name}Filter`,
					'Start of the names to return, or a pattern with * as a wildcard',
					name === 'templateName' ? 'PassThrough' : 'NORTH*',
				),
			),
		),
	),
	{
		value: 'replace',
		name: 'Replace',
		action: 'Replace a routing channel',
		description: 'Delete a routing channel and create another one in its place. Channels cannot be updated.',
		api: API,
		kind: 'write',
		fields: [
			steering(channelLocator()),
			steering(templateName),
			steering(producer),
			steering(consumer),
			facts(),
			writeOptions(),
		],
		turn,
		run: async (context) => await (await channels()).replaceOne(context),
	},
];

export const routingChannel: Resource = { value: 'routingChannel', name: 'Routing Channel', operations };
