import { readFileSync } from 'node:fs';

import { EVENT_IDS, eventOfId } from '../../../../nodes/IbmSterlingOms/trigger/push/eventIds';
import { fromPush, type Received } from '../../../../nodes/IbmSterlingOms/trigger/push/fromPush';
import { codeOfPush, FILE, pushEventsText } from '../../../../templates/pushEvents';

const now = new Date('2026-02-03T10:00:00.500Z');

const shipment = {
	ShipmentKey: '20260203095000000001',
	ShipmentNo: 'S-1',
	ShipNode: 'AUR_DC1',
	EnterpriseCode: 'AURORA',
	Status: '1100',
	YFSTranEventID: 'CREATE_SHIPMENT.ON_SUCCESS',
	ToAddress: { City: 'Exampleton', PersonInfoKey: '1' },
	ShipmentLines: { ShipmentLine: { ShipmentLineNo: '1', ItemID: 'MUG-BLUE', Quantity: '2.00' } },
	Extn: { ExtnDockDoor: 'D4' },
};

const order = {
	OrderHeaderKey: '20260203094000000001',
	OrderNo: 'WEB-1',
	EnterpriseCode: 'AURORA',
	DocumentType: '0001',
	Createts: '2026-02-03T09:40:00+00:00',
	Modifyts: '2026-02-03T09:45:00+00:00',
};

const eventsOf = (received: Received) => fromPush(received, { now }).map(({ event }) => event);

test('a document under its root element, with the name that Sterling gives the event', () => {
	expect(fromPush({ body: { Shipment: shipment } }, { now })).toEqual([
		{
			event: 'shipmentCreated',
			eventKey: 'shipmentCreated:20260203095000000001',
			eventTime: '2026-02-03T10:00:00+00:00',
			ShipmentKey: '20260203095000000001',
			ShipmentNo: 'S-1',
			ShipNode: 'AUR_DC1',
			EnterpriseCode: 'AURORA',
			Status: '1100',
			ShipTo: { City: 'Exampleton' },
			ShipmentLines: [{ ShipmentLineNo: '1', ItemID: 'MUG-BLUE', Quantity: '2.00' }],
			Containers: [],
			customFields: expect.objectContaining({ ExtnDockDoor: 'D4' }),
		},
	]);
});

test('a document as Sterling sent it', () => {
	const [item] = fromPush({ body: { Shipment: shipment } }, { now, simplified: false });
	expect(item).toMatchObject({ event: 'shipmentCreated', ...shipment });
});

describe('CloudEvents', () => {
	const envelope = {
		specversion: '1.0',
		id: '7',
		source: 'urn:example',
		type: 'com.example.shipmentUpdated',
		time: '2026-02-03T09:55:00Z',
	};
	const unnamed = { ...shipment, YFSTranEventID: '' };

	test.each([
		['structured', { body: { ...envelope, data: { Shipment: unnamed } } }],
		['structured as text', { body: JSON.stringify({ ...envelope, data: JSON.stringify({ Shipment: unnamed }) }) }],
		[
			'in base64',
			{
				body: {
					...envelope,
					data_base64: Buffer.from(JSON.stringify({ Shipment: unnamed })).toString('base64'),
				},
			},
		],
		['in a batch', { body: [{ ...envelope, data: { Shipment: unnamed } }] }],
		[
			'binary',
			{
				body: { Shipment: unnamed },
				headers: { 'ce-type': envelope.type, 'ce-time': envelope.time, 'ce-id': '7' },
			},
		],
	])('%s', (_name, received) => {
		expect(fromPush(received, { now })).toEqual([
			expect.objectContaining({
				event: 'shipmentUpdated',
				eventTime: '2026-02-03T09:55:00+00:00',
				eventKey: 'shipmentUpdated:20260203095000000001:2026-02-03T09:55:00+00:00',
				ShipmentNo: 'S-1',
			}),
		]);
	});

	test('Sterling’s own name of the event counts more than the type of the envelope', () => {
		expect(eventsOf({ body: { ...envelope, data: { Shipment: shipment } } })).toEqual(['shipmentCreated']);
	});
});

test('times and keys of orders are those that the trigger would tell', () => {
	const [created] = fromPush({ body: { Order: { ...order, YFSTranEventID: 'ORDER_CREATE.ON_SUCCESS' } } });
	expect(created).toMatchObject({
		eventTime: order.Createts,
		eventKey: `orderCreated:${order.OrderHeaderKey}`,
	});
	const [updated] = fromPush({ body: { Order: { ...order, YFSTranEventID: 'ORDER_CHANGE.ON_SUCCESS' } } });
	expect(updated).toMatchObject({ eventKey: `orderUpdated:${order.OrderHeaderKey}:${order.Modifyts}` });
});

