import { defined } from '../../../kit/record';
import type { Line, Row, SalesOrderHeader, SysproRecord } from '../records';
import { date, decimal, text, words } from '../values';
import type { KindOfRecord } from './kind';
import { inOrder, orderLine } from './orderLines';
import { customerShipTo, soldToParty } from './parties';
import { address, grouped, isCancelled, NO_TOTALS, party, statusText, valuesOf } from './parts';
import { byColumn, byKey, some, totalsOf, valueOf } from './purchaseOrders';

/** Sales orders: SorMaster with SorDetail and ArCustomer. SORQRY has no lines, so no business object reads them whole. */
export const salesOrders: KindOfRecord<'salesOrder'> = {
	table: 'SorMaster',
	key: ['SalesOrder'],
	keyLength: 20,
	statusColumn: 'OrderStatus',
	dateColumn: 'OrderDate',
	customerColumn: 'Customer',
	async assemble(headers, source, isBare) {
		const numbers = isBare ? [] : valuesOf(headers, 'SalesOrder');
		const order = { orderby: ['SalesOrder', 'SalesOrderLine'] };
		const details = grouped(await source.anyOf('SorDetail', 'SalesOrder', numbers, order), ofOrder);
		const wanted = isBare ? [] : valuesOf(headers, 'Customer');
		const customers = byColumn(await source.anyOf('ArCustomer', 'Customer', wanted, byKey('Customer')), 'Customer');
		return headers.map((row) => {
			const own = details.get(ofOrder(row)) ?? [];
			const record = recordOf(row, own.map(lineOf));
			const customer = customers.get(record.header.customer ?? '');
			record.parties = defined({
				soldTo: soldToParty(customer, record.header.customer, words(row, 'CustomerName')),
				shipTo: record.parties.shipTo ?? customerShipTo(customer),
			});
			record.source = { way: source.way, names: ['SorMaster', ...(isBare ? [] : ['SorDetail', 'ArCustomer'])] };
			record.raw = { SorMaster: [row], ...(isBare ? {} : { SorDetail: own, ArCustomer: some(customer) }) };
			return record;
		});
	},
};

const ofOrder = (row: Row): string => text(row, 'SalesOrder') ?? '';

function lineOf(row: Row): Line {
	const line = orderLine(row, 'SalesOrderLine', 'MCusSupStkCode');
	if (line.kind !== 'stocked' && line.kind !== 'nonStocked') return line;
	return {
		...line,
		value: valueOf(line),
		quantityShipped: decimal(row, 'MShipQty'),
		quantityBackOrdered: decimal(row, 'MBackOrderQty'),
	};
}

function recordOf(row: Row, lines: Line[]): SysproRecord<'salesOrder'> {
	const header = headerOf(row);
	const place = address(row, 'ShipAddress', 'ShipPostalCode');
	const shipTo = place ? party({ id: null, name: words(row, 'CustomerName'), address: place }) : undefined;
	return {
		kind: 'salesOrder',
		id: header.salesOrder,
		key: { SalesOrder: header.salesOrder },
		header,
		parties: defined({ shipTo }),
		lines: inOrder(lines),
		totals: lines.length > 0 ? totalsOf(lines) : NO_TOTALS,
		source: { way: 'odata', names: [] },
		raw: {},
	};
}

function headerOf(row: Row): SalesOrderHeader {
	const status = text(row, 'OrderStatus')?.trim() ?? null;
	return {
		salesOrder: ofOrder(row),
		status,
		statusText: statusText('salesOrder', status, words(row, 'OrderStatusDesc')),
		isCancelled: isCancelled(row, status),
		currency: words(row, 'Currency'),
		customer: text(row, 'Customer'),
		customerPoNumber: words(row, 'CustomerPoNumber'),
		documentType: words(row, 'DocumentType'),
		orderDate: date(row, 'OrderDate'),
		requestedShipDate: date(row, 'ReqShipDate'),
		entryDate: date(row, 'EntrySystemDate'),
		branch: words(row, 'Branch'),
		warehouse: text(row, 'Warehouse'),
		shippingInstructions: words(row, 'ShippingInstrs'),
		lastInvoice: text(row, 'LastInvoice'),
	};
}
