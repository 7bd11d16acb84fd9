import type { INodeProperties } from 'n8n-workflow';

import { alphabetical } from '../../../kit/n8n/alphabetical';
import { choice, flag, number, shownFor, text } from '../../../kit/n8n/fields/basic';
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

const options: INodeProperties[] = [
	text(
		'Backout Queue',
		'backoutQueue',
		'Queue for messages that fail again and again. Empty means the one that the queue itself names (BOQNAME).',
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
		'How many messages run at the same time. Each takes a connection of its own, and their order is lost.',
		{ typeOptions: { minValue: 1, maxValue: 50 }, default: DEFAULTS.parallelMessages },
	),
	number(
		'Time Limit (Minutes)',
		'timeLimit',
		'How long to wait for the end of an execution. Then the message goes back to the queue and runs again, so set it higher than your longest execution.',
		{ typeOptions: { minValue: 1 }, default: DEFAULTS.timeLimit },
	),
];

/** The parameters of the trigger. */
export const properties: INodeProperties[] = [
	queue('Queue to read').property,
	choice('Output', 'output', 'What the items look like', [
		{
			name: 'Sterling Event',
			value: 'event',
			description: 'Like the items of the IBM Sterling Order Management Trigger; anything but an event is set aside',
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
			options: [
				...EVENTS,
				{
					name: 'The One in the Document',
					value: 'document',
					description: 'YFSTranEventID of each document or message says which event it is',
				},
			],
			description: 'The event of documents that do not name theirs. Use a queue of its own for each event.',
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
		text('Event Name', 'eventName', 'What to call the event of messages that do not name theirs', 'priceChanged'),
	),
	...content().map(({ property }) => ({
		...property,
		displayOptions: { show: { ...property.displayOptions?.show, output: ['message'] } },
	})),
	choice(
		'Remove the Message',
		'removeWhen',
		'When the message leaves the queue for good. Where it does not, it goes back and is delivered again.',
		[
			{ name: 'When the Workflow Has Succeeded', value: 'success', description: 'A failure puts it back' },
			{ name: 'When It Was Received', value: 'received', description: 'What happens to it later is not looked at' },
			{ name: 'When the Workflow Has Ended', value: 'ended', description: 'Also when it has failed' },
		],
	),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		description: 'Settings that are rarely needed',
		options: alphabetical(options, ({ displayName }) => displayName),
	},
];
