import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { customField } from './customFields';
import { by, locator } from './locators';
import { attribute, collection, steering, type Field } from '../../../kit/n8n/fields/field';

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

const ALONE = ['ISNULL', 'NOTNULL'];

/** How a condition compares, and with what. */
const comparison = (): INodeProperties[] => [
	{
		displayName: 'Operator',
		name: 'operator',
		type: 'options',
		default: 'EQ',
		options: OPERATORS,
		description: 'How the attribute is compared',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		displayOptions: { hide: { operator: ALONE } },
		placeholder: 'e.g. WEB',
		description: 'What the attribute is compared with. One Of accepts several values, separated by commas.',
	},
	{
		displayName: 'Second Value',
		name: 'secondValue',
		type: 'string',
		default: '',
		displayOptions: { show: { operator: ['BETWEEN'] } },
		placeholder: 'e.g. 100',
		description: 'Upper end of the range, included in it',
	},
];

/** The usual filters of a list, behind one menu; `documents` is their plural. */
export const filters = (documents: string, fields: Field[]): Field =>
	collection('Filters', 'filters', 'Add Filter', fields, `Only ${documents} that match all of these`);

/** When the document was changed last. */
export const modified = (noun: string): Field[] => [
	attribute('Modified Since', 'fromModifyts', 'FromModifyts', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-01T08:00:00',
		description: `Only ${noun}s that were changed at this time or later`,
	}),
	attribute('Modified Until', 'toModifyts', 'ToModifyts', {
		type: 'dateTime',
		placeholder: 'e.g. 2026-12-02',
		description: `Only ${noun}s that were last changed at this time or earlier. A day counts as a whole.`,
	}),
];

/** Ways to sort. */
export const DIRECTIONS: INodePropertyOptions[] = [
	{ name: 'Ascending', value: 'ascending', description: 'Smallest, oldest or alphabetically first values first' },
	{ name: 'Descending', value: 'descending', description: 'Largest or newest first' },
];

const direction = (): INodeProperties => ({
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	default: 'ascending',
	options: DIRECTIONS,
	description: 'Sort direction',
});

/** An attribute of the documents that are read: picked from those that the instance has, or typed as a path. */
const attributeName = (name: string, example: string, description: string): INodeProperties =>
	locator('Attribute', name, {
		search: 'searchAttributes',
		by: [by('path', 'Path', `e.g. ${example}`)],
		description,
	});

/** Conditions on any attribute, with any operator. */
export const conditions = (example: string): Field =>
	steering({
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		placeholder: 'Add Condition',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Condition', sortable: true },
		default: {},
		description: 'Conditions on any attribute. All of them must hold, together with the filters.',
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					attributeName(
						'attribute',
						example,
						'Attribute as Sterling spells it: pick it, or type its path. An attribute of a child element is a path with dots, such as PersonInfoShipTo.City.',
					),
					...comparison(),
				],
			},
			{ displayName: 'Custom Field', name: 'customField', values: [customField(), ...comparison()] },
		],
	});

/** Order of the response; without it rows come by primary key, the order in which paging is cheapest. */
export const sort = (example: string): Field =>
	steering({
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		placeholder: 'Add Sort Attribute',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Sort Attribute', sortable: true },
		default: {},
		description:
			'Attributes to sort by. Leave empty for complete reads: with a sort order, documents may be missed or read twice.',
		options: [
			{
				displayName: 'Attribute',
				name: 'attribute',
				values: [attributeName('name', example, 'Attribute to sort by: pick it, or type its path'), direction()],
			},
			{ displayName: 'Custom Field', name: 'customField', values: [customField(), direction()] },
		],
	});
