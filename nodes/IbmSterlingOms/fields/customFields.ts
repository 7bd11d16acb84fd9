import type { INodeProperties } from 'n8n-workflow';

import { toFieldId } from '../../../clients/oms/customFields/field';
import { setCustomField } from '../../../clients/oms/customFields/document';
import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { entriesOf } from '../../../kit/n8n/fields/repeat';
import type { Use } from './use';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { by, locator } from './locators';
import { mappedFields } from './mapping';
import { locatorText, textOf } from '../../../kit/n8n/fields/value';

const EXAMPLE = 'e.g. Extn.ExtnGiftText';

/** A picker of the custom fields of what the node works on, or of another entity. */
export const customField = (search = 'searchCustomFields'): INodeProperties =>
	locator('Custom Field', 'field', {
		search,
		by: [by('name', 'Name', EXAMPLE)],
		description:
			'Custom field: pick it, or type its place and name, such as Extn.ExtnGiftText, CustomAttributes.IsPreOrder or References.Cart. A name without a place is an extension column.',
	});

/**
 * The instance's own fields with types and allowed values, loaded when the editor shows them. Fields are added one by
 * one, because an instance may have many, and because n8n sends a yes/no field that is shown and left alone as "no".
 * A new document must have the required ones (mode `add`); a change may leave them as they are (`map`).
 */
const mapper = (mode: 'add' | 'map'): Field => ({
	property: {
		displayName: 'Values of Custom Fields',
		name: 'customFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description: 'The custom fields of your Sterling instance and their values',
		typeOptions: {
			loadOptionsDependsOn: [
				'resource',
				...['enterpriseCode', 'documentType', 'organizationCode'].flatMap((name) => [
					`${name}.value`,
					`additionalFields.${name}.value`,
				]),
			],
			resourceMapper: {
				resourceMapperMethod: 'mapCustomFields',
				mode,
				valuesLabel: 'Custom Fields',
				fieldWords: { singular: 'custom field', plural: 'custom fields' },
				addAllFields: false,
				supportAutoMap: true,
				hideNoDataError: true,
			},
		},
	},
	write(document, value, context) {
		inField('Custom Fields', () => {
			for (const [id, text] of mappedFields(value, context)) setCustomField(document, id, text);
		});
	},
});

/** Custom fields as rows of name and value, for where a mapper cannot be or cannot load. */
const rows = (displayName: string, name: string, field: INodeProperties, description: string): Field => ({
	property: {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: 'Add Custom Field',
		default: {},
		description,
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Custom Field', sortable: true },
		options: [
			{
				displayName: 'Custom Field',
				name: 'customField',
				values: [
					field,
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. Happy birthday',
						description: 'Value of the field. Leave empty to omit it; an existing record then keeps its value.',
					},
				],
			},
		],
	},
	write(document, value, context) {
		inField(displayName, () => {
			rowsOf(value).forEach((row, i) =>
				inField(`Custom Field ${i + 1}`, () => {
					const id = fieldIdOf(row.field);
					const text = inField('Value', () => textOf(row.value, context, 'custom'));
					if (text === undefined) return;
					if (id === '') refuse('a value is given, but no field is chosen', 'Choose the field, or type its name.');
					setCustomField(document, id, text);
				}),
			);
		});
	},
});

/** How custom fields are filled in. */
const customFieldsFrom = (): Field =>
	steering({
		displayName: 'Custom Fields',
		name: 'customFieldsFrom',
		type: 'options',
		noDataExpression: true,
		default: 'none',
		options: [
			{ name: 'None', value: 'none', description: 'Send no custom fields' },
			{
				name: 'Pick Fields',
				value: 'pick',
				description: 'Pick from the custom fields that your Sterling lists, with their types and allowed values',
			},
			{
				name: 'Type Names',
				value: 'names',
				description: 'Type the names, for example because your login may not list custom fields',
			},
		],
		description: 'Whether to fill in fields that your company added to Sterling (Extn, custom attributes, references)',
	});

/** The custom fields of a document: picked and typed by the instance, or any others by name. */
export const customFields = (use: Use): Field[] => [
	customFieldsFrom(),
	...showWhen({ customFieldsFrom: ['pick'] }, mapper(use === 'create' ? 'add' : 'map')),
	...showWhen(
		{ customFieldsFrom: ['names'] },
		rows(
			'Custom Fields by Name',
			'customFieldsByName',
			{ ...customField(), default: { mode: 'name', value: '' } },
			'Names and values of custom fields',
		),
	),
];

/** The custom fields of an order line, whose list is no place for a mapper. */
export const lineCustomFields = (): Field =>
	rows(
		'Custom Fields',
		'customFields',
		customField('searchLineCustomFields'),
		'Fields that your company added to the lines of orders',
	);

interface Row {
	field?: unknown;
	value?: unknown;
}

/** The rows of a collection of custom fields; `beside` are other kinds of rows in it. */
export function rowsOf<T = Row>(value: unknown, beside: readonly string[] = []): T[] {
	return entriesOf(value, 'customField', beside) as T[];
}

/** The id in a picker of custom fields; empty where nothing is chosen. */
export function fieldIdOf(picked: unknown): string {
	const isBare = typeof picked === 'object' && picked !== null && 'mode' in picked && 'value' in picked;
	return toFieldId(inField('Custom Field', () => locatorText(isBare ? picked.value : picked)));
}

/** Which custom fields a read returns. */
export const returnedCustomFields = (): INodeProperties[] => [
	{
		displayName: 'Custom Fields to Return',
		name: 'customFieldsToReturn',
		type: 'fixedCollection',
		placeholder: 'Add Custom Field',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Custom Field', sortable: true },
		default: {},
		description:
			'Return only these custom fields. Fields of lines are named like OrderLine.Extn.ExtnGiftWrap, and replace only those of the lines.',
		options: [{ displayName: 'Custom Field', name: 'customField', values: [customField()] }],
	},
	{
		displayName: 'Leave Out Other Custom Fields',
		name: 'leaveOutCustomFields',
		type: 'boolean',
		default: false,
		description:
			'Whether to return only the chosen custom fields, on lines as well. Use it if your login may not see all of them.',
	},
];
