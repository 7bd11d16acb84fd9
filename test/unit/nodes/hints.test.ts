import { isDeepStrictEqual } from 'node:util';

import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { explain } from '../../../clients/oms/errorTable';
import { ServiceError } from '../../../kit/errors';
import { fieldsOf } from '../../../kit/n8n/catalogue';
import { operationsOf } from '../../../nodes/IbmSterlingOms/execute';
import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import { inEditorWords } from '../../../nodes/IbmSterlingOms/run/hints';
import { MEANINGS } from '../../../scripts/docs/errors';

const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => ({ operation, siblings: operationsOf(value), label: `${value}:${operation.value}` })),
);
const labelled = (label: string) => OPERATIONS.find((one) => one.label === label)!;
const CODES = [...MEANINGS.flatMap(([codes]) => codes.split(' ')), 'YFC0002', 'java.lang.NoSuchMethodException'];
/** What errors have been seen to say beside their code. */
const ATTRIBUTES: Array<Record<string, string>> = [
	{},
	{ PrimeLineNo: '9', SubLineNo: '1', OrderNo: 'A-1' },
	{ OrderLineKey: '2026', OrderNo: 'A-1' },
	{ Attribute: 'OrderedQty', PrimeLineNo: '2' },
	{ ElementName: 'PersonInfoBillTo' },
	{ Attribute: 'NoFieldForThis' },
];

function errorOf(code: string, attributes: Record<string, string> = {}): ServiceError {
	const { category, hint } = explain(code, 400);
	const message = code === 'YFC0002' ? 'API getOrdreList is not defined' : 'As Sterling says it';
	return new ServiceError(category, message, { code, hint, attributes, api: 'getPage' });
}

function hintOf(error: ServiceError, { operation, siblings }: (typeof OPERATIONS)[number], inputMode?: string): string {
	const worded = inEditorWords(error, { operation, siblings, inputMode }) as ServiceError;
	// Tens of thousands of hints are looked at: an expectation for each would take most of the time.
	const isAsBefore =
		worded.message === error.message &&
		worded.code === error.code &&
		worded.category === error.category &&
		isDeepStrictEqual(worded.attributes, error.attributes);
	if (!isAsBefore) throw new Error(`The hint changes the error: ${JSON.stringify(worded)}`);
	return worded.hint ?? '';
}

const ERRORS = CODES.flatMap((code) => ATTRIBUTES.map((attributes) => errorOf(code, attributes)));

function labelsIn(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap(({ displayName, options = [] }) => [
		displayName,
		...options.flatMap((option) => {
			if ('values' in option) return [option.displayName, ...labelsIn((option as INodePropertyCollection).values)];
			return 'type' in option ? labelsIn([option as INodeProperties]) : [];
		}),
	]);
}

const INPUT_MODES = ['fields', 'list', 'items', 'document'];

/** Whether a form shows a parameter while Input is set like this. */
const isShown = ({ displayOptions }: INodeProperties, mode: string) =>
	displayOptions?.show?.inputMode?.includes(mode) ?? true;

describe.each(INPUT_MODES)('while Input is %s', (mode) => {
	test.each(OPERATIONS)('every label that a hint of $label names is there', (place) => {
		const fields = fieldsOf(place.operation).map(({ property }) => property);
		const choices = (fields.find(({ name }) => name === 'inputMode')?.options ?? []) as Array<{ value: string }>;
		if (mode !== 'fields' && !choices.some(({ value }) => value === mode)) return;
		const shown = fields.filter((property) => isShown(property, mode));
		const labels = new Set([...labelsIn(shown), ...Object.values(place.siblings)]);
		const absent = ERRORS.flatMap((error) => {
			const hint = hintOf(error, place, mode);
			const named = [...hint.replace(/called "\w+"/, '').matchAll(/"([^"]+)"/g)].flatMap(([, text]) =>
				text.split(' → '),
			);
			return named.filter((name) => !labels.has(name)).map((name) => `${error.code}: ${name}`);
		});
		expect(absent).toEqual([]);
	});
});

