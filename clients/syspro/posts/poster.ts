import type { PostOptions, PostResult } from '../api';
import type { BusinessObjectCall, Elements } from '../enet/call';
import type { Enet } from '../enet/caller';
import type { Reader } from '../reader';
import { text } from '../values';
import { purchaseOrderDocument, receiptDocument, salesOrderDocument, supplierInvoiceDocument } from './documents';
import type { PurchaseOrderChange, ReceiptInput, SalesOrderInput, SupplierInvoiceInput } from '../inputs';
import { needed } from './limits';
import { salesOrdersOf, showsChanges } from './lookups';
import { invoiceBefore, receiptBefore, salesOrderBefore } from './present';
import { bookedIn, grnsOf, keysOf } from './receipts';
import { resultOf } from './results';
import { enteredInvoice, isEntered } from './supplierInvoices';

/** Maintenance of master files. */
const MASTERS = {
	supplier: { object: 'APSSSP', root: 'SetupApSupplier', key: 'Supplier' },
	customer: { object: 'ARSSCS', root: 'SetupArCustomer', key: 'Customer' },
} as const;

/** Posts documents, each with the way to find it again where its response is lost. */
export class Poster {
	constructor(
		private readonly enet: Enet,
		private readonly reader: Reader,
	) {}

	/** SORTOI. @throws ServiceError */
	async salesOrder(order: SalesOrderInput, options: PostOptions = {}): Promise<PostResult> {
		const content = salesOrderDocument(order);
		const { customer, customerPoNumber, whenExists = 'return' } = order;
		const find = async () => await salesOrdersOf(this.reader, customer, customerPoNumber);
		const before = await find();
		if (before.length > 0 && whenExists !== 'import') return as(options, salesOrderBefore(before, whenExists, order));
		return await this.post('SORTOI', 'SalesOrders', content, options, {
			parameters: {
				Process: 'IMPORT',
				StatusInProcess: 'N',
				AllowDuplicateOrderNumbers: whenExists === 'import' ? 'Y' : 'N',
				AlwaysUsePriceEntered: order.lines.some(({ price }) => price !== undefined) ? 'Y' : 'N',
			},
			recover: async () => {
				const [SalesOrder] = (await find()).filter((number) => !before.includes(number));
				return SalesOrder === undefined ? undefined : { SalesOrder };
			},
		});
	}

	/** PORTOI. @throws ServiceError */
	async purchaseOrder(change: PurchaseOrderChange, options: PostOptions = {}): Promise<PostResult> {
		const { purchaseOrder, status = '4' } = change;
		return await this.post('PORTOI', 'PostPurchaseOrders', purchaseOrderDocument(change), options, {
			parameters: { Status: status, AllowNonStockItems: 'Y', AllowZeroPrice: 'N' },
			recover: async () => ((await showsChanges(this.reader, change)) ? { PurchaseOrder: purchaseOrder } : undefined),
		});
	}

	/**
	 * PORTOR. Its delivery note is how a receipt is known again; one without is posted as it is, and a lost response to it
	 * ends as uncertain. @throws ServiceError
	 */
	async receipt(receipt: ReceiptInput, options: PostOptions = {}): Promise<PostResult> {
		const content = receiptDocument(receipt);
		const before = await grnsOf(this.enet, receipt);
		const known = receiptBefore(before, receipt);
		if (known) return as(options, known);
		return await this.post('PORTOR', 'PostPurchaseOrderReceipts', content, options, {
			parameters: { TransactionDate: receipt.date, GRNMatchingAction: 'A', ApplyIfEntireDocumentValid: 'Y' },
			recover: async () => {
				const after = before && (await grnsOf(this.enet, receipt));
				const own = (after ?? []).filter(({ grn }) => !before?.some((each) => each.grn === grn));
				return bookedIn(own, receipt) === 'all' ? keysOf(own, receipt)[0] : undefined;
			},
		});
	}

	/**
	 * APSTIN. Supplier, number and amount are how an invoice is known again. @throws ServiceError `duplicate` for a number
	 * that the supplier has used for another amount
	 */
	async supplierInvoice(invoice: SupplierInvoiceInput, options: PostOptions = {}): Promise<PostResult> {
		const content = supplierInvoiceDocument(invoice);
		const find = async () => await enteredInvoice(this.reader, invoice.supplier, invoice.invoice);
		const key = { Supplier: invoice.supplier, Invoice: invoice.invoice };
		const before = await find();
		if (before) return as(options, invoiceBefore(before, invoice));
		return await this.post('APSTIN', 'PostApInvoice', content, options, {
			parameters: { PostingPeriod: invoice.postingPeriod ?? 'C', ApplyIfEntireDocumentValid: 'Y' },
			recover: async () => {
				// Only where it is certain that it was not there before.
				const after = before === null ? await find() : undefined;
				return after && isEntered(after, invoice) ? key : undefined;
			},
		});
	}

	/** APSSSP, ARSSCS: repeating the same update has the same effect. @throws ServiceError */
	async master(
		kind: keyof typeof MASTERS,
		method: 'add' | 'update',
		code: string,
		fields: Readonly<Record<string, string>>,
		options: PostOptions = {},
	): Promise<PostResult> {
		const { object, root, key } = MASTERS[kind];
		const content = { Item: { Key: { [key]: needed(key, code) }, ...fields } };
		return await this.post(object, root, content, options, {
			method,
			parameters: { ApplyIfEntireDocumentValid: 'Y' },
			recover: async () => {
				const { raw } = await this.reader.read(kind, code);
				const rows = Object.values(raw).flat();
				const shows = Object.entries(fields).every(([name, value]) =>
					rows.some((row) => (text(row, name) ?? '').trim() === value.trim()),
				);
				return shows ? { [key]: code } : undefined;
			},
		});
	}

	private async post(
		object: string,
		root: string,
		content: Elements,
		{ validateOnly = false, ignoreWarnings = false, parameters }: PostOptions,
		how: Pick<BusinessObjectCall, 'recover'> & { method?: 'post' | 'add' | 'update'; parameters: Elements },
	): Promise<PostResult> {
		const { method = 'post', recover } = how;
		const outcome = await this.enet.call({
			method,
			object,
			xmlIn: { root, content },
			parameters: {
				root,
				content: {
					Parameters: {
						...how.parameters,
						// SORTOI alone has W for "import with warnings".
						IgnoreWarnings: ignoreWarnings ? (object === 'SORTOI' ? 'W' : 'Y') : 'N',
						...parameters,
						// Last: what only checks is sent again after a lost response, and what stores is not.
						ValidateOnly: validateOnly,
					},
				},
			},
			isRead: validateOnly,
			isKeyed: method === 'update',
			recover,
		});
		return resultOf(outcome, validateOnly);
	}
}

/** What was found before anything was sent, by a check as well. */
const as = ({ validateOnly = false }: PostOptions, found: PostResult): PostResult => ({ ...found, validateOnly });
