import { flag, options, text, writeOptions } from '../../../kit/n8n/fields/basic';
import { content as given } from '../../../kit/n8n/fields/content';
import { returnAll } from '../../../kit/n8n/fields/output';
import { content, describing, limit, match, nothingFound, properties, queue, wait } from '../fields/message';
import type { Operation, Resource } from '../operation';

const reading = async () => await import('../run/read');

const operations: Operation[] = [
	{
		value: 'browse',
		name: 'Browse',
		action: 'Browse messages',
		description: 'Read messages and leave them in the queue',
		api: ['MQGET', 'MQOPEN'],
		kind: 'read',
		fields: [queue('Queue to read'), ...returnAll(), match(), ...content(), options(nothingFound('continue'))],
		run: async (context) => await (await reading()).browse(context),
	},
	{
		value: 'count',
		name: 'Count',
		action: 'Count messages',
		description: 'Count the messages of a queue, or those that match',
		api: ['MQINQ', 'MQGET'],
		kind: 'read',
		fields: [queue('Queue whose messages to count'), match()],
		run: async (context) => await (await reading()).count(context),
	},
	{
		value: 'get',
		name: 'Get',
		action: 'Get a message',
		description: 'Get one message from a queue and remove it',
		warning: 'The message will be removed from the queue. Browse leaves it there.',
		api: 'MQGET',
		kind: 'write',
		fields: [
			queue('Queue to get the message from'),
			match(),
			...content(),
			writeOptions(nothingFound('continue'), wait),
		],
		run: async (context) => await (await reading()).getOne(context),
	},
	{
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many messages',
		description: 'Get messages from a queue and remove them once all of them have been read',
		warning: 'The messages will be removed from the queue. Browse leaves them there.',
		api: ['MQGET', 'MQCMIT', 'MQBACK'],
		kind: 'write',
		fields: [
			queue('Queue to get the messages from'),
			limit(),
			match(),
			...content(),
			writeOptions(
				nothingFound('continue'),
				flag(
					'One Unit of Work',
					'oneUnitOfWork',
					'Whether to remove the messages only after all of them have been read. Otherwise, each message is removed as soon as it has been read, and a failure may lose messages that were already removed.',
					{ default: true },
				),
				wait,
			),
		],
		run: async (context) => await (await reading()).getMany(context),
	},
	{
		value: 'move',
		name: 'Move',
		action: 'Move messages',
		description: 'Move messages from one queue to another in one unit of work, such as back from a backout queue',
		api: ['MQGET', 'MQPUT', 'MQCMIT', 'MQBACK'],
		kind: 'write',
		fields: [
			queue('Queue to get the messages from'),
			queue('Queue to put them into', 'targetQueue', 'Target Queue'),
			...returnAll(),
			match(),
			writeOptions(
				nothingFound('continue'),
				flag(
					'Remove Dead-Letter Header',
					'removeDeadLetterHeader',
					'Whether to put messages of a dead-letter queue as they were before the queue manager added its header',
				),
			),
		],
		run: async (context) => await (await import('../run/move')).move(context),
	},
	{
		value: 'put',
		name: 'Put',
		action: 'Put a message',
		description: 'Put a message into a queue. It is never put twice: if the result is unknown, the node reports it.',
		api: ['MQPUT', 'MQINQ'],
		kind: 'write',
		fields: [
			queue('Queue to put the message into'),
			...given(),
			properties(),
			writeOptions(
				...describing(),
				text(
					'Message ID',
					'messageId',
					'Message ID as 48 hexadecimal digits. Without it, a new one is assigned.',
					'4711'.repeat(12),
				),
			),
		],
		run: async (context) => await (await import('../run/put')).put(context),
	},
];

export const message: Resource = { value: 'message', name: 'Message', operations };
