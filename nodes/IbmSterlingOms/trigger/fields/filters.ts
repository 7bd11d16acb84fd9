import type { INodeProperties } from 'n8n-workflow';

import type { Condition } from '../../../../clients/oms/query';
import type { Document } from '../../../../kit/xml/document';
import type { Defaults } from '../../connect';
import { customField, fieldIdOf } from '../../fields/customFields';
import { attribute, attributeOf, collection, steering, writeAll, type Field } from '../../../../kit/n8n/fields/field';
import { readConditions } from '../../fields/comparisons';
import { documentType, enterprise, shipNode, status } from '../../fields/locators';
import { textOf } from '../../../../kit/n8n/fields/value';
import type { Parameters } from '../../../../kit/n8n/parameters';
import { setPath } from '../../../../kit/n8n/path';
import { orderPath, SOURCES, type Source } from '../sources';

/** What a source is asked for. */
export interface Filter {
	input: Document;
	conditions: Condition[];
}

const DOCUMENT_TYPE = 'Empty takes the default of the credential. Returns are always 0003.';

const customFields: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'fixedCollection',
	placeholder: 'Add Custom Field',
	default: {},
	typeOptions: { multipleValues: true },
	description: 'Values of your own fields on the document of the event; all of them must be met',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{ ...customField(), name: 'name' },
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

/** The filters that are attributes of the document, as what they mean for the rows of one source. */
const attributesOf = (source: Source): Field[] => [
	attributeOf(documentType(DOCUMENT_TYPE), `${source.header}DocumentType`),
	attributeOf(enterprise(), `${source.header}EnterpriseCode`),
	attribute('Entry Type', 'entryType', orderPath(source, 'EntryType'), {
		placeholder: 'e.g. WEB',
		description: 'Shipments have none',
	}),
	attribute('Order Type', 'orderType', orderPath(source, 'OrderType'), {
		description: 'Shipments have none',
	}),
	attributeOf(shipNode('Node of the lines, release or shipment'), source.shipNode),
];

/** What the editor shows. */
export const filters = (): Field =>
	collection('Filters', 'filters', 'Add Filter', [
		...attributesOf(SOURCES.order),
		steering(customFields),
		steering(status('Status From', 'statusFrom', 'Lowest status code that the document may have')),
		steering(status('Status To', 'statusTo', 'Highest status code that the document may have')),
	]);

/**
 * The filters as input of a source's list API: fixed attributes, and conditions on top of them.
 * @throws TypeError for a filter that the rows of the source do not have: without it too much would be told
 */
export function readFilters(
	source: Source,
	parameters: Parameters,
	{ enterpriseCode, documentType: type }: Defaults,
): Filter {
	const input: Document = {};
	setPath(input, `${source.header}DocumentType`, type);
	if (enterpriseCode) setPath(input, `${source.header}EnterpriseCode`, enterpriseCode);
	writeAll(attributesOf(source), input, parameters.raw('filters'), parameters.values);
	if (source.documentType) setPath(input, `${source.header}DocumentType`, source.documentType);
	if (
		!source.belongsToOrder &&
		(parameters.option('filters', 'entryType', '') || parameters.option('filters', 'orderType', ''))
	) {
		throw new TypeError(
			'Shipments have no order type or entry type to filter by: take them out, or use a second trigger',
		);
	}
	const conditions = [...ownFields(parameters), ...statusRange(parameters), ...readConditions(parameters)];
	return { input, conditions };
}

function ownFields(parameters: Parameters): Condition[] {
	const { field = [] } = parameters.option<{ field?: Array<{ name?: unknown; value?: unknown }> }>(
		'filters',
		'customFields',
		{},
	);
	return field
		.map(({ name, value }): Condition => {
			return { attribute: fieldIdOf(name), operator: 'EQ', value: textOf(value, parameters.values) };
		})
		.filter(({ attribute: id }) => id !== '');
}

function statusRange(parameters: Parameters): Condition[] {
	const [from, to] = ['statusFrom', 'statusTo'].map((name) =>
		textOf(parameters.option<unknown>('filters', name, undefined), parameters.values),
	);
	if (from && to) return [{ attribute: 'Status', operator: 'BETWEEN', value: from, to }];
	if (from) return [{ attribute: 'Status', operator: 'GE', value: from }];
	return to ? [{ attribute: 'Status', operator: 'LE', value: to }] : [];
}
