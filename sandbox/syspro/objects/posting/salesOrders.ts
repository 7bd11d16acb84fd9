import type { Company } from '../../company';
import { addSalesLine, placeSalesOrder } from '../../sales';
import { all, has, textOf, type Content, type Element } from '../../xml';
import { fieldError, type Asked, type BusinessObject } from '../object';
import { hasKey, isQuantity, isSet, posted } from './items';

/** SORTOI: imports sales orders; unknown elements are ignored. */
export const sortoi: BusinessObject = (asked) => {
	const { company, input } = asked;
	const items = all(input, 'Orders').map((order, index) => importOrder(asked, company, order, index));
	return posted('SalesOrders', items, items.filter((item) => !hasKey(item)).length);
};

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
