import type { Company } from '../company';
import { addSalesLine, placeSalesOrder } from '../sales';
import { all, document, has, textOf, type Content, type Element } from '../xml';
import { fieldError, type Asked, type BusinessObject } from './object';

const isSet = ({ parameters }: Asked, name: string): boolean =>
	textOf(parameters, 'Parameters', name).toUpperCase() === 'Y';

/** Response of a post: names of its root in lower case, counters at its end [captured]. */
function posted(root: string, items: Content[], invalid: number): string {
	return document(root.toLowerCase(), {
		Item: items,
		StatusOfItems: {
			ItemsProcessed: String(items.length - invalid).padStart(6, '0'),
			ItemsInvalid: String(invalid).padStart(6, '0'),
		},
	});
}

/** A text that SYSPRO takes for a positive number. */
const isQuantity = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && Number(text) > 0;

/** SORTOI: imports sales orders; unknown elements are ignored. */
export const sortoi: BusinessObject = (asked) => {
	const { company, input } = asked;
	const items = all(input, 'Orders').map((order, index) => importOrder(asked, company, order, index));
	return posted('SalesOrders', items, items.filter((item) => !hasKey(item)).length);
};

const hasKey = (item: Content): boolean => typeof item === 'object' && ('Key' in item || 'Valid' in item);

function importOrder(asked: Asked, company: Company, order: Element, index: number): Content {
	const header = all(order, 'OrderHeader')[0];
	const [Customer, CustomerPoNumber] = [textOf(header, 'Customer').trim(), textOf(header, 'CustomerPoNumber').trim()];
	const { database } = company;
	const number = { ItemNumber: String(index + 1).padStart(6, '0') };
	const fail = (error: Content): Content => ({ ...(error as object), ...number }) as Content;
	if (!database.find('ArCustomer', { Customer })) {
		return fail(fieldError('Customer', Customer, '190001', `Customer '${Customer}' not found`));
	}
	const isTwice =
		database.find('SorMaster', { Customer, CustomerPoNumber }) && !isSet(asked, 'AllowDuplicateOrderNumbers');
	if (isTwice)
		return fail(
			fieldError('CustomerPoNumber', CustomerPoNumber, '460020', `Customer order '${CustomerPoNumber}' already exists`),
		);
	const lines = all(order, 'OrderDetails', 'StockLine');
	for (const line of lines) {
		const [stockCode, quantity] = [textOf(line, 'StockCode'), textOf(line, 'OrderQty')];
		if (!database.find('InvMaster', { StockCode: stockCode }))
			return fail(fieldError('StockCode', stockCode, '240004', `Stock code '${stockCode}' not found`));
		if (!isQuantity(quantity)) return fail(fieldError('OrderQty', quantity, '460030', 'Order quantity is invalid'));
	}
	if (isSet(asked, 'ValidateOnly')) return { ...number, Valid: 'Y' };
	const given = (name: string): Record<string, string> =>
		has(header, name) ? { [name]: textOf(header, name).trim() } : {};
	const SalesOrder = placeSalesOrder(company, Customer, [], {
		CustomerPoNumber,
		...given('OrderDate'),
		...(has(header, 'RequestedShipDate') ? { ReqShipDate: textOf(header, 'RequestedShipDate') } : {}),
		...given('ShippingInstrs'),
		...given('Email'),
		...given('ShipPostalCode'),
		...[1, 2, 3, 4, 5].reduce((all, each) => ({ ...all, ...given(`ShipAddress${each}`) }), {}),
	});
	for (const line of lines) {
		const price = textOf(line, 'Price');
		const uom = textOf(line, 'OrderUom');
		addSalesLine(company, SalesOrder, {
			stockCode: textOf(line, 'StockCode'),
			quantity: textOf(line, 'OrderQty'),
			...(price ? { price } : {}),
			...(uom ? { MOrderUom: uom } : {}),
		});
	}
	for (const { children } of all(order, 'OrderDetails', 'CommentLine')) {
		const comment = children.find(({ name }) => name === 'Comment')?.text ?? '';
		addSalesLine(company, SalesOrder, { stockCode: '', quantity: '0', comment });
	}
	return { Key: { SalesOrder }, ...number };
}

