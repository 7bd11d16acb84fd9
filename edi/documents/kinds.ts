import type { Loop } from '../dictionary/types';
import { purchaseOrderAcknowledgement, purchaseOrderChangeAcknowledgement } from './forms/acknowledgement';
import { inventoryAdvice } from './forms/inventoryAdvice';
import { invoice } from './forms/invoice';
import { purchaseOrder } from './forms/purchaseOrder';
import { purchaseOrderChange } from './forms/purchaseOrderChange';
import { shipNotice } from './forms/shipNotice';
import { warehouseShippingAdvice } from './forms/warehouseShippingAdvice';
import { warehouseShippingOrder } from './forms/warehouseShippingOrder';
import type { Form, WriteContext } from './mapping/form';
import type { Level } from './mapping/rules';
import {
	prepareAcknowledgement,
	prepareInvoice,
	prepareOrder,
	prepareReport,
	prepareShipping,
	type Computing,
} from './prepare';

/** One of the sets that there is a business form for. */
export interface Kind {
	/** ST01. */
	set: string;
	/** GS01. */
	functionalId: string;
	/** `type` of the form. */
	types: readonly DocumentType[];
	level: Level;
	/** Makes what is computed; a ship notice is counted when its levels are numbered. */
	prepare?: (form: Form, computing: Computing, context: WriteContext) => Form;
}

/** Version of documents that name none. */
export const DEFAULT_VERSION = '004010';

/** The loop of the standard that opens with a segment. */
export function loopOf(root: Loop, id: string): Loop {
	return root.items.find((item) => item.id === id)?.loop ?? { items: [], places: new Map() };
}

export type DocumentType =
	| 'purchaseOrder'
	| 'purchaseOrderChange'
	| 'purchaseOrderAcknowledgement'
	| 'purchaseOrderChangeAcknowledgement'
	| 'invoice'
	| 'creditNote'
	| 'shipNotice'
	| 'inventoryAdvice'
	| 'warehouseShippingOrder'
	| 'warehouseShippingAdvice';

export const KINDS: readonly Kind[] = [
	{ set: '850', functionalId: 'PO', types: ['purchaseOrder'], level: purchaseOrder, prepare: prepareOrder },
	{ set: '860', functionalId: 'PC', types: ['purchaseOrderChange'], level: purchaseOrderChange, prepare: prepareOrder },
	{
		set: '855',
		functionalId: 'PR',
		types: ['purchaseOrderAcknowledgement'],
		level: purchaseOrderAcknowledgement,
		prepare: prepareAcknowledgement,
	},
	{
		set: '865',
		functionalId: 'CA',
		types: ['purchaseOrderChangeAcknowledgement'],
		level: purchaseOrderChangeAcknowledgement,
		prepare: prepareAcknowledgement,
	},
	{ set: '810', functionalId: 'IN', types: ['invoice', 'creditNote'], level: invoice, prepare: prepareInvoice },
	{ set: '856', functionalId: 'SH', types: ['shipNotice'], level: shipNotice },
	{ set: '846', functionalId: 'IB', types: ['inventoryAdvice'], level: inventoryAdvice, prepare: prepareReport },
	{
		set: '940',
		functionalId: 'OW',
		types: ['warehouseShippingOrder'],
		level: warehouseShippingOrder,
		prepare: prepareShipping,
	},
	{
		set: '945',
		functionalId: 'SW',
		types: ['warehouseShippingAdvice'],
		level: warehouseShippingAdvice,
		prepare: prepareShipping,
	},
];

/** Set and functional group of each type of document. */
export const DOCUMENT_TYPES: ReadonlyMap<string, Kind> = new Map(
	KINDS.flatMap((kind) => kind.types.map((type): [string, Kind] => [type, kind])),
);
