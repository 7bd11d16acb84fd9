import { ServiceError } from '../../../kit/errors';
import type { PostOptions, PostResult } from '../api';
import type { BusinessObjectCall, Elements, Outcome } from '../enet/call';
import type { Enet } from '../enet/caller';
import type { Reader } from '../reader';
import type { Row } from '../records';
import { product, sum, text } from '../values';
import { purchaseOrderDocument, receiptDocument, salesOrderDocument, supplierInvoiceDocument } from './documents';
import type { PurchaseOrderChange, ReceiptInput, SalesOrderInput, SupplierInvoiceInput } from './inputs';
import { needed } from './limits';
import { hasSupplierInvoice, receivedOf, salesOrdersOf, showsChanges } from './lookups';

/** Elements of a key, as they are named in responses of posts. */
const KEYS = [
	'SalesOrder',
	'PurchaseOrder',
	'Grn',
	'Supplier',
	'Invoice',
	'Line',
	'LotNumber',
	'Journal',
	'EntryNumber',
];

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
		const isCheck = options.validateOnly === true;
		const before = isCheck ? [] : await find();
		if (before.length > 0 && whenExists !== 'import') return existing(before, whenExists, customer, customerPoNumber);
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

	/** PORTOR. @throws ServiceError */
	async receipt(receipt: ReceiptInput, options: PostOptions = {}): Promise<PostResult> {
		const content = receiptDocument(receipt);
		const isCheck = options.validateOnly === true;
		const before = isCheck ? null : await receivedOf(this.reader, receipt);
		const booked = sum([before, ...receipt.items.map(({ quantity }) => quantity)]);
		const numbers = [...new Set(receipt.items.map(({ purchaseOrder }) => purchaseOrder))];
		return await this.post('PORTOR', 'PostPurchaseOrderReceipts', content, options, {
			parameters: { TransactionDate: receipt.date, GRNMatchingAction: 'A', ApplyIfEntireDocumentValid: 'Y' },
			recover: async () => {
				const after = await receivedOf(this.reader, receipt);
				const isBooked = booked !== null && after !== null && product(after, '1') === product(booked, '1');
				return isBooked ? { PurchaseOrder: numbers.join(',') } : undefined;
			},
		});
	}

	/** APSTIN. @throws ServiceError */
	async supplierInvoice(invoice: SupplierInvoiceInput, options: PostOptions = {}): Promise<PostResult> {
		const content = supplierInvoiceDocument(invoice);
		const key = { Supplier: invoice.supplier, Invoice: invoice.invoice };
		return await this.post('APSTIN', 'PostApInvoice', content, options, {
			parameters: { PostingPeriod: invoice.postingPeriod ?? 'C', ApplyIfEntireDocumentValid: 'Y' },
			recover: async () => ((await hasSupplierInvoice(this.reader, key.Supplier, key.Invoice)) ? key : undefined),
		});
	}

	/** APSSSP: the same update twice comes to the same. @throws ServiceError */
	async supplier(
		method: 'add' | 'update',
		supplier: string,
		fields: Readonly<Record<string, string>>,
		options: PostOptions = {},
	): Promise<PostResult> {
		const content = { Item: { Key: { Supplier: needed('Supplier', supplier) }, ...fields } };
		return await this.post('APSSSP', 'SetupApSupplier', content, options, {
			method,
			parameters: { ApplyIfEntireDocumentValid: 'Y' },
			recover: async () => {
				const { raw } = await this.reader.read('supplier', supplier);
				const rows = Object.values(raw).flat();
				const shows = Object.entries(fields).every(([name, value]) =>
					rows.some((row) => (text(row, name) ?? '').trim() === value.trim()),
				);
				return shows ? { Supplier: supplier } : undefined;
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
						ValidateOnly: validateOnly,
						// SORTOI alone has W for "import with warnings".
						IgnoreWarnings: ignoreWarnings ? (object === 'SORTOI' ? 'W' : 'Y') : 'N',
						...parameters,
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

function resultOf(outcome: Outcome, validateOnly: boolean): PostResult {
	const { recovered, document, keys, issues } = outcome;
	if (recovered) return { ...result('found', validateOnly, [texts(recovered)]), warnings: [] };
	const found = keys.length > 0 ? keys : keysIn(document);
	return { ...result('posted', validateOnly, validateOnly ? [] : found), warnings: issues, response: document };
}

function result(how: PostResult['how'], validateOnly: boolean, keys: PostResult['keys']): PostResult {
	return { key: keys[0] ?? {}, keys, validateOnly, how, warnings: [], response: null };
}

const texts = (row: Row): Record<string, string> =>
	Object.fromEntries(Object.keys(row).map((name): [string, string] => [name, text(row, name) ?? '']));

/** Where a response has no Key element, its key is among its elements. */
function keysIn(row: Row): Array<Record<string, string>> {
	const own = KEYS.map((name): [string, string | null] => [name, text(row, name)]).filter(
		([, value]) => value !== null,
	) as Array<[string, string]>;
	if (own.length > 0) return [Object.fromEntries(own)];
	return Object.values(row)
		.flat()
		.flatMap((inner) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? keysIn(inner) : []));
}

function existing(
	numbers: readonly string[],
	whenExists: 'return' | 'refuse',
	customer: string,
	poNumber: string,
): PostResult {
	if (whenExists === 'return')
		return result(
			'existing',
			false,
			numbers.map((SalesOrder) => ({ SalesOrder })),
		);
	throw new ServiceError(
		'duplicate',
		`Customer ${customer} has an order with the number ${poNumber} already: ${numbers.join(', ')}.`,
		{
			hint: 'Nothing was sent.',
			attributes: { SalesOrder: numbers.join(', ') },
			effect: 'none',
		},
	);
}
