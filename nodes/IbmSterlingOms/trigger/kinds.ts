import type { Shape } from '../documents/shape';
import { orderEverything, orderWithLines } from '../documents/shapes/order';
import { orderLineEverything, orderLineWithDetails } from '../documents/shapes/orderLine';
import { releaseEverything, releaseWithLines } from '../documents/shapes/release';
import { returnWithLines } from '../documents/shapes/return';
import { shipmentEverything, shipmentWithLines } from '../documents/shapes/shipment';
import type { EventName } from './names';

export type KindName = 'order' | 'return' | 'release' | 'line' | 'shipment';

/** A kind of document that events tell about: where its list API answers it, and how it looks in an item. */
export interface Kind {
	/** In the editor and in messages. */
	name: string;
	api: string;
	/** Root of the API's input, and name of the document. */
	list: string;
	/** Root of the API's answer. */
	root: string;
	/** Primary key. */
	key: string;
	levels: Readonly<Record<'lines' | 'everything', Shape>>;
}

const order: Kind = {
	name: 'order',
	api: 'getOrderList',
	list: 'Order',
	root: 'OrderList',
	key: 'OrderHeaderKey',
	levels: { lines: orderWithLines, everything: orderEverything },
};

export const KINDS: Readonly<Record<KindName, Kind>> = {
	order,
	return: {
		...order,
		name: 'return',
		levels: { lines: returnWithLines, everything: orderEverything },
	},
	release: {
		name: 'order release',
		api: 'getOrderReleaseList',
		list: 'OrderRelease',
		root: 'OrderReleaseList',
		key: 'OrderReleaseKey',
		levels: { lines: releaseWithLines, everything: releaseEverything },
	},
	line: {
		name: 'order line',
		api: 'getOrderLineList',
		list: 'OrderLine',
		root: 'OrderLineList',
		key: 'OrderLineKey',
		levels: { lines: orderLineWithDetails, everything: orderLineEverything },
	},
	shipment: {
		name: 'shipment',
		api: 'getShipmentList',
		list: 'Shipment',
		root: 'Shipments',
		key: 'ShipmentKey',
		levels: { lines: shipmentWithLines, everything: shipmentEverything },
	},
};

/** The kind of document that an item of each event carries. */
export const KIND_OF: Readonly<Record<EventName, KindName>> = {
	orderCreated: 'order',
	orderUpdated: 'order',
	orderCancelled: 'order',
	orderReleased: 'order',
	orderLineBackordered: 'line',
	orderReleaseCreatedOrUpdated: 'release',
	shipmentCreated: 'shipment',
	shipmentUpdated: 'shipment',
	returnCreated: 'return',
};