/** PORTOI: changes lines of a purchase order. */
export const portoi: BusinessObject = (asked) => {
	const { company, input, parameters } = asked;
	const header = all(input, 'Orders', 'OrderHeader')[0];
	const PurchaseOrder = textOf(header, 'PurchaseOrder').trimEnd();
	const order = company.database.find('PorMasterHdr', { PurchaseOrder });
	const fail = (error: Content): string =>
		posted('PostPurchaseOrders', [{ ...(error as object), ItemNumber: '000001' } as Content], 1);
	if (textOf(header, 'OrderActionType') !== 'C' || !order) {
		return fail(fieldError('PurchaseOrder', PurchaseOrder, '420001', `Purchase order '${PurchaseOrder}' not found`));
	}
	if (['9', '*'].includes(order.OrderStatus)) {
		return fail(
			fieldError(
				'PurchaseOrder',
				PurchaseOrder,
				'420002',
				`Purchase order '${PurchaseOrder}' is complete or cancelled`,
			),
		);
	}
	const lines = all(input, 'Orders', 'OrderDetails', 'StockLine');
	for (const line of lines) {
		const number = String(Number(textOf(line, 'PurchaseOrderLine')));
		const quantity = textOf(line, 'OrderQty');
		const isThere = company.database.find('PorMasterDetail', { PurchaseOrder, Line: number });
		if (textOf(line, 'LineActionType') !== 'A' && !isThere)
			return fail(fieldError('PurchaseOrderLine', number, '420003', `Line '${number}' not found`));
		if (quantity !== '' && !isQuantity(quantity))
			return fail(fieldError('OrderQty', quantity, '420004', 'Order quantity is invalid'));
	}
	if (!isSet(asked, 'ValidateOnly')) {
		for (const line of lines) changeLine(company, PurchaseOrder, line);
		order.OrderStatus = textOf(parameters, 'Parameters', 'Status') || '1';
		for (const { children } of all(input, 'Orders', 'OrderDetails', 'CommentLine')) {
			company.addPurchaseLine(PurchaseOrder, {
				stockCode: '',
				quantity: '0',
				comment: children.find(({ name }) => name === 'Comment')?.text ?? '',
			});
		}
	}
	return document('postpurchaseorders', {
		Order: { Key: { PurchaseOrder }, ItemNumber: '000001', OrderActionType: 'C', Supplier: order.Supplier },
	});
};

function changeLine(company: Company, PurchaseOrder: string, line: Element): void {
	const { database } = company;
	const action = textOf(line, 'LineActionType');
	if (action === 'A') {
		company.addPurchaseLine(PurchaseOrder, {
			stockCode: textOf(line, 'StockCode'),
			quantity: textOf(line, 'OrderQty'),
			price: textOf(line, 'Price') || undefined,
		});
		return;
	}
	const row = database.find('PorMasterDetail', {
		PurchaseOrder,
		Line: String(Number(textOf(line, 'PurchaseOrderLine'))),
	});
	if (!row) return;
	if (action === 'D') {
		database.remove('PorMasterDetail', row);
		return;
	}
	for (const [element, column] of [
		['OrderQty', 'MOrderQty'],
		['Price', 'MPrice'],
		['OrderUom', 'MOrderUom'],
		['LatestDueDate', 'MLatestDueDate'],
	]) {
		if (has(line, element)) row[column] = textOf(line, element).trim();
	}
}