test.each([
	['list', 'YFS10437', { ItemID: 'X' }, 'check ItemID in "List"'],
	['items', 'YFS10437', { ItemID: 'X' }, 'check ItemID in "Values of Each Line"'],
	['document', 'YFS10437', { ItemID: 'X' }, 'check ItemID in "Document"'],
	['document', 'YFS10460', { ElementName: 'PersonInfoBillTo' }, 'fill in PersonInfoBillTo in "Document".'],
	['list', 'YFS10460', { ElementName: 'PersonInfoBillTo' }, 'fill in "Addresses → Bill To".'],
])('an order that is created from a %s: %s, %p says %s', (mode, code, attributes, expected) => {
	expect(hintOf(errorOf(code, attributes as Record<string, string>), labelled('order:create'), mode)).toContain(
		expected,
	);
});

test.each([
	[
		'order:create',
		'YFC0001',
		{},
		'An order with this number already exists. Use the operation "Create or Update" to change it, or enter another number.',
	],
	['return:create', 'YFS10012', {}, 'A return with this number already exists. Enter another number.'],
	[
		'shipment:create',
		'YFC0001',
		{},
		'A shipment with this number already exists. Use the operation "Create or Update"',
	],
	['catalogItem:create', 'YFC0001', {}, 'A catalog item with this ID already exists.'],
	['customer:create', 'YFC0001', {}, 'A customer with this ID already exists.'],
	['organization:create', 'YFC0001', {}, 'An organization with this code already exists.'],
	['order:update', 'YFC0001', {}, 'A record with this key already exists'],
	[
		'inventory:getSupply',
		'YCM0033',
		{ ItemID: 'X', UnitOfMeasure: 'EACH', OrganizationCode: 'E' },
		'Nothing matches. Check "Item", "Unit of Measure" and "Organization".',
	],
	['inventory:getSupply', 'YCM0033', {}, 'Nothing matches. Check "Item".'],
	['inventory:cancelReservation', 'YFS10001', {}, 'Nothing matches. Check "Reservation ID" and "Item".'],
	['order:get', 'YFS10003', { OrderHeaderKey: '1' }, 'Nothing matches. Check the key in "Order". Purged orders'],
	['organization:get', 'YCP0267', { OrganizationCode: 'X' }, 'Nothing matches. Check "Organization".'],
	['shipment:create', 'OMP10065', {}, 'Fill in "Shipment Number" and "Ship Node".'],
	['order:changeStatus', 'YFS10428', {}, 'Check "Transaction" and "New Status" or "Order Lines → Status".'],
	['order:resolveHold', 'OMP11035', { HoldType: 'X' }, 'check "Hold Type"'],
	['api:invoke', 'YFS10003', { OrderNo: 'X' }, 'Check the numbers, keys and codes in "Document".'],
	['api:batch', 'YFS10003', {}, 'Check the numbers, keys and codes in "Calls".'],
	['order:update', 'YFS10003', {}, 'Check "Order", "Enterprise" and "Document Type", or use the key.'],
	['order:get', 'YFS10003', {}, 'Purged orders are found with "Read From" under "Options".'],
	[
		'order:update',
		'YFS10001',
		{ PrimeLineNo: '9' },
		'The document has no such line. Check the lines in "Order Lines".',
	],
	['order:update', 'YFS10001', {}, 'If the document is right, check "Order Lines".'],
	['order:update', 'YFS10137', {}, '"Override Modification Rules" overrides the rules'],
	[
		'order:create',
		'YFS10437',
		{ ItemID: 'X', UnitOfMeasure: 'EACH' },
		'check "Order Lines → Item ID" and "Order Lines → Unit of Measure"',
	],
	['order:create', 'YFS10048', {}, 'Check its spelling'],
	['order:create', 'YFS10460', { ElementName: 'PersonInfoBillTo' }, 'fill in "Addresses → Bill To".'],
	[
		'order:create',
		'YFS10460',
		{ Attribute: 'OrderedQty', PrimeLineNo: '2' },
		'fill in "Order Lines → Quantity" of line 2.',
	],
	['order:create', 'YFS10460', { Attribute: 'Strange' }, 'A required attribute is missing: Strange.'],
	[
		'api:invoke',
		'YFC0002',
		{},
		'This Sterling has no API called "getOrdreList". Check the exact spelling in "API Name"',
	],
])('%s, %s with %p says: %s', (label, code, attributes, expected) => {
	expect(hintOf(errorOf(code, attributes as Record<string, string>), labelled(label))).toContain(expected);
});

test.each([
	['order:update', /history|Create or Update/],
	['order:delete', /Override|history/],
	['order:create', /Override|history/],
])('%s has no hint about what it lacks', (label, absent) => {
	for (const code of CODES) expect(hintOf(errorOf(code), labelled(label))).not.toMatch(absent);
});
