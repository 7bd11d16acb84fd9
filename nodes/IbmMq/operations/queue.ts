import { queue as queueName } from '../fields/message';
import type { Resource } from '../operation';

export const queue: Resource = {
	value: 'queue',
	name: 'Queue',
	operations: [
		{
			value: 'get',
			name: 'Get',
			action: 'Get a queue',
			description: 'Read the depth and the attributes of a queue',
			api: 'MQINQ',
			kind: 'read',
			fields: [queueName('Queue whose attributes to read')],
			run: async (context) => await (await import('../run/queue')).get(context),
		},
	],
};
