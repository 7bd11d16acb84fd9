import { defined } from '../../../kit/record';
import type { InvoiceHeader, Line, Row, SysproRecord } from '../records';
import { decimal, lineNumber, quotient, sum, text, words } from '../values';
import { fromObject } from './invoiceObject';
import { headerOf, numbered, recordOf } from './invoiceParts';
import type { KindOfRecord } from './kind';
import { inOrder } from './orderLines';
import { customerShipTo, soldToParty } from './parties';
import { address, EMPTY_LINE, grouped, lineKind, NO_TOTALS, party, valuesOf } from './parts';
import { byColumn, byKey, some } from './purchaseOrders';

/**
 * Invoices and credit notes: ArInvoice with ArTrnDetail, which has values but no prices and units; those come of
 * SorDetail and InvMaster. Or SORQID, which has everything.
 */
export const invoices: KindOfRecord<'invoice'> = {
	table: 'ArInvoice',
	// A credit note may have the number of its invoice.
	key: ['Invoice', 'Customer', 'DocumentType'],
	keyLength: 20,
	dateColumn: 'InvoiceDate',
	customerColumn: 'Customer',
	isAmbiguous: true,
	async assemble(headers, source, isBare) {
		const related = isBare ? undefined : await relatedTo(headers, source);
		return headers.map((row) => {
			const header = headerOf(row);
			const details = (related?.details.get(header.invoice) ?? []).filter((detail) => belongs(detail, header));
			const order = related?.orders.get(header.salesOrder ?? '');
			const lines = details.map((detail) => lineOf(detail, related?.orderLines.get(lineKey(detail)), related?.items));
			const customer = related?.customers.get(header.customer);
			const record = recordOf(header, inOrder(numbered(lines)));
			record.parties = defined({
				soldTo: soldToParty(customer, header.customer),
				shipTo: shipToOf(order) ?? customerShipTo(customer),
			});
			const tax = decimal(row, 'TaxPortion') ?? sum(lines.map((line) => line.tax));
			record.totals = totalsOf(lines, decimal(row, 'CurrencyValue'), isBare ? decimal(row, 'TaxPortion') : tax);
			record.source = {
				way: source.way,
				names: ['ArInvoice', ...(isBare ? [] : ['ArTrnDetail', 'ArCustomer', 'SorMaster', 'SorDetail', 'InvMaster'])],
			};
			record.raw = {
				ArInvoice: [row],
				...(isBare ? {} : { ArTrnDetail: details, ArCustomer: some(customer), SorMaster: some(order) }),
			};
			return record;
		});
	},
	object: {
		name: 'SORQID',
		call: ({ Invoice, Customer }) => ({
			method: 'query',
			object: 'SORQID',
			xmlIn: {
				root: 'Query',
				content: {
					Option: { Reprint: 'Y', DocumentType: 'I', IgnorePrintStatus: 'Y' },
					Filter: {
						InvoiceNumber: { '@FilterType': 'S', '@FilterValue': Invoice },
						...(Customer ? { Customer: { '@FilterType': 'S', '@FilterValue': Customer } } : {}),
					},
				},
			},
		}),
		read: ({ document }) => fromObject(document),
	},
};

type Source = Parameters<KindOfRecord<'invoice'>['assemble']>[1];

async function relatedTo(headers: readonly Row[], source: Source) {
	const details = await source.anyOf('ArTrnDetail', 'Invoice', valuesOf(headers, 'Invoice'), {
		orderby: ['Invoice', 'TrnYear', 'TrnMonth', 'Register', 'SummaryLine', 'DetailLine'],
	});
	const numbers = valuesOf([...headers, ...details], 'SalesOrder');
	const orders = await source.anyOf('SorMaster', 'SalesOrder', numbers, byKey('SalesOrder'));
	const lines = await source.anyOf('SorDetail', 'SalesOrder', numbers, { orderby: ['SalesOrder', 'SalesOrderLine'] });
	const items = await source.anyOf('InvMaster', 'StockCode', valuesOf(details, 'StockCode'), byKey('StockCode'));
	const customers = await source.anyOf('ArCustomer', 'Customer', valuesOf(headers, 'Customer'), byKey('Customer'));
	return {
		details: grouped(details, (row) => text(row, 'Invoice') ?? ''),
		orders: byColumn(orders, 'SalesOrder'),
		orderLines: new Map(lines.map((row) => [lineKey(row), row])),
		items: byColumn(items, 'StockCode'),
		customers: byColumn(customers, 'Customer'),
	};
}

const lineKey = (row: Row): string => `${text(row, 'SalesOrder') ?? ''}/${lineNumber(text(row, 'SalesOrderLine'))}`;

/** Whether a transaction is of this document: of the same customer, and credit to credit. */
function belongs(detail: Row, { customer, documentType }: InvoiceHeader): boolean {
	const type = text(detail, 'DocumentType')?.trim().toUpperCase();
	const own = text(detail, 'Customer');
	return (own === null || own === customer) && (type === undefined || (type === 'C') === (documentType === 'C'));
}

function lineOf(row: Row, order: Row | undefined, items: ReadonlyMap<string, Row> | undefined): Line {
	const lineType = text(row, 'LineType')?.trim() ?? '1';
	const kind = lineKind(lineType);
	const stockCode = text(row, 'StockCode');
	const item = items?.get(stockCode ?? '');
	const quantity = decimal(row, 'QtyInvoiced');
	const value = decimal(row, 'NetSalesValue');
	const isGoods = kind === 'stocked' || kind === 'nonStocked' || kind === 'other';
	const uom = (order && words(order, 'MOrderUom')) ?? (item ? words(item, 'StockUom') : null);
	return {
		...EMPTY_LINE,
		line: lineNumber(text(row, 'DetailLine')),
		kind,
		lineType,
		stockCode: isGoods ? stockCode : null,
		description: (order && words(order, 'MStockDes')) ?? (item ? words(item, 'Description') : null),
		partnerPartNumber: order ? text(order, 'MCusSupStkCode') : null,
		warehouse: order ? text(order, 'MWarehouse') : null,
		quantity: isGoods ? quantity : null,
		uom: isGoods ? uom : null,
		// The table has no price, so it is the value of one unit.
		price: isGoods && quantity !== null && value !== null ? quotient(value, quantity, 5) : null,
		priceUom: isGoods ? uom : null,
		value,
		tax: decimal(row, 'TaxValue'),
		comment: isGoods ? null : ((order && words(order, 'NComment')) ?? stockCode),
		salesOrder: text(row, 'SalesOrder'),
		salesOrderLine: lineNumber(text(row, 'SalesOrderLine')) || null,
		productClass: words(row, 'ProductClass'),
	};
}

function totalsOf(lines: readonly Line[], total: string | null, tax: string | null): SysproRecord['totals'] {
	if (lines.length === 0) return { ...NO_TOTALS, tax, total };
	const of = (...kinds: Array<Line['kind']>) =>
		sum(lines.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value));
	return {
		merchandise: of('stocked', 'nonStocked', 'other'),
		freight: of('freight'),
		miscellaneous: of('miscellaneous'),
		tax,
		total,
	};
}

function shipToOf(order: Row | undefined) {
	if (!order) return undefined;
	const place = address(order, 'ShipAddress', 'ShipPostalCode');
	return place ? party({ id: null, name: words(order, 'CustomerName'), address: place }) : undefined;
}
