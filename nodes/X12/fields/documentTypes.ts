/** Types of documents, with the set that each is. */
export const TYPES: Array<[name: string, value: string, set: string]> = [
	['Credit Note', 'creditNote', '810'],
	['Inventory Advice', 'inventoryAdvice', '846'],
	['Invoice', 'invoice', '810'],
	['Purchase Order', 'purchaseOrder', '850'],
	['Purchase Order Acknowledgement', 'purchaseOrderAcknowledgement', '855'],
	['Purchase Order Change', 'purchaseOrderChange', '860'],
	['Purchase Order Change Acknowledgement', 'purchaseOrderChangeAcknowledgement', '865'],
	['Ship Notice', 'shipNotice', '856'],
	['Warehouse Shipping Advice', 'warehouseShippingAdvice', '945'],
	['Warehouse Shipping Order', 'warehouseShippingOrder', '940'],
];

export const ORDERS = TYPES.filter(([, , set]) => /^8[56]/.test(set) && set !== '856').map(([, value]) => value);
export const INVOICES = ['creditNote', 'invoice'];
export const NOTICES = ['shipNotice'];
export const CHANGES = ['purchaseOrderChange', 'purchaseOrderChangeAcknowledgement'];
/** Types that change nothing: a line of a change may be without what stays. */
export const UNCHANGED = TYPES.map(([, value]) => value).filter((type) => !CHANGES.includes(type));
export const ANSWERS = ['purchaseOrderAcknowledgement', 'purchaseOrderChangeAcknowledgement'];
/** Types whose lines have prices. */
export const PRICED = [...ORDERS, ...INVOICES];
export const STOCK = ['inventoryAdvice'];
/** Documents between the owner of goods and the warehouse that ships them. */
export const WAREHOUSE = ['warehouseShippingAdvice', 'warehouseShippingOrder'];
/** Types with a date of their own; that of a warehouse shipping order is one of its dates. */
export const DATED = TYPES.map(([, value]) => value).filter((type) => type !== 'warehouseShippingOrder');
/** Types whose lines may be in a carton. */
export const PACKED = [...NOTICES, 'warehouseShippingAdvice'];
/** Types that say what they are for. */
export const WITH_PURPOSE = TYPES.map(([, value]) => value).filter((type) => type !== 'warehouseShippingAdvice');
