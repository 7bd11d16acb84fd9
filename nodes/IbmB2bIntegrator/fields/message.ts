import type { INodeProperties } from 'n8n-workflow';

import { steering, type Field } from '../../../kit/n8n/fields/field';
import { choice, date, number, shownFor, text } from '../../../kit/n8n/fields/basic';
import { mailbox, message } from './locators';

/** The message that an operation is about, and the mailbox that helps to find it. */
export const whichMessage = (): Field[] => [
	steering(
		mailbox('The mailbox of the message. Required for the list and for a message by name.', { required: false }),
	),
	steering(message()),
];

/** How often a message can be extracted by its consumer. */
export const extractability = (): Field[] => [
	steering(
		choice(
			'Extractable',
			'extractable',
			'How often the consumer can extract the message. Reading it here does not count.',
			[
				{ name: 'Always', value: 'always' },
				{ name: 'A Number of Times', value: 'count', description: 'Zero marks the message as extracted' },
				{ name: 'Until a Time', value: 'until' },
			],
		),
	),
	steering(
		shownFor(
			{ extractable: ['count'] },
			number('Extractions', 'extractableCount', 'How many times it can be extracted', {
				typeOptions: { minValue: 0 },
				default: 1,
				required: true,
			}),
		),
	),
	steering(
		shownFor(
			{ extractable: ['until'] },
			date('Extractable Until', 'extractableUntil', 'Until when it can be extracted', { required: true }),
		),
	),
];

/** The document that is sent: text, JSON or a file. */
export const content = (): Field[] => [
	steering(
		choice('Content', 'contentSource', 'Where the document comes from', [
			{ name: 'Text', value: 'text' },
			{ name: 'JSON', value: 'json' },
			{ name: 'Binary File', value: 'binary' },
		]),
	),
	steering(
		shownFor(
			{ contentSource: ['text'] },
			text('Text', 'text', 'The document as text', 'ISA*00*…', { typeOptions: { rows: 6 } }),
		),
	),
	steering(
		shownFor({ contentSource: ['json'] }, {
			displayName: 'JSON',
			name: 'json',
			type: 'json',
			default: '{}',
			description: 'The document as JSON',
		} as INodeProperties),
	),
	steering(
		shownFor(
			{ contentSource: ['binary'] },
			text(
				'Input Data Field Name',
				'binaryField',
				'Name of the field of the input item that contains the file',
				'data',
				{
					default: 'data',
					required: true,
					hint: 'The name of the field that contains the file',
				},
			),
		),
	),
];

export const encoding = choice('Encoding', 'encoding', 'Character set of the text', [
	{ name: 'UTF-8', value: 'utf8' },
	{ name: 'ISO-8859-1', value: 'latin1' },
	{ name: 'UTF-16 LE', value: 'utf16le' },
]);

/** Where the content of a message comes out. */
export const contentOutput = (): Field[] => [
	steering(
		choice('Put Content In', 'contentOutput', 'Where to put the content of the message', [
			{ name: 'Binary File', value: 'binary' },
			{ name: 'Text Field', value: 'text' },
			{ name: 'JSON Field', value: 'json', description: 'Content that is JSON, parsed' },
		]),
	),
	steering(
		text('Output Field', 'outputField', 'Name of the field for the content', 'data', {
			default: 'data',
			required: true,
		}),
	),
];
