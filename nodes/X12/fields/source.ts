import { steering, type Field } from '../../../kit/n8n/fields/field';

/** Source of the X12: a file of the item, or text. */
export const source = (): Field[] => [
	steering({
		displayName: 'Input',
		name: 'inputSource',
		type: 'options',
		options: [
			{ name: 'File', value: 'file', description: 'A binary field of the input item' },
			{ name: 'Text', value: 'text' },
		],
		default: 'file',
		description: 'Source of the X12',
	}),
	steering({
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the input binary field containing the file to be read',
		displayOptions: { show: { inputSource: ['file'] } },
		description: 'Name of the binary field of the input item that contains the X12 file',
	}),
	steering({
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. ISA*00*          *00*          *ZZ*AURORA         *…',
		displayOptions: { show: { inputSource: ['text'] } },
		description: 'The X12 as text, from ISA to IEA',
	}),
];
