import type { ReceiptInput, ReceiptItem, SysproRecord } from '../../../clients/syspro';
import { decimal, decimalText } from '../../../edi/documents/decimal';
import { isZero } from './lines';
import { orderLineOf } from './lookup';
import { assertNew } from './purpose';
import type { EdiSettings } from './settings';
import { filled, formOf, isSameUnit, listOf, needed, textOf, type Form } from './values';

/** An item of a shipment, with the order that it belongs to. */
interface Shipped {
	orderNumber: string;
	item: Form;
}

/** Lists of a ship notice that have levels in them: the codes of HL03 that are no names stand for themselves. */
const isLevels = (name: string) =>
	['orders', 'tares', 'packs', 'subpacks', 'items', 'parts', 'shipments'].includes(name) ||
	/^[A-Z0-9]{1,2}$/.test(name);

/**
 * All items of an 856, wherever they are in its levels.
 * @throws TypeError for an item that belongs to no order
 */
export function shippedItems(form: Form): Shipped[] {
	const name = `Ship notice ${String(form.number ?? '')}`;
	const walk = (level: Form, above?: string): Shipped[] => {
		const orderNumber = textOf(level.orderNumber) ?? above;
		const below = Object.keys(level)
			.filter(isLevels)
			.flatMap((list) => listOf(level[list]).flatMap((child) => walk(child, orderNumber)));
		if (textOf(level.quantity) === undefined || Object.keys(formOf(level.itemIds)).length === 0) return below;
		if (orderNumber === undefined) throw new TypeError(`${name} has an item that belongs to no order (PRF)`);
		return [{ orderNumber, item: level }, ...below];
	};
	return [form.shipment, ...listOf(form.moreShipments)].flatMap((shipment) => walk(formOf(shipment)));
}

/**
 * The receipt of an 856. Items of one line and lot are one item, whatever cartons they come in.
 *
 * @param orders our purchase orders by the number that the 856 has for them
 * @throws TypeError for an item that no line of its order is about, or in another unit than the line
 */
export function receiptFrom(
	form: Form,
	orders: ReadonlyMap<string, SysproRecord<'purchaseOrder'>>,
	settings: EdiSettings,
): ReceiptInput {
	const number = needed(form.number, 'number', 'The ship notice');
	assertNew(form, `Ship notice ${number}`);
	const items = new Map<string, ReceiptItem>();
	for (const { orderNumber, item } of shippedItems(form)) {
		const order = orders.get(orderNumber);
		const line = order && orderLineOf(order, item, settings);
		if (!order || !line) {
			const ids = Object.values(formOf(item.itemIds)).join(', ');
			throw new TypeError(`Ship notice ${number}: purchase order ${orderNumber} has no line for the item ${ids}`);
		}
		const where = `Ship notice ${number}, order ${orderNumber}, line ${line.line},`;
		const given = needed(item.quantity, 'quantity', where);
		// A line of which nothing was shipped is listed all the same, and nothing of it can be received.
		if (isZero(given)) continue;
		const quantity = decimal(given);
		if (textOf(item.unit) !== undefined && line.uom !== null && !isSameUnit(item.unit, line.uom, settings)) {
			throw new TypeError(
				`${where} is in ${String(item.unit)}, but the order has ${line.uom}. Add a row to Units in the X12 options if they are the same.`,
			);
		}
		const lot = textOf(formOf(item.itemIds).lot);
		const key = JSON.stringify([order.id, line.line, lot]);
		const present = items.get(key);
		items.set(
			key,
			filled({
				purchaseOrder: order.header.purchaseOrder,
				line: line.line,
				stockCode: line.stockCode,
				quantity: decimalText(present ? quantity.plus(decimal(present.quantity)) : quantity),
				uom: line.uom,
				warehouse: line.warehouse,
				deliveryNote: number,
				lot,
			}) as unknown as ReceiptItem,
		);
	}
	if (items.size === 0) throw new TypeError(`Ship notice ${number} has no items that were shipped`);
	return { items: [...items.values()] };
}
