import type { Row } from '../database';
import { statusWords } from '../words';
import { all, document, textOf, type Content } from '../xml';
import { edited, fieldError, type BusinessObject } from './object';

/** SORQRY: one sales order, flat and without lines; some names have a prefix [captured]. */
export const sorqry: BusinessObject = ({ company: { database }, input }) => {
	const SalesOrder = textOf(input, 'Key', 'SalesOrder').trimEnd();
	const row = database.find('SorMaster', { SalesOrder });
	if (!row)
		return document(
			'SorDetail',
			fieldError('SalesOrder', SalesOrder, '460001', `Sales order '${SalesOrder}' not found`),
		);
	const { Salesperson, ...others } = { Salesperson: 'SP1', ...row };
	return document('SorDetail', {
		...others,
		OrderStatusDesc: statusWords('salesOrder', row.OrderStatus),
		NumDispatches: String(database.where('MdnMaster', { SalesOrder }).length),
		'SALSLS:Name': `Salesperson ${Salesperson}`,
	});
};

/** SORQID: an invoice as it is printed. */
export const sorqid: BusinessObject = ({ company: { database }, input }) => {
	const wanted = (name: string) => all(input, 'Filter', name)[0]?.attributes.FilterValue?.trimEnd();
	const [Invoice, customer] = [wanted('InvoiceNumber') ?? '', wanted('Customer')];
	const found = database
		.where('ArInvoice', { Invoice, DocumentType: 'I' })
		.find((row) => customer === undefined || row.Customer === customer);
	if (!found)
		return document(
			'InvoiceDocument',
			fieldError('InvoiceNumber', Invoice, '470001', `Invoice '${Invoice}' not found`),
		);
	const order = database.find('SorMaster', { SalesOrder: found.SalesOrder }) ?? {};
	const buyer = database.find('ArCustomer', { Customer: found.Customer }) ?? {};
	const details = database
		.where('ArTrnDetail', { Invoice, DocumentType: 'I' })
		.filter((row) => row.Customer === found.Customer);
	return document('InvoiceDocument', {
		Header: {
			Invoice,
			DocumentType: 'I',
			Customer: found.Customer,
			CustomerName: buyer.Name ?? '',
			EdiSenderCode: buyer.EdiSenderCode ?? '',
			CustomerPoNumber: found.CustomerPoNumber,
			SalesOrder: found.SalesOrder,
			InvoiceDate: found.InvoiceDate,
			InvoiceDueDate: found.InvoiceDate,
			Currency: found.Currency,
			TermsCode: found.TermsCode,
			Branch: found.Branch,
			...part(buyer, 'SoldToAddr', 'SoldPostalCode'),
			...part(order, 'ShipAddress', 'ShipPostalCode'),
		},
		Details: {
			Merchandise: details.map((row) =>
				merchandise(
					row,
					database.find('SorDetail', { SalesOrder: row.SalesOrder, SalesOrderLine: row.SalesOrderLine }),
				),
			),
		},
		Totals: {
			TotalInvoiceAmount: edited(found.CurrencyValue, 2),
			TotalSalesTax: edited(found.TaxPortion, 2),
			TotalFreightAmount: '0.00',
			TotalMiscChargesAmt: '0.00',
		},
	});
};

function part(row: Row, prefix: string, postalCode: string): Record<string, string> {
	const lines = [1, 2, 3, 4, 5].map((number): [string, string] => [
		`${prefix}${number}`,
		row[`${prefix}${number}`] ?? '',
	]);
	return { ...Object.fromEntries(lines), [postalCode]: row[postalCode] ?? '' };
}

function merchandise(row: Row, order: Row = {}): Content {
	const price = Number(row.NetSalesValue) / Number(row.QtyInvoiced);
	return {
		SalesOrderLine: row.SalesOrderLine,
		LineType: row.LineType,
		MStockCode: row.StockCode,
		MStockDes: order.MStockDes ?? '',
		MCusSupStkCode: order.MCusSupStkCode ?? '',
		MWarehouse: order.MWarehouse ?? '',
		MOrderQty: edited(order.MOrderQty ?? '0', 3),
		MShipQty: edited(row.QtyInvoiced, 3),
		MOrderUom: order.MOrderUom ?? '',
		MPrice: price.toFixed(5),
		NetUnitPrice: price.toFixed(5),
		UnitPriceInOrderUm: price.toFixed(5),
		LineSalesTax: edited(row.TaxValue, 2),
		LineNetAfterDisc: edited(row.NetSalesValue, 2),
	};
}

/** SORQDN: a dispatch note with lines and lots. */
export const sorqdn: BusinessObject = ({ company: { database }, input }) => {
	const DispatchNote = textOf(input, 'Key', 'DispatchNote').trimEnd();
	const header = database.find('MdnMaster', { DispatchNote });
	if (!header) {
		return document(
			'DispatchDetail',
			fieldError('DispatchNote', DispatchNote, '480001', `Dispatch note '${DispatchNote}' not found`),
		);
	}
	const lots = database.where('MdnDetailLot', { DispatchNote });
	const lines = database.where('MdnDetail', { DispatchNote });
	return document('DispatchDetail', {
		...header,
		DispatchLine: lines.map((line) => ({
			Merchandise: {
				...line,
				MOrderQty: edited(line.MOrderQty, 3),
				MQtyToDispatch: edited(line.MQtyToDispatch, 3),
				Lots: {
					Lot: lots
						.filter((lot) => lot.DispatchNoteLine === line.DispatchNoteLine)
						.map(({ Lot, Quantity }) => ({ Lot, Quantity: edited(Quantity, 3) })),
				},
			},
		})),
	});
};

/** ARSQRY: a customer. */
export const arsqry: BusinessObject = ({ company: { database }, input }) => {
	const Customer = textOf(input, 'Key', 'Customer').trimEnd();
	const row = database.find('ArCustomer', { Customer });
	if (!row)
		return document('ArsDetail', fieldError('Customer', Customer, '190001', `Customer '${Customer}' not found`));
	return document('ArsDetail', { ...row, CustomerName: row.Name });
};
