import type { SalesOrderInput, PurchaseOrderChange, ReceiptInput, SupplierInvoiceInput } from './inputs';
import type { BusinessObjectCall, Elements, Outcome, PreparedCall } from './enet/call';
import type { Changes, ChangeOptions, ChangesCursor } from './changes';
import type { EntitySet } from './odata/metadata';
import type { Key, ListQuery, Page, ReadOptions, TableQuery } from './query';
import type { Field, Kind, SysproRecord } from './records';

export interface PostOptions {
	/** Whether SYSPRO only checks the document: nothing is stored. One that is there already is reported all the same. */
	validateOnly?: boolean;
	/** Whether SYSPRO stores the document despite warnings. */
	ignoreWarnings?: boolean;
	/** Further elements of the parameters, by SYSPRO's names; they win over what the client sets, except `ValidateOnly`. */
	parameters?: Elements;
}

export interface PostResult {
	/** The key of what was written, by SYSPRO's names (SalesOrder, PurchaseOrder, Grn, Invoice, …); empty after a mere check. */
	key: Record<string, string>;
	/** Keys of all items where a post has several. */
	keys: Array<Record<string, string>>;
	validateOnly: boolean;
	/**
	 * `posted` by this call; `found`: the response was lost, and a look-up found what it had written; `existing`: it was
	 * there before, and nothing was sent.
	 */
	how: 'posted' | 'found' | 'existing';
	warnings: Outcome['issues'];
	/** SYSPRO's response unchanged; null where it was lost or nothing was sent. */
	response: Record<string, Field> | null;
}

/** What a SYSPRO company offers, by OData and e.net. Every method throws a ServiceError only, without secrets. */
export interface SysproApi {
	/** One record with its lines and addresses. @throws ServiceError `notFound`, or `invalidInput` where several match */
	read<K extends Kind>(kind: K, key: Key, options?: ReadOptions): Promise<SysproRecord<K>>;

	/** Records page by page, in the order of their keys, each with its lines and addresses. */
	list<K extends Kind>(
		kind: K,
		query?: ListQuery,
		options?: Pick<ReadOptions, 'ways'>,
	): AsyncIterable<Page<SysproRecord<K>>>;

	/** Rows of a table page by page: OData where the company has it, else COMFND. */
	table(
		table: string,
		query?: TableQuery,
		options?: Pick<ReadOptions, 'ways'>,
	): AsyncIterable<Page<Record<string, Field>>>;

	/** Entity sets of OData with their columns, from its metadata. @throws ServiceError where there is no OData */
	entitySets(): Promise<EntitySet[]>;

	/** Calls a business object of e.net. `Query`, `Fetch` and `Browse` are reads; the others may be carried out once only. */
	call(call: BusinessObjectCall): Promise<Outcome>;

	/** The exact request of {@link call}, for a dry run: nothing is sent, nobody logs on, no secret is in it. */
	prepare(call: BusinessObjectCall): PreparedCall;

	/** Imports a sales order (SORTOI). */
	postSalesOrder(order: SalesOrderInput, options?: PostOptions): Promise<PostResult>;

	/** Changes lines of a purchase order (PORTOI), such as what a supplier's acknowledgement says. */
	changePurchaseOrder(change: PurchaseOrderChange, options?: PostOptions): Promise<PostResult>;

	/** Books a receipt of purchase order lines (PORTOR). The same delivery note is not booked twice. */
	postReceipt(receipt: ReceiptInput, options?: PostOptions): Promise<PostResult>;

	/** Enters a supplier's invoice (APSTIN). The same invoice is not entered twice. */
	postSupplierInvoice(invoice: SupplierInvoiceInput, options?: PostOptions): Promise<PostResult>;

	/** Changes fields of a supplier by SYSPRO's names, such as {"EdiReceiverCode":"ACME"} (APSSSP). May be repeated. */
	updateSupplier(
		supplier: string,
		fields: Readonly<Record<string, string>>,
		options?: PostOptions,
	): Promise<PostResult>;

	/** Changes fields of a customer by SYSPRO's names, such as {"EdiSenderCode":"ACME"} (ARSSCS). May be repeated. */
	updateCustomer(
		customer: string,
		fields: Readonly<Record<string, string>>,
		options?: PostOptions,
	): Promise<PostResult>;

	/** Adds a supplier (APSSSP). */
	addSupplier(supplier: string, fields: Readonly<Record<string, string>>, options?: PostOptions): Promise<PostResult>;

	/**
	 * What is new or changed since the last poll, for a trigger. Without a cursor it takes stock: nothing is reported, and
	 * the cursor says where to continue. Keep the returned cursor only after the records were handed on.
	 */
	changes<K extends Kind>(kind: K, cursor: ChangesCursor | undefined, options?: ChangeOptions): Promise<Changes<K>>;

	/**
	 * Does several things in one session of e.net: it is opened with the first call that needs one, and logged off at the
	 * end, whatever happens. Without this every call has a session of its own.
	 */
	inOneSession<T>(work: () => Promise<T>): Promise<T>;
}
