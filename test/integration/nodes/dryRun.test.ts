import type { INode } from 'n8n-workflow';

import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';
import { Bench, FORMATS, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

interface DryRun {
	dryRun: true;
	request: {
		method: string;
		path: string;
		headers: Record<string, string>;
		json: Record<string, unknown>;
		xml: string;
		body: string;
	};
}

const bench = Bench.forFile({ withoutOrders: true });
const line = [{ primeLineNo: '1', subLineNo: '1' }];
const xml = '<Order OrderNo="D-1"/>';

/** Each write with little, and what it is expected to send: API, root and a part of the document. */
const WRITES: Record<string, [INode['parameters'], string, string, Record<string, unknown>]> = {
	'order:create': [
		orders('create', { orderNo: 'D-1', addresses: { billTo: { city: 'Köln <&>' } } }),
		'createOrder',
		'Order',
		{
			OrderNo: 'D-1',
			EnterpriseCode: 'AURORA',
			DocumentType: '0001',
			PersonInfoBillTo: { City: 'Köln <&>' },
		},
	],
	'order:update': [
		onOrder('update', 'D-1', { additionalFields: { clearAttributes: 'OrderName' } }),
		'changeOrder',
		'Order',
		{ OrderName: '' },
	],
	'order:cancel': [onOrder('cancel', 'D-1'), 'cancelOrder', 'Order', { OrderNo: 'D-1' }],
	'order:cancelLines': [
		onOrder('cancelLines', 'D-1', { lines: { line } }),
		'changeOrder',
		'Order',
		{
			OrderLines: { OrderLine: [{ PrimeLineNo: '1', SubLineNo: '1', Action: 'CANCEL' }] },
		},
	],
	'order:delete': [onOrder('delete', 'D-1'), 'deleteOrder', 'Order', { OrderNo: 'D-1' }],
	'order:schedule': [onOrder('schedule', 'D-1'), 'scheduleOrder', 'ScheduleOrder', { ScheduleAndRelease: 'N' }],
	'order:release': [onOrder('release', 'D-1'), 'releaseOrder', 'ReleaseOrder', { OrderNo: 'D-1' }],
	'order:changeStatus': [
		onOrder('changeStatus', 'D-1', {
			transactionId: locate('id', 'T'),
			baseDropStatus: locate('code', '3700'),
		}),
		'changeOrderStatus',
		'OrderStatusChange',
		{ TransactionId: 'T', BaseDropStatus: '3700', ChangeForAllAvailableQty: 'Y' },
	],
	'order:resolveHold': [
		onOrder('resolveHold', 'D-1', { holdType: locate('code', 'H') }),
		'changeOrder',
		'Order',
		{
			OrderHoldTypes: { OrderHoldType: [{ HoldType: 'H', Status: '1300' }] },
		},
	],
	'order:addNote': [
		onOrder('addNote', 'D-1', { noteText: 'N' }),
		'changeOrder',
		'Order',
		{
			Notes: { Note: [{ NoteText: 'N' }] },
		},
	],
	'api:invoke': [
		{ resource: 'api', operation: 'invoke', apiName: 'createOrder', document: xml },
		'createOrder',
		'Order',
		{ OrderNo: 'D-1' },
	],
	'api:executeService': [
		{
			resource: 'api',
			operation: 'executeService',
			serviceName: locate('name', 'DemoEcho'),
			document: xml,
		},
		'DemoEcho',
		'Order',
		{ OrderNo: 'D-1' },
	],
	'api:batch': [
		{ resource: 'api', operation: 'batch', calls: { call: [{ name: 'createOrder', document: xml }] } },
		'multiApi',
		'MultiApi',
		{ API: [{ Name: 'createOrder', Input: { Order: { OrderNo: 'D-1' } } }] },
	],
};

test('every write of the two resources that reads nothing before is in the table', () => {
	const writes = RESOURCES.filter(({ value }) => value === 'order' || value === 'api').flatMap(
		({ value, operations }) =>
			operations
				.filter(({ kind, type }) => kind === 'write' && (type === 'write' || value === 'api'))
				.map((operation) => `${value}:${operation.value}`),
	);
	expect(Object.keys(WRITES).sort()).toEqual(writes.sort());
});

describe.each(FORMATS)('a dry run over %s', (dataFormat) => {
	const header = [{ name: 'X-Gateway-Key', value: 'gateway-secret-1' }];
	const wire = bench.with({ dataFormat, headers: { header } });

	it.each(Object.entries(WRITES))(
		'of %s shows the request and sends nothing',
		async (_name, [given, api, root, part]) => {
			wire.sandbox.log.clear();
			const before = JSON.stringify(wire.sandbox.store.orders());
			const answer = await wire.one({ ...given, options: { dryRun: true } });

			expect(wire.sandbox.log.counters).toMatchObject({ requests: 0, logins: 0, connections: 0 });
			expect(JSON.stringify(wire.sandbox.store.orders())).toBe(before);
			const { dryRun, request } = answer as unknown as DryRun;
			const kind = given.operation === 'executeService' ? 'executeFlow' : 'invoke';
			const format = api === 'multiApi' ? 'xml' : dataFormat;
			expect(dryRun).toBe(true);
			expect(request).toMatchObject({
				method: 'POST',
				path: `/smcfs/restapi/${kind}/${api}`,
				json: part,
			});
			expect(request.headers).toMatchObject({
				'X-Gateway-Key': '***',
				Accept: `application/${format}`,
			});
			expect(request.headers['Content-Type']).toMatch(`application/${format}`);
			expect(request.xml).toMatch(new RegExp(`^<${root}[ >]`));
			expect(request.body).toBe(format === 'xml' ? request.xml : JSON.stringify(request.json));
		},
	);

	it.each(['basic', 'jwt'])('hides the proof of %s authentication', async (authentication) => {
		const { request } = (await wire.one(
			{ ...WRITES['order:create'][0], options: { dryRun: true } },
			{ credential: { authentication } },
		)) as unknown as DryRun;
		expect(request.headers.Authorization).toBe('***');
	});

	it('shows what a queued delivery and one through a service would send', async () => {
		const create = { ...WRITES['order:create'][0], options: { dryRun: true } };
		const queued = (await wire.one({
			...create,
			options: { ...create.options, delivery: 'queued' },
		})) as unknown as DryRun;
		expect(queued.request.path).toBe('/smcfs/restapi/invoke/createAsyncRequest');
		expect(queued.request.json).toMatchObject({
			API: { Name: 'createOrder', Input: { Order: { OrderNo: 'D-1' } } },
		});
		const serviceName = locate('name', 'DemoCreateOrder');
		const flow = (await wire.one({
			...create,
			options: { ...create.options, delivery: 'service', serviceName },
		})) as unknown as DryRun;
		expect(flow.request.path).toBe('/smcfs/restapi/executeFlow/DemoCreateOrder');
		expect(flow.request.json).toMatchObject({ OrderNo: 'D-1' });
	});

	it('shows one request for each item', async () => {
		const input = [{ no: 'A' }, { no: 'B' }];
		const rows = await wire.run(orders('create', { orderNo: '={{ $json.no }}', options: { dryRun: true } }), { input });
		const sent = (rows as unknown as DryRun[]).map(({ request }) => request.json.OrderNo);
		expect(sent).toEqual(['A', 'B']);
	});

	it.each([
		['order', 'update', { order: locate('number', 'D-1') }, { Override: 'Y', CustomerPONo: 'PO-1' }],
		['orderRelease', 'update', { orderRelease: locate('key', 'K-1') }, { Action: 'CANCEL', Override: 'Y' }],
		['shipment', 'create', { shipmentNo: 'S-1' }, { ConfirmShip: 'Y' }],
		['shipment', 'update', { shipment: locate('key', 'K-1') }, { OverrideModificationRules: 'Y' }],
		[
			'inventory',
			'reserve',
			{ reservationId: 'cart-1' },
			{ ReservationParameters: { AllowPartialReservation: 'Y', AllowMultipleReservations: 'Y' } },
		],
	])('%s:%s leaves the switches of a whole document as they are', async (resource, operation, more, document) => {
		const parameters = { resource, operation, ...more, inputMode: 'document', document: JSON.stringify(document) };
		const { request } = (await wire.one({ ...parameters, options: { dryRun: true } })) as unknown as DryRun;
		expect(request.json).toMatchObject(document);
	});

	it.each([
		[
			orders('create', {
				additionalFields: { payments: { payment: [{ paymentType: 'OTHER', chargeType: 'AUTHORIZATION' }] } },
			}),
			{ PaymentMethods: { PaymentMethod: [{ PaymentType: 'OTHER' }] } },
		],
		[
			orders('create', {
				additionalFields: {
					payments: { payment: [{ paymentType: 'OTHER', chargeType: 'CHARGE', processedAmount: '9' }] },
				},
			}),
			{
				PaymentMethods: {
					PaymentMethod: [
						{
							PaymentType: 'OTHER',
							PaymentDetailsList: { PaymentDetails: { ChargeType: 'CHARGE', ProcessedAmount: '9' } },
						},
					],
				},
			},
		],
		...[
			[{}, {}],
			[{ shipmentLineNo: '1' }, { ShipmentLine: { ShipmentLineNo: '1', ShipmentSubLineNo: '0' } }],
		].map(([line, named]): [INode['parameters'], object] => [
			{
				resource: 'shipment',
				operation: 'create',
				containers: {
					container: [{ contents: { content: [{ itemId: 'A', shipmentSubLineNo: '0', ...line }] } }],
				},
			},
			{
				Containers: {
					Container: [{ ContainerDetails: { ContainerDetail: [{ ItemID: 'A', UnitOfMeasure: 'EACH', ...named }] } }],
				},
			},
		]),
	])('sends no element that holds nothing but a preset (%#)', async (parameters, expected) => {
		const { request } = (await wire.one({ ...parameters, options: { dryRun: true } })) as unknown as DryRun;
		const [name] = Object.keys(expected);
		expect({ [name]: request.json[name] }).toEqual(expected);
	});
});
