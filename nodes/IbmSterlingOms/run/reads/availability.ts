import type { AvailabilityRow } from '../../../../clients/inventory/row';
import { cut, ServiceError } from '../../../../kit/errors';
import { strictNumber } from '../../../../kit/strictNumber';
import { asArray, isElement, type Document, type Value } from '../../../../kit/xml/document';
import type { Row } from '../../../../kit/n8n/items';
import { getPath } from '../../../../kit/xml/path';

/** One row a promise line of getAvailableInventory, with the quantities of each node. */
export function availabilityRows(promise: Document): Row[] {
	return elements(promise, 'PromiseLines.PromiseLine').map((line) => {
		const available = (getPath(line, 'Availability.AvailableInventory') ?? {}) as Document;
		const nodes = elements(available, 'ShipNodeAvailableInventory.Inventory');
		return {
			...pick(line, 'LineId ItemID UnitOfMeasure ProductClass DeliveryMethod'),
			AvailableQuantity: text(available, 'AvailableQuantity', '0'),
			...pick(available, 'AvailableOnhandQuantity AvailableFutureQuantity StartDate EndDate'),
			Nodes: nodes.map((node) => pick(node, 'Node AvailableQuantity AvailableOnhandQuantity AvailableFutureQuantity')),
		};
	});
}

/**
 * The same as one row a node, in the form that all sources of stock have. A line without nodes makes one row for the
 * network. Dates are only there if Sterling returns them.
 */
export function commonRows(promise: Document, now: Date): Row[] {
	return elements(promise, 'PromiseLines.PromiseLine').flatMap((line) => {
		const available = (getPath(line, 'Availability.AvailableInventory') ?? {}) as Document;
		const nodes = elements(available, 'ShipNodeAvailableInventory.Inventory');
		return (nodes.length > 0 ? nodes : [available]).map((place) => ({ ...commonRow(line, place, now) }));
	});
}

function commonRow(line: Document, place: Document, now: Date): AvailabilityRow {
	const named = (holder: Document, name: string) => text(holder, name, '') || null;
	const onHand = quantity(place, 'AvailableOnhandQuantity', line);
	const at = named(place, 'FutureAvailableDate');
	const asOf = now.toISOString();
	return {
		itemId: text(line, 'ItemID', ''),
		unit: named(line, 'UnitOfMeasure'),
		productClass: named(line, 'ProductClass'),
		node: named(place, 'Node'),
		network: null,
		deliveryMethod: named(line, 'DeliveryMethod'),
		onHand,
		future: quantity(place, 'AvailableFutureQuantity', line),
		at,
		earliestShipDate: onHand > 0 ? asOf : at,
		available: onHand > 0,
		threshold: null,
		fulfillmentAllowed: null,
		asOf,
		source: 'oms',
	};
}

/** @throws ServiceError for a quantity that is there and cannot be read: it is not 0 */
function quantity(place: Document, name: string, line: Document): number {
	const given = text(place, name, '0');
	const number = strictNumber(given);
	if (number !== undefined) return number;
	const where = [text(line, 'ItemID', ''), text(place, 'Node', '')].filter(Boolean).join(' at ');
	throw new ServiceError('badAnswer', `${name} of ${where} is ${JSON.stringify(cut(given, 60))} and not a number.`, {
		hint: 'Turn off Simplify to see the raw response.',
		effect: 'none',
	});
}

/**
 * One row a promise line of findInventory: how much each option would deliver from which node on which dates. The
 * suggested option comes first; what cannot be had is under `UnavailableLines`.
 */
export function fulfillmentRows(promise: Document): Row[] {
	const suggested = options(promise, 'SuggestedOption.Option', true);
	const others = options(promise, 'Options.Option', false).filter(
		(option) => !suggested.some((first) => first.OptionNo === option.OptionNo),
	);
	const lines = elements(promise, 'SuggestedOption.UnavailableLines.UnavailableLine');
	const UnavailableLines = lines.map((line) =>
		pick(line, 'LineId ItemID UnitOfMeasure AssignedQty UnavailableQty Reason'),
	);
	const all = [...suggested, ...others];
	return [{ ...pick(promise, 'OrganizationCode FulfillmentType'), Options: all, UnavailableLines }];
}

function options(promise: Document, path: string, isSuggested: boolean): Row[] {
	return elements(promise, path).map((option) => ({
		...pick(option, 'OptionNo FirstDate LastDate NodeQty TotalShipments HasAnyUnavailableQty'),
		Suggested: isSuggested,
		Lines: elements(option, 'PromiseLines.PromiseLine').map((line) => ({
			...pick(line, 'LineId ItemID UnitOfMeasure RequiredQty DeliveryMethod'),
			Assignments: elements(line, 'Assignments.Assignment').map((assignment) =>
				pick(assignment, 'ShipNode Quantity ShipDate DeliveryDate ProductAvailDate InteractionNo'),
			),
		})),
	}));
}

/** One row for each supply of getInventorySupply, which returns the item. */
export function supplyRows(item: Document): Row[] {
	const named = pick(item, 'ItemID UnitOfMeasure ProductClass OrganizationCode');
	return elements(item, 'Supplies.InventorySupply').map((supply) => ({
		...named,
		...pick(supply, 'ShipNode SupplyType Quantity ETA Availability SupplyReference'),
	}));
}

/** A list or a single object: captured responses have both. */
function elements(document: Document, path: string): Document[] {
	return asArray<Value>(getPath(document, path)).filter(isElement);
}

function pick(document: Document, names: string): Row {
	const present = names.split(' ').filter((name) => typeof document[name] === 'string');
	return Object.fromEntries(present.map((name) => [name, document[name]]));
}

function text(document: Document, name: string, fallback: string): string {
	const value = document[name];
	return typeof value === 'string' && value.trim() !== '' ? value : fallback;
}
