import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EVENT_IDS, eventOfId } from '../../../../nodes/IbmSterlingOms/trigger/events/eventIds';
import { fromPush, type Received } from '../../../../nodes/IbmSterlingOms/trigger/events/fromPush';
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

test('a document with all that Sterling sent: lists are arrays, as in a response', () => {
	const [item] = fromPush({ body: { Shipment: { ...shipment, Custom: 7 } } }, { now, simplified: false });
	const ShipmentLines = { ShipmentLine: [shipment.ShipmentLines.ShipmentLine] };
	expect(item).toMatchObject({ event: 'shipmentCreated', ...shipment, ShipmentLines, Custom: '7' });
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
				eventKey: 'shipmentUpdated:20260203095000000001:2026-02-03T09:55:00+00:00#7',
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

describe('what is not one or more documents of the event is refused with a reason', () => {
	const asked = (body: unknown, event = 'orderCreated', more: Partial<Received> = {}): Received => ({
		body,
		query: { event },
		...more,
	});
	const cloudEvent = { 'content-type': 'application/cloudevents+json' };

	test.each<[string, Received, RegExp]>([
		['no event', { body: { Order: order } }, /does not say which event .* \(it names none\).*\?event=/],
		['an unknown event', { body: { Order: { ...order, YFSTranEventID: 'X.ON_Y' } } }, /"X.ON_Y" is not a known event/],
		['XML without an event', { body: '<Order OrderHeaderKey="1"/>' }, /The XML document does not say which event/],
		['a wrong ?event=', asked({ Order: order }, 'orderCreatd'), /must be one of orderCreated, /],
		[
			'several ?event=',
			{ body: { Order: order }, query: { event: ['orderCreated', 'orderUpdated'] } },
			/must be one of/,
		],
		['nothing', {}, /The body is empty/],
		['null', asked(null), /The body is empty/],
		['an empty object', asked({}), /The body is empty/],
		['an empty list', asked([]), /The body is empty/],
		['blanks', asked(' \n '), /The body is empty/],
		['an empty binary', asked({}, 'orderCreated', { binary: { data: { data: '' } } }), /The body is empty/],
		['an empty CloudEvent type', asked({}, 'orderCreated', { headers: cloudEvent }), /cloudevents\+json\).*Raw Body/],
		['text', asked('hello'), /neither JSON nor XML/],
		['a number', asked('42'), /neither JSON nor XML/],
		['broken JSON', asked('{"Order": {'), /cannot be read: .*JSON/],
		['broken XML', asked('<Order><'), /cannot be read: .*XML/],
		[
			'an XML document type',
			asked('<!DOCTYPE Order [<!ENTITY a "b">]><Order OrderNo="1"/>'),
			/cannot be read: .*document type/,
		],
		['too deep', asked('{"a":'.repeat(200) + '1' + '}'.repeat(200)), /cannot be read: .*deep/],
		['another document', asked({ status: 'ping' }), /\(it has status\) contains no Order/],
		[
			'an error list',
			asked('<Errors><Error ErrorCode="YFS10003"/></Errors>'),
			/The XML document \(it has Errors\) contains no/,
		],
		['a list of nothing', asked([{}, { Order: order }]), /contains no Order/],
		['an empty list element', asked({ OrderList: {} }), /contains no Order/],
		['the document as a word', asked({ Order: 'WEB-1' }), /contains no Order/],
		['an empty document', asked({ Order: {} }), /The JSON document Order has no OrderHeaderKey/],
		['an empty XML document', asked('<Order/>'), /The XML document Order has no OrderHeaderKey/],
		['no key', asked({ Order: { EnterpriseCode: 'AURORA', DocumentType: '0001' } }), /has no OrderHeaderKey/],
		['a blank key', asked({ Order: { OrderHeaderKey: ' ', OrderNo: '' } }), /has no OrderHeaderKey/],
		['one of two without a key', asked({ OrderList: { Order: [order, { Status: '1100' }] } }), /has no OrderHeaderKey/],
		[
			'a shipment for a return',
			asked({ Shipment: { ...shipment, YFSTranEventID: '' } }, 'returnCreated'),
			/needs the element Order; the Shipment/,
		],
		[
			'an order for a shipment',
			asked({ Order: order }, 'shipmentCreated'),
			/shipmentCreated needs the element Shipment; the Order/,
		],
		['no lines', asked({ Order: order }, 'orderLineBackordered'), /needs the element OrderLine; the Order/],
		[
			'no releases',
			asked({ Order: order }, 'orderReleaseCreatedOrUpdated'),
			/needs the element OrderRelease; the Order/,
		],
		['an empty CloudEvent', { body: { specversion: '1.0', type: 'orderCreated' } }, /CloudEvent has no document/],
		[
			'a CloudEvent of null',
			{ body: { specversion: '1.0', type: 'orderCreated', data: null } },
			/CloudEvent has no document/,
		],
		[
			'a CloudEvent of noise',
			{ body: { specversion: '1.0', type: 'x.orderCreated', data_base64: '!!!!' } },
			/CloudEvent|neither/,
		],
	])('%s', (_name, received, reason) => {
		expect(() => fromPush(received)).toThrow(reason);
	});
});

test('every event of Sterling that is known has a name here', () => {
	expect(EVENT_IDS.map((id) => [id, eventOfId(id)])).toMatchSnapshot();
});

describe('the template', () => {
	test('is generated from the function', async () => {
		const stands = readFileSync(FILE, 'utf8');
		if (stands !== (await pushEventsText())) throw new Error('Run: npx tsx templates/pushEvents.ts');
	});

	const run = async (items: object[], helpers = {}) => {
		const code = new Function('$input', await codeOfPush()) as (this: object, input: object) => unknown;
		return await code.call({ helpers }, { all: () => items });
	};
	const untimed = (value: unknown) => JSON.stringify(value).replace(/"eventTime":"[^"]+"/g, '');

	test('does in a Code node what the function does', async () => {
		const received = [{ body: { Shipment: shipment } }, { body: order, query: { event: 'orderUpdated' } }];
		const items = await run(received.map((json) => ({ json })));
		const expected = received.flatMap((json, item) =>
			fromPush(json).map((made) => ({ json: made, pairedItem: { item } })),
		);
		expect(untimed(items)).toBe(untimed(expected));
	});

	test('reads the raw body, inline or where n8n keeps its files', async () => {
		const bytes = Buffer.from(`<Order OrderHeaderKey="1" YFSTranEventID="ORDER_CREATE.ON_SUCCESS"/>`);
		const json = { body: { order: { $: {} } }, headers: { 'content-type': 'text/xml' } };
		const inline = { json, binary: { data: { data: bytes.toString('base64'), mimeType: 'text/xml' } } };
		const stored = { json: { ...json, body: {} }, binary: { data: { data: 'filesystem-v2', id: 'filesystem-v2:x' } } };
		const getBinaryDataBuffer = jest.fn(async () => bytes);
		for (const items of [[inline], [stored], [inline, stored]]) {
			const made = (await run(items, { getBinaryDataBuffer })) as Array<{ json: object }>;
			expect(made).toHaveLength(items.length);
			for (const { json: item } of made) expect(item).toMatchObject({ eventKey: 'orderCreated:1' });
		}
		expect(getBinaryDataBuffer).toHaveBeenCalledWith(1, 'data');
	});
});

describe('docs/push.md', () => {
	const page = readFileSync(join(__dirname, '../../../../docs/push.md'), 'utf8');
	const blocks = [...page.matchAll(/```(\w*)\n([^]*?)```/g)].map(([, language, text]) => ({ language, text }));

	test('has no snippet that is not tried here', () => {
		expect(blocks.map(({ language }) => language).sort()).toEqual(['', 'js', 'json']);
	});

	test('the document that may be posted becomes an item', () => {
		const { text } = blocks.find(({ language }) => language === 'json')!;
		expect(fromPush({ body: text })).toEqual([
			expect.objectContaining({ event: 'shipmentCreated', ShipmentNo: 'S-1' }),
		]);
	});

	test('what curl posts becomes an item', () => {
		const { text } = blocks.find(({ language }) => language === '')!;
		const body = /-d '([^']+)'/.exec(text)![1];
		expect(fromPush({ body: JSON.parse(body) })).toEqual([
			expect.objectContaining({ event: 'orderCreated', OrderNo: 'WEB-1' }),
		]);
	});

	test('the changed code keeps everything that was sent', async () => {
		const lines = (await codeOfPush()).split('\n');
		const { text } = blocks.find(({ language }) => language === 'js')!;
		expect(page).toContain('change the third line of the code to');
		lines[2] = text.trim();
		const code = new Function('$input', lines.join('\n')) as (input: object) => Array<{ json: object }>;
		const body = { Shipment: { ...shipment, Custom: 'x' } };
		expect(code({ all: () => [{ json: { body } }] })[0].json).toMatchObject({ Custom: 'x', event: 'shipmentCreated' });
	});

	test('names the events of Sterling that are known', () => {
		expect(EVENT_IDS.filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
	});
});
