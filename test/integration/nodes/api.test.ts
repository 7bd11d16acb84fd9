import type { INode } from 'n8n-workflow';

import { Bench, FORMATS, ORDER, line } from '../../support/bench';
import { placeOrders } from '../../support/orders';
import { locate, loginAs } from '../../support/workflow';

type Parameters = INode['parameters'];

const bench = Bench.forFile({ withoutOrders: true });
beforeAll(() => {
	placeOrders(bench);
	bench.ship('A-3');
});

const invoke = (apiName: string, document: unknown, more: Parameters = {}): Parameters =>
	({ resource: 'api', operation: 'invoke', apiName, document, ...more }) as Parameters;
const service = (name: string, document: unknown, more: Parameters = {}): Parameters =>
	({
		resource: 'api',
		operation: 'executeService',
		serviceName: locate('name', name),
		document,
		...more,
	}) as Parameters;
const batch = (call: object[], more: Parameters = {}): Parameters =>
	({ resource: 'api', operation: 'batch', calls: { call }, ...more }) as Parameters;
const order = (OrderNo: string) => ({ ...ORDER, OrderNo, OrderLines: { OrderLine: [line('1')] } });
const xmlOrder = (orderNo: string) =>
	`<Order OrderNo="${orderNo}" EnterpriseCode="AURORA"><PersonInfoBillTo City="Exampleton"/><OrderLines>` +
	'<OrderLine OrderedQty="1"><Item ItemID="MUG-RED" UnitOfMeasure="EACH"/></OrderLine></OrderLines></Order>';
