import type { INode } from 'n8n-workflow';
import { generateZodSchema, traverseNodeParameters, type FromAIArgument } from 'n8n-workflow';

import { Bench, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const fromAi = (key: string, description: string, type = 'string') =>
	`={{ $fromAI('${key}', \`${description}\`, '${type}') }}`;

/**
 * Calls the node as n8n's agent does: what the model says is held against the schema that n8n makes of the parameters,
 * and reaches the node as the JSON of its item.
 */
async function called(parameters: INode['parameters'], said: Record<string, unknown>) {
	const asked: FromAIArgument[] = [];
	traverseNodeParameters(parameters, asked);
	expect(asked.map(({ key }) => key).sort()).toEqual(Object.keys(said).sort());
	for (const argument of asked) generateZodSchema(argument).parse(said[argument.key]);
	const finished = await bench.runNode(parameters, { input: [said] });
	if (finished.error) throw finished.error;
	return finished.json('Sterling');
}

const create = orders('create', {
	orderNo: fromAi('order_number', 'Number of the new order'),
	inputMode: 'list',
	lineList: fromAi('lines', 'Lines as a list of {Item.ItemID, OrderedQty}', 'json'),
	lineNames: { mappingMode: 'autoMapInputData', value: null, schema: [] },
	addresses: { billTo: { city: fromAi('city', 'City of the customer'), country: 'US' } },
	additionalFields: { additionalAttributes: fromAi('more', 'Anything else, as JSON', 'json') },
});

const lines = [
	{ 'Item.ItemID': 'MUG-BLUE', OrderedQty: 2 },
	{ 'Item.ItemID': 'LAMP-DESK', OrderedQty: '1' },
];

test.each([
	['objects', lines, { CustomerPONo: 'PO-AI' }],
	['JSON text', JSON.stringify(lines), JSON.stringify({ CustomerPONo: 'PO-AI' })],
])('a model creates an order with lists and documents as %s', async (form, list, more) => {
	const number = `AI-${form.replace(' ', '-')}`;
	// Not held against the schema, which takes objects where JSON is asked for: models quote it all the same.
	const said = { order_number: number, lines: list, city: 'Exampleton', more };
	const finished = await bench.runNode(create, { input: [said] });
	if (finished.error) throw finished.error;
	expect(bench.lines(number)).toMatchObject([
		{ ItemID: 'MUG-BLUE', OrderedQty: '2' },
		{ ItemID: 'LAMP-DESK', OrderedQty: '1' },
	]);
	expect(bench.stored(number)).toMatchObject({ CustomerPONo: 'PO-AI' });
});

test('a model reads an order, and cancels lines of it, with numbers as numbers', async () => {
	bench.place('AI-READ');
	const order = locate('number', fromAi('order_number', 'Number of the order'));
	const [row] = await called(orders('get', { order, output: 'lines' }), { order_number: 'AI-READ' });
	expect(row).toMatchObject({ OrderNo: 'AI-READ' });
	const cancel = orders('cancelLines', {
		order,
		lines: { line: [{ primeLineNo: fromAi('line_number', 'Number of the line', 'number'), subLineNo: '1' }] },
	});
	await called(cancel, { order_number: 'AI-READ', line_number: 1 });
	expect(bench.lines('AI-READ')[0]).toMatchObject({ OrderedQty: '0' });
});
