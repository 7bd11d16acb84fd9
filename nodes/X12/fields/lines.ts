import type { INodeProperties } from 'n8n-workflow';

import { alphabetical } from '../../../kit/n8n/alphabetical';
import { entries, text } from '../../../kit/n8n/fields/basic';
import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { COLUMNS, type Column } from './columns';

/** The lines of a document: filled in one by one, or taken from a list. */
export const lines = (): Field[] => [
	steering({
		displayName: 'Specify Lines',
		name: 'lineSource',
		type: 'options',
		options: [
			{ name: 'Define Below', value: 'fields', description: 'Fill in each line' },
			{ name: 'From a List', value: 'list', description: 'Use a list in the input item' },
		],
		default: 'fields',
		description: 'How to specify the lines of the document',
	}),
	...showWhen(
		{ lineSource: ['fields'] },
		steering({
			displayName: 'Lines',
			name: 'lines',
			type: 'fixedCollection',
			placeholder: 'Add Line',
			default: {},
			typeOptions: {
				multipleValues: true,
				multipleValueButtonText: 'Add Line',
				sortable: true,
				hideOptionalFields: true,
				addOptionalFieldButtonText: 'Add Field',
				fixedCollection: { itemTitle: '={{ $collection.item.value.vendorPart || "Line" }}' },
			},
			description: 'The lines of the document, in their order',
			options: [{ displayName: 'Line', name: 'line', values: COLUMNS.map(fieldOf) }],
		}),
	),
	...showWhen(
		{ lineSource: ['list'] },
		steering({
			displayName: 'List of Lines',
			name: 'lineList',
			type: 'json',
			default: '={{ $json.lines }}',
			required: true,
			placeholder: 'e.g. {{ $json.lines }}',
			description: 'A list of objects, one for each line',
		}),
		steering(
			entries(
				'Columns',
				'lineMapping',
				'Which field of the objects contains which value of a line. Without columns, the objects must have the form in the documentation.',
				{ entry: 'Column', key: 'column' },
				[
					{
						displayName: 'Line Field',
						name: 'target',
						type: 'options',
						options: alphabetical(
							COLUMNS.map(({ displayName, name }) => ({ name: displayName, value: name })),
							({ name }) => name,
						),
						default: 'vendorPart',
						description: 'The value of the line',
					},
					text('Field in the List', 'source', 'Name of the field in each object. Use dots for nested fields.', 'sku'),
				],
			),
		),
	),
];

function fieldOf({
	displayName,
	name,
	placeholder,
	description,
	isMain,
	types,
	options,
	type = 'string',
}: Column): INodeProperties {
	return {
		displayName,
		name,
		...(options
			? { type: 'options', options: options.map(([label, value]) => ({ name: label, value })), default: options[0][1] }
			: { type, default: '' }),
		...(placeholder ? { placeholder } : {}),
		...(isMain ? { typeOptions: { showEvenWhenOptional: true } } : {}),
		...(types ? { displayOptions: { show: { '/documentType': types } } } : {}),
		description,
	} as INodeProperties;
}
