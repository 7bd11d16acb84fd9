import { steering, type Field } from '../../../kit/n8n/fields/field';

/** How to return the X12: as a file or as text. */
export const result = (): Field[] => [
	steering({
		displayName: 'Output',
		name: 'outputAs',
		type: 'options',
		options: [
			{ name: 'File', value: 'file', description: 'A binary field of the output item' },
			{ name: 'Text', value: 'text', description: 'The field text of the output item' },
		],
		default: 'file',
		description: 'How to return the X12',
	}),
	steering({
		displayName: 'Put Output File in Field',
		name: 'outputBinaryField',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { outputAs: ['file'] } },
		description: 'Name of the binary field of the output item for the X12 file',
	}),
];

export const fileName = (): Field =>
	steering({
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. orders.edi',
		description: 'Name of the output file. By default it contains receiver, document and control number.',
	});

/** How values that do not fit are treated, and what separates them. */
export const writing = (): Field[] => [
	steering({
		displayName: 'Character Set',
		name: 'characters',
		type: 'options',
		options: [
			{ name: 'Basic', value: 'basic', description: 'Capital letters, digits and some punctuation' },
			{
				name: 'Extended (ASCII)',
				value: 'extended',
				description: 'All printable ASCII characters; accents are removed',
			},
			{ name: 'Latin-1', value: 'latin1', description: 'By agreement with the partner' },
			{ name: 'UTF-8', value: 'utf8', description: 'By agreement with the partner' },
		],
		default: 'extended',
		description: 'Characters to allow. Others are transliterated, such as é to e.',
	}),
	steering({
		displayName: 'Line Break After Segments',
		name: 'lineBreak',
		type: 'options',
		options: [
			{ name: 'CR LF', value: '\r\n' },
			{ name: 'LF', value: '\n' },
			{ name: 'None', value: '' },
		],
		default: '',
		description: 'Line break after each segment terminator, for readability',
	}),
	steering({
		displayName: 'Separator in a Value',
		name: 'delimiterInValue',
		type: 'options',
		options: [
			{ name: 'Refuse', value: 'refuse' },
			{ name: 'Replace with a Space', value: 'replace' },
		],
		default: 'refuse',
		description: 'What to do with a value that contains a separator: X12 has no escape character',
	}),
	steering({
		displayName: 'Text That Is Too Long',
		name: 'tooLong',
		type: 'options',
		options: [
			{ name: 'Cut', value: 'cut' },
			{ name: 'Refuse', value: 'refuse' },
		],
		default: 'refuse',
		description: 'What to do with text that is longer than the standard allows',
	}),
	steering({
		displayName: 'Unknown Character',
		name: 'unknownCharacter',
		type: 'options',
		options: [
			{ name: 'Refuse', value: 'refuse' },
			{ name: 'Replace with a Space', value: 'replace' },
		],
		default: 'refuse',
		description: 'What to do with a character that has no transliteration into the character set',
	}),
];
