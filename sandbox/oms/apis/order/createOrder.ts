import { defineApi } from '../../engine/api';
import type { Context } from '../../engine/context';
import { refuse } from '../../exception';
import { Audit } from '../../pipeline/audit';
import { createOrder } from '../../pipeline/createOrder';
import { findOrder, linesOf, statusesOf } from '../../pipeline/orders';
import { moveQuantity, refreshStatuses } from '../../pipeline/quantities';
import { claimOriginals, withCustomer } from '../../pipeline/returns';
import { OrderStatuses } from '../../pipeline/statuses';

/** Generated numbers look like Y100000001 [captured]; numbers that are taken are passed over. */
function nextOrderNo(context: Context): string {
	let number = 100_000_000 + context.database.table('Order').size;
	const taken = (): boolean => context.database.where('Order', 'OrderNo', `Y${number}`).length > 0;
	do number += 1;
	while (taken());
	return `Y${number}`;
}

/** createOrder: returns the four identifying attributes by default [factory template, captured]. */
export const createOrderApi = defineApi({
	name: 'createOrder',
	root: 'Order',
	kind: 'write',
	template: '<Order DocumentType="" OrderNo="" OrderHeaderKey="" EnterpriseCode=""/>',
	run(context, input) {
		const order = createOrder(context, withCustomer(context, input), () => nextOrderNo(context));
		claimOriginals(context, order);
		return context.project('Order', order);
	},
});

/** confirmDraftOrder: a draft's quantities become Created. */
export const confirmDraftOrderApi = defineApi({
	name: 'confirmDraftOrder',
	root: 'ConfirmDraftOrder',
	kind: 'write',
	template: '<Order DocumentType="" OrderNo="" OrderHeaderKey="" EnterpriseCode=""/>',
	run(context, input) {
		const order = findOrder(context, input);
		if (order.DraftOrderFlag !== 'Y') throw refuse('YFS10137', { OrderNo: order.OrderNo });
		if (linesOf(context, order).length === 0) throw refuse('YFS10460', { ElementName: 'OrderLines' });
		for (const status of statusesOf(context, order)) {
			moveQuantity(context, status, Number(status.StatusQty), OrderStatuses.created);
		}
		const confirmed = context.update('Order', order, { DraftOrderFlag: '' });
		refreshStatuses(context, order.OrderHeaderKey);
		claimOriginals(context, confirmed);
		const audit = new Audit(context, order, input);
		audit.add({ level: 'ORDER', type: 'CONFIRM_DRAFT_ORDER' });
		audit.save();
		return context.project('Order', confirmed);
	},
});
