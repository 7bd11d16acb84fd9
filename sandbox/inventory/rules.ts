import type { ItemKey } from './ledger';
import type { Rule, ShipNode, Thresholds, World } from './world';

/** A place where stock is sold: one node, or the network of a distribution group. */
export interface Place {
	shipNode: string;
	distributionGroup: string;
	deliveryMethod: string;
}

const covers = (rule: Rule<unknown>, item: ItemKey, place: Place, method: string): boolean =>
	rule.itemId === item.itemId &&
	rule.unitOfMeasure === item.unitOfMeasure &&
	rule.productClass === item.productClass &&
	rule.shipNode === place.shipNode &&
	rule.distributionGroup === place.distributionGroup &&
	rule.deliveryMethod === method;

/** The rule that counts: that of the delivery method at the place, that of the place, that of the item. */
export function ruleFor<T>(rules: ReadonlyArray<Rule<T>>, item: ItemKey, place: Place): T | undefined {
	const everywhere: Place = { shipNode: '', distributionGroup: '', deliveryMethod: '' };
	const found =
		rules.find((rule) => covers(rule, item, place, place.deliveryMethod)) ??
		rules.find((rule) => covers(rule, item, place, '')) ??
		rules.find((rule) => covers(rule, item, everywhere, ''));
	return found?.value;
}

/** Puts a rule in place of the one for the same item and place. */
export function putRule<T>(rules: Array<Rule<T>>, rule: Rule<T>): Array<Rule<T>> {
	return [...rules.filter((other) => !covers(other, rule, rule, rule.deliveryMethod)), rule];
}

/** The level of a quantity: 0 none, 1 low, 2 medium, 3 high (the numbers are inferred from their names). */
export function levelOf(quantity: number, { low, medium }: Thresholds): number {
	if (quantity <= 0) return 0;
	if (quantity <= low) return 1;
	return quantity <= medium ? 2 : 3;
}

export function thresholdsFor({ thresholds, tenantThresholds }: World, item: ItemKey, place: Place): Thresholds {
	return ruleFor(thresholds, item, place) ?? tenantThresholds;
}

/**
 * Until when a node is off for a delivery method, in epoch milliseconds; undefined where it is on. The delivery method
 * wins over the node [IBM: data-node-fulfillment-options]. Off without an end is off permanently.
 */
export function offUntil(node: ShipNode | undefined, deliveryMethod: string, now: number): number | undefined {
	const inForce = (node?.fulfillmentOverrides ?? []).filter(
		({ expirationTs }) => expirationTs === undefined || Date.parse(expirationTs) > now,
	);
	const override =
		inForce.find((one) => (one.deliveryMethod ?? '') === deliveryMethod) ??
		inForce.find((one) => (one.deliveryMethod ?? '') === '');
	if (!override || override.fulfillmentAllowed) return undefined;
	return override.expirationTs === undefined ? Infinity : Date.parse(override.expirationTs);
}
