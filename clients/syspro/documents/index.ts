import type { Kind } from '../records';
import { dispatchNotes } from './dispatchNotes';
import { invoices } from './invoices';
import type { KindOfRecord } from './kind';
import { customers, stockItems, suppliers } from './masters';
import { purchaseOrders } from './purchaseOrders';
import { salesOrders } from './salesOrders';

/** How each kind is read. */
export const KINDS_OF_RECORDS: { readonly [K in Kind]: KindOfRecord<K> } = {
	purchaseOrder: purchaseOrders,
	invoice: invoices,
	dispatchNote: dispatchNotes,
	salesOrder: salesOrders,
	supplier: suppliers,
	customer: customers,
	stockItem: stockItems,
};
