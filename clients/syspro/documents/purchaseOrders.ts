import { defined } from '../../../kit/record';
import type { BusinessObjectCall } from '../enet/call';
import type { Line, PurchaseOrderHeader, Row, SysproRecord, Totals } from '../records';
import { date, decimal, elements, member, isRow, product, quotient, sum, text, words } from '../values';
import type { KindOfRecord } from './kind';
import { inOrder, orderLine } from './orderLines';
import { remitParty, supplierParty } from './parties';
import { address, grouped, isCancelled, NO_TOTALS, party, statusText, valuesOf } from './parts';

/** Purchase orders: PorMasterHdr with PorMasterDetail, ApSupplier and ApSupplierAddr; or PORQRY. */
export const purchaseOrders: KindOfRecord<'purchaseOrder'> = {
	table: 'PorMasterHdr',
	key: ['PurchaseOrder'],
	keyLength: 20,
	statusColumn: 'OrderStatus',
	dateColumn: 'OrderEntryDate',
	supplierColumn: 'Supplier',
	customerColumn: 'Customer',
	async assemble(headers, source, isBare) {
		const numbers = isBare ? [] : valuesOf(headers, 'PurchaseOrder');
		const suppliers = isBare ? [] : valuesOf(headers, 'Supplier');
		const order = { orderby: ['PurchaseOrder', 'Line'] };
		const lines = grouped(await source.anyOf('PorMasterDetail', 'PurchaseOrder', numbers, order), ofOrder);
		const named = byColumn(await source.anyOf('ApSupplier', 'Supplier', suppliers, byKey('Supplier')), 'Supplier');
		const placed = byColumn(await source.anyOf('ApSupplierAddr', 'Supplier', suppliers, byKey('Supplier')), 'Supplier');
		return headers.map((header) => {
			const supplier = text(header, 'Supplier');
			const details = lines.get(ofOrder(header)) ?? [];
			const [row, places] = [named.get(supplier ?? ''), placed.get(supplier ?? '')];
			const record = recordOf(header, details.map(lineOf), source.way);
			Object.assign(
				record.parties,
				defined({ supplier: supplierParty(row, places, supplier), remitTo: remitParty(places, supplier) }),
			);
			record.source.names = ['PorMasterHdr', ...(isBare ? [] : ['PorMasterDetail', 'ApSupplier', 'ApSupplierAddr'])];
			record.raw = {
				PorMasterHdr: [header],
				...(isBare ? {} : { PorMasterDetail: details, ApSupplier: some(row), ApSupplierAddr: some(places) }),
			};
			return record;
		});
	},
	object: {
		name: 'PORQRY',
		call: ({ PurchaseOrder }) => porqry(PurchaseOrder),
		read({ document }) {
			if (text(document, 'PurchaseOrder') === null) return undefined;
			const found = elements(document, 'PurchaseOrderLine').flatMap((line) => Object.values(line).flat().filter(isRow));
			const supplier = text(document, 'Supplier');
			const record = recordOf(document, found.map(lineOf), 'businessObject');
			Object.assign(record.parties, defined({ supplier: supplierParty(document, undefined, supplier) }));
			record.totals = { ...record.totals, total: totalOf(document) ?? record.totals.total };
			record.source.names = ['PORQRY'];
			record.raw = { PORQRY: [document] };
			return record;
		},
	},
};

const LINES = [
	'StockedLines',
	'NonStockedLines',
	'FreightLines',
	'MiscellaneousLines',
	'CommentLines',
	'CompletedLines',
];

/** The call of PORQRY for one order with all its lines, and with more parts of it, such as `Grns`. */
export function porqry(PurchaseOrder: string, more: readonly string[] = []): BusinessObjectCall {
	return {
		method: 'query',
		object: 'PORQRY',
		xmlIn: {
			root: 'Query',
			content: {
				Key: { PurchaseOrder },
				Option: Object.fromEntries([...LINES, ...more].map((what) => [`Include${what}`, 'Y'])),
				Filter: { LineNo: { '@FilterType': 'A', '@FilterValue': '' } },
			},
		},
	};
}

