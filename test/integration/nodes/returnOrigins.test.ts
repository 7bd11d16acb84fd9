import type { INodeParameters } from 'n8n-workflow';

import { Bench, line } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
beforeAll(() => bench.place('SOLD', { OrderLines: { OrderLine: [line('1')] } }));

const KEY = '20260115100001123456';
const returned = (more: INodeParameters): INodeParameters => ({
	resource: 'return',
	operation: 'create',
	orderNo: 'BACK',
	...more,
});
const inDocument = (one: object, more: INodeParameters = {}, around: object = {}) =>
	returned({
		inputMode: 'document',
		document: JSON.stringify({ ...around, OrderLines: { OrderLine: [{ OrderedQty: '1', ...one }] } }),
		options: { dryRun: true },
		...more,
	});
const inForm = (one: object, more: INodeParameters = {}) =>
	returned({ lines: { line: [{ orderedQty: '1', ...one }] }, options: { dryRun: true }, ...more });
const SERVICE = { options: { delivery: 'service', serviceName: locate('name', 'DemoEcho') } };

const lineSent = async (parameters: INodeParameters) => {
	const [{ request }] = (await bench.run(parameters)) as Array<{ request: { body: string } }>;
	const { OrderLines } = JSON.parse(request.body) as { OrderLines: { OrderLine: object[] } };
	return OrderLines.OrderLine[0];
};

/** Every way in which a document may name what comes back, and one that an extension of Sterling completes. */
const LINES: Array<[string, object]> = [
	['an item by its UPC', { Item: { UPCCode: '012345', UnitOfMeasure: 'EACH' } }],
	['an item by the name of the customer', { Item: { CustomerItem: 'C-1' } }],
	['an item, of an order number', { Item: { ItemID: 'MUG-BLUE' }, DerivedFrom: { OrderNo: 'SOLD' } }],
	['an item, of an order key', { Item: { ItemID: 'MUG-BLUE' }, DerivedFrom: { OrderHeaderKey: KEY } }],
	['a line of a release', { DerivedFrom: { OrderReleaseKey: KEY, PrimeLineNo: '1', SubLineNo: '1' } }],
	['a line by its key', { DerivedFrom: { OrderLineKey: KEY } }],
	['a line by its key, as an attribute', { DerivedFromOrderLineKey: KEY }],
	['a line by its number alone', { DerivedFrom: { PrimeLineNo: '1' } }],
	['nothing', { ReturnReason: 'DAMAGED' }],
];

describe.each(LINES)('a whole document that names %s', (_what, one) => {
	it('is sent as it is', async () => {
		expect(await lineSent(inDocument(one))).toMatchObject(one);
	});

	it.each([
		['a service', SERVICE, {}],
		['a draft', {}, { DraftOrderFlag: 'Y' }],
	])('goes to %s', async (_where, more, around) => {
		expect((await bench.runNode(inDocument(one, more, around))).error).toBeUndefined();
	});
});

it.each([
	['a service', SERVICE],
	['a draft', { additionalFields: { additionalAttributes: '{"DraftOrderFlag": "Y"}' } }],
])('lines of the form need no origin for %s', async (_where, more) => {
	expect((await bench.runNode(inForm({ returnReason: 'DAMAGED' }, more))).error).toBeUndefined();
});

it('lines of the form need one otherwise', async () => {
	expect(await bench.refused(inForm({ returnReason: 'DAMAGED' }))).toMatchObject({
		message: 'Return Lines → Line 1 must identify the order line that comes back',
	});
});

it('refuses the item of an order line without its order, in the words of a document', async () => {
	expect(await bench.refused(inDocument({ DerivedFrom: { ItemID: 'MUG-BLUE' } }))).toMatchObject({
		message: 'Document → Line 1: the original order is not given',
		description: expect.stringContaining('(OrderNo)'),
	});
});
