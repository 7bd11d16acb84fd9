import { ENTITIES, type Entity } from '../../../../clients/oms/entities';
import { isCancelled } from '../../../../clients/oms/likeness';
import type { Document } from '../../../../kit/xml/document';
import { attributes } from '../../documents/shape';

/** How the lines of a kind of document are listed and distinguished. */
export interface LineKind {
	/** The document that has them. */
	entity: Entity;
	/** What people call it: "order". */
	document: string;
	/** What names the document in its list, where that differs from what names it in a change. */
	filter?: (identity: Document) => Document;
	/** Path of the lines in the document. */
	path: string;
	/** Attributes of a line that name it: key, number and its second part. */
	key: string;
	number: string;
	subNumber: string;
	/** What the second part is unless it is given. */
	usualSub: string;
	/** Paths of its item and unit of measure. */
	item: string;
	unit: string;
	/** What the editor calls the ways to name a line. */
	names: string;
	/** What is read of a line, so that it can be found. */
	attributes: readonly string[];
	/** Whether something can still be done with a line. */
	isOpen: (line: Document) => boolean;
}

/** Lines of orders and returns. */
export const ORDER_LINES: LineKind = {
	entity: ENTITIES.order,
	document: 'order',
	path: 'OrderLines.OrderLine',
	key: 'OrderLineKey',
	number: 'PrimeLineNo',
	subNumber: 'SubLineNo',
	usualSub: '1',
	item: 'Item.ItemID',
	unit: 'Item.UnitOfMeasure',
	names: 'an Order Line nor a Line Number',
	attributes: attributes('OrderLineKey PrimeLineNo SubLineNo OrderedQty MaxLineStatus Item.ItemID Item.UnitOfMeasure'),
	isOpen: ({ MaxLineStatus }) => !isCancelled(MaxLineStatus),
};

const RELEASE_LINES: LineKind = {
	...ORDER_LINES,
	entity: ENTITIES.orderRelease,
	document: 'release',
	// As a filter the order's number of a release is SalesOrderNo (factory API description).
	filter: ({ OrderNo, ...release }) => (OrderNo ? { SalesOrderNo: OrderNo, ...release } : release),
	attributes: attributes('OrderLineKey PrimeLineNo SubLineNo Item.ItemID Item.UnitOfMeasure'),
	isOpen: () => true,
};

const SHIPMENT_LINES: LineKind = {
	entity: ENTITIES.shipment,
	document: 'shipment',
	path: 'ShipmentLines.ShipmentLine',
	key: 'ShipmentLineKey',
	number: 'ShipmentLineNo',
	subNumber: 'ShipmentSubLineNo',
	usualSub: '0',
	item: 'ItemID',
	unit: 'UnitOfMeasure',
	names: 'a Shipment Line nor a Shipment Line Number',
	attributes: attributes('ShipmentLineKey ShipmentLineNo ShipmentSubLineNo ItemID UnitOfMeasure'),
	isOpen: () => true,
};

/** The lines that a change of this document names, by its root element. */
export const linesOfRoot = (root: string): LineKind =>
	({ OrderRelease: RELEASE_LINES, Shipment: SHIPMENT_LINES })[root] ?? ORDER_LINES;
