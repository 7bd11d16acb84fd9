import { withoutEnd } from '../../../kit/textEnd';
import { steering } from '../../../kit/n8n/fields/field';
import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import type { Parameters } from '../../../kit/n8n/parameters';
import { returnAll, simplify } from '../../../kit/n8n/fields/output';
import { choice, date, flag, options, text, writeOptions } from '../../../kit/n8n/fields/basic';
import { content } from '../../../kit/n8n/fields/content';
import { contentOutput, encoding, extractability, whichMessage } from '../fields/message';
import { mailbox } from '../fields/locators';
import type { Operation, Resource } from '../operation';

const MESSAGES = 'mailboxmessages';
const messages = async () => await import('../run/message');
const turn = (parameters: Parameters) => `message:${parameters.text('message')}`;

const sendBy = choice('Send By', 'sendBy', 'How to send the document', [
	{ name: 'Automatic', value: 'automatic', description: 'Document and message up to 1 MB, upload above that' },
	{
		name: 'Document and Message',
		value: 'document',
		description: 'Two calls. A lost response is always resolved.',
	},
	{ name: 'Upload', value: 'upload', description: 'One call, for large files' },
]);

const ifExists = choice(
	'If Name Exists',
	'ifExists',
	'What to do when the mailbox already has a message with this name',
	[
		{ name: 'Send Anyway', value: 'send' },
		{
			name: 'Send Nothing',
			value: 'skip',
			description: 'Return the existing message, so that running the workflow again sends nothing twice',
		},
	],
);

const operations: Operation[] = [
	{
		value: 'delete',
		name: 'Delete',
		action: 'Delete a message',
		description: 'Delete a message from its mailbox',
		warning: 'The message will be deleted permanently.',
		api: MESSAGES,
		kind: 'write',
		fields: [...whichMessage(), writeOptions()],
		turn,
		run: async (context) => await (await messages()).remove(context),
	},
	{
		value: 'download',
		name: 'Download',
		action: 'Download a message',
		description: 'Retrieve the content of a message as a file, text or JSON',
		api: ['documents', MESSAGES],
		kind: 'read',
		fields: [
			...whichMessage(),
			...contentOutput(),
			options(
				encoding,
				text('File Name', 'fileName', 'Name of the file. Leave empty to use the name of the message.', 'order.edi'),
				text('MIME Type', 'mimeType', 'Media type of the file', 'application/edi-x12'),
			),
		],
		run: async (context) => await (await messages()).download(context),
	},
	{
		value: 'get',
		name: 'Get',
		action: 'Get a message',
		description: 'Retrieve name, size, dates and extractability of a message',
		api: [MESSAGES, 'mailboxcontents'],
		kind: 'read',
		fields: [...whichMessage(), simplify()],
		run: async (context) => await (await messages()).get(context),
	},
	{
		value: 'getMany',
		name: 'Get Many',
		action: 'Get many messages',
		description: 'Retrieve the messages of a mailbox',
		api: 'mailboxcontents',
		kind: 'read',
		fields: [
			steering(mailbox('The mailbox to read. A path can contain * for several mailboxes.')),
			...returnAll(),
			simplify(),
			options(
				filter(date('Created After', 'createdAfter', 'Return messages that were created later than this')),
				filter(date('Created Before', 'createdBefore', 'Return messages that were created earlier than this')),
				emptyFilters,
				flag('Extractable Only', 'extractableOnly', 'Whether to skip messages that are marked as extracted'),
				flag('Include Sub-Mailboxes', 'withSubMailboxes', 'Whether to also read all mailboxes below'),
				filter(text('Name Pattern', 'namePattern', 'Names to return, with * as a wildcard', '855_*.edi')),
				choice('Order', 'order', 'Which messages come first', [
					{ name: 'Oldest First', value: 'oldest' },
					{ name: 'Newest First', value: 'newest' },
				]),
			),
		],
		run: async (context) => await (await messages()).getMany(context),
	},
	{
		value: 'mark',
		name: 'Mark',
		action: 'Mark a message',
		description: 'Change how often a message can be extracted, or mark it as extracted',
		api: MESSAGES,
		kind: 'write',
		fields: [...whichMessage(), ...extractability(), writeOptions()],
		turn,
		run: async (context) => await (await messages()).mark(context),
	},
	{
		value: 'resubmit',
		name: 'Resubmit',
		action: 'Resubmit a message to routing',
		description: 'Route a message again',
		api: MESSAGES,
		kind: 'write',
		fields: [...whichMessage(), writeOptions()],
		turn,
		run: async (context) => await (await messages()).resubmit(context),
	},
	{
		value: 'send',
		name: 'Send',
		action: 'Send a message',
		description:
			'Send a document to a mailbox. After a lost response the message is looked up, so it is never sent twice.',
		api: ['documents', MESSAGES, 'messagebatches'],
		kind: 'write',
		fields: [
			steering(mailbox('The mailbox to send to')),
			steering(
				text(
					'Message Name',
					'name',
					'Name of the message. Names in a mailbox do not have to be unique.',
					'850_PO-4711.edi',
					{
						required: true,
					},
				),
			),
			...content(),
			...extractability(),
			writeOptions(
				text('Content Type', 'contentType', 'Media type of an uploaded file', 'application/edi-x12'),
				encoding,
				ifExists,
				sendBy,
			),
		],
		// A path may be written without its first slash or with one at its end.
		turn: (parameters) =>
			`send:${withoutEnd(parameters.text('mailbox'), '/').replace(/^\//, '')}:${parameters.text('name')}`,
		run: async (context) => await (await messages()).send(context),
	},
];

export const message: Resource = { value: 'message', name: 'Message', operations };
