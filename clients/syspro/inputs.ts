import type { Elements } from './enet/call';

/** Elements of SYSPRO that have no member here, by their names; they win over what the client sets. */
interface Further {
	more?: Elements;
}

interface ShipTo {
	name?: string;
	/** Up to five lines of 40 characters. */
	lines?: readonly string[];
	/** At most 15 characters. */
	postalCode?: string;
}

/** A sales order to import: SORTOI, `SalesOrders/Orders`. Decimals as text, dates `YYYY-MM-DD`. */
export interface SalesOrderInput extends Further {
	customer: string;
	/** At most 30 characters. Together with the customer it is how the order is found again. */
	customerPoNumber: string;
	orderDate?: string;
	requestedShipDate?: string;
	warehouse?: string;
	shipTo?: ShipTo;
	/** At most 80 characters. */
	email?: string;
	shippingInstructions?: string;
	lines: readonly SalesOrderLineInput[];
	freight?: string;
	comments?: readonly string[];
	/**
	 * What to do where the customer has an order with this number already: report it as it is (default), refuse, or import
	 * another one.
	 */
	whenExists?: 'return' | 'refuse' | 'import';
}

export interface SalesOrderLineInput extends Further {
	/** The line's number in the customer's order; counted from 1 by default. */
	line?: string;
	stockCode?: string;
	description?: string;
	/** The customer's own part number; SYSPRO finds the stock code by it where the site is set up so. */
	customerPartNumber?: string;
	quantity: string;
	uom?: string;
	price?: string;
	priceUom?: string;
	warehouse?: string;
	requestedDate?: string;
}

/** Changes to a purchase order: PORTOI with OrderActionType C. */
export interface PurchaseOrderChange extends Further {
	purchaseOrder: string;
	/** Only needed where the site checks it. */
	supplier?: string;
	dueDate?: string;
	lines: readonly PurchaseOrderLineChange[];
	/** Status of the order afterwards: 1 ready to print, 4 printed; 4 by default, so that it is not sent once more. */
	status?: '1' | '4';
}

export interface PurchaseOrderLineChange extends Further {
	line: string;
	/** `change` (default), `delete` or `add`. */
	action?: 'change' | 'delete' | 'add';
	stockCode?: string;
	quantity?: string;
	uom?: string;
	price?: string;
	priceUom?: string;
	dueDate?: string;
	warehouse?: string;
	/** Attached to the line as comment lines of 45 characters. */
	comment?: string;
}

/** A receipt: PORTOR, `PostPurchaseOrderReceipts/Item`. */
export interface ReceiptInput {
	/** Date of the transaction; SYSPRO's own by default. */
	date?: string;
	items: readonly ReceiptItem[];
	/**
	 * What to do where everything was received under the same delivery note already: report it as it is (default), refuse,
	 * or book it once more.
	 */
	whenExists?: 'return' | 'refuse' | 'book';
}

export interface ReceiptItem extends Further {
	purchaseOrder: string;
	/** One of line and stock code is needed. */
	line?: string;
	stockCode?: string;
	quantity: string;
	uom?: string;
	warehouse?: string;
	/** The supplier's number of the delivery. Together with order and line it is how the receipt is found again. */
	deliveryNote?: string;
	lot?: string;
	reference?: string;
	/** Whether the goods go into inspection first. */
	intoInspection?: boolean;
	/** Whether the line is complete with this receipt. */
	isComplete?: boolean;
}

/** A supplier's invoice: APSTIN, `PostApInvoice/Item`. */
export interface SupplierInvoiceInput extends Further {
	supplier: string;
	/** Together with the supplier it is how the invoice is found again. */
	invoice: string;
	/** `I` invoice (default), `C` credit note, `D` debit note. */
	transactionCode?: 'I' | 'C' | 'D';
	value: string;
	invoiceDate?: string;
	dueDate?: string;
	reference?: string;
	notation?: string;
	taxCode?: string;
	taxValue?: string;
	freight?: string;
	miscellaneous?: string;
	branch?: string;
	/** Where the value is booked; needed unless the site takes defaults or GRNs are matched. */
	ledger?: ReadonlyArray<{ code: string; value: string; notation?: string }>;
	/** GRNs that the invoice matches. */
	grns?: ReadonlyArray<{ grn: string; value?: string; quantity?: string; isPartial?: boolean }>;
	/** What to do where the supplier has this invoice with this amount already: report it (default) or refuse. */
	whenExists?: 'return' | 'refuse';
	/** `C` current (default), or `1`/`2` months back. */
	postingPeriod?: 'C' | '1' | '2';
}
