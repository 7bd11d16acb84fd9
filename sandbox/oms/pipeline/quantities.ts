import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { formatQuantity } from '../engine/values';
import { processTypeOf, statusRange } from './statuses';

/** Puts a quantity of a line into a status, beside what is in others. */
export function addQuantity(
	context: Context,
	order: Row,
	line: Row,
	status: string,
	quantity: number,
	more: Row = {},
): Row {
	return context.insert('OrderStatus', {
		OrderHeaderKey: order.OrderHeaderKey,
		OrderLineKey: line.OrderLineKey,
		Status: status,
		StatusQty: formatQuantity(quantity),
		TotalQuantity: formatQuantity(quantity),
		StatusDate: context.now(),
		ProcessTypeKey: processTypeOf(order.DocumentType),
		OrderLineScheduleKey: context.database.nextKey(),
		ExpectedShipmentDate: line.ReqShipDate ?? order.ReqShipDate ?? context.now(),
		ExpectedDeliveryDate: line.ReqDeliveryDate ?? order.ReqDeliveryDate ?? context.now(),
		...more,
	});
}

/**
 * Moves a quantity from a status row to another status; the rest stays where it is.
 * @returns the row that holds the moved quantity
 */
export function moveQuantity(context: Context, from: Row, quantity: number, status: string, more: Row = {}): Row {
	const available = Number(from.StatusQty ?? 0);
	const changes = { Status: status, StatusDate: context.now(), ...more };
	if (quantity >= available) return context.update('OrderStatus', from, changes);
	const rest = formatQuantity(available - quantity);
	context.update('OrderStatus', from, { StatusQty: rest, TotalQuantity: rest });
	return context.insert('OrderStatus', {
		...from,
		...changes,
		OrderReleaseStatusKey: '',
		StatusQty: formatQuantity(quantity),
		TotalQuantity: formatQuantity(quantity),
		OrderLineScheduleKey: context.database.nextKey(),
	});
}

/** Writes lowest and highest status of each line, release and of the order, after quantities were moved. */
export function refreshStatuses(context: Context, orderHeaderKey: string): void {
	const { database } = context;
	const statuses = database.where('OrderStatus', 'OrderHeaderKey', orderHeaderKey);
	const of = (column: string, key: string): Row[] => statuses.filter((row) => row[column] === key);
	for (const line of database.where('OrderLine', 'OrderHeaderKey', orderHeaderKey)) {
		const range = statusRange(of('OrderLineKey', line.OrderLineKey));
		context.update('OrderLine', line, { MinLineStatus: range.lowest, MaxLineStatus: range.highest });
	}
	for (const release of database.where('OrderRelease', 'OrderHeaderKey', orderHeaderKey)) {
		const range = statusRange(of('OrderReleaseKey', release.OrderReleaseKey));
		context.update('OrderRelease', release, {
			MinOrderReleaseStatus: range.lowest,
			MaxOrderReleaseStatus: range.highest,
			StatusDate: context.now(),
		});
	}
	const order = database.get('Order', orderHeaderKey);
	if (!order) return;
	const range = statusRange(statuses);
	const fallback = order.DraftOrderFlag === 'Y' ? '1000' : (order.MinOrderStatus ?? '1100');
	const changes = { MinOrderStatus: range.lowest || fallback, MaxOrderStatus: range.highest || fallback };
	const isSame = order.MinOrderStatus === changes.MinOrderStatus && order.MaxOrderStatus === changes.MaxOrderStatus;
	if (isSame) return;
	if (context.behaviour.statusChangeTouchesHeader) context.update('Order', order, changes);
	else database.put('Order', { ...order, ...changes });
}
