import type { INodeParameters } from 'n8n-workflow';

import { Bench, line, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const MUG = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '2', unitPrice: '9.90' };
const create = (more = {}) =>
	orders('create', {
		orderNo: 'BEFORE',
		lines: { line: [MUG] },
		addresses: { billTo: { city: 'Exampleton', country: 'US' } },
		...more,
	});
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
			'Document must be one Order element, as Root Element says, and is Shipment',
		],
		[
			'a template that is a list',
			orders('getMany', { output: 'template', template: '[{"OrderNo": ""}]' }),
			'Template must be one document, got a list',
		],
		[
			'a template of another document',
			orders('getMany', { output: 'template', template: '<Shipment ShipmentNo=""/>' }),
			'Template must be one Order element, and is Shipment',
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

describe('an order is not created without lines', () => {
	const DRAFT = ' To create a draft, turn on Additional Fields → Draft.';
	const ofDocument = (document: object) => ({ inputMode: 'document', document: JSON.stringify(document), lines: {} });

	it.each<[string, INodeParameters, string, string]>([
		['the form', create({ lines: {} }), 'The order has no lines', `Add them in Order Lines.${DRAFT}`],
		[
			'a list',
			create({ inputMode: 'list', lineList: '={{ [] }}' }),
			'The order has no lines: the expression of List gives none',
			`Add them in List.${DRAFT}`,
		],
		[
			'a queued request',
			create({ lines: {}, options: { delivery: 'queued' } }),
			'The order has no lines',
			`Add them in Order Lines.${DRAFT}`,
		],
		[
			'an upsert',
			orders('upsert', { orderNo: 'NONE-YET' }),
			'The order has no lines',
			`Add them in Order Lines.${DRAFT}`,
		],
		['a return', { resource: 'return', operation: 'create' }, 'The return has no lines', 'Add them in Return Lines.'],
	])('of %s', async (_what, parameters, message, advice) => {
		bench.sandbox.log.clear();
		expect(await bench.refused(parameters)).toMatchObject({ message, description: advice });
		expect(bench.requests.createOrder ?? bench.requests.createAsyncRequest).toBeUndefined();
	});

	it.each([
		['a draft', create({ orderNo: 'DRAFT-1', lines: {}, additionalFields: { draftOrderFlag: true } })],
		['a draft in a document', create({ orderNo: 'DRAFT-2', ...ofDocument({ DraftOrderFlag: 'Y' }) })],
		[
			'a document that an extension completes',
			create({ orderNo: 'WHOLE-1', ...ofDocument({ PersonInfoBillTo: { City: 'Exampleton' } }) }),
		],
		[
			'a service that completes it',
			create({ lines: {}, options: { delivery: 'service', serviceName: locate('name', 'DemoEcho') } }),
		],
		['an update of an order', orders('upsert', { orderNo: 'LINES', additionalFields: { customerPoNo: 'P' } })],
	])('except for %s', async (_what, parameters) => {
		if (!bench.stored('LINES')) bench.place('LINES');
		expect((await bench.runNode(parameters)).error).toBeUndefined();
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

describe('nothing happens silently', () => {
	const hints = async (parameters: Parameters<typeof bench.runNode>[0]) => {
		const finished = await bench.runNode(parameters);
		if (finished.error) throw finished.error;
		return finished.hints('Sterling').join();
	};

	it.each([
		['a dry run', onOrder('addNote', 'SILENT', { noteText: 'x', options: { dryRun: true } }), /Dry Run is on/],
		[
			'a dry run of any API',
			{ resource: 'api', operation: 'invoke', apiName: 'changeOrder', document: '{}', options: { dryRun: true } },
			/Dry Run is on/,
		],
		['an update of nothing', onOrder('update', 'SILENT'), /nothing to update/],
		[
			'an update of its manner alone',
			onOrder('update', 'SILENT', { additionalFields: { override: true, modificationReasonText: 'why' } }),
			/nothing to update/,
		],
		[
			'a whole document without lines',
			create({
				orderNo: 'SILENT-4',
				inputMode: 'document',
				document: '{"PersonInfoBillTo": {"City": "X"}}',
				lines: {},
			}),
			/The order has no lines\. Add them in Document\. For a draft, set DraftOrderFlag to Y\./,
		],
		['a dry run of an order without lines', create({ lines: {}, options: { dryRun: true } }), /has no lines/],
		[
			'an empty shipment',
			{ resource: 'shipment', operation: 'create', options: { dryRun: true } },
			/The shipment has no lines\. Add them in Shipment Lines\./,
		],
	])('%s says so', async (_what, parameters, hint) => {
		if (!bench.stored('SILENT')) bench.place('SILENT');
		expect(await hints(parameters as never)).toMatch(hint);
	});

	it.each([
		['an update of something', onOrder('update', 'SILENT', { additionalFields: { customerPoNo: 'P' } })],
		['a draft without lines', create({ orderNo: 'SILENT-2', lines: {}, additionalFields: { draftOrderFlag: true } })],
		['an order with lines', create({ orderNo: 'SILENT-3' })],
		['clearing', onOrder('update', 'SILENT', { additionalFields: { clearAttributes: 'CustomerPONo' } })],
	])('%s has no hint', async (_what, parameters) => {
		expect(await hints(parameters as never)).toBe('');
	});
});

describe('a picker', () => {
	beforeAll(() => bench.place('PICK'));

	it.each([
		['a locator of another node', locate('number', '={{ ({ __rl: true, mode: "number", value: "PICK" }) }}')],
		['a locator as a whole', '={{ ({ __rl: true, mode: "number", value: "PICK" }) }}'],
	])('reads %s', async (_what, order) => {
		expect(await bench.one({ resource: 'order', operation: 'get', order } as never)).toMatchObject({ OrderNo: 'PICK' });
	});

	it('takes the way of naming from the locator inside', async () => {
		const key = bench.stored('PICK')?.OrderHeaderKey ?? '';
		const order = locate('number', `={{ ({ __rl: true, mode: "list", value: "${key}" }) }}`);
		expect(await bench.one({ resource: 'order', operation: 'get', order })).toMatchObject({ OrderNo: 'PICK' });
	});
});
