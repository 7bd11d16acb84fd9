import type { INodeParameters } from 'n8n-workflow';

import { Bench, line, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';
import { create, MUG } from './mugOrder';

const bench = Bench.forFile({ withoutOrders: true });

const onLines = (...more: object[]) => create({ lines: { line: more.map((one) => ({ ...MUG, ...one })) } });

describe('what does not fit is refused by field, line and value, and nothing is sent', () => {
	beforeAll(() => bench.place('LINES', { OrderLines: { OrderLine: [line('4'), line('5')] } }));

	it.each([
		['money with a comma', onLines({ unitPrice: '9,90' }), 'Order Lines → Line 1 → Unit Price: "9,90" is not a number'],
		[
			'money with a sign',
			onLines({ unitPrice: '$9.90' }),
			'Order Lines → Line 1 → Unit Price: "$9.90" is not a number',
		],
		[
			'a quantity in words',
			onLines({}, { orderedQty: 'two' }),
			'Order Lines → Line 2 → Quantity: "two" is not a number',
		],
		[
			'a list price',
			onLines({ more: { listPrice: '1 000' } }),
			'Order Lines → Line 1 → More Line Fields → List Price: "1 000" is not a number',
		],
		[
			'a charge',
			create({ additionalFields: { charges: { charge: [{ chargeAmount: '4,90' }] } } }),
			'Additional Fields → Charges → Charge 1 → Amount: "4,90" is not a number',
		],
		[
			'a payment',
			create({ additionalFields: { payments: { payment: [{ maxChargeLimit: 'all' }] } } }),
			'Additional Fields → Payments → Payment 1 → Maximum Charge: "all" is not a number',
		],
		[
			'a line number',
			onLines({ more: { primeLineNo: 'first' } }),
			'Order Lines → Line 1 → More Line Fields → Line Number: "first" is not a number',
		],
		[
			'a German date',
			create({ additionalFields: { orderDate: '31.12.2026' } }),
			'Additional Fields → Order Date: "31.12.2026" is not a date',
		],
		[
			'a word for a day',
			onLines({ more: { reqShipDate: 'yesterday' } }),
			'Order Lines → Line 1 → More Line Fields → Requested Ship Date: "yesterday" is not a date',
		],
		[
			'a list',
			create({ additionalFields: { customerPoNo: '={{ ["A"] }}' } }),
			'Additional Fields → Customer PO Number must be one value, got a list',
		],
		[
			'an object',
			create({ additionalFields: { customerPoNo: '={{ ({ a: 1 }) }}' } }),
			'Additional Fields → Customer PO Number must be one value, got an object',
		],
		[
			'an attribute of a document',
			create({ additionalFields: { additionalAttributes: '{"OrderLines": {"OrderLine": [{"OrderedQty": "two"}]}}' } }),
			'Additional Fields → Additional Attributes → OrderLines → OrderLine 1 → OrderedQty: "two" is not a number',
		],
		[
			'an attribute in XML',
			create({ additionalFields: { additionalAttributes: '<Order OrderDate="31.12.2026"/>' } }),
			'Additional Fields → Additional Attributes → OrderDate: "31.12.2026" is not a date',
		],
		[
			'an attribute of a batch',
			{
				resource: 'api',
				operation: 'batch',
				calls: { call: [{ type: 'api', name: 'changeOrder', document: '{"ReqShipDate": "soon"}' }] },
			},
			'Calls → Call 1 → Document → ReqShipDate: "soon" is not a date',
		],
		[
			'an attribute of any API',
			{ resource: 'api', operation: 'invoke', apiName: 'changeOrder', document: '{"ReqShipDate": "soon"}' },
			'Document → ReqShipDate: "soon" is not a date',
		],
		[
			'a custom field',
			create({
				customFieldsFrom: 'names',
				customFieldsByName: { customField: [{ field: locate('name', 'ExtnGiftText'), value: '={{ [1] }}' }] },
			}),
			'Custom Fields by Name → Custom Field 1 → Value must be one value, got a list',
		],
		[
			'the name of a status',
			orders('getMany', { filters: { status: locate('code', 'Shipped') } }),
			'Filters → Status: "Shipped" is not a status code',
		],
		[
			'the name of a shipment status',
			{ resource: 'shipment', operation: 'getMany', filters: { status: 'Shipped' } },
			'Filters → Status: "Shipped" is not a status code',
		],
		[
			'the name of a status to drop to',
			onOrder('changeStatus', 'LINES', { transactionId: locate('id', 'X'), baseDropStatus: locate('code', 'Picked') }),
			'New Status: "Picked" is not a status code',
		],
		[
			'a whole document that is empty',
			create({ inputMode: 'document', document: '={{ $json.none }}' }),
			'Document is empty: its expression returns nothing',
		],
		[
			'an API’s document that is empty',
			{ resource: 'api', operation: 'invoke', apiName: 'getOrderList', document: '={{ $json.none }}' },
			'Document is empty: its expression returns nothing',
		],
		[
			'another root than the one named',
			{ resource: 'api', operation: 'invoke', apiName: 'getOrderList', rootElement: 'Order', document: '<Shipment/>' },
			'Document must be one Order element, as Root Element says, but is Shipment',
		],
		[
			'a template that is a list',
			orders('getMany', { output: 'template', template: '[{"OrderNo": ""}]' }),
			'Template must be one document, got a list',
		],
		[
			'a template of another document',
			orders('getMany', { output: 'template', template: '<Shipment ShipmentNo=""/>' }),
			'Template must be one Order element, but is Shipment',
		],
		[
			'lists that cannot be matched',
			create({
				lines: { line: [MUG, MUG] },
				additionalFields: { additionalAttributes: '{"OrderLines": {"OrderLine": [{"CustomerLinePONo": "1"}]}}' },
			}),
			/^Additional Fields → Additional Attributes → OrderLines → OrderLine: it is not clear which OrderLine /,
		],
		[
			'a changed line without a name',
			onOrder('update', 'LINES', { lines: { line: [{ lineAction: 'MODIFY', orderedQty: '2' }] } }),
			'Order Lines → Line 1 must identify a line: it has neither an Order Line nor a Line Number',
		],
		[
			'a cancelled line without a name, in an update',
			onOrder('update', 'LINES', { lines: { line: [{ lineAction: 'CANCEL', unitOfMeasure: 'EACH' }] } }),
			/Lines → Line 1 must identify a line/,
		],
		[
			'a changed line without a name, in a document',
			onOrder('update', 'LINES', {
				inputMode: 'document',
				document: '{"OrderLines": {"OrderLine": [{"OrderedQty": "1"}]}}',
			}),
			/^Document → Line 1 must identify a line/,
		],
		[
			'a changed line without a name, in a list',
			onOrder('update', 'LINES', {
				inputMode: 'list',
				lineList: '=[{"OrderedQty": "1"}]',
			}),
			/^List → Line 1 must identify a line/,
		],
		[
			'a line that is changed twice, in a document',
			onOrder('update', 'LINES', {
				inputMode: 'document',
				document: '{"OrderLines": {"OrderLine": [{"PrimeLineNo": "1"}, {"PrimeLineNo": "1"}]}}',
			}),
			/^Document: Line 1 and Line 2 are the same line/,
		],
		[
			'a cancelled line without a name',
			onOrder('cancelLines', 'LINES', { lines: { line: [{ orderedQty: '1' }] } }),
			/Lines → Line 1 must identify a line/,
		],
		[
			'no lines where lines are to be cancelled',
			onOrder('cancelLines', 'LINES', { inputMode: 'list', lineList: '[]' }),
			'no line is given',
		],
		[
			'a returned line without its order line',
			{ resource: 'return', operation: 'create', lines: { line: [{ orderedQty: '1' }] } },
			'Return Lines → Line 1 must identify the order line that comes back',
		],
		[
			'a returned line of an order that is not given',
			{
				resource: 'return',
				operation: 'create',
				lines: { line: [{ orderedQty: '1', numbers: { primeLineNo: '1' } }] },
			},
			'Return Lines → Line 1: the original order is not given',
		],
		[
			'a returned line that is only of an order',
			{
				resource: 'return',
				operation: 'create',
				lines: { line: [{ orderedQty: '1', numbers: { derivedOrderNo: 'LINES' } }] },
			},
			'Return Lines → Line 1 must identify the order line that comes back',
		],
		...['checkAvailability', 'findFulfillment', 'reserve'].map((operation): [string, INodeParameters, string] => [
			`no lines to ask for: ${operation}`,
			{ resource: 'inventory', operation },
			'The request has no lines',
		]),
		['no order', onOrder('cancel', '={{ $json.none }}'), 'Order is empty: its expression returns nothing'],
		[
			'a long key as a number',
			{ resource: 'order', operation: 'get', order: locate('key', '={{ 202611210845190000182 }}') },
			/^Order: 202611210845190000000 is a number that may have lost digits$/,
		],
	])('%s', async (_what, parameters, message) => {
		bench.sandbox.log.clear();
		const error = await bench.refused(parameters as never);
		if (typeof message === 'string') expect(error.message).toBe(message);
		else expect(error.message).toMatch(message);
		expect(Object.keys(bench.requests).filter((api) => !['login', 'getEntityAttributeList'].includes(api))).toEqual([]);
	});
});

describe('a change of one document', () => {
	it.each([
		['a key', { OrderHeaderKey: 'other' }, 'number'],
		['a number', { OrderNo: 'OTHER' }, 'key'],
	])('is not led to another one by %s in the document', async (_what, name, mode) => {
		const key = bench.stored('CHOSEN')?.OrderHeaderKey ?? bench.place('CHOSEN');
		const other = bench.stored('OTHER')?.OrderHeaderKey ?? bench.place('OTHER');
		const document = {
			...name,
			...('OrderHeaderKey' in name ? { OrderHeaderKey: other } : {}),
			CustomerPONo: `by ${mode}`,
		};
		const order = locate(mode, mode === 'key' ? key : 'CHOSEN');
		await bench.run({
			resource: 'order',
			operation: 'update',
			order,
			inputMode: 'document',
			document: JSON.stringify(document),
		});
		expect(bench.stored('CHOSEN')).toMatchObject({ CustomerPONo: `by ${mode}` });
		expect(bench.stored('OTHER')).not.toHaveProperty('CustomerPONo');
	});

	it('clears no attribute that does not exist', async () => {
		if (!bench.stored('CHOSEN')) bench.place('CHOSEN');
		const error = await bench.refused(
			onOrder('update', 'CHOSEN', { additionalFields: { clearAttributes: 'CustomerPoNo' } }),
		);
		expect(error.message).toBe('Order has no attribute CustomerPoNo');
		expect(error.description).toMatch(/Did you mean CustomerPONo\?/);
	});
});

it('says which custom fields to return do not exist', async () => {
	bench.place('RETURNED');
	const options = { customFieldsToReturn: { customField: [{ field: locate('name', 'ExtnNope') }] } };
	const finished = await bench.runNode(onOrder('get', 'RETURNED', { options }));
	expect(finished.hints('Sterling')).toEqual(['Order has no custom field Extn.ExtnNope, so it is not returned.']);
});
