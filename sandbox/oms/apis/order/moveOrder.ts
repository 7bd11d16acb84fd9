import { defineApi } from '../../engine/api';
import type { Context } from '../../engine/context';
import type { Row } from '../../store/entity';
import type { Element } from '../../document/element';
import { refuse } from '../../exception';
import { Audit } from '../../pipeline/audit';
import { release, schedule } from '../../pipeline/fulfil';
import { findLine, findOrder, linesOf, statusesOf } from '../../pipeline/orders';
import { moveQuantity, refreshStatuses } from '../../pipeline/quantities';

function audited(context: Context, order: Row, input: Element, type: string): void {
	const audit = new Audit(context, order, input);
	audit.add({ level: 'ORDER', type });
	audit.save();
}

function releaseNow(context: Context, order: Row, input: Element): void {
	if (release(context, order).length > 0) audited(context, order, input, 'RELEASE');
}

/** scheduleOrder: void [captured]; with ScheduleAndRelease="Y" what was scheduled is released as well. */
export const scheduleOrder = defineApi({
	name: 'scheduleOrder',
	root: 'ScheduleOrder',
	kind: 'write',
	run(context, input) {
		const order = findOrder(context, input);
		const moved = schedule(context, order, input.get('CheckInventory') !== 'N');
		if (moved) audited(context, order, input, 'SCHEDULE');
		if (input.get('ScheduleAndRelease') === 'Y') releaseNow(context, order, input);
		return undefined;
	},
});

/** releaseOrder: void [captured]. */
export const releaseOrder = defineApi({
	name: 'releaseOrder',
	root: 'ReleaseOrder',
	kind: 'write',
	run(context, input) {
		releaseNow(context, findOrder(context, input), input);
		return undefined;
	},
});

/** What a status change asks for: the statuses it picks up and the one it drops in. */
interface Move {
	order: Row;
	pickup: string[];
	drop: string;
}

function readMove(context: Context, input: Element, dropStatus: string): Move {
	const transactionId = input.get('TransactionId');
	const transaction = context.database.where('Transaction', 'Tranid', transactionId)[0];
	if (!transaction?.DropStatuses) throw refuse('YFS10428', { TransactionId: transactionId });
	const allowed = transaction.DropStatuses.split(' ');
	const drop = dropStatus || (allowed.length === 1 && input.get('ChangeForAllAvailableQty') === 'Y' ? allowed[0] : '');
	if (!allowed.some((status) => drop === status || drop.startsWith(`${status}.`))) {
		throw refuse('YFS10428', { TransactionId: transactionId, BaseDropStatus: drop });
	}
	return { order: findOrder(context, input), pickup: transaction.PickupStatuses.split(' '), drop };
}

function moveLine(context: Context, move: Move, line: Row, wanted: number, release: string): number {
	let moved = 0;
	for (const status of statusesOf(context, line)) {
		if (!move.pickup.includes(status.Status) || (release !== '' && status.OrderReleaseKey !== release)) continue;
		const quantity = Math.min(wanted - moved, Number(status.StatusQty));
		if (quantity > 0) moveQuantity(context, status, quantity, move.drop);
		moved += quantity;
	}
	return moved;
}

function moveListed(context: Context, input: Element): number {
	return input.list('OrderLines', 'OrderLine').reduce((moved, element) => {
		const move = readMove(context, input, element.get('BaseDropStatus') || input.get('BaseDropStatus'));
		const line = findLine(context, move.order, element);
		if (!line) throw refuse('YFS10428', { ...element.attributes });
		const quantity = Number(element.get('Quantity') || line.OrderedQty);
		const done = moveLine(context, move, line, quantity, element.get('OrderReleaseKey'));
		if (done < quantity) throw refuse('YFS10431', { OrderLineKey: line.OrderLineKey, BaseDropStatus: move.drop });
		return moved + done;
	}, 0);
}

/** changeOrderStatus: moves quantities by a transaction; returns the input's own attributes, no lines. */
export const changeOrderStatus = defineApi({
	name: 'changeOrderStatus',
	root: 'OrderStatusChange',
	kind: 'write',
	template: `<OrderStatusChange OrderHeaderKey="" OrderNo="" EnterpriseCode="" DocumentType="" TransactionId=""
		BaseDropStatus="" ChangeForAllAvailableQty=""/>`,
	run(context, input) {
		const order = findOrder(context, input);
		const all = input.get('ChangeForAllAvailableQty') === 'Y';
		const move = all ? readMove(context, input, input.get('BaseDropStatus')) : undefined;
		const moved = move
			? linesOf(context, order).reduce((sum, line) => sum + moveLine(context, move, line, Infinity, ''), 0)
			: moveListed(context, input);
		if (moved === 0) throw refuse('YFS10431', { OrderNo: order.OrderNo, TransactionId: input.get('TransactionId') });
		refreshStatuses(context, order.OrderHeaderKey);
		audited(context, order, input, 'CHANGE_STATUS');
		const output = context.project('Order', order);
		for (const name of Object.keys(context.template.attributes)) {
			if (!output.has(name)) output.set(name, input.get(name));
		}
		return output;
	},
});

/** processOrderPayments: marks an order with payments as authorized, or paid when nothing is open; void. */
export const processOrderPayments = defineApi({
	name: 'processOrderPayments',
	root: 'Order',
	kind: 'write',
	run(context, input) {
		const order = findOrder(context, input);
		const methods = context.database.where('PaymentMethod', 'OrderHeaderKey', order.OrderHeaderKey);
		if (methods.length === 0) return undefined;
		const charged = methods
			.flatMap((method) => context.database.where('PaymentDetails', 'PaymentKey', method.PaymentKey))
			.filter((details) => details.ChargeType === 'CHARGE')
			.reduce((sum, details) => sum + Number(details.ProcessedAmount ?? 0), 0);
		const paid = charged >= Number(order.TotalAmount ?? 0);
		context.update('Order', order, { PaymentStatus: paid ? 'PAID' : 'AUTHORIZED' });
		return undefined;
	},
});
