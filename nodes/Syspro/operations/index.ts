import { alphabetical } from '../../../kit/n8n/alphabetical';
import { dispatchNote } from './dispatchNote';
import { invoice } from './invoice';
import { customer } from './customer';
import { purchaseOrder } from './purchaseOrder';
import { query } from './query';
import { salesOrder } from './salesOrder';
import { stockItem } from './stockItem';
import { supplier } from './supplier';
import { supplierInvoice } from './supplierInvoice';
import type { Resource } from '../operation';

/** The only registry: a resource or operation that is here is in the editor, the run and the documentation. */
export const RESOURCES: readonly Resource[] = alphabetical(
	[customer, dispatchNote, invoice, purchaseOrder, query, salesOrder, stockItem, supplier, supplierInvoice],
	({ name }) => name,
);
