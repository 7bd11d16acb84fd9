import type { INodeProperties } from 'n8n-workflow';

import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { choice, flag, names, number, options, shownFor, text } from '../../../kit/n8n/fields/basic';
import { encoding } from '../fields/message';
import { mailbox } from '../fields/locators';

/** What the options are where the user leaves them out. */
export const DEFAULTS = { largestContent: 5, messagesPerPoll: 100, outputField: 'data' };

/** The parameters of the trigger. n8n adds the poll times. */
export const properties: INodeProperties[] = [
	mailbox('The mailbox to watch. A path can contain * for several mailboxes.'),
	flag('Include Sub-Mailboxes', 'withSubMailboxes', 'Whether to also watch all mailboxes below'),
	filter(
		text(
			'Name Pattern',
			'namePattern',
			'Names of the messages that start the workflow, with * as a wildcard',
			'855_*.edi',
		),
		'messages of any name would start the workflow',
	),
	choice('Content', 'content', 'How to return the content of a message', [
		{ name: 'Binary File', value: 'binary' },
		{ name: 'Text Field', value: 'text' },
		{ name: 'None', value: 'none', description: 'Return name, size and IDs only. Download reads the content later.' },
	]),
	choice(
		'After Success',
		'afterwards',
		'What to do with messages after the workflow has succeeded. If it fails, they are not changed.',
		[
			{ name: 'Leave Messages', value: 'leave' },
			{ name: 'Mark as Extracted', value: 'mark', description: 'Consumers can no longer extract them' },
			{ name: 'Delete Messages', value: 'delete' },
		],
	),
	shownFor(
		{ afterwards: ['mark', 'delete'] },
		{
			displayName:
				'All messages of a poll run in one execution. They are marked or deleted after it has succeeded; if n8n stops before that, they stay. To do this message by message, end the workflow with a node that runs Mark or Delete.',
			name: 'afterwardsNotice',
			type: 'notice',
			default: '',
		},
	),
	options(
		emptyFilters,
		encoding,
		names('Further Mailboxes', 'furtherMailboxes', 'paths or patterns of more mailboxes', '/ACME/Returns, /*/Outbox'),
		number(
			'Largest Content (MB)',
			'largestContent',
			'Larger content is not read. The item says so, and Download can read it later.',
			{ typeOptions: { minValue: 0, numberPrecision: 3 }, default: DEFAULTS.largestContent },
		),
		number(
			'Messages per Poll',
			'messagesPerPoll',
			'Maximum number of messages per poll. The rest follows with the next poll.',
			{
				typeOptions: { minValue: 1 },
				default: DEFAULTS.messagesPerPoll,
			},
		),
		text('Output Field', 'outputField', 'Name of the field for the content', 'data', {
			default: DEFAULTS.outputField,
		}),
		choice('Start With', 'startWith', 'Which messages a new trigger returns first', [
			{ name: 'New Messages', value: 'new' },
			{ name: 'Messages That Already Exist', value: 'existing' },
		]),
	).property,
];
