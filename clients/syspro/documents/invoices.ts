import type { InvoiceHeader, Line, Row, SysproRecord } from '../records';
import { date, decimal, lineNumber, quotient, sum, text, words } from '../values';
import { deep, flat } from './deep';
import type { KindOfRecord } from './kind';
import { inOrder } from './orderLines';
import { customerShipTo, known, soldToParty } from './parties';
import { address, EMPTY_LINE, grouped, lineKind, NO_TOTALS, party, valuesOf } from './parts';
import { byColumn, byKey, some } from './purchaseOrders';

const LINES = ['merchandise', 'freight', 'miscellaneous', 'comment'];

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
			record.parties = known({
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
		// The table has no price: it is what one unit came to.
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

/** Lines whose numbers are not unique are counted: summary lines have details of their own. */
function numbered(lines: Line[]): Line[] {
	const isUnique =
		new Set(lines.map(({ line }) => line)).size === lines.length && lines.every(({ line }) => line !== '');
	return isUnique ? lines : lines.map((line, index) => ({ ...line, line: String(index + 1) }));
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

/** Without the column, a credit note is known by its value below zero. */
function headerOf(row: Row): InvoiceHeader {
	const value = decimal(row, 'CurrencyValue', 'TotalInvoiceAmount');
	const written = text(row, 'DocumentType')?.trim().toUpperCase() ?? null;
	const documentType = written ?? (value?.startsWith('-') ? 'C' : 'I');
	return {
		invoice: text(row, 'Invoice', 'InvoiceNumber') ?? '',
		customer: text(row, 'Customer') ?? '',
		documentType,
		isCreditNote: documentType === 'C',
		invoiceDate: date(row, 'InvoiceDate'),
		dueDate: date(row, 'InvoiceDueDate', 'DueDate'),
		currency: words(row, 'Currency'),
		customerPoNumber: words(row, 'CustomerPoNumber'),
		salesOrder: text(row, 'SalesOrder'),
		dispatchNote: text(row, 'DispatchNote'),
		terms: words(row, 'TermsCode', 'Terms'),
		branch: words(row, 'Branch'),
		salesperson: words(row, 'Salesperson'),
		balance: decimal(row, 'InvoiceBal1'),
	};
}

function recordOf(header: InvoiceHeader, lines: Line[]): SysproRecord<'invoice'> {
	const { invoice, customer, documentType } = header;
	return {
		kind: 'invoice',
		id: [customer, invoice, documentType].join('/'),
		key: { Customer: customer, Invoice: invoice, DocumentType: documentType },
		header,
		parties: {},
		lines,
		totals: NO_TOTALS,
		source: { way: 'businessObject', names: ['SORQID'] },
		raw: {},
	};
}

/** SORQID: one element a line, named by its kind; the header around them. */
function fromObject(document: Row): SysproRecord<'invoice'> | undefined {
	const row = flat(document, LINES);
	if (text(row, 'Invoice', 'InvoiceNumber') === null) return undefined;
	const header = headerOf(row);
	const goods = deep(document, 'Merchandise').map((line) => goodsLine(line));
	const charges = (['Freight', 'Miscellaneous', 'Comment'] as const).flatMap((name) =>
		deep(document, name).map((line) => chargeLine(line, name)),
	);
	const record = recordOf(header, inOrder(numbered([...goods, ...charges])));
	const shipTo = party({
		id: null,
		name: words(row, 'ShipName', 'CustomerName', 'Name'),
		address: address(row, 'ShipAddress', 'ShipPostalCode') ?? address(row, 'ShipToAddr', 'ShipPostalCode'),
	});
	record.parties = known({ soldTo: soldToParty(row, header.customer), shipTo: shipTo?.address ? shipTo : undefined });
	record.totals = {
		merchandise: sum(goods.map(({ value }) => value)),
		freight: decimal(row, 'TotalFreightAmount'),
		miscellaneous: decimal(row, 'TotalMiscChargesAmt'),
		tax: decimal(row, 'TotalSalesTax'),
		total: decimal(row, 'TotalInvoiceAmount'),
	};
	record.raw = { SORQID: [document] };
	return record;
}

function goodsLine(row: Row): Line {
	const lineType = text(row, 'LineType')?.trim() ?? '1';
	return {
		...EMPTY_LINE,
		line: lineNumber(text(row, 'SalesOrderLine', 'DetailLine', 'Line')),
		kind: lineKind(lineType),
		lineType,
		stockCode: text(row, 'MStockCode'),
		description: words(row, 'MStockDes'),
		partnerPartNumber: text(row, 'MCusSupStkCode'),
		warehouse: text(row, 'MWarehouse'),
		quantity: decimal(row, 'MShipQty'),
		quantityOrdered: decimal(row, 'MOrderQty'),
		uom: words(row, 'MOrderUom'),
		price: decimal(row, 'UnitPriceInOrderUm', 'NetUnitPrice', 'MPrice'),
		priceUom: words(row, 'MOrderUom'),
		value: decimal(row, 'LineNetAfterDisc'),
		tax: decimal(row, 'LineSalesTax'),
		salesOrder: text(row, 'SalesOrder'),
		salesOrderLine: lineNumber(text(row, 'SalesOrderLine')) || null,
	};
}

const CHARGES = {
	Freight: ['freight', '4'],
	Miscellaneous: ['miscellaneous', '5'],
	Comment: ['comment', '6'],
} as const;

function chargeLine(row: Row, name: keyof typeof CHARGES): Line {
	const [kind, lineType] = CHARGES[name];
	return {
		...EMPTY_LINE,
		line: lineNumber(text(row, 'SalesOrderLine', 'DetailLine', 'Line')),
		kind,
		lineType,
		comment: words(row, 'NComment', 'Comment', 'Description'),
		value: kind === 'comment' ? null : decimal(row, 'NMscChargeValue', 'FreightValue', 'LineNetAfterDisc'),
		tax: kind === 'comment' ? null : decimal(row, 'LineSalesTax'),
	};
}
