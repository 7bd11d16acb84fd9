import { all, document, textOf, type Content } from '../../xml';
import { fieldError, type BusinessObject } from '../object';
import { hasKey, isQuantity, isSet, posted } from './items';

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
		for (const [index, { PurchaseOrder, row, quantity, receipt }] of found.entries()) {
			const deliveryNote = textOf(receipt, 'DeliveryNote').trim();
			const Grn = company.receive(PurchaseOrder, row?.Line ?? '', Number(quantity), deliveryNote);
			Object.assign((items[index] as { Key: object }).Key, { Grn });
		}
	}
	return document('postpurchaseorderreceipts', { Item: items });
};
