import { formatDateTime, parseDateTime } from '../document/dateTime';
import type { Element } from '../document/element';
import type { Context } from '../engine/context';
import { available, nodesOf, type StockItem } from './availability';
import { assertNode } from './createOrder';
import { stockItem, suppliesOf } from './inventory';

/** A quantity that a node can ship from a day on. */
export interface Assignment {
	node: string;
	quantity: number;
	/** Sterling date-time. */
	shipDate: string;
}

/** A line of a Promise document with what it asks for. */
export interface PromiseLine {
	input: Element;
	stock: StockItem;
	wanted: number;
	/** Nodes that may serve it, in order of preference. */
	nodes: string[];
}

/**
 * The lines of a Promise.
 * @throws SterlingException YCM0033, YFS10048, YCP0040
 */
export function promiseLines(context: Context, promise: Element): PromiseLine[] {
	return promise.list('PromiseLines', 'PromiseLine').map((input) => {
		const stock = stockItem(context, input, promise);
		const node = input.get('ShipNode') || promise.get('ShipNode');
		assertNode(context, node);
		const listed = input.list('ShipNodes', 'ShipNode').map((element) => element.get('Node'));
		for (const code of listed) assertNode(context, code);
		const nodes = node ? [node] : listed.length > 0 ? listed : nodesOf(context, stock.organization);
		return { input, stock, wanted: Number(input.get('RequiredQty') || '0'), nodes };
	});
}

/** Days that a node needs from the order to the door. */
const deliveryDays = 2;

/** A Sterling date-time some days later. */
export function daysAfter(date: string, days: number): string {
	return formatDateTime((parseDateTime(date) ?? 0) + days * 86_400_000);
}

/** When goods that leave on a day arrive. */
export function deliveryDate(shipDate: string): string {
	return daysAfter(shipDate, deliveryDays);
}

/** Supply that is not on hand yet but dated, at a node, soonest first. */
export function futureSupplies(context: Context, stock: StockItem, node: string): Assignment[] {
	return suppliesOf(context, stock, node)
		.filter((row) => row.SupplyType !== 'ONHAND' && row.SupplyType !== 'HELD' && row.ETA)
		.map((row) => ({ node: row.ShipNode, quantity: Number(row.Quantity ?? 0), shipDate: row.ETA }))
		.filter((supply) => supply.quantity > 0)
		.sort((a, b) => (a.shipDate < b.shipDate ? -1 : 1));
}

/** Takes a quantity from sources in their order. */
export function take(sources: Assignment[], wanted: number): Assignment[] {
	let left = wanted;
	return sources.flatMap((source) => {
		const quantity = Math.min(left, source.quantity);
		if (quantity <= 0) return [];
		left -= quantity;
		return [{ ...source, quantity }];
	});
}

/** What the nodes of a line have on hand and free, without those that have nothing. */
export function onHand(context: Context, line: PromiseLine): Assignment[] {
	return line.nodes
		.map((node) => ({ node, quantity: available(context, line.stock, node), shipDate: context.now() }))
		.filter((entry) => entry.quantity > 0);
}

export function total(assignments: Assignment[]): number {
	return assignments.reduce((sum, { quantity }) => sum + quantity, 0);
}
