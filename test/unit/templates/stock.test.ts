import { Expression } from 'n8n-workflow';

import { evaluate, runCode, template } from './template';

const { node } = template('stock-on-product-page');
const look = node('Look for a cached response');
const keep = node('Cache the response');
const settings = { cacheSeconds: 60, questionsPerMinute: 3, enterpriseCode: 'AURORA' };
let now = Date.parse('2026-01-15T10:00:00Z');
beforeEach(() => jest.spyOn(Date, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

/** The workflow with its memory; returns how often Sterling is asked. */
function shop(more: object = {}) {
	const memory = {};
	let questions = 0;
	const ask = (item: string, answer: object = { status: 200, body: { item } }) => {
		const nodes = {
			Settings: [{ ...settings, ...more }],
			'Request parameters': [{ item, quantity: 1, country: '', zip: '' }],
		};
		const [{ json }] = runCode(look, [{}], nodes, memory);
		if (json.isKnown) return json;
		questions++;
		return runCode(keep, [answer], { ...nodes, 'Look for a cached response': [json] }, memory)[0].json;
	};
	return { ask, memory, questions: () => questions };
}

test('a hundred calls for one item ask Sterling once, until the answer is old', () => {
	const { ask, questions } = shop();
	for (let i = 0; i < 100; i++) expect(ask('MUG')).toMatchObject({ status: 200, body: { item: 'MUG' } });
	expect(questions()).toBe(1);
	now += 61_000;
	ask('MUG');
	expect(questions()).toBe(2);
});

test('a hundred calls for a hundred items ask as often as Settings allow, and again in the next minute', () => {
	const { ask, questions } = shop();
	const answers = Array.from({ length: 100 }, (_, i) => ask(`ITEM-${i}`).status);
	expect([questions(), answers.filter((status) => status === 503).length]).toEqual([3, 97]);
	now += 60_000;
	ask('ITEM-50');
	expect(questions()).toBe(4);
});

test('a failure is kept for some seconds only', () => {
	const { ask, questions } = shop();
	expect(ask('MUG', { status: 503 })).toMatchObject({ status: 503 });
	expect(ask('MUG')).toMatchObject({ status: 503 });
	now += 11_000;
	expect(ask('MUG')).toMatchObject({ status: 200 });
	expect(questions()).toBe(2);
});

test('the memory is bounded', () => {
	const { ask, memory } = shop({ questionsPerMinute: 10_000 });
	for (let i = 0; i < 1000; i++) ask(`ITEM-${i}`.padEnd(40, 'x'));
	expect(JSON.stringify(memory).length).toBeLessThan(100_000);
});

const asked = (query: object, field: string) =>
	evaluate(node('Request parameters'), field, { $: () => ({ item: { json: { query } } }) });

test.each([
	[{ item: 'MUG-BLUE' }, 'item', 'MUG-BLUE'],
	[{ item: 'x'.repeat(100_000) }, 'item', 'x'.repeat(40)],
	[{ item: ['a', 'b'] }, 'item', 'a,b'],
	[{ item: 'a\u0000b\nc\ud800' }, 'item', 'abc'],
	[{}, 'item', ''],
	[{ zip: '0'.repeat(99) }, 'zip', '0'.repeat(35)],
	[{ quantity: '3' }, 'quantity', 3],
	[{ quantity: '2.7' }, 'quantity', 2],
	[{ quantity: '1e308' }, 'quantity', 9999],
	[{ quantity: '-1' }, 'quantity', 1],
	[{ quantity: 'NaN' }, 'quantity', 1],
	[{ quantity: 'Infinity' }, 'quantity', 9999],
])('what is asked is bounded: %#', (query, field, value) => {
	expect(asked(query, field)).toBe(value);
});

describe('stock-to-shop', () => {
	const { node: of } = template('stock-to-shop');
	const [{ leftValue }] = (
		of('Quantities that are not numbers').parameters.conditions as { conditions: Array<{ leftValue: string }> }
	).conditions;
	const resolve = (text: string, $json: object) => {
		const data = { $json } as never;
		Expression.initializeGlobalContext(data);
		return Expression.resolveWithoutWorkflow(text.replace(/^=/, ''), data);
	};
	const item = (quantity: unknown) => ({ ItemID: 'MUG', Nodes: [{ Node: 'DC1', AvailableOnhandQuantity: quantity }] });

	test.each(['5', '5.00', '-1', 0, undefined, null])('%j is a quantity', (quantity) =>
		expect(resolve(leftValue, item(quantity))).toBe(false),
	);
	test('an item without nodes has none', () => expect(resolve(leftValue, { ItemID: 'MUG' })).toBe(false));
	test.each(['', '1,000', 'NaN', '1e3', ' 5', '9'.repeat(16)])('%j is none, and is reported', (quantity) => {
		expect(resolve(leftValue, item(quantity))).toBe(true);
		const { errorMessage } = of('Stop: quantities that are not numbers').parameters as { errorMessage: string };
		expect(resolve(errorMessage, { items: [item(quantity), item('7')] })).toMatch(
			/did not return a number:\nMUG at DC1: [^\n]*$/,
		);
	});
});
