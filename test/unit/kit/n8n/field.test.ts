import { datesIn } from '../../../../kit/n8n/dates';
import { attribute, collection, element, writeAll, type Field } from '../../../../kit/n8n/fields/field';
import { entriesOf, repeat } from '../../../../kit/n8n/fields/repeat';
import { Parameters } from '../../../../kit/n8n/parameters';
import { Refusal } from '../../../../kit/n8n/refusal';
import type { Document } from '../../../../kit/xml/document';

const context = { dates: datesIn('UTC') };
const fields: Field[] = [
	attribute('Name', 'name', 'Name'),
	attribute('Amount', 'amount', 'Price.Amount', {}, 'number'),
	element('Address', 'address', 'Address', [attribute('City', 'city', 'City')]),
	collection('More', 'more', 'Add Field', [attribute('Gift', 'gift', 'GiftFlag', { type: 'boolean' })]),
	repeat('Lines', 'lines', 'Lines.Line', { entry: 'Line', key: 'line' }, [
		attribute('Quantity', 'qty', 'Qty', {}, 'number'),
	]),
];
const write = (values: unknown) => {
	const document: Document = {};
	writeAll(fields, document, values, context);
	return document;
};

test('fields write their attributes, empty ones nothing', () => {
	expect(
		write({ name: 'A', amount: 9.9, address: { city: 'X' }, more: { gift: 'true' }, lines: { line: [{ qty: '1' }] } }),
	).toEqual({
		Name: 'A',
		Price: { Amount: '9.9' },
		Address: { City: 'X' },
		GiftFlag: 'Y',
		Lines: { Line: [{ Qty: '1' }] },
	});
	expect(write({ name: '', address: {}, more: undefined, lines: '' })).toEqual({});
});

test.each([
	[{ amount: 'two' }, 'Amount: "two" is not a number'],
	[{ more: { gift: 'maybe' } }, 'More → Gift must be yes or no, got "maybe"'],
	[{ lines: { line: [{ qty: '1' }, { qty: 'x' }] } }, 'Lines → Line 2 → Quantity: "x" is not a number'],
	[{ lines: [{ qty: '1' }] }, 'Lines must be { "line": […] }, got a list'],
	[{ lines: 'none' }, 'Lines must be { "line": […] }, got "none"'],
	[{ lines: { lin: [] } }, 'Lines must be { "line": […] }, got "lin"'],
	[{ lines: { line: ['a'] } }, 'Lines → Line 1 must be an object of fields, got "a"'],
	[{ lines: { line: [{ quantity: '1' }] } }, 'Lines → Line 1: there is no field "quantity" here'],
	[{ address: 'X' }, 'Address must be an object of fields, got "X"'],
	[{ address: { town: 'X' } }, 'Address: there is no field "town" here'],
])('%p is refused by name', (values, message) => {
	expect(() => write(values)).toThrow(Refusal);
	expect(() => write(values)).toThrow(message);
});

test('a single entry counts as a list of one', () => {
	expect(entriesOf({ line: { qty: '1' } }, 'line')).toEqual([{ qty: '1' }]);
	expect(entriesOf({ other: [] }, 'line', ['other'])).toEqual([]);
});

describe('parameters', () => {
	const properties = [
		{ displayName: 'Return All', name: 'returnAll', type: 'boolean', default: false },
		{ displayName: 'Limit', name: 'limit', type: 'number', default: 50, typeOptions: { minValue: 1 } },
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			default: {},
			options: [
				{
					displayName: 'Page Size',
					name: 'pageSize',
					type: 'number',
					default: 200,
					typeOptions: { minValue: 1, maxValue: 5000 },
				},
				{
					displayName: 'Format',
					name: 'format',
					type: 'options',
					default: 'json',
					options: [
						{ name: 'JSON', value: 'json' },
						{ name: 'XML', value: 'xml' },
					],
				},
			],
		},
	] as never;
	const of = (values: Record<string, unknown>, isExpression = false) =>
		new Parameters((name) => values[name], context, { properties, isExpression: () => isExpression });

	test('have the defaults and the bounds of their descriptions', () => {
		const none = of({});
		expect([
			none.flag('returnAll'),
			none.number('limit'),
			none.number('options.pageSize'),
			none.choice('options.format'),
		]).toEqual([false, 50, 200, 'json']);
		expect(of({ limit: '7', options: { pageSize: ' 5000 ' } }).number('options.pageSize')).toBe(5000);
	});

	test.each([
		[{ limit: 0 }, 'limit', 'Limit must be a number of 1 or more without a fraction, got 0'],
		[{ limit: true }, 'limit', 'Limit must be a number of 1 or more without a fraction, got true'],
		[{ limit: [1] }, 'limit', 'Limit must be one value, got a list'],
		[
			{ options: { pageSize: 5001 } },
			'options.pageSize',
			'Options → Page Size must be a number from 1 to 5000 without a fraction, got 5001',
		],
		[{ options: 'all' }, 'options.pageSize', 'Options must be an object, got "all"'],
	])('%p is refused', (values, path, message) => {
		expect(() => of(values as never).number(path)).toThrow(message);
	});

	test('an expression that returns nothing is no choice', () => {
		expect(() => of({ returnAll: undefined }, true).flag('returnAll')).toThrow(
			'Return All is empty: its expression returns nothing',
		);
		expect(() => of({ options: { format: '' } }, true).choice('options.format')).toThrow('Options → Format is empty');
		expect(() => of({ limit: null }, true).number('limit')).toThrow('Limit must be a number of 1 or more');
		expect(() => of({ options: { format: 'yaml' } }).choice('options.format')).toThrow(
			'Options → Format: "yaml" is not a valid choice',
		);
	});
});
