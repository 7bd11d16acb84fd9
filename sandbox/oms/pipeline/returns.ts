import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';
import { linesOf, lookUpOrder, statusesOf } from './orders';
import { moveQuantity, refreshStatuses } from './quantities';

/** Statuses of a sold quantity on its way back. */
export const ReturnStatuses = {
	shipped: '3700',
	delivered: '3700.7777',
	created: '3700.01',
	received: '3700.02',
} as const;

/** Customer data that DefaultCustomerInformation="Y" takes over from the order that is returned. */
const customerColumns = [
	'BillToID',
	'BillToKey',
	'ShipToKey',
	'CustomerEMailID',
	'CustomerFirstName',
	'CustomerLastName',
	'CustomerPhoneNo',
	'BuyerOrganizationCode',
	'CustomerContactID',
];

function originalOrder(context: Context, input: Element): Row | undefined {
	const source = input
		.list('OrderLines', 'OrderLine')
		.map((line) => line.child('DerivedFrom'))
		.find(Boolean);
	if (!source) return undefined;
	const line = context.database.get('OrderLine', source.get('OrderLineKey'));
	return line ? context.database.get('Order', line.OrderHeaderKey) : lookUpOrder(context, source);
}

/** A createOrder input with the original order's customer data put under its own. */
export function withCustomer(context: Context, input: Element): Element {
	if (input.get('DefaultCustomerInformation') !== 'Y') return input;
	const order = originalOrder(context, input);
	const missing = customerColumns.filter((column) => input.get(column) === '' && order?.[column]);
	return order ? input.with(Object.fromEntries(missing.map((column) => [column, order[column]]))) : input;
}

/** Moves a quantity of the line that a return line is derived from; returns what could not be moved. */
export function moveOriginal(
	context: Context,
	returnLine: Row,
	quantity: number,
	from: readonly string[],
	to: string,
): number {
	const line = context.database.get('OrderLine', returnLine.DerivedFromOrderLineKey ?? '');
	let left = quantity;
	for (const status of line ? statusesOf(context, line) : []) {
		const part = from.includes(status.Status) ? Math.min(left, Number(status.StatusQty)) : 0;
		if (part > 0) moveQuantity(context, status, part, to);
		left -= part;
	}
	if (line) refreshStatuses(context, line.OrderHeaderKey);
	return left;
}

/**
 * Marks what a return order takes back on the order it was sold with: Shipped becomes Return Created.
 * @throws SterlingException YFS10431 for more than was shipped and is not in another return (code inferred)
 */
export function claimOriginals(context: Context, order: Row): void {
	if (order.DocumentType !== '0003' || order.DraftOrderFlag === 'Y') return;
	for (const line of linesOf(context, order).filter((row) => row.DerivedFromOrderLineKey)) {
		const left = moveOriginal(
			context,
			line,
			Number(line.OrderedQty),
			[ReturnStatuses.shipped, ReturnStatuses.delivered],
			ReturnStatuses.created,
		);
		if (left > 0) {
			throw refuse('YFS10431', {
				OrderLineKey: line.DerivedFromOrderLineKey,
				OrderedQty: line.OrderedQty,
				ExcessQuantity: String(left),
			});
		}
	}
}
