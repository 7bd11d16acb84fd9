import { listOf, segment, type InventoryCall } from '../../../clients/inventory';
import { defined } from '../../../kit/record';
import type { RunContext, Work } from '../operation';
import { itemOf, number } from './values';

type Query = Record<string, string | undefined>;
type Method = 'GET' | 'PATCH' | 'DELETE';

/** The item and the place that a rule is for, as the query of its address. */
function queryOf(context: RunContext): Query {
	const { itemId: _, ...item } = itemOf(context);
	const text = (name: string) => context.parameters.text(name) || undefined;
	return {
		...item,
		shipNode: text('shipNode'),
		distributionGroup: text('distributionGroup'),
		deliveryMethod: text('deliveryMethod'),
	};
}

const callFor = (method: Method, path: string, query?: Query, body?: unknown): InventoryCall => ({
	service: 'inventory',
	method,
	path,
	query,
	kind: method === 'GET' ? 'read' : 'keyed',
	body,
});

const safetyPath = (context: RunContext) => `v1/items/${segment(itemOf(context).itemId)}/safety_stock`;

/**
 * Without a node IV ignores the delivery method (IBM's clients): a write would be about all methods, and a delete about
 * all nodes as well.
 * @throws TypeError
 */
function safetyQuery(context: RunContext): Query {
	const { distributionGroup: _, ...query } = queryOf(context);
	if (query.shipNode === undefined && query.deliveryMethod !== undefined) {
		throw new TypeError('Delivery Method needs a Ship Node: Inventory Visibility ignores it without one');
	}
	return query;
}

/**
 * A read without a node returns all rules of the item, of which those for the delivery method are wanted. A rule that
 * names none is for each of them.
 */
export const getSafetyStock: Work = {
	call: (context) => {
		const { distributionGroup: _, ...query } = queryOf(context);
		return callFor('GET', safetyPath(context), {
			...query,
			deliveryMethod: query.shipNode === undefined ? undefined : query.deliveryMethod,
		});
	},
	rows: (body, context) => {
		const { deliveryMethod, shipNode } = queryOf(context);
		const isAll = deliveryMethod === undefined || shipNode !== undefined;
		const wanted = listOf(body).filter(
			({ deliveryMethod: method }) => isAll || (method ?? '') === '' || method === deliveryMethod,
		);
		return wanted.map((rule) => ({ itemId: itemOf(context).itemId, ...rule }));
	},
};

export const setSafetyStock: Work = {
	call: (context) => {
		const quantity = number(context, 'safetyStockQuantity');
		return callFor('PATCH', safetyPath(context), undefined, [
			{ ...safetyQuery(context), safetyStockQuantity: quantity },
		]);
	},
	rows: (_body, context) => [{ ...named(context, safetyQuery(context)), success: true }],
};

export const deleteSafetyStock: Work = {
	call: (context) => callFor('DELETE', safetyPath(context), safetyQuery(context)),
	rows: (_body, context) => [{ ...named(context, safetyQuery(context)), deleted: true }],
};

function named(context: RunContext, query: Query): Record<string, unknown> {
	return { itemId: itemOf(context).itemId, ...defined(query) };
}

const isTenant = ({ parameters }: RunContext) => parameters.text('scope') === 'tenant';

/** @throws TypeError for two places, Refusal for none where an expression was to give one */
function thresholdQuery(context: RunContext): Query {
	const query = queryOf(context);
	const places = ['shipNode', 'distributionGroup'];
	const given = places.filter((name) => query[name] !== undefined);
	if (given.length === 2) {
		throw new TypeError('Set either Ship Node or Distribution Group: thresholds apply to one place');
	}
	const { parameters } = context;
	const empty = given.length === 0 ? places.find((name) => parameters.isExpression(name)) : undefined;
	return empty === undefined ? query : parameters.refuseEmpty(empty, undefined, NO_PLACE);
}

const NO_PLACE = 'Without it, the thresholds would be those of no specific place. Check the expression.';

const thresholdCall = (context: RunContext, method: Method, body?: unknown): InventoryCall =>
	isTenant(context)
		? callFor(method, 'v1/configuration/thresholds', undefined, body)
		: callFor(
				method,
				`v1/configuration/items/${segment(itemOf(context).itemId)}`,
				thresholdQuery(context),
				body === undefined ? undefined : { threshold: body },
			);

const subject = (context: RunContext) => (isTenant(context) ? { scope: 'tenant' } : named(context, queryOf(context)));

export const getThreshold: Work = {
	call: (context) => thresholdCall(context, 'GET'),
	rows: (body, context) => {
		const { threshold } = body as { threshold?: object };
		if (isTenant(context)) return [{ ...subject(context), ...(body as object) }];
		if (threshold === undefined) context.hint('An item without its own thresholds uses those of the tenant.');
		return [{ ...subject(context), threshold: threshold ?? null }];
	},
};

export const setThreshold: Work = {
	call: (context) => {
		const [low, medium, high] = ['low', 'medium', 'high'].map((name) => number(context, name));
		if (low > medium || medium > high) throw new TypeError('Low, Medium and High must be in ascending order');
		return thresholdCall(context, 'PATCH', { low, medium, high });
	},
	rows: (_body, context) => [{ ...subject(context), success: true }],
};

export const deleteThreshold: Work = {
	call: (context) => thresholdCall(context, 'DELETE'),
	rows: (_body, context) => [{ ...subject(context), deleted: true }],
};
