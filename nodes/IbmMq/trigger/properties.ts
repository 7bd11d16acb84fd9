import type { INodeProperties } from 'n8n-workflow';

import { alphabetical } from '../../../kit/n8n/alphabetical';
import { choice, flag, number, options, shownFor, text } from '../../../kit/n8n/fields/basic';
import { content, queue } from '../fields/message';

/** What the options are where the user leaves them out. */
export const DEFAULTS = { parallelMessages: 1, timeLimit: 60 };

/** The events of Sterling that documents of a queue may be about, by what they are called here. */
const EVENTS = [
	{ name: 'Order Cancelled', value: 'orderCancelled' },
	{ name: 'Order Created', value: 'orderCreated' },
	{ name: 'Order Line Backordered', value: 'orderLineBackordered' },
	{ name: 'Order Release Created or Updated', value: 'orderReleaseCreatedOrUpdated' },
	{ name: 'Order Released', value: 'orderReleased' },
	{ name: 'Order Updated', value: 'orderUpdated' },
	{ name: 'Return Created', value: 'returnCreated' },
	{ name: 'Shipment Created', value: 'shipmentCreated' },
	{ name: 'Shipment Updated', value: 'shipmentUpdated' },
];

const rare: INodeProperties[] = [
	text(
		'Backout Queue',
		'backoutQueue',
		'Queue for messages that fail repeatedly. Leave empty to use the backout queue of the queue itself (BOQNAME).',
		'ORDERS.BACKOUT',
	),
	number(
		'Backout Threshold',
		'backoutThreshold',
		'Number of failures after which a message is moved to the backout queue. 0 means the threshold of the queue (BOTHRESH).',
		{ typeOptions: { minValue: 0 } },
	),
	number(
		'Parallel Messages',
		'parallelMessages',
		'How many messages to process at the same time. Each uses its own connection, and their order is no longer kept.',
		{ typeOptions: { minValue: 1, maxValue: 50 }, default: DEFAULTS.parallelMessages },
	),
	number(
		'Time Limit (Minutes)',
		'timeLimit',
		'How long to wait for the end of an execution. After that, the message goes back to the queue and is processed again, so set this higher than your longest execution.',
		// Node's timers hold some 24 days, and end at once beyond.
		{ typeOptions: { minValue: 1, maxValue: 30_000 }, default: DEFAULTS.timeLimit },
	),
];

/** The parameters of the trigger. */
export const properties: INodeProperties[] = [
	queue('Queue to read').property,
	choice('Output', 'output', 'Form of the output items', [
		{
			name: 'Sterling Event',
			value: 'event',
			description:
				'Items like those of the IBM Sterling Order Management Trigger. Messages that are not events are set aside.',
		},
		{ name: 'Message', value: 'message', description: 'Any message, with its properties and its body' },
	]),
	shownFor(
		{ output: ['event'] },
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			default: 'document',
			options: alphabetical(
				[
					...EVENTS,
					{
						name: 'Stated in the Document',
						value: 'document',
						description: 'YFSTranEventID of each document or message identifies the event',
					},
				],
				({ name }) => name,
			),
			description: 'Event of documents that do not name one. Use a separate queue for each event.',
		},
	),
	shownFor(
		{ output: ['event'] },
		flag('Simplify', 'simplify', 'Whether to return a simplified version of the response instead of the raw data', {
			default: true,
		}),
	),
	shownFor(
		{ output: ['message'] },
		text('Event Name', 'eventName', 'Event name for messages that do not name one', 'priceChanged'),
	),
	...content().map(({ property }) => ({
		...property,
		displayOptions: { show: { ...property.displayOptions?.show, output: ['message'] } },
	})),
	choice(
		'Remove the Message',
		'removeWhen',
		'When the message is removed from the queue for good. Otherwise, it returns to the queue and is delivered again.',
		[
			{
				name: 'When the Workflow Has Succeeded',
				value: 'success',
				description: 'A failed execution returns it to the queue',
			},
			{ name: 'When It Was Received', value: 'received', description: 'A later failure does not bring it back' },
			{ name: 'When the Workflow Has Ended', value: 'ended', description: 'Even if it has failed' },
		],
	),
	options(...rare).property,
];
