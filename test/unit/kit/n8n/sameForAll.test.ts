import type { INodeProperties } from 'n8n-workflow';

import { datesIn } from '../../../../kit/n8n/dates';
import { Form } from '../../../../kit/n8n/form';
import { Parameters } from '../../../../kit/n8n/parameters';
import { Settled } from '../../../../kit/n8n/settled';
import { steeringCheck } from '../../../../kit/n8n/steering';

const PROPERTIES = [
	{
		displayName: 'Delivery',
		name: 'delivery',
		type: 'options',
		default: 'now',
		options: [{ name: 'Now', value: 'now' }],
	},
	{ displayName: 'Order No', name: 'orderNo', type: 'string', default: '' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		default: {},
		options: [{ displayName: 'Dry Run', name: 'dryRun', type: 'boolean', default: false }],
	},
] as INodeProperties[];

/** The items of one run, by their values; `same` are the parameters without an expression. */
function run(items: Array<Record<string, unknown>>, same: readonly string[]) {
	const read = jest.fn((item: Record<string, unknown>, name: string) => item[name]);
	const facts = { properties: PROPERTIES, settled: new Settled((name) => same.includes(name)) };
	const values = { dates: datesIn('UTC') };
	return { parameters: items.map((item) => new Parameters((name) => read(item, name), values, facts)), read };
}

test('a parameter that is the same for all items is read once, any other for each', () => {
	const items = [1, 2, 3].map((n) => ({ orderNo: ` A-${n} `, delivery: 'now', options: { dryRun: 'yes' } }));
	const { parameters, read } = run(items, ['delivery', 'options']);
	expect(parameters.map((each) => each.choice('delivery'))).toEqual(['now', 'now', 'now']);
	expect(parameters.map((each) => each.flag('options.dryRun', false))).toEqual([true, true, true]);
	expect(parameters.map((each) => each.text('orderNo'))).toEqual(['A-1', 'A-2', 'A-3']);
	const asked = read.mock.calls.map(([, name]) => name);
	expect(asked).toEqual(['delivery', 'options', 'orderNo', 'orderNo', 'orderNo']);
});

test('each caller has its own value for what is not given', () => {
	const { parameters } = run([{}, {}], ['delivery', 'options']);
	for (const each of parameters) {
		expect([each.choice('delivery'), each.choice('delivery', 'later')]).toEqual(['now', 'later']);
		expect([each.flag('options.dryRun', true), each.flag('options.dryRun', false)]).toEqual([true, false]);
	}
});

test('what is refused is refused for each item', () => {
	const { parameters } = run([{ delivery: 'soon' }, { delivery: 'soon' }], ['delivery']);
	for (const each of parameters)
		expect(() => each.choice('delivery')).toThrow('Delivery: "soon" is not a valid choice');
});

describe('the check of what steers an operation', () => {
	const fields = PROPERTIES.map((property) => ({ property }));

	test('is done for each item until it has passed, and then for what differs', () => {
		const items = [{ options: { dryRun: 'perhaps' } }, { options: { dryRun: 'perhaps' } }];
		const { parameters } = run(items, ['options', 'delivery']);
		const check = steeringCheck(fields);
		for (const each of parameters) expect(() => check(each)).toThrow('Options → Dry Run must be yes or no');
	});

	test('finds what is wrong with a later item', () => {
		const { parameters } = run([{ delivery: 'now' }, { delivery: 'soon' }], ['options', 'orderNo']);
		const check = steeringCheck(fields);
		check(parameters[0]);
		expect(() => check(parameters[1])).toThrow('"soon" is not a valid choice');
	});
});

test('a form finds descriptions and labels by path', () => {
	const form = new Form(PROPERTIES);
	expect(form.property('options.dryRun')?.type).toBe('boolean');
	expect([form.property('none'), form.property('options.none')]).toEqual([undefined, undefined]);
	expect([form.label('options.dryRun'), form.label('options.other')]).toEqual(['Options → Dry Run', 'Options → other']);
});
