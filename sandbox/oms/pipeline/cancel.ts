import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { formatQuantity } from '../engine/values';
import type { Audit } from './audit';
import { cancelQuantity } from './fulfil';
import { assertModifiable } from './modificationRules';
import { linesOf, statusesOf } from './orders';
import { moveOriginal, ReturnStatuses } from './returns';
import { OrderStatuses } from './statuses';

function cancellable(context: Context, override: string): (status: Row) => boolean {
	const limit = override === 'Y' && context.user.mayOverride ? OrderStatuses.shipped : OrderStatuses.includedInShipment;
	return (status) => status.Status < limit;
}

function refuseLine(order: Row, line: Row, target: number, override: string): never {
	if (target < Number(line.InvoicedQty ?? 0)) {
		throw refuse('YFS10492', {
			OrderNo: order.OrderNo,
			PrimeLineNo: line.PrimeLineNo,
			InvoicedQty: line.InvoicedQty,
		});
	}
	throw refuse('YFS10137', {
		ModificationType: 'CANCEL',
		ModificationLevel: 'LINE',
		OrderNo: order.OrderNo,
		OrderHeaderKey: order.OrderHeaderKey,
		EnterpriseCode: order.EnterpriseCode,
		OrderLineKey: line.OrderLineKey,
		PrimeLineNo: line.PrimeLineNo,
		Override: override,
	});
}

/**
 * Lowers a line's quantity to the target, cancelling what is least advanced first.
 * @throws SterlingException YFS10492 below the invoiced quantity, YFS10137 when the status forbids it
 */
export function reduceLine(
	context: Context,
	order: Row,
	line: Row,
	target: number,
	override: string,
	audit: Audit,
): void {
	const ordered = Number(line.OrderedQty ?? 0);
	let left = ordered - target;
	const open = statusesOf(context, line)
		.filter(cancellable(context, override))
		.sort((a, b) => (a.Status < b.Status ? -1 : 1));
	const possible = open.reduce((sum, status) => sum + Number(status.StatusQty), 0);
	if (left <= 0 || possible < left) refuseLine(order, line, target, override);
	moveOriginal(context, line, left, [ReturnStatuses.created], ReturnStatuses.shipped);
	for (const status of open) {
		const quantity = Math.min(left, Number(status.StatusQty));
		if (quantity > 0) cancelQuantity(context, status, quantity);
		left -= quantity;
	}
	context.update('OrderLine', line, { OrderedQty: formatQuantity(target) });
	audit.add({
		level: 'LINE',
		type: 'CANCEL',
		orderLineKey: line.OrderLineKey,
		changes: [
			{
				entity: 'OrderLine',
				name: 'OrderedQty',
				oldValue: formatQuantity(ordered),
				newValue: formatQuantity(target),
			},
		],
	});
}

/**
 * Cancels everything that is open on an order.
 * @throws SterlingException YFS10137 when the order is included in a shipment, shipped or cancelled already
 */
export function cancelWholeOrder(context: Context, order: Row, input: Element, audit: Audit): void {
	const override = input.get('Override');
	assertModifiable(context, 'CANCEL', { order, override });
	for (const line of linesOf(context, order)) {
		if (Number(line.OrderedQty ?? 0) > 0) reduceLine(context, order, line, 0, override, audit);
	}
	audit.add({ level: 'ORDER', type: 'CANCEL' });
}
