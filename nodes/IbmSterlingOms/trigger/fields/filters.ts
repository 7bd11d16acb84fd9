import type { INodeProperties } from 'n8n-workflow';

import type { Condition } from '../../../../clients/oms/query';
import type { Document } from '../../../../kit/xml/document';
import type { Defaults } from '../../connect';
import { customField, fieldIdOf } from '../../fields/customFields';
import { attributeOf, collection, steering, writeAll, type Field } from '../../../../kit/n8n/fields/field';
import { readConditions } from '../../fields/comparisons';
import { checkFilters, EMPTY_HINT } from '../../run/emptyFilters';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { commonCode, documentType, enterprise, shipNode, status } from '../../fields/locators';
import { textOf } from '../../../../kit/n8n/fields/value';
import type { Parameters } from '../../../../kit/n8n/parameters';
import { setPath } from '../../../../kit/xml/path';
import { orderPath, SOURCES, type Source } from '../sources';

/** What a source is asked for. */
export interface Filter {
	input: Document;
	conditions: Condition[];
}

const DOCUMENT_TYPE = 'Leave empty to use the default of the credential. Returns are always 0003.';

const customFields: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'fixedCollection',
	placeholder: 'Add Custom Field',
	default: {},
	typeOptions: { multipleValues: true },
	description: 'Values of custom fields on the document of the event. All of them must match.',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{ ...customField(), name: 'name' },
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. WEB',
					description: 'Value that the custom field must have',
				},
			],
		},
	],
};

/** The filters that are attributes of the document, as what they mean for the rows of one source. */
const attributesOf = (source: Source): Field[] => [
	attributeOf(documentType(DOCUMENT_TYPE), `${source.header}DocumentType`),
	attributeOf(enterprise(), `${source.header}EnterpriseCode`),
	attributeOf(
		commonCode(
			'Entry Type',
			'entryType',
			'searchEntryTypes',
			'WEB',
			'Channel through which the order was entered. Shipments have none.',
		),
		orderPath(source, 'EntryType'),
	),
	attributeOf(
		commonCode(
			'Order Type',
			'orderType',
			'searchOrderTypes',
			'STANDARD',
			'Type of the order, as defined in Sterling. Shipments have none.',
		),
		orderPath(source, 'OrderType'),
	),
	attributeOf(shipNode('Node of the lines, release or shipment'), source.shipNode),
];

/** What the editor shows. */
export const filters = (): INodeProperties => ({
	...collection('Filters', 'filters', 'Add Filter', [
		...attributesOf(SOURCES.order),
		steering(customFields),
		steering(status('Status From', 'statusFrom', 'Lowest status code that the document may have')),
		steering(status('Status To', 'statusTo', 'Highest status code that the document may have')),
	]).property,
	description: 'Only return events of documents that match all of these',
});

/**
 * The filters as input of a source's list API: fixed attributes, and conditions on top of them.
 * @throws TypeError for a filter that the rows of the source do not have: without it, too many events would be returned
 * @throws Refusal for a filter that an expression left empty, unless Options say that it means "no filter"
 */
export function readFilters(
	source: Source,
	parameters: Parameters,
	{ enterpriseCode, documentType: type }: Defaults,
): Filter {
	const ignoreEmpty = checkFilters(parameters);
	const input: Document = {};
	setPath(input, `${source.header}DocumentType`, type);
	if (enterpriseCode) setPath(input, `${source.header}EnterpriseCode`, enterpriseCode);
	writeAll(attributesOf(source), input, parameters.raw('filters'), parameters.values);
	if (source.documentType) setPath(input, `${source.header}DocumentType`, source.documentType);
	if (!source.belongsToOrder && (parameters.text('filters.entryType') || parameters.text('filters.orderType'))) {
		throw new TypeError(
			'Shipments have no order type or entry type to filter by. Remove these filters, or use a second trigger.',
		);
	}
	const conditions = [
		...ownFields(parameters, ignoreEmpty),
		...statusRange(parameters),
		...readConditions(parameters, ignoreEmpty),
	];
	return { input, conditions };
}

/** @throws Refusal for a custom field without a value: Sterling ignores such a filter */
function ownFields(parameters: Parameters, ignoreEmpty: boolean): Condition[] {
	const { field = [] } = parameters.option<{ field?: Array<{ name?: unknown; value?: unknown }> }>(
		'filters',
		'customFields',
		{},
	);
	return field.flatMap(({ name, value }, i): Condition[] => {
		const attribute = fieldIdOf(name);
		if (attribute === '') return [];
		const text = textOf(value, parameters.values);
		if (text !== undefined && text.trim() !== '') return [{ attribute, operator: 'EQ', value: text }];
		if (ignoreEmpty && parameters.isExpression(`filters.customFields.field.${i}.value`)) return [];
		return inField(`Filters → Custom Fields → Field ${i + 1} → Value`, () =>
			refuse(`the filter on ${attribute} has no value`, EMPTY_HINT),
		);
	});
}

function statusRange(parameters: Parameters): Condition[] {
	const [from, to] = ['statusFrom', 'statusTo'].map((name) =>
		textOf(parameters.option<unknown>('filters', name, undefined), parameters.values),
	);
	if (from && to) return [{ attribute: 'Status', operator: 'BETWEEN', value: from, to }];
	if (from) return [{ attribute: 'Status', operator: 'GE', value: from }];
	return to ? [{ attribute: 'Status', operator: 'LE', value: to }] : [];
}
