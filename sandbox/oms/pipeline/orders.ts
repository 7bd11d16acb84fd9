import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { refuse } from '../exception';

/** Attributes that name an order: its key, or number, enterprise and document type (0001 when left out). */
function identity(input: Element): Row {
	const key = input.get('OrderHeaderKey');
	if (key) return { OrderHeaderKey: key };
	return {
		OrderNo: input.get('OrderNo'),
		EnterpriseCode: input.get('EnterpriseCode'),
		DocumentType: input.get('DocumentType') || '0001',
	};
}

/** The order that an input names, live or (with ReadFromHistory Y or B) in history. */
export function lookUpOrder(context: Context, input: Element): Row | undefined {
	const names = identity(input);
	const row = names.OrderHeaderKey
		? context.database.get('Order', names.OrderHeaderKey)
		: context.database.find('Order', names);
	const history = input.get('ReadFromHistory');
	if (!row || history === 'B') return row;
	return (row.isHistory === 'Y') === (history === 'Y') ? row : undefined;
}

/**
 * The order that an input names.
 * @throws SterlingException YFS10003 when there is none
 */
export function findOrder(context: Context, input: Element): Row {
	const row = lookUpOrder(context, input);
	if (!row) throw refuse('YFS10003', identity(input));
	return row;
}

/** The line that an input names: by key, or by PrimeLineNo and SubLineNo (1 when left out). */
export function findLine(context: Context, order: Row, input: Element): Row | undefined {
	const key = input.get('OrderLineKey');
	if (key) {
		const line = context.database.get('OrderLine', key);
		return line?.OrderHeaderKey === order.OrderHeaderKey ? line : undefined;
	}
	return context.database.find('OrderLine', {
		OrderHeaderKey: order.OrderHeaderKey,
		PrimeLineNo: input.get('PrimeLineNo'),
		SubLineNo: input.get('SubLineNo') || '1',
	});
}

/** The lines of an order. */
export function linesOf(context: Context, order: Row): Row[] {
	return context.database.where('OrderLine', 'OrderHeaderKey', order.OrderHeaderKey);
}

/** The quantities of one line, or of a whole order. */
export function statusesOf(context: Context, owner: Row): Row[] {
	return owner.OrderLineKey
		? context.database.where('OrderStatus', 'OrderLineKey', owner.OrderLineKey)
		: context.database.where('OrderStatus', 'OrderHeaderKey', owner.OrderHeaderKey);
}
