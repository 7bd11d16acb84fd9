import type { INodeProperties } from 'n8n-workflow';

import { choice, flag, number, shownFor, text } from '../../../kit/n8n/fields/basic';
import { encoding } from '../fields/message';
import { mailbox } from '../fields/locators';

/** What the options are where the user leaves them out. */
export const DEFAULTS = { largestContent: 5, messagesPerPoll: 100, outputField: 'data' };

/** The parameters of the trigger. n8n adds the poll times. */
export const properties: INodeProperties[] = [
	mailbox('The mailbox to watch. A path may have * in it, for several mailboxes.'),
	flag('Include Sub-Mailboxes', 'withSubMailboxes', 'Whether to watch all mailboxes below as well'),
	text(
		'Name Pattern',
		'namePattern',
		'Names of the messages that start the workflow; * stands for anything',
		'855_*.edi',
	),
	choice('Content', 'content', 'How the content of a message comes out', [
		{ name: 'Binary File', value: 'binary' },
		{ name: 'Text Field', value: 'text' },
		{ name: 'None', value: 'none', description: 'Name, size and IDs only; Download reads the content later on' },
	]),
	choice(
		'Then',
		'afterwards',
		'What to do with messages once the workflow has succeeded. Where it fails, they stay as they are.',
		[
			{ name: 'Leave Messages', value: 'leave' },
			{ name: 'Mark as Extracted', value: 'mark', description: 'No consumer can extract them any more' },
			{ name: 'Delete Messages', value: 'delete' },
		],
	),
	shownFor(
		{ afterwards: ['mark', 'delete'] },
		{
			displayName:
				'All messages of one poll are one execution, and they are marked or deleted when it has succeeded. If n8n stops before that, they stay. Add the node with Mark or Delete at the end of the workflow to do it message by message.',
			name: 'afterwardsNotice',
			type: 'notice',
			default: '',
		},
	),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			encoding,
			text(
				'Further Mailboxes',
				'furtherMailboxes',
				'Comma-separated paths or patterns of more mailboxes',
				'/ACME/Returns, /*/Outbox',
			),
			number(
				'Largest Content (MB)',
				'largestContent',
				'Content that is larger is not read. The item says so, and Download reads it later on.',
				{ typeOptions: { minValue: 0 }, default: DEFAULTS.largestContent },
			),
			number(
				'Messages per Poll',
				'messagesPerPoll',
				'How many messages one poll passes on at most. The rest comes with the next poll.',
				{
					typeOptions: { minValue: 1 },
					default: DEFAULTS.messagesPerPoll,
				},
			),
			text('Output Field', 'outputField', 'Name of the field for the content', 'data', {
				default: DEFAULTS.outputField,
			}),
			choice('Start With', 'startWith', 'What a trigger that never ran begins with', [
				{ name: 'New Messages', value: 'new' },
				{ name: 'Messages That Are There', value: 'existing' },
			]),
		],
	},
];
