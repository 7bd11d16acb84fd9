import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { customField } from './customFields';
import { attribute, steering, type Field } from '../../../kit/n8n/fields/field';

/** Sterling's query types that the editor offers, in plain words. */
export const OPERATORS: INodePropertyOptions[] = [
	{ name: 'Between', value: 'BETWEEN', description: 'From Value to Second Value, both included' },
	{ name: 'Contains', value: 'LIKE' },
	{ name: 'Equals', value: 'EQ' },
	{ name: 'Greater or Equal', value: 'GE' },
	{ name: 'Greater Than', value: 'GT' },
	{ name: 'Is Empty', value: 'ISNULL' },
	{ name: 'Is Not Empty', value: 'NOTNULL' },
	{ name: 'Less or Equal', value: 'LE' },
	{ name: 'Less Than', value: 'LT' },
	{ name: 'Not Equal', value: 'NE' },
	{ name: 'One Of', value: 'IN', description: 'Any of the comma-separated values' },
	{ name: 'Starts With', value: 'FLIKE' },
];

/** How a condition compares, and with what. */
const comparison = (): INodeProperties[] => [
	{
		displayName: 'Operator',
		name: 'operator',
		type: 'options',
		default: 'EQ',
		options: OPERATORS,
	},
	{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	{
		displayName: 'Second Value',
		name: 'secondValue',
		type: 'string',
		default: '',
		description: 'Upper end; only used by Between',
	},
];

/** When the document was changed last. */
export const modified = (): Field[] => [
	attribute('Modified Since', 'fromModifyts', 'FromModifyts', { type: 'dateTime' }),
	attribute('Modified Until', 'toModifyts', 'ToModifyts', { type: 'dateTime' }),
];

const direction = (): INodeProperties => ({
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	default: 'ascending',
	options: [
		{ name: 'Ascending', value: 'ascending' },
		{ name: 'Descending', value: 'descending' },
	],
});

/** Conditions on any attribute, with any operator. */
export const conditions = (example: string): Field =>
	steering({
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		placeholder: 'Add Condition',
		typeOptions: { multipleValues: true },
		default: {},
		description: 'Conditions on any attribute; all of them must hold',
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					{
						displayName: 'Attribute',
						name: 'attribute',
						type: 'string',
						default: '',
						placeholder: `e.g. ${example}`,
						description: 'Attribute as Sterling spells it. One of a child element is written as a path with dots.',
					},
					...comparison(),
				],
			},
			{ displayName: 'Custom Field', name: 'customField', values: [customField(), ...comparison()] },
		],
	});

/** Order of the answer; without it rows come by primary key, the order in which paging is cheapest. */
export const sort = (example: string): Field =>
	steering({
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		placeholder: 'Add Sort Attribute',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Attribute',
				name: 'attribute',
				values: [
					{
						displayName: 'Attribute',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: `e.g. ${example}`,
					},
					direction(),
				],
			},
			{ displayName: 'Custom Field', name: 'customField', values: [customField(), direction()] },
		],
	});
