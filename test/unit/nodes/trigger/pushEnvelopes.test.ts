import fc from 'fast-check';

import { toXml } from '../../../../kit/xml';
import type { Document, Value } from '../../../../kit/xml/document';
import { fromPush, type Received } from '../../../../nodes/IbmSterlingOms/trigger/events/fromPush';

const now = new Date('2026-02-03T10:00:00.500Z');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** XML as n8n parses it: attributes under `$`, no arrays of one; its Webhook node changes the names of elements. */
function parsedByN8n(value: Value, name = (given: string) => given): unknown {
	if (Array.isArray(value))
		return value.length === 1 ? parsedByN8n(value[0], name) : value.map((one) => parsedByN8n(one, name));
	if (typeof value === 'string') return value;
	const attributes = Object.entries(value).filter(([, member]) => typeof member === 'string');
	const elements = Object.entries(value).filter(([, member]) => typeof member !== 'string');
	return {
		...(attributes.length > 0 ? { $: Object.fromEntries(attributes) } : {}),
		...Object.fromEntries(elements.map(([own, member]) => [name(own), parsedByN8n(member, name)])),
	};
}

/** The same document in every envelope in which a webhook may get it. */
const ENVELOPES: Array<[string, (root: string, document: Document) => Received]> = [
	['JSON', (root, document) => ({ body: { [root]: document } })],
	['JSON without its root', (_root, document) => ({ body: document })],
	['a list', (root, document) => ({ body: [{ [root]: document }] })],
	['text of JSON', (root, document) => ({ body: JSON.stringify({ [root]: document }) })],
	['text with a byte order mark', (root, document) => ({ body: `\uFEFF ${JSON.stringify({ [root]: document })}\n` })],
	['text within text', (root, document) => ({ body: JSON.stringify(JSON.stringify({ [root]: document })) })],
	['text of XML', (root, document) => ({ body: toXml(root, document) })],
	['declared XML', (root, document) => ({ body: `\uFEFF<?xml version="1.0"?>\r\n${toXml(root, document)}` })],
	['XML that n8n has parsed', (root, document) => ({ body: { [root]: parsedByN8n(document) } })],
	[
		'a list of XML that n8n has parsed',
		(root, document) => ({ body: { list: { $: { Total: '1' }, [root]: parsedByN8n(document) } } }),
	],
	['a list element', (root, document) => ({ body: { [`${root}List`]: { [root]: [document] } } })],
	['a message', (root, document) => ({ body: { Message: { [root]: document } } })],
	['many wrappers', (root, document) => ({ body: { a: [{ b: { c: { d: [{ [root]: document }] } } }] } })],
	['wrapped text of XML', (root, document) => ({ body: { Message: { Body: toXml(root, document) } } })],
	['wrapped text of JSON', (root, document) => ({ body: { payload: JSON.stringify({ [root]: document }) } })],
	['a form', (root, document) => ({ body: { InteropApiName: 'x', InteropApiData: toXml(root, document) } })],
	[
		'a raw body',
		(root, document) => ({ body: {}, binary: { data: { data: base64(JSON.stringify({ [root]: document })) } } }),
	],
	[
		'a raw body of XML',
		(root, document) => ({ body: { x: 1 }, binary: { data: { data: base64(toXml(root, document)) } } }),
	],
	['a buffer', (root, document) => ({ body: Buffer.from(JSON.stringify({ [root]: document })).toJSON() })],
	[
		'UTF-16 with its mark',
		(root, document) => ({
			body: {},
			binary: { file: { data: Buffer.from(`\uFEFF${toXml(root, document)}`, 'utf16le').toString('base64') } },
		}),
	],
	[
		'ISO-8859-1 by its declaration',
		(root, document) => ({
			body: {},
			binary: {
				data: {
					data: Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${toXml(root, document)}`, 'latin1').toString(
						'base64',
					),
				},
			},
		}),
	],
	[
		'a CloudEvent',
		(root, document) => ({ body: { specversion: '1.0', type: 'x', id: '1', data: { [root]: document } } }),
	],
	[
		'a CloudEvent of XML',
		(root, document) => ({ body: { specversion: '1.0', type: 'x', data: toXml(root, document) } }),
	],
	[
		'a CloudEvent in Base64',
		(root, document) => ({ body: { specversion: '1.0', type: 'x', data_base64: base64(toXml(root, document)) } }),
	],
	[
		'a CloudEvent that n8n does not parse',
		(root, document) => ({
			body: {},
			headers: { 'content-type': 'application/cloudevents+json' },
			binary: { data: { data: base64(JSON.stringify({ specversion: '1.0', type: 'x', data: { [root]: document } })) } },
		}),
	],
];

const word = fc.stringMatching(/^[A-Za-z0-9äöüß&<>"' .-]{1,12}$/).filter((text) => text.trim() === text);
const line = fc.record({
	PrimeLineNo: fc.integer({ min: 1, max: 99 }).map(String),
	OrderedQty: word,
	Item: fc.record({ ItemID: word }),
});
const anyOrder = fc.record({
	OrderHeaderKey: fc.stringMatching(/^2026\d{16}$/),
	OrderNo: word,
	EnterpriseCode: word,
	DocumentType: fc.constantFrom('0001', '0003'),
	Createts: fc.constant('2026-02-03T09:40:00+00:00'),
	Modifyts: fc.constant('2026-02-03T09:45:00+00:00'),
	YFSTranEventID: fc.constantFrom('ORDER_CREATE.ON_SUCCESS', 'ORDER_CHANGE.ON_SUCCESS', 'ORDER_CREATE.0001.ON_SUCCESS'),
	PersonInfoShipTo: fc.record({ City: word, FirstName: word }),
	OrderLines: fc.record({ OrderLine: fc.array(line, { minLength: 1, maxLength: 3 }) }),
	Extn: fc.record({ ExtnGift: word }),
});

test.each(ENVELOPES)('%s holds what a plain document holds', (_name, wrap) => {
	fc.assert(
		fc.property(anyOrder, (order) => {
			const plain = fromPush({ body: { Order: order } }, { now });
			expect(plain).toHaveLength(1);
			expect(plain[0]).toMatchObject({ OrderNo: order.OrderNo, OrderHeaderKey: order.OrderHeaderKey });
			expect(fromPush(wrap('Order', order as unknown as Document), { now })).toEqual(plain);
		}),
		{ numRuns: 40 },
	);
});

test('numbers and flags become the text that a response has', () => {
	const body =
		'{"Order":{"OrderHeaderKey":20260203094000000001,"OrderNo":100042,"HoldFlag":true,"Total":2.50,"X":null}}';
	const [item] = fromPush({ body, query: { event: 'orderCreated' } }, { simplified: false });
	expect(item).toMatchObject({
		OrderHeaderKey: '20260203094000000001',
		OrderNo: '100042',
		HoldFlag: 'Y',
		Total: '2.50',
		X: '',
	});
	const parsed = { Order: { OrderNo: 100042, HoldFlag: false, OrderLines: { OrderLine: [{ OrderedQty: 2.5 }] } } };
	const [other] = fromPush({ body: parsed, query: { event: 'orderCreated' } }, { simplified: false });
	expect(other).toMatchObject({ OrderNo: '100042', HoldFlag: 'N', OrderLines: { OrderLine: [{ OrderedQty: '2.5' }] } });
});

describe('no two events share a key', () => {
	const keysOf = (received: Received, event: string) =>
		fromPush({ query: { event }, ...received }, { now }).map(({ eventKey }) => eventKey);

	test.each<[string, Received, string]>([
		[
			'orders of several enterprises and types',
			{
				body: [
					{ Order: { OrderNo: '1', EnterpriseCode: 'A', DocumentType: '0001' } },
					{ Order: { OrderNo: '1', EnterpriseCode: 'B', DocumentType: '0001' } },
					{ Order: { OrderNo: '1', EnterpriseCode: 'A', DocumentType: '0005' } },
				],
			},
			'orderCreated',
		],
		[
			'lines without keys',
			{
				body: {
					Order: {
						OrderNo: '1',
						OrderLines: {
							OrderLine: [{ PrimeLineNo: '1' }, { PrimeLineNo: '2' }, { PrimeLineNo: '2', SubLineNo: '2' }],
						},
					},
				},
			},
			'orderLineBackordered',
		],
		[
			'releases of one order',
			{
				body: {
					Order: {
						OrderHeaderKey: '1',
						OrderReleases: { OrderRelease: [{ OrderReleaseKey: '8' }, { OrderReleaseKey: '9' }] },
					},
				},
			},
			'orderReleased',
		],
		[
			'releases by number',
			{ body: { Order: { OrderNo: '1', OrderReleases: { OrderRelease: [{ ReleaseNo: '1' }, { ReleaseNo: '2' }] } } } },
			'orderReleaseCreatedOrUpdated',
		],
		[
			'shipments of two nodes',
			{
				body: {
					Shipments: {
						Shipment: [
							{ ShipmentNo: '1', ShipNode: 'A' },
							{ ShipmentNo: '1', ShipNode: 'B' },
						],
					},
				},
			},
			'shipmentCreated',
		],
		[
			'changes without a time of their own',
			{ body: [{ Order: { OrderNo: '1' } }, { Order: { OrderNo: '1' } }] },
			'orderUpdated',
		],
		[
			'changes of one second',
			{
				body: {
					OrderList: {
						Order: ['4', '5'].map((Lockid) => ({
							OrderNo: '1',
							Modifyts: '2026-02-03T09:45:00+00:00',
							Createts: '2026-02-03T09:45:00+00:00',
							Lockid,
						})),
					},
				},
			},
			'orderUpdated',
		],
		[
			'CloudEvents of one second',
			{
				body: ['a', 'b'].map((id) => ({
					specversion: '1.0',
					id,
					time: '2026-02-03T09:45:00Z',
					data: { Shipment: { ShipmentKey: '1' } },
				})),
			},
			'shipmentUpdated',
		],
		[
			'documents that only their CloudEvent names',
			{ body: ['a', 'b'].map((id) => ({ specversion: '1.0', id, data: { Order: { Status: '1' } } })) },
			'orderCreated',
		],
	])('%s', (_name, received, event) => {
		const keys = keysOf(received, event);
		expect(keys.length).toBeGreaterThan(1);
		expect(new Set(keys).size).toBe(keys.length);
		for (const key of keys) expect(key).toMatch(/^\w+:./);
	});

	test('the same event posted again has the same key', () => {
		const body = {
			specversion: '1.0',
			id: 'a',
			data: { Order: { OrderNo: '1', Modifyts: '2026-02-03T09:45:00+00:00' } },
		};
		const later = fromPush({ body, query: { event: 'orderUpdated' } }, { now: new Date('2026-02-04T00:00:00Z') });
		expect(later[0].eventKey).toBe(keysOf({ body }, 'orderUpdated')[0]);
	});
});

test('XML whose names n8n has changed is refused, whatever is in it', () => {
	const document: Document = { OrderHeaderKey: '1', OrderNo: 'A-1', YFSTranEventID: 'ORDER_CREATE.ON_SUCCESS' };
	const lower = (name: string) => name.toLowerCase();
	for (const body of [
		{ order: parsedByN8n(document, lower) },
		{ orderlist: { $: { Total: '1' }, order: parsedByN8n(document, lower) } },
		{ order: parsedByN8n({ ...document, OrderLines: { OrderLine: [{ OrderLineKey: '2' }] } }, lower) },
	]) {
		expect(() => fromPush({ body, query: { event: 'orderCreated' } }, { now })).toThrow(/XML.*Raw Body/);
	}
});
