import type { QueueManager } from './queueManager';
import { jmsTextMessage } from './rfh2';

/** A document as its root and attributes. */
type EventDocument = { root: string } & Record<string, string>;

/** A queue for each event that services of OMS write to queues, with the document that they send. */
export const EVENT_QUEUES: ReadonlyArray<{ queue: string; event: string; document: EventDocument }> = [
	{ queue: 'OMS.ORDER.CREATED', event: 'ORDER_CREATE.ON_SUCCESS', document: order('Created', '1100') },
	{ queue: 'OMS.ORDER.CHANGED', event: 'ORDER_CHANGE.ON_SUCCESS', document: order('Created', '1100') },
	{ queue: 'OMS.ORDER.CANCELLED', event: 'ORDER_CHANGE.ON_CANCEL', document: order('Cancelled', '9000') },
	{ queue: 'OMS.ORDER.RELEASED', event: 'RELEASE.ON_SUCCESS', document: order('Released', '3200') },
	{ queue: 'OMS.ORDER.BACKORDERED', event: 'SCHEDULE.ON_BACKORDER', document: order('Backordered', '1300') },
	{
		queue: 'OMS.RELEASE.CHANGED',
		event: 'RELEASE.ON_RELEASE_CREATION_OR_CHANGE',
		document: { root: 'OrderRelease', ReleaseNo: '1', ShipNode: 'AUR_DC1', SalesOrderNo: 'AUR-1001', ...keys() },
	},
	{
		queue: 'OMS.SHIPMENT.CREATED',
		event: 'CREATE_SHIPMENT.ON_SUCCESS',
		document: { root: 'Shipment', ShipmentNo: 'SHP-1', ShipNode: 'AUR_DC1', OrderNo: 'AUR-1001', ...keys() },
	},
];

/** Queues that services of OMS read documents from. */
export const INBOUND_QUEUES = [
	'OMS.IN.CREATEORDER',
	'OMS.IN.CHANGEORDER',
	'OMS.IN.DELETEORDER',
	'OMS.IN.MANAGEITEM',
	'OMS.IN.MANAGECUSTOMER',
	'OMS.IN.MANAGEORGANIZATION',
	'OMS.IN.CREATESHIPMENT',
	'OMS.IN.CHANGESHIPMENT',
];

function keys(): Record<string, string> {
	return { EnterpriseCode: 'AURORA', DocumentType: '0001', Modifyts: '2026-01-15T09:30:00+00:00' };
}

function order(status: string, code: string): EventDocument {
	return { root: 'Order', OrderNo: 'AUR-1001', Status: status, MinOrderStatus: code, MaxOrderStatus: code, ...keys() };
}

/** The document of an event as a service sends it: XML, or JSON under its root. */
export function eventText({ root, ...attributes }: EventDocument, format: 'xml' | 'json'): string {
	if (format === 'json') return JSON.stringify({ [root]: attributes });
	const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${pairs.join('')}/>`;
}

/** Defines the queues of a new queue manager, and puts one event of each kind, as XML and as JSON, onto the event queues. */
export function seed(manager: QueueManager, withMessages: boolean): void {
	manager.define('DEV.QUEUE.1', { description: 'For anything' });
	manager.define('DEV.QUEUE.2', { description: 'For anything' });
	manager.define('DEV.DEAD.LETTER.QUEUE', { description: 'What could not be delivered' });
	manager.define('DEV.SMALL', {
		description: 'Takes two messages of 100 bytes',
		maximumDepth: 2,
		maximumMessageLength: 100,
	});
	manager.define('OMS.POISON', { description: 'Messages that were backed out too often' });
	for (const name of INBOUND_QUEUES) manager.define(name, { description: 'Read by a service of OMS' });
	for (const { queue, event, document } of EVENT_QUEUES) {
		manager.define(queue, { description: event, backoutThreshold: 3, backoutRequeueQueue: 'OMS.POISON' });
		if (!withMessages) continue;
		manager.send(queue, jmsTextMessage(queue, eventText(document, 'xml'), { YFSTranEventID: event }));
		manager.send(queue, jmsTextMessage(queue, eventText(document, 'json'), { YFSTranEventID: event }));
	}
}
