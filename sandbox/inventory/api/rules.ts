import { number, readArray, readObject, required, text, type Json } from '../body';
import { putRule, type Place } from '../rules';
import { badRequest } from '../refusal';
import type { Route } from '../route';
import type { Rule, Thresholds } from '../world';

type Query = URLSearchParams;

/** Whom a query is about: the item, and the place where one is named. */
function ruleOf<T>(itemId: string, query: Query, value: T): Rule<T> {
	const unitOfMeasure = query.get('unitOfMeasure');
	if (!unitOfMeasure) throw badRequest('unitOfMeasure is required.');
	return {
		itemId,
		unitOfMeasure,
		productClass: text(query.get('productClass')),
		shipNode: text(query.get('shipNode')),
		distributionGroup: text(query.get('distributionGroup')),
		deliveryMethod: text(query.get('deliveryMethod')),
		value,
	};
}

const isOfItem = (rule: Rule<unknown>, asked: Rule<unknown>): boolean =>
	rule.itemId === asked.itemId &&
	rule.unitOfMeasure === asked.unitOfMeasure &&
	rule.productClass === asked.productClass;

const isAt = (rule: Rule<unknown>, place: Place): boolean =>
	rule.shipNode === place.shipNode &&
	rule.distributionGroup === place.distributionGroup &&
	rule.deliveryMethod === place.deliveryMethod;

/** Without a node the delivery method is ignored, and all of the item is meant [IBM's clients]. */
const isMeant = (rule: Rule<unknown>, asked: Rule<unknown>): boolean =>
	isOfItem(rule, asked) &&
	(asked.shipNode === '' ||
		(rule.shipNode === asked.shipNode &&
			(asked.deliveryMethod === '' || rule.deliveryMethod === asked.deliveryMethod)));

const SAFETY = 'v1/items/{itemId}/safety_stock';

const safetyStock: Route[] = [
	{
		name: 'safetyStock.get',
		service: 'inventory',
		method: 'GET',
		path: SAFETY,
		handle: ({ params, query }, { world }) => {
			const asked = ruleOf(params.itemId, query, 0);
			return { status: 200, body: world.safetyStock.filter((rule) => isMeant(rule, asked)).map(shownSafety) };
		},
	},
	{
		name: 'safetyStock.set',
		service: 'inventory',
		method: 'PATCH',
		path: SAFETY,
		handle: ({ params, body }, { world, events }) => {
			const rules = readArray(body).map((one): Rule<number> => ({
				itemId: params.itemId,
				unitOfMeasure: required(one, 'unitOfMeasure'),
				productClass: text(one.productClass),
				shipNode: text(one.shipNode),
				distributionGroup: '',
				deliveryMethod: text(one.deliveryMethod),
				value: number(one, 'safetyStockQuantity'),
			}));
			if (rules.some((rule) => rule.deliveryMethod !== '' && rule.shipNode === '')) {
				throw badRequest('deliveryMethod is possible only together with shipNode.');
			}
			for (const rule of rules) world.safetyStock = putRule(world.safetyStock, rule);
			events.item(rules[0]);
			return { status: 204 };
		},
	},
	{
		name: 'safetyStock.delete',
		service: 'inventory',
		method: 'DELETE',
		path: SAFETY,
		handle: ({ params, query }, { world, events }) => {
			const asked = ruleOf(params.itemId, query, 0);
			world.safetyStock = world.safetyStock.filter((rule) => !isMeant(rule, asked));
			events.item(asked);
			return { status: 204 };
		},
	},
];

function shownSafety({ unitOfMeasure, productClass, shipNode, deliveryMethod, value }: Rule<number>): Json {
	return {
		unitOfMeasure,
		productClass,
		...(shipNode === '' ? {} : { shipNode }),
		...(deliveryMethod === '' ? {} : { deliveryMethod }),
		safetyStockQuantity: value,
	};
}

function readThresholds(given: unknown): Thresholds {
	const { low, medium, high } = given as Record<string, unknown>;
	const levels = [low, medium, high];
	if (!levels.every((level) => typeof level === 'number')) throw badRequest('low, medium and high must be numbers.');
	return { low, medium, high } as Thresholds;
}

/** A setting of an item that is read, set and taken back by its query. */
function itemSetting<T>(
	name: string,
	path: string,
	keep: (world: { thresholds: Array<Rule<Thresholds>>; fulfillment: Array<Rule<boolean>> }) => {
		rules: Array<Rule<T>>;
		put: (rules: Array<Rule<T>>) => void;
	},
	read: (body: Json) => T,
	show: (value: T | undefined) => Json,
): Route[] {
	return [
		{
			name: `${name}.get`,
			service: 'inventory',
			method: 'GET',
			path,
			handle: ({ params, query }, { world }) => {
				const asked = ruleOf(params.itemId, query, undefined);
				const found = keep(world).rules.find((rule) => isOfItem(rule, asked) && isAt(rule, asked));
				return { status: 200, body: show(found?.value) };
			},
		},
		{
			name: `${name}.set`,
			service: 'inventory',
			method: 'PATCH',
			path,
			handle: ({ params, query, body }, { world, events }) => {
				const rule = ruleOf(params.itemId, query, read(readObject(body)));
				const { rules, put } = keep(world);
				put(putRule(rules, rule));
				events.item(rule);
				return { status: 204 };
			},
		},
		{
			name: `${name}.delete`,
			service: 'inventory',
			method: 'DELETE',
			path,
			handle: ({ params, query }, { world, events }) => {
				const asked = ruleOf(params.itemId, query, undefined);
				const { rules, put } = keep(world);
				put(rules.filter((rule) => !(isOfItem(rule, asked) && isAt(rule, asked))));
				events.item(asked);
				return { status: 204 };
			},
		},
	];
}

/** Rules of single items and of the tenant [IBM's clients]. */
export const ruleRoutes: readonly Route[] = [
	...safetyStock,
	...itemSetting<Thresholds>(
		'threshold',
		'v1/configuration/items/{itemId}',
		(world) => ({ rules: world.thresholds, put: (rules) => (world.thresholds = rules) }),
		({ threshold }) => readThresholds(threshold ?? {}),
		(threshold) => (threshold ? { threshold } : {}),
	),
	...itemSetting<boolean>(
		'fulfillmentOptions',
		'v1/configuration/items/{itemId}/fulfillment_options',
		(world) => ({ rules: world.fulfillment, put: (rules) => (world.fulfillment = rules) }),
		({ fulfillmentAllowed }) => {
			if (typeof fulfillmentAllowed !== 'boolean') throw badRequest('fulfillmentAllowed must be true or false.');
			return fulfillmentAllowed;
		},
		(fulfillmentAllowed) => (fulfillmentAllowed === undefined ? {} : { fulfillmentAllowed }),
	),
	{
		name: 'thresholds.get',
		service: 'inventory',
		method: 'GET',
		path: 'v1/configuration/thresholds',
		handle: (_asked, { world }) => ({ status: 200, body: world.tenantThresholds }),
	},
	{
		name: 'thresholds.set',
		service: 'inventory',
		method: 'PATCH',
		path: 'v1/configuration/thresholds',
		handle: ({ body }, { world }) => {
			world.tenantThresholds = readThresholds(readObject(body));
			return { status: 204 };
		},
	},
	{
		name: 'settings.get',
		service: 'inventory',
		method: 'GET',
		path: 'v1/configuration/settings',
		handle: (_asked, { world }) => ({
			status: 200,
			body: { reservations: { defaultExpirationMinutes: world.defaultExpirationMinutes } },
		}),
	},
];