test('a new order of document type 0003 is a return', () => {
	const body = { Order: { ...order, DocumentType: '0003', YFSTranEventID: 'ORDER_CREATE.0003.ON_SUCCESS' } };
	expect(eventsOf({ body })).toEqual(['returnCreated']);
});

test('cancelling a part of an order is an update', () => {
	const cancelled = { ...order, YFSTranEventID: 'ORDER_CHANGE.ON_CANCEL' };
	expect(eventsOf({ body: { Order: cancelled } })).toEqual(['orderCancelled']);
	expect(eventsOf({ body: { Order: { ...cancelled, MinOrderStatus: '9000' } } })).toEqual(['orderCancelled']);
	expect(eventsOf({ body: { Order: { ...cancelled, MinOrderStatus: '1100' } } })).toEqual(['orderUpdated']);
});

test('back orders are told line by line, with the order they belong to', () => {
	const line = (key: string) => ({ OrderLineKey: key, PrimeLineNo: key, Item: { ItemID: 'TENT-2P' } });
	const OrderLines = { OrderLine: [line('1'), line('2')] };
	const body = { Order: { ...order, YFSTranEventID: 'SCHEDULE.ON_BACKORDER', OrderLines } };
	const items = fromPush({ body }, { now });
	expect(items).toEqual([
		expect.objectContaining({
			event: 'orderLineBackordered',
			OrderLineKey: '1',
			OrderNo: 'WEB-1',
			ItemID: 'TENT-2P',
		}),
		expect.objectContaining({
			OrderLineKey: '2',
			OrderHeaderKey: order.OrderHeaderKey,
			EnterpriseCode: 'AURORA',
		}),
	]);
});

test('releases of an order, and the order of a release', () => {
	const release = {
		OrderReleaseKey: '9',
		ReleaseNo: '1',
		SalesOrderNo: 'WEB-1',
		OrderHeaderKey: order.OrderHeaderKey,
	};
	const both = { ...order, OrderReleases: { OrderRelease: [release] } };
	const changed = { Order: { ...both, YFSTranEventID: 'RELEASE.ON_RELEASE_CREATION_OR_CHANGE' } };
	expect(fromPush({ body: changed }, { now })).toEqual([
		expect.objectContaining({ OrderReleaseKey: '9', ReleaseNo: '1' }),
	]);
	const released = { OrderRelease: { ...release, YFSTranEventID: 'RELEASE.ON_SUCCESS' } };
	expect(fromPush({ body: released }, { now })).toEqual([
		expect.objectContaining({
			event: 'orderReleased',
			OrderNo: 'WEB-1',
			OrderHeaderKey: order.OrderHeaderKey,
		}),
	]);
});

test('a document without its root is known by its key, its event by the address', () => {
	expect(eventsOf({ body: order, query: { event: 'orderUpdated' } })).toEqual(['orderUpdated']);
});

test.each([
	['no event', { body: { Order: order } }, /does not tell its event \(it names none\).*\?event=/],
	['an unknown event', { body: { Order: { ...order, YFSTranEventID: 'X.ON_Y' } } }, /"X.ON_Y" is none that is known/],
	['XML', { body: '<Order OrderNo="1"/>' }, /is XML: let Sterling send JSON/],
	['text', { body: 'hello' }, /no JSON document/],
	['nothing', {}, /no JSON document/],
	['an empty CloudEvent', { body: { specversion: '1.0', type: 'orderCreated' } }, /no JSON document/],
])('%s is refused with a reason', (_name, received, reason) => {
	expect(() => fromPush(received)).toThrow(reason);
});

test('every event of Sterling that is known has a name here', () => {
	expect(EVENT_IDS.map((id) => [id, eventOfId(id)])).toMatchSnapshot();
});

describe('the template', () => {
	test('is generated from the function', async () => {
		const stands = readFileSync(FILE, 'utf8');
		if (stands !== (await pushEventsText())) throw new Error('Run: npx tsx templates/pushEvents.ts');
	});

	test('does in a Code node what the function does', async () => {
		const code = new Function('$input', await codeOfPush()) as (input: object) => unknown;
		const received = [{ body: { Shipment: shipment } }, { body: order, query: { event: 'orderUpdated' } }];
		const items = code({ all: () => received.map((json) => ({ json })) });
		const expected = received.flatMap((json, item) =>
			fromPush(json).map((made) => ({ json: made, pairedItem: { item } })),
		);
		const untimed = (text: unknown) => JSON.stringify(text).replace(/"eventTime":"[^"]+"/g, '');
		expect(untimed(items)).toBe(untimed(expected));
	});
});
