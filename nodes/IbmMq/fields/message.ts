import type { INodeProperties } from 'n8n-workflow';

import { choice, entries, flag, number, text } from '../../../kit/n8n/fields/basic';
import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';

/** The queue that an operation works on. */
export const queue = (description: string, name = 'queue', displayName = 'Queue'): Field =>
	steering(text(displayName, name, description, 'ORDERS.IN', { required: true }));

/** Which messages are meant; all where nothing is filled in. */
export const match = (): Field =>
	steering({
		displayName: 'Match',
		name: 'match',
		type: 'collection',
		placeholder: 'Add Condition',
		default: {},
		options: [
			text(
				'Correlation ID',
				'correlationId',
				'Correlation ID as 48 hexadecimal digits, or as a text of up to 24 characters',
				'414d5120514d3120202020202020202067a1f2c302340040',
			),
			text(
				'Message ID',
				'messageId',
				'Message ID as 48 hexadecimal digits, as this node returns it',
				'414d5120514d3120202020202020202067a1f2c302340040',
			),
		],
		description: 'Conditions that select messages. Without conditions, the first messages are selected.',
	});

/** Where the body of a message comes out. */
export const content = (): Field[] => [
	steering(
		choice('Content', 'content', 'How to return the body of a message', [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'XML and JSON parsed in the field data, other text in the field text, the rest as a binary file',
			},
			{ name: 'Binary File', value: 'binary' },
			{ name: 'Text', value: 'text', description: 'Unchanged, in the field text' },
		]),
	),
	...showWhen(
		{ content: ['auto', 'binary'] },
		steering(
			text('Put Output File in Field', 'binaryProperty', 'Name of the output field for the file', 'data', {
				default: 'data',
				hint: 'The name of the output field for a body that is a file',
			}),
		),
	),
];

export const wait = number('Wait (Seconds)', 'wait', 'How long to wait if there is no message', {
	typeOptions: { minValue: 0, maxValue: 300 },
});

export const nothingFound = (initial: 'continue' | 'fail'): INodeProperties => ({
	displayName: 'When Nothing Is Found',
	name: 'whenNothingFound',
	type: 'options',
	default: initial,
	options: [
		{ name: 'Continue Without Item', value: 'continue' },
		{ name: 'Stop With an Error', value: 'fail' },
	],
	description: 'What to do if no message matches',
});

export const limit = (): Field =>
	steering(number('Limit', 'limit', 'Max number of results to return', { typeOptions: { minValue: 1 }, default: 50 }));

/** Properties of a message, as JMS and MQ know them. */
export const properties = (): Field =>
	steering(
		entries(
			'Properties',
			'properties',
			'Message properties, by which JMS receivers can select messages. They are sent in an MQRFH2 header, as JMS does.',
			{ entry: 'Property', key: 'property' },
			[
				text('Name', 'name', 'Name of the property', 'YFSTranEventID'),
				choice('Type', 'type', 'Type of the value', [
					{ name: 'Text', value: 'string' },
					{ name: 'Boolean', value: 'boolean', description: 'From true or false' },
					{ name: 'Number', value: 'number' },
				]),
				text('Value', 'value', 'Value of the property', 'ORDER_CREATE.ON_SUCCESS'),
			],
		),
	);

/** What may be said of a message that is put; sorted by their names. */
export const describing = (): INodeProperties[] => [
	choice('Character Set', 'encoding', 'Character set of a text', [
		{ name: 'UTF-8', value: 'utf8', description: 'CCSID 1208' },
		{ name: 'ISO-8859-1', value: 'latin1', description: 'CCSID 819' },
	]),
	text(
		'Correlation ID',
		'correlationId',
		'ID that links the message to another one: 48 hexadecimal digits, or a text of up to 24 characters',
		'ORDER-1001',
	),
	number(
		'Expiry (Seconds)',
		'expiry',
		'Time after which the queue manager discards the message, to a tenth of a second. 0 means never.',
		{ typeOptions: { minValue: 0, numberPrecision: 1 } },
	),
	text(
		'Format',
		'format',
		'Format name of the body. Leave empty to use MQSTR for text and no format for a file.',
		'MQSTR',
	),
	choice('Message Type', 'messageType', 'What the message is. Without it, a request if it has a reply-to queue.', [
		{ name: 'Datagram', value: 'datagram', description: 'Needs no reply' },
		{ name: 'Reply', value: 'reply', description: 'Responds to a request. Set its correlation ID as well.' },
		{ name: 'Report', value: 'report', description: 'Reports what happened to another message' },
		{ name: 'Request', value: 'request', description: 'Asks for a reply in the reply-to queue' },
	]),
	flag('Persistent', 'persistent', 'Whether the message survives a restart of the queue manager', { default: true }),
	number('Priority', 'priority', 'From 0 to 9, where 9 comes first. If empty, the default of the queue applies.', {
		typeOptions: { minValue: 0, maxValue: 9 },
		default: 4,
	}),
	text('Reply-To Queue', 'replyToQueue', 'Queue that the receiver should reply to', 'ORDERS.REPLY'),
	text(
		'Reply-To Queue Manager',
		'replyToQueueManager',
		'Queue manager of the reply-to queue, if it is a different one',
		'QM1',
	),
];