/** PORTOR: receipts of purchase order lines, all or none. */
export const portor: BusinessObject = (asked) => {
	const { company, input } = asked;
	const { database } = company;
	const wanted = all(input, 'Item').map(({ children }) => children.find(({ name }) => name.startsWith('Receipt')));
	const found = wanted.map((receipt) => {
		const PurchaseOrder = textOf(receipt, 'PurchaseOrder').trimEnd();
		const line = textOf(receipt, 'PurchaseOrderLine');
		const row = database
			.where('PorMasterDetail', { PurchaseOrder })
			.find((each) =>
				line === '' ? each.MStockCode === textOf(receipt, 'StockCode') : Number(each.Line) === Number(line),
			);
		return { PurchaseOrder, receipt, row, quantity: textOf(receipt, 'Quantity') };
	});
	const items = found.map(({ PurchaseOrder, row, quantity, receipt }, index): Content => {
		const ItemNumber = String(index + 1).padStart(6, '0');
		if (!row)
			return {
				...(fieldError('PurchaseOrder', PurchaseOrder, '420005', 'Purchase order line not found') as object),
				ItemNumber,
			};
		if (!isQuantity(quantity))
			return { ...(fieldError('Quantity', quantity, '420006', 'Quantity is invalid') as object), ItemNumber };
		const Key = { PurchaseOrder, Line: row.Line.padStart(4, '0'), LotNumber: textOf(receipt, 'Lot') };
		return { Key, ItemNumber };
	});
	const invalid = items.filter((item) => !hasKey(item)).length;
	if (invalid > 0)
		return posted(
			'PostPurchaseOrderReceipts',
			items.filter((item) => !hasKey(item)),
			invalid,
		);
	if (!isSet(asked, 'ValidateOnly')) {
		for (const [index, { PurchaseOrder, row, quantity }] of found.entries()) {
			const Grn = company.receive(PurchaseOrder, row?.Line ?? '', Number(quantity));
			Object.assign((items[index] as { Key: object }).Key, { Grn });
		}
	}
	return document('postpurchaseorderreceipts', { Item: items });
};

/** APSTIN: a supplier's invoice; the same number twice is refused. */
export const apstin: BusinessObject = (asked) => {
	const { database } = asked.company;
	const items = all(asked.input, 'Item').map((item, index): Content => {
		const [Supplier, Invoice, value] = ['Supplier', 'Invoice', 'TransactionValue'].map((name) =>
			textOf(item, name).trim(),
		);
		const ItemNumber = String(index + 1).padStart(6, '0');
		const fail = (error: Content): Content => ({ ...(error as object), ItemNumber }) as Content;
		if (!database.find('ApSupplier', { Supplier }))
			return fail(fieldError('Supplier', Supplier, '180001', `Supplier '${Supplier}' not found`));
		if (database.find('ApInvoice', { Supplier, Invoice }))
			return fail(fieldError('Invoice', Invoice, '180010', `Invoice '${Invoice}' already exists`));
		if (!/^-?\d+(\.\d+)?$/.test(value))
			return fail(fieldError('TransactionValue', value, '180011', 'Transaction value is invalid'));
		if (!isSet(asked, 'ValidateOnly')) {
			const InvoiceDate = textOf(item, 'InvoiceDate') || asked.company.today;
			database.insert('ApInvoice', {
				Supplier,
				Invoice,
				InvoiceDate,
				OrigInvValue: value,
				TransactionCode: textOf(item, 'TransactionCode'),
			});
		}
		return { Key: { Supplier, Invoice }, ItemNumber };
	});
	return posted('PostApInvoice', items, items.filter((item) => !hasKey(item)).length);
};

/** APSSSP: adds or changes suppliers. Elements that no column has are ignored. */
export const apsssp: BusinessObject = (asked) => {
	const { company, input, method } = asked;
	const { database } = company;
	const items = all(input, 'Item').map((item): Content => {
		const Supplier = textOf(item, 'Key', 'Supplier').trimEnd();
		const row = database.find('ApSupplier', { Supplier });
		if (method === 'update' && !row)
			return {
				key: { supplier: Supplier },
				...(fieldError('Supplier', Supplier, '180001', `Supplier '${Supplier}' not found`) as object),
			};
		if (method === 'add' && row)
			return {
				key: { supplier: Supplier },
				...(fieldError('Supplier', Supplier, '180002', `Supplier '${Supplier}' already exists`) as object),
			};
		if (!isSet(asked, 'ValidateOnly')) {
			const target = row ?? database.insert('ApSupplier', { Supplier });
			const places = database.find('ApSupplierAddr', { Supplier }) ?? database.insert('ApSupplierAddr', { Supplier });
			for (const { name, text } of item.children) {
				if (name !== 'Supplier' && Object.hasOwn(target, name)) target[name] = text;
				else if (name !== 'Supplier' && Object.hasOwn(places, name)) places[name] = text;
			}
		}
		return { Key: { Supplier } };
	});
	const invalid = items.filter((item) => !hasKey(item)).length;
	return document('setupapsupplier', {
		item: items,
		StatusOfItems: {
			RecordsRead: String(items.length),
			RecordsInvalid: String(invalid),
			RecordsProcessed: String(items.length - invalid),
		},
	});
};
