import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Condition, Operator } from '../../../clients/oms/query';
import { customField, fieldIdOf, rowsOf } from './customFields';
import { attribute, steering, type Field } from '../../../kit/n8n/fields/field';

/** Sterling's query types that the editor offers, in plain words. */
const OPERATORS: INodePropertyOptions[] = [
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

interface ConditionRow {
	attribute?: string;
	operator?: Operator;
	value?: unknown;
	secondValue?: unknown;
}

type CustomConditionRow = Omit<ConditionRow, 'attribute'> & { field?: unknown };

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

/** The conditions of the editor for the client library. */
export function readConditions(value: unknown): Condition[] {
	const rows = (value as { condition?: ConditionRow[] } | undefined)?.condition ?? [];
	const custom = rowsOf<CustomConditionRow>(value).map((row) => ({ ...row, attribute: fieldIdOf(row.field) }));
	const named: ConditionRow[] = [...rows, ...custom].filter((row) => row.attribute?.trim());
	return named.map((row) => {
		const operator = row.operator ?? 'EQ';
		const text = row.value === undefined || row.value === null ? '' : String(row.value);
		const attribute = row.attribute!.trim();
		if (operator === 'IN') {
			const values = text.split(',').map((entry) => entry.trim());
			return { attribute, operator, values: values.filter((entry) => entry !== '') };
		}
		if (operator === 'BETWEEN') return { attribute, operator, value: text, to: String(row.secondValue ?? '') };
		return { attribute, operator, value: text };
	});
}

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

/** The sort of the editor for the client library; Sterling sorts by a document's own attributes first. */
export function readSort(value: unknown): Array<{ name: string; descending: boolean }> {
	const own = (value as { attribute?: SortRow[] } | undefined)?.attribute ?? [];
	const custom = rowsOf<SortRow & { field?: unknown }>(value).map((row) => ({ ...row, name: fieldIdOf(row.field) }));
	return [...own, ...custom]
		.filter((row) => row.name?.trim())
		.map((row) => ({ name: row.name!.trim(), descending: row.direction === 'descending' }));
}

interface SortRow {
	name?: string;
	direction?: string;
}
