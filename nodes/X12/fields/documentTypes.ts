/** Types of documents, with the set that each is. */
export const TYPES: Array<[name: string, value: string, set: string]> = [
	['Credit Note', 'creditNote', '810'],
	['Invoice', 'invoice', '810'],
	['Purchase Order', 'purchaseOrder', '850'],
	['Purchase Order Acknowledgement', 'purchaseOrderAcknowledgement', '855'],
	['Purchase Order Change', 'purchaseOrderChange', '860'],
	['Purchase Order Change Acknowledgement', 'purchaseOrderChangeAcknowledgement', '865'],
	['Ship Notice', 'shipNotice', '856'],
];

export const ORDERS = TYPES.filter(([, , set]) => /^8[56]/.test(set) && set !== '856').map(([, value]) => value);
export const INVOICES = ['creditNote', 'invoice'];
export const NOTICES = ['shipNotice'];
export const CHANGES = ['purchaseOrderChange', 'purchaseOrderChangeAcknowledgement'];
export const ANSWERS = ['purchaseOrderAcknowledgement', 'purchaseOrderChangeAcknowledgement'];
/** Types whose lines have prices. */
export const PRICED = [...ORDERS, ...INVOICES];
