import type { Company, OrderLine } from './company';
import type { Row } from './database';

/** Enters a sales order. @returns its number */
export function placeSalesOrder(
	company: Company,
	customer: string,
	lines: readonly OrderLine[],
	more: Row = {},
): string {
	const { database } = company;
	const own = database.find('ArCustomer', { Customer: customer });
	const { SalesOrder = company.next('salesOrder', 15), ...others } = more;
	database.insert('SorMaster', {
		SalesOrder,
		Customer: customer,
		CustomerName: own?.Name ?? '',
		OrderDate: company.today,
		ReqShipDate: company.day(5),
		EntrySystemDate: company.today,
		OrderStatus: '1',
		ActiveFlag: 'Y',
		DocumentType: 'O',
		Branch: '10',
		Warehouse: 'FG',
		Currency: own?.Currency ?? '$',
		...shipTo(own),
		...others,
	});
	for (const line of lines) addSalesLine(company, SalesOrder, line);
	return SalesOrder;
}

const shipTo = (customer: Row | undefined): Row => ({
	...Object.fromEntries(
		[1, 2, 3, 4, 5].map((number) => [`ShipAddress${number}`, customer?.[`ShipToAddr${number}`] ?? '']),
	),
	ShipPostalCode: customer?.ShipPostalCode ?? '',
});

export function addSalesLine(company: Company, SalesOrder: string, line: OrderLine & { MOrderUom?: string }): void {
	const { database } = company;
	const { stockCode, quantity, price, comment, ...others } = line;
	const SalesOrderLine = String(database.where('SorDetail', { SalesOrder }).length + 1);
	if (comment !== undefined) {
		database.insert('SorDetail', { SalesOrder, SalesOrderLine, LineType: '6', NComment: comment });
		return;
	}
	const item = database.find('InvMaster', { StockCode: stockCode });
	database.insert('SorDetail', {
		SalesOrder,
		SalesOrderLine,
		SalesOrderInitLine: SalesOrderLine,
		LineType: item ? '1' : '7',
		MStockCode: stockCode,
		MStockDes: item?.Description ?? 'Not stocked',
		MWarehouse: 'FG',
		MOrderUom: item?.StockUom ?? 'EA',
		MOrderQty: quantity,
		MShipQty: '0',
		MBackOrderQty: quantity,
		MPrice: price ?? '25',
		MPriceUom: item?.StockUom ?? 'EA',
		MCusSupStkCode: `C-${stockCode}`,
		MCustRequestDat: company.day(5),
		MProductClass: item?.ProductClass ?? '',
		...others,
	});
}

/** Makes a dispatch note of a whole sales order, ready to invoice. @returns its number */
export function dispatch(company: Company, SalesOrder: string, more: Row = {}): string {
	const { database } = company;
	const order = database.find('SorMaster', { SalesOrder }) as Row;
	const { DispatchNote = company.next('dispatch', 15), ...others } = more;
	database.insert('MdnMaster', {
		DispatchNote,
		SalesOrder,
		Customer: order.Customer,
		CustomerName: order.CustomerName,
		CustomerPoNumber: order.CustomerPoNumber,
		DispatchNoteStatus: '7',
		DispatchName: order.CustomerName,
		DispatchCustName: order.CustomerName,
		...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`DispatchAddress${number}`, order[`ShipAddress${number}`]])),
		DispatchPostalCode: order.ShipPostalCode,
		ShippingInstrs: 'Road freight',
		ActualDeliveryDate: company.today,
		PlannedDeliverDate: company.day(1),
		...others,
	});
	for (const line of database.where('SorDetail', { SalesOrder })) {
		database.insert('MdnDetail', {
			DispatchNote,
			DispatchNoteLine: line.SalesOrderLine,
			SalesOrder,
			SalesOrderLine: line.SalesOrderLine,
			LineType: line.LineType,
			MStockCode: line.MStockCode,
			MStockDes: line.MStockDes,
			MOrderQty: line.MOrderQty,
			MQtyToDispatch: line.MOrderQty,
			MStockQtyToShp: line.MOrderQty,
			MOrderUom: line.MOrderUom,
			MCusSupStkCode: line.MCusSupStkCode,
			NComment: line.NComment,
		});
		if (line.LineType === '1') {
			const lot = {
				DispatchNote,
				DispatchNoteLine: line.SalesOrderLine,
				Lot: `L${DispatchNote.slice(-4)}`,
				Quantity: line.MOrderQty,
			};
			database.insert('MdnDetailLot', { ...lot, SalesOrderLine: line.SalesOrderLine });
		}
		Object.assign(line, { MShipQty: line.MOrderQty, MBackOrderQty: '0' });
	}
	order.OrderStatus = '8';
	return DispatchNote;
}

const TAX = 0.07;

/** Invoices a sales order; its dispatch note is complete then. @returns the number of the invoice */
export function invoice(company: Company, SalesOrder: string, more: Row = {}): string {
	const { database } = company;
	const order = database.find('SorMaster', { SalesOrder }) as Row;
	const Invoice = more.Invoice ?? company.next('invoice', 15);
	const number = post(company, order, Invoice, 'I', 1, more);
	Object.assign(order, { LastInvoice: Invoice, OrderStatus: '9' });
	for (const note of database.where('MdnMaster', { SalesOrder }))
		Object.assign(note, { Invoice, DispatchNoteStatus: '9' });
	return number;
}

/** Credits an invoice under its own number or another one. @returns the number of the credit note */
export function credit(company: Company, SalesOrder: string, Invoice: string, more: Row = {}): string {
	return post(company, company.database.find('SorMaster', { SalesOrder }) as Row, Invoice, 'C', -1, more);
}

function post(company: Company, order: Row, Invoice: string, DocumentType: string, sign: number, more: Row): string {
	const { database } = company;
	const InvoiceDate = more.InvoiceDate ?? company.today;
	const [TrnYear, month] = InvoiceDate.split('-');
	const { SalesOrder, Customer, CustomerPoNumber } = order;
	let [net, tax] = [0, 0];
	const register = company.next('journal', 10);
	for (const line of database.where('SorDetail', { SalesOrder }).filter(({ LineType }) => LineType !== '6')) {
		const value = sign * Number(line.MOrderQty) * Number(line.MPrice);
		const taxed = Math.round(value * TAX * 100) / 100;
		[net, tax] = [net + value, tax + taxed];
		database.insert('ArTrnDetail', {
			TrnYear,
			TrnMonth: String(Number(month)),
			Register: register,
			Invoice,
			SummaryLine: '1',
			DetailLine: line.SalesOrderLine,
			InvoiceDate,
			Branch: '10',
			Customer,
			SalesOrder,
			SalesOrderLine: line.SalesOrderLine,
			CustomerPoNumber,
			StockCode: line.MStockCode,
			ProductClass: line.MProductClass,
			QtyInvoiced: String(sign * Number(line.MOrderQty)),
			NetSalesValue: value.toFixed(2),
			TaxValue: taxed.toFixed(2),
			LineType: line.LineType,
			DocumentType,
		});
	}
	database.insert('ArInvoice', {
		Customer,
		Invoice,
		DocumentType,
		InvoiceDate,
		CurrencyValue: (net + tax).toFixed(2),
		InvoiceBal1: (net + tax).toFixed(2),
		OrigTaxableAmt: net.toFixed(2),
		TaxPortion: tax.toFixed(2),
		SalesOrder,
		Salesperson: 'SP1',
		TermsCode: '30',
		CustomerPoNumber,
		Branch: '10',
		Currency: order.Currency,
	});
	return Invoice;
}