const ofOrder = (row: Row): string => text(row, 'PurchaseOrder') ?? '';
/** A row as a list; an absent row is an empty list. */
export const some = (row: Row | undefined): Row[] => (row ? [row] : []);
/** The options of a query that is sorted by its key column. */
export const byKey = (column: string) => ({ orderby: [column] });

/** Rows by a column that is their key. */
export function byColumn(rows: readonly Row[], column: string): Map<string, Row> {
	return new Map(rows.map((row) => [text(row, column) ?? '', row]));
}

function lineOf(row: Row): Line {
	const line = orderLine(row, 'Line', 'MSupCatalogue');
	if (line.kind !== 'stocked' && line.kind !== 'nonStocked') return line;
	return {
		...line,
		value: valueOf(line),
		quantityReceived: decimal(row, 'MReceivedQty'),
		salesOrder: text(row, 'MSalesOrder'),
		salesOrderLine: text(row, 'MSalesOrderLine')?.trim() ?? null,
	};
}

/** Quantity by price, where both have one unit and no discount is off: else only SYSPRO knows. */
export function valueOf({ quantity, price, uom, priceUom, discounts }: Line): string | null {
	if (quantity === null || price === null || discounts.length > 0) return null;
	if (priceUom !== null && priceUom !== uom) return null;
	return quotient(product(quantity, price), '1', 2);
}

function recordOf(row: Row, lines: Line[], way: SysproRecord['source']['way']): SysproRecord<'purchaseOrder'> {
	const header = headerOf(row);
	const shipTo = party({
		id: null,
		name: words(row, 'DeliveryName'),
		address: address(row, 'DeliveryAddr', 'PostalCode'),
	});
	return {
		kind: 'purchaseOrder',
		id: header.purchaseOrder,
		key: { PurchaseOrder: header.purchaseOrder },
		header,
		parties: defined({ shipTo }),
		lines: inOrder(lines),
		totals: lines.length > 0 ? totalsOf(lines) : NO_TOTALS,
		source: { way, names: [] },
		raw: {},
	};
}

/** Sums of the lines, each where all of its lines have a value. */
export function totalsOf(lines: readonly Line[]): Totals {
	const of = (...kinds: Array<Line['kind']>) =>
		sum(lines.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value));
	return {
		merchandise: of('stocked', 'nonStocked'),
		freight: of('freight'),
		miscellaneous: of('miscellaneous'),
		tax: null,
		total: of('stocked', 'nonStocked', 'freight', 'miscellaneous'),
	};
}

function totalOf(document: Row): string | null {
	const totals = member(document, 'PurchaseOrderTotals');
	const [current] = isRow(totals) ? elements(totals, 'CurrentValues') : [];
	return current ? decimal(current, 'CurrentOrderValue') : null;
}

function headerOf(row: Row): PurchaseOrderHeader {
	const status = text(row, 'OrderStatus')?.trim() ?? null;
	return {
		purchaseOrder: text(row, 'PurchaseOrder') ?? '',
		status,
		statusText: statusText('purchaseOrder', status, words(row, 'OrderStatusDescription')),
		isCancelled: isCancelled(row, status),
		currency: words(row, 'Currency'),
		supplier: text(row, 'Supplier'),
		customer: text(row, 'Customer'),
		orderDate: date(row, 'OrderEntryDate'),
		dueDate: date(row, 'OrderDueDate'),
		memoDate: date(row, 'MemoDate'),
		printedDate: date(row, 'DateLastDocPrt'),
		completedDate: date(row, 'DatePoCompleted'),
		exchangeRate: decimal(row, 'ExchangeRate', 'PoExchangeRate'),
		orderType: words(row, 'OrderType'),
		taxStatus: words(row, 'TaxStatus'),
		paymentTerms: words(row, 'PaymentTerms'),
		buyer: words(row, 'Buyer'),
		warehouse: text(row, 'Warehouse'),
		shippingInstructions: words(row, 'ShippingInstrs'),
		shippingLocation: words(row, 'ShippingLocation'),
	};
}
