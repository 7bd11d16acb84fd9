import type { Company } from '../../company';
import { all, document, has, textOf, type Content, type Element } from '../../xml';
import { fieldError, type BusinessObject } from '../object';
import { isQuantity, isSet, posted } from './items';

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
