import type { INodeProperties } from 'n8n-workflow';

import type { Condition } from '../../../../clients/oms/query';
import type { Defaults } from '../../connect';
import { customField, fieldIdOf } from '../../fields/customFields';
import { entriesOf } from '../../../../kit/n8n/fields/repeat';
import { attributeOf, collection, steering, writeAll, type Field } from '../../../../kit/n8n/fields/field';
import { readConditions } from '../../fields/comparisons';
import { STATUS_CODE } from '../../fields/statusCode';
import { checkFilters, emptyHint } from '../../run/reads/emptyFilters';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { commonCode, documentType, enterprise, shipNode, status } from '../../fields/locators';
import { textOf } from '../../../../kit/n8n/fields/value';
import type { Parameters } from '../../../../kit/n8n/parameters';
import { isElement, type Document } from '../../../../kit/xml/document';
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
	return parameters.field('filters.customFields', (value) =>
		entriesOf(value, 'field').flatMap((entry, i) =>
			inField(`Field ${i + 1}`, () => ownField(entry, `filters.customFields.field.${i}`, parameters, ignoreEmpty)),
		),
	);
}

function ownField(entry: unknown, path: string, parameters: Parameters, ignoreEmpty: boolean): Condition[] {
	const { name, value } = isElement(entry) ? (entry as Record<string, unknown>) : {};
	const attribute = fieldIdOf(name);
	const text = inField('Value', () => textOf(value, parameters.values, 'custom')?.trim() ?? '');
	if (attribute === '') {
		if (text === '' && !parameters.isExpression(`${path}.name`)) return [];
		return inField('Field', () => refuse('is empty', 'Without it, the value would have no effect.'));
	}
	if (text !== '') return [{ attribute, operator: 'EQ', value: text }];
	if (ignoreEmpty && parameters.isExpression(`${path}.value`)) return [];
	return inField('Value', () => refuse(`the filter on ${attribute} has no value`, emptyHint(parameters)));
}

/** @throws Refusal for what is no code, such as the name of a status: it would match nothing */
function statusRange(parameters: Parameters): Condition[] {
	const [from, to] = ['filters.statusFrom', 'filters.statusTo'].map((path) =>
		inField(parameters.label(path), () => textOf(parameters.text(path), parameters.values, STATUS_CODE)),
	);
	if (from && to) return [{ attribute: 'Status', operator: 'BETWEEN', value: from, to }];
	if (from) return [{ attribute: 'Status', operator: 'GE', value: from }];
	return to ? [{ attribute: 'Status', operator: 'LE', value: to }] : [];
}
