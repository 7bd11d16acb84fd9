import type { Element } from '../../document/element';
import { defineApi } from '../../engine/api';
import type { Context } from '../../engine/context';
import type { Row } from '../../store/entity';
import { refuse } from '../../exception';
import { removeTree } from '../../engine/write';
import { Audit } from '../../pipeline/audit';
import { cancelWholeOrder, reduceLine } from '../../pipeline/cancel';
import { changeOrder } from '../../pipeline/changeOrder';
import { findLine, findOrder } from '../../pipeline/orders';
import { refreshStatuses } from '../../pipeline/quantities';
import { recalculate } from '../../pipeline/totals';

const identifying = '<Order DocumentType="" OrderNo="" OrderHeaderKey="" EnterpriseCode=""/>';

function live(context: Context, input: Element): Row {
	const order = findOrder(context, input);
	if (order.isHistory === 'Y') throw refuse('YFS10003', { OrderNo: order.OrderNo });
	return order;
}

export const changeOrderApi = defineApi({
	name: 'changeOrder',
	root: 'Order',
	kind: 'write',
	template: identifying,
	run(context, input) {
		const order = live(context, input);
		const audit = new Audit(context, order, input);
		const changed = changeOrder(context, order, input, audit);
		audit.save();
		return context.project('Order', changed);
	},
});

/** Whole order, or the lines that the input lists: to their OrderedQty, or all of it. */
export const cancelOrderApi = defineApi({
	name: 'cancelOrder',
	root: 'Order',
	kind: 'write',
	template: `<Order OrderNo="" DocumentType="" EnterpriseCode="">
		<OrderLines><OrderLine OrderHeaderKey="" OrderedQty="" StopDeliveryQty=""/></OrderLines></Order>`,
	run(context, input) {
		const order = live(context, input);
		const audit = new Audit(context, order, input);
		const lines = input.list('OrderLines', 'OrderLine');
		for (const element of lines) {
			const line = findLine(context, order, element);
			if (!line) throw refuse('YFS10001', { ...element.attributes, OrderNo: order.OrderNo });
			const target = Number(element.get('OrderedQty') || '0');
			reduceLine(context, order, line, target, input.get('Override'), audit);
		}
		if (lines.length === 0) cancelWholeOrder(context, order, input, audit);
		refreshStatuses(context, order.OrderHeaderKey);
		recalculate(context, order.OrderHeaderKey);
		audit.save();
		return context.project('Order', context.touch('Order', order));
	},
});

/**
 * Removes an order, or listed lines of it, permanently. Orders that were released, shipped or invoiced are
 * refused;
 * the real conditions are not documented (inferred).
 */
export const deleteOrderApi = defineApi({
	name: 'deleteOrder',
	root: 'Order',
	kind: 'write',
	run(context, input) {
		const order = live(context, input);
		const key = order.OrderHeaderKey;
		const used = ['OrderRelease', 'Shipment', 'OrderInvoice'].some(
			(entity) => context.database.where(entity, 'OrderHeaderKey', key).length > 0,
		);
		if (used) {
			throw refuse('YFS10137', {
				ModificationType: 'DELETE',
				ModificationLevel: 'ORDER',
				OrderNo: order.OrderNo,
				OrderHeaderKey: key,
				EnterpriseCode: order.EnterpriseCode,
				Override: input.get('Override'),
			});
		}
		const lines = input.list('OrderLines', 'OrderLine');
		if (lines.length === 0) removeTree(context, context.database.entity('Order'), order);
		for (const element of lines) {
			const line = findLine(context, order, element);
			if (!line) throw refuse('YFS10001', { ...element.attributes, OrderNo: order.OrderNo });
			removeTree(context, context.database.entity('OrderLine'), line);
		}
		if (lines.length > 0) recalculate(context, key);
		return undefined;
	},
});
