import { ENTITIES, type Entity } from '../../../clients/oms/entities';
import type { Shape } from '../documents/shape';
import { orderEverything, orderWithLines } from '../documents/shapes/order';
import { orderLineEverything, orderLineWithDetails } from '../documents/shapes/orderLine';
import { releaseEverything, releaseWithLines } from '../documents/shapes/release';
import { returnWithLines } from '../documents/shapes/return';
import { shipmentEverything, shipmentWithLines } from '../documents/shapes/shipment';
import type { EventName } from './names';

export type KindName = 'order' | 'return' | 'release' | 'line' | 'shipment';

/** A kind of document that has events: which list API returns it, and how it looks in an item. */
export interface Kind {
	/** In the editor and in messages. */
	name: string;
	entity: Entity;
	api: string;
	/** Root of the API's input, and name of the document. */
	inputRoot: string;
	/** Root of the API's response. */
	outputRoot: string;
	/** Primary key. */
	key: string;
	levels: Readonly<Record<'lines' | 'everything', Shape>>;
}

const of = (entity: Entity) => ({
	entity,
	api: entity.listApi,
	inputRoot: entity.inputRoot,
	outputRoot: entity.outputRoot,
	key: entity.key,
});

const order: Kind = {
	name: 'order',
	...of(ENTITIES.order),
	levels: { lines: orderWithLines, everything: orderEverything },
};

export const KINDS: Readonly<Record<KindName, Kind>> = {
	order,
	return: {
		...order,
		entity: ENTITIES.return,
		name: 'return',
		levels: { lines: returnWithLines, everything: orderEverything },
	},
	release: {
		name: 'order release',
		...of(ENTITIES.orderRelease),
		levels: { lines: releaseWithLines, everything: releaseEverything },
	},
	line: {
		name: 'order line',
		...of(ENTITIES.orderLine),
		levels: { lines: orderLineWithDetails, everything: orderLineEverything },
	},
	shipment: {
		name: 'shipment',
		...of(ENTITIES.shipment),
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