const named = (orderNo: string, more = {}) =>
	JSON.stringify({ OrderNo: orderNo, EnterpriseCode: 'AURORA', DocumentType: '0001', ...more });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	describe('invoke', () => {
		it.each([
			['JSON', (orderNo: string) => JSON.stringify(order(orderNo))],
			['JSON with its root', (orderNo: string) => JSON.stringify({ Order: order(orderNo) })],
			['XML', xmlOrder],
			['an object', () => '={{ $json }}'],
		])('takes %s and writes', async (kind, document) => {
			const orderNo = name(`INVOKE-${kind.replaceAll(' ', '-')}`);
			const created = await wire.one(invoke('createOrder', document(orderNo)), {
				input: [order(orderNo)],
			});
			expect(created).toMatchObject({
				OrderNo: orderNo,
				OrderHeaderKey: wire.stored(orderNo)?.OrderHeaderKey,
			});
		});

		const OUTPUT = '<OrderList><Order OrderNo="" Status=""/></OrderList>';
		const one = { OrderNo: 'A-1', Status: 'Created' };
		it.each([
			['XML', OUTPUT],
			['JSON with its root', '{"OrderList": {"Order": [{"OrderNo": "", "Status": ""}]}}'],
			['JSON without its root', '{"Order": {"OrderNo": "", "Status": ""}}'],
		])('reads what a template in %s asks for', async (_kind, outputTemplate) => {
			const answer = await wire.one(invoke('getOrderList', named('A-1'), { options: { outputTemplate } }));
			expect(answer.Order).toEqual([one]);
		});

		it('answers XML text with its root', async () => {
			const options = { outputFormat: 'xml', outputTemplate: OUTPUT };
			const { xml } = await wire.one(invoke('getOrderList', named('A-1'), { options }));
			expect(xml).toMatch(/^<OrderList [^>]*><Order OrderNo="A-1" Status="Created"\/><\/OrderList>$/);
			const { xml: plain } = await wire.one(invoke('getShipmentList', '{}', { options: { outputFormat: 'xml' } }));
			expect(plain).toMatch(/^<Shipment(s|List) [^]*<Shipment /);
		});

		it('takes a stored template', async () => {
			const options = { templateKey: 'def_getOrderDetails_01' };
			const answer = await wire.one(invoke('getOrderDetails', named('A-1'), { options }));
			expect(answer).toMatchObject({ OrderNo: 'A-1', Extn: { ExtnChannel: 'WEB' } });
			expect(answer).not.toHaveProperty('PriceInfo');
		});

		it('says that a void API worked', async () => {
			wire.place(name('VOID'));
			expect(await wire.one(invoke('scheduleOrder', named(name('VOID'))))).toEqual({ success: true });
			expect(wire.stored(name('VOID'))).toMatchObject({ MinOrderStatus: '1500' });
		});

		it('takes the root element that JSON needs from the user where its name does not tell', async () => {
			const parameters = invoke('getOrderLineStatusList', named('A-1'), {
				rootElement: 'OrderLineStatus',
			});
			expect(await wire.one(parameters)).toMatchObject({ OrderStatus: [{ Status: '1100' }] });
		});

		it.each([
			['getOrderDetails', named('NONE'), 'YFS10003', /Check the numbers, keys and codes in "Document"/],
			['noSuchApi', '{}', 'java.lang.NoSuchMethodException', /no API called "noSuchApi"/],
		])('passes on what Sterling says about %s', async (api, document, code, hint) => {
			const error = await wire.refused(invoke(api, document, { rootElement: 'Order' }));
			expect(error.message).toContain(code);
			expect(error.description).toMatch(hint);
		});

		it.each(['getOrderList/../login', 'get order', '../jwt', ''])('refuses the name "%s"', async (apiName) => {
			wire.sandbox.log.clear();
			const error = await wire.refused(invoke(`={{ ${JSON.stringify(apiName)} }}`, '{}'));
			const said = apiName === '' ? 'API Name is empty' : 'is not a valid name of a Sterling API';
			expect(error.message).toContain(said);
			expect(wire.sandbox.log.counters.requests).toBe(0);
		});

		it('says which document or template cannot be read', async () => {
			expect((await wire.refused(invoke('getOrderList', '{"OrderNo"'))).message).toMatch(/^Document is neither/);
			const options = { outputTemplate: '<Order' };
			expect((await wire.refused(invoke('getOrderList', '{}', { options }))).message).toMatch(/^Output Template is/);
		});
	});

	describe('execute a service', () => {
		it('passes JSON on with the root element that the user names', async () => {
			const answer = await wire.one(service('DemoEcho', '{"OrderNo": "E-1"}', { rootElement: 'Order' }));
			expect(answer).toMatchObject({ RootElement: 'Order', Order: { OrderNo: 'E-1' } });
		});

		it('creates an order from XML', async () => {
			const answer = await wire.one(service('DemoCreateOrder', xmlOrder(name('SERVICE'))));
			expect(answer).toMatchObject({ OrderNo: name('SERVICE'), HoldFlag: 'N' });
			expect(wire.stored(name('SERVICE'))).toBeDefined();
		});

		it('answers XML text with the root that the service gave', async () => {
			const options = { outputFormat: 'xml' };
			const { xml } = await wire.one(service('DemoEcho', '<Order OrderNo="E-2"/>', { options }));
			expect(xml).toBe('<Echo RootElement="Order"><Order OrderNo="E-2"/></Echo>');
		});

		it('leaves the work of an asynchronous service to its agent', async () => {
			expect(await wire.one(service('DemoOrderFeed', xmlOrder(name('FEED'))))).toEqual({
				success: true,
			});
			expect(wire.stored(name('FEED'))).toBeUndefined();
			wire.sandbox.runAsyncAgent();
			expect(wire.stored(name('FEED'))).toBeDefined();
		});

		it('needs the root element with JSON', async () => {
			const error = await wire.refused(service('DemoEcho', '{"OrderNo": "E-1"}'));
			expect(error.message).toBe('Service "DemoEcho" gets a JSON document without a root element');
			expect(error.description).toMatch(/Fill in Root Element/);
		});

		it.each([
			['that does not exist', 'NoSuchService', /NameNotFoundException/, /exact spelling/],
			[
				'that answers an error under HTTP 200',
				'DemoValidateOrder',
				/^YFS:Invalid Order \[YFS10003\]$/,
				/Check the numbers, keys and codes in "Document"/,
			],
			['with a name that is none', 'a/../b', /is not a valid name of a Sterling service/, /letters, digits/],
		])('explains a service %s', async (_what, serviceName, message, hint) => {
			const error = await wire.refused(service(serviceName, '<Order OrderNo="NONE"/>'));
			expect(error.message).toMatch(message);
			expect(error.description).toMatch(hint);
		});
	});

	describe('batch', () => {
		const create = (orderNo: string) => ({
			type: 'api',
			name: 'createOrder',
			document: JSON.stringify(order(orderNo)),
		});

		it('runs APIs and services in one transaction, in order', async () => {
			const { results } = await wire.one(
				batch([
					{ ...create(name('BATCH-1')), outputTemplate: '<Order OrderNo="" Status=""/>' },
					{ type: 'service', name: 'DemoCreateOrder', document: xmlOrder(name('BATCH-2')) },
					{ type: 'api', name: 'scheduleOrder', document: named(name('BATCH-1')) },
					{ type: 'service', name: 'DemoEcho', rootElement: 'Any', document: '{"A": "1"}' },
				]),
			);
			expect(results).toMatchObject([
				{ name: 'createOrder', OrderNo: name('BATCH-1'), Status: 'Created' },
				{ name: 'DemoCreateOrder', OrderNo: name('BATCH-2') },
				{ name: 'scheduleOrder' },
				{ name: 'DemoEcho', RootElement: 'Any', Any: { A: '1' } },
			]);
			expect(wire.stored(name('BATCH-1'))).toMatchObject({ MinOrderStatus: '1500' });
			expect(wire.stored(name('BATCH-2'))).toBeDefined();
		});

		it('answers XML where that is wanted', async () => {
			const { results } = await wire.one(batch([create(name('BATCH-XML'))], { options: { outputFormat: 'xml' } }));
			expect(results).toEqual([{ name: 'createOrder', xml: expect.stringMatching(/^<Order .*OrderNo="BATCH-XML/) }]);
		});

		it('takes nothing back home when one call fails', async () => {
			wire.place(name('TAKEN'));
			const error = await wire.refused(batch([create(name('BATCH-LOST')), create(name('TAKEN'))]));
			expect(error.message).toBe('Record already exists in the database. [YFC0001]');
			expect(error.description).toMatch(/already exists/);
			expect(wire.stored(name('BATCH-LOST'))).toBeUndefined();
		});

		it('needs calls', async () => {
			await expect(wire.refused(batch([]))).rejects.toThrow('At least 1 field is required');
		});
	});

	it.each([
		['invoke', invoke('createOrder', xmlOrder('DENIED'))],
		['executeService', service('DemoCreateOrder', xmlOrder('DENIED'))],
		['batch', batch([{ type: 'api', name: 'createOrder', document: xmlOrder('DENIED') }])],
	])('%s tells a login without permission so', async (_operation, parameters) => {
		const error = await wire.refused(parameters, { credential: loginAs(bench.sandbox, 'reader') });
		expect(error.message).toContain('[YCP0428]');
		expect(error.description).toMatch(/administrator/);
	});
});

it('a document with a card number is refused by every call that may change something', async () => {
	const PaymentMethods = { PaymentMethod: [{ CreditCardNo: '4111111111111111' }] };
	const error = await bench.refused({
		resource: 'api',
		operation: 'invoke',
		apiName: 'createOrder',
		document: JSON.stringify({ EnterpriseCode: 'AURORA', PaymentMethods }),
	});
	expect(error.message).toMatch(/card number/);
});
