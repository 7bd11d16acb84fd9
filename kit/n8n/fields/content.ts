import type { INodeProperties } from 'n8n-workflow';

import { choice, shownFor, text } from './basic';
import { steering, type Field } from './field';

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
