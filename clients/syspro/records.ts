/**
 * The documents of SYSPRO in one form, whichever way they were read. Keys are texts as SYSPRO keeps them (leading zeros
 * and blanks stay; trailing blanks, which only fill the column, go). Decimals are texts in plain notation, without
 * thousands separators. Dates are `YYYY-MM-DD`. What is empty in SYSPRO is null.
 */
export const KINDS = [
	'purchaseOrder',
	'invoice',
	'dispatchNote',
	'salesOrder',
	'supplier',
	'customer',
	'stockItem',
] as const;

export type Kind = (typeof KINDS)[number];

/** A way to read. `businessObject` is the one of its kind (PORQRY, SORQID, …), `comfnd` reads tables over e.net. */
export type Way = 'odata' | 'businessObject' | 'comfnd';

/** A row unchanged: texts untouched, numbers with their digits as text. */
export interface Row {
	[column: string]: Field;
}
export type Field = string | boolean | null | Row | Field[];

export interface Address {
	/** Up to five free lines as SYSPRO has them (usually street, street, city, state, country), empty ones kept inside. */
	lines: string[];
	postalCode: string | null;
}

export interface Party {
	/** Supplier or customer code; null for a place that has none. */
	id: string | null;
	name: string | null;
	address: Address | null;
	contact?: string | null;
	telephone?: string | null;
	/** May hold several, with semicolons between them. */
	email?: string | null;
	taxNumber?: string | null;
	/** EdiReceiverCode of a supplier, EdiSenderCode of a customer. */
	ediCode?: string | null;
}

/** `supplier` and `remitTo` are the seller's side, `customer`, `soldTo` and `shipTo` the buyer's. */
interface Parties {
	supplier?: Party;
	remitTo?: Party;
	customer?: Party;
	soldTo?: Party;
	shipTo?: Party;
}

/** By LineType: 1, 7, 4, 5 and 6. */
export type LineKind = 'stocked' | 'nonStocked' | 'freight' | 'miscellaneous' | 'comment' | 'other';

export interface Line {
	/** As SYSPRO writes it, without decimals and leading zeros. */
	line: string;
	kind: LineKind;
	lineType: string | null;
	stockCode: string | null;
	description: string | null;
	/** The part number of the other side: MSupCatalogue of a purchase order, else MCusSupStkCode. */
	partnerPartNumber: string | null;
	warehouse: string | null;
	/** Ordered; of an invoice what was invoiced; of a dispatch note what is dispatched. */
	quantity: string | null;
	uom: string | null;
	price: string | null;
	priceUom: string | null;
	/** Percentages and value in the order of SYSPRO; zeros left out. */
	discounts: Array<{ percent: string } | { value: string }>;
	/** Net value of the line; a charge's value for freight and miscellaneous lines. Null where SYSPRO does not say. */
	value: string | null;
	tax: string | null;
	dueDate: string | null;
	/** Text of a comment line; the name of a charge. */
	comment: string | null;
	isComplete: boolean;
	/** What only some documents have. */
	quantityOrdered?: string | null;
	quantityReceived?: string | null;
	quantityShipped?: string | null;
	quantityBackOrdered?: string | null;
	salesOrder?: string | null;
	salesOrderLine?: string | null;
	productClass?: string | null;
	lots?: Array<{ lot: string; quantity: string | null }>;
}

export interface Totals {
	/** Goods without charges and tax. */
	merchandise: string | null;
	freight: string | null;
	miscellaneous: string | null;
	tax: string | null;
	total: string | null;
}

interface HeaderOfOrder {
	status: string | null;
	/** In words: SYSPRO's own, else those of the status table. Null for a code that is in neither. */
	statusText: string | null;
	isCancelled: boolean;
	/** As at the site: ISO, or a local symbol such as `$`. */
	currency: string | null;
}

export interface PurchaseOrderHeader extends HeaderOfOrder {
	purchaseOrder: string;
	supplier: string | null;
	customer: string | null;
	orderDate: string | null;
	dueDate: string | null;
	memoDate: string | null;
	printedDate: string | null;
	completedDate: string | null;
	exchangeRate: string | null;
	orderType: string | null;
	taxStatus: string | null;
	paymentTerms: string | null;
	buyer: string | null;
	warehouse: string | null;
	shippingInstructions: string | null;
	shippingLocation: string | null;
}

export interface InvoiceHeader {
	invoice: string;
	customer: string;
	/** `I` invoice, `C` credit note, `D` debit note. Derived from the sign of the value where the site has no column. */
	documentType: string;
	isCreditNote: boolean;
	invoiceDate: string | null;
	dueDate: string | null;
	currency: string | null;
	customerPoNumber: string | null;
	salesOrder: string | null;
	dispatchNote: string | null;
	terms: string | null;
	branch: string | null;
	salesperson: string | null;
	balance: string | null;
}

export interface DispatchNoteHeader extends HeaderOfOrder {
	dispatchNote: string;
	salesOrder: string | null;
	customer: string | null;
	customerPoNumber: string | null;
	actualDeliveryDate: string | null;
	plannedDeliveryDate: string | null;
	invoice: string | null;
	shippingInstructions: string | null;
	multiShipCode: string | null;
}

export interface SalesOrderHeader extends HeaderOfOrder {
	salesOrder: string;
	customer: string | null;
	customerPoNumber: string | null;
	documentType: string | null;
	orderDate: string | null;
	requestedShipDate: string | null;
	entryDate: string | null;
	branch: string | null;
	warehouse: string | null;
	shippingInstructions: string | null;
	lastInvoice: string | null;
}

interface SupplierHeader {
	supplier: string;
	name: string | null;
	shortName: string | null;
	supplierClass: string | null;
	branch: string | null;
	currency: string | null;
	terms: string | null;
	isOnHold: boolean;
	arePurchaseOrdersAllowed: boolean;
	ediTypeFlag: string | null;
	ediReceiverCode: string | null;
}

interface CustomerHeader {
	customer: string;
	name: string | null;
	shortName: string | null;
	currency: string | null;
	terms: string | null;
	branch: string | null;
	isOnHold: boolean;
	creditLimit: string | null;
	ediSenderCode: string | null;
}

interface StockItemHeader {
	stockCode: string;
	description: string | null;
	longDescription: string | null;
	alternateKey1: string | null;
	alternateKey2: string | null;
	stockUom: string | null;
	alternateUom: string | null;
	otherUom: string | null;
	mass: string | null;
	volume: string | null;
	decimals: string | null;
	supplier: string | null;
	productClass: string | null;
	taxCode: string | null;
}

interface Headers {
	purchaseOrder: PurchaseOrderHeader;
	invoice: InvoiceHeader;
	dispatchNote: DispatchNoteHeader;
	salesOrder: SalesOrderHeader;
	supplier: SupplierHeader;
	customer: CustomerHeader;
	stockItem: StockItemHeader;
}

/** One document or master record. `lines` is empty and `totals` all null for suppliers, customers and stock items. */
export interface SysproRecord<K extends Kind = Kind> {
	kind: K;
	/** One text that is unique for the record within its kind and company; parts are joined by `/`. */
	id: string;
	/** The key by its columns, such as {"PurchaseOrder":"00001"}. */
	key: Record<string, string>;
	header: Headers[K];
	parties: Parties;
	lines: Line[];
	totals: Totals;
	/** Which way it was read, and what was read: tables or business objects. */
	source: { way: Way; names: string[] };
	/** The rows unchanged, by table or business object. */
	raw: Record<string, Row[]>;
}
