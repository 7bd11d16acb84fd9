import { Element } from '../document/element';
import type { Context } from '../engine/context';
import { refuse } from '../exception';
import { available } from './availability';
import { assertNode } from './createOrder';
import { demandsOf, inventoryOrganization, stockItem, suppliesOf } from './inventory';
import { daysAfter, futureSupplies, promiseLines, total, type PromiseLine } from './promise';

const two = (quantity: number): string => quantity.toFixed(2);

const horizonDays = 30;

function amounts(onHand: number, future: number): Record<string, string> {
	return {
		AvailableQuantity: two(onHand + future),
		AvailableOnhandQuantity: two(onHand),
		AvailableFutureQuantity: two(future),
		AvailableFromUnplannedInventory: 'N',
	};
}

function availability(context: Context, line: PromiseLine): Element {
	const start = context.now();
	const end = daysAfter(start, horizonDays);
	const nodes = line.nodes
		.map((node) => ({
			node,
			onHand: Math.max(available(context, line.stock, node), 0),
			future: total(futureSupplies(context, line.stock, node).filter((supply) => supply.shipDate <= end)),
		}))
		.filter(({ onHand, future }) => onHand + future > 0);
	const sum = (of: 'onHand' | 'future'): number => nodes.reduce((count, node) => count + node[of], 0);
	return new Element('Availability', {}, [
		new Element(
			'AvailableInventory',
			{
				...amounts(sum('onHand'), sum('future')),
				StartDate: start.slice(0, 10),
				EndDate: end.slice(0, 10),
			},
			[
				new Element(
					'ShipNodeAvailableInventory',
					{},
					nodes.map(({ node, onHand, future }) => new Element('Inventory', { Node: node, ...amounts(onHand, future) })),
				),
			],
		),
	]);
}

/**
 * getAvailableInventory: for each line what is free, in all and at each node that has any. A node that stands
 * alone is an object in JSON, several are an array [captured].
 */
export function availableInventory(context: Context, promise: Element): Element {
	return new Element(
		'Promise',
		{
			OrganizationCode: promise.get('OrganizationCode') || promise.get('EnterpriseCode'),
		},
		[
			new Element(
				'PromiseLines',
				{},
				promiseLines(context, promise).map(
					(line) =>
						new Element(
							'PromiseLine',
							{
								LineId: line.input.get('LineId'),
								ItemID: line.input.get('ItemID'),
								UnitOfMeasure: line.input.get('UnitOfMeasure'),
								ProductClass: line.input.get('ProductClass'),
								ShipNode: line.input.get('ShipNode'),
								DeliveryMethod: line.input.get('DeliveryMethod') || 'SHP',
								FulfillmentType: line.input.get('FulfillmentType'),
								DistributionRuleId: line.input.get('DistributionRuleId'),
								KitQty: '1.00',
								IsBundleParent: 'N',
								BundleParentLineId: '',
								AutoReplacedByPreferredSubstitute: 'N',
							},
							[availability(context, line)],
						),
				),
			),
		],
	);
}

/** getATP: totals of supply and demand by type, and what may be promised now; the inner shape is inferred. */
export function availableToPromise(context: Context, input: Element): Element {
	const stock = stockItem(context, input);
	const node = input.get('ShipNode');
	assertNode(context, node);
	const group = (container: string, member: string, type: string, rows: Array<Readonly<Record<string, string>>>) => {
		const sums = new Map<string, number>();
		for (const row of rows) sums.set(row[type], (sums.get(row[type]) ?? 0) + Number(row.Quantity ?? 0));
		return new Element(
			container,
			{},
			[...sums].map(([name, quantity]) => new Element(member, { [type]: name, Quantity: two(quantity) })),
		);
	};
	const free = available(context, stock, node);
	return new Element('InventoryInformation', {}, [
		new Element(
			'Item',
			{
				ItemID: stock.itemId,
				UnitOfMeasure: stock.unitOfMeasure,
				OrganizationCode: stock.organization,
				ShipNode: node,
				ProductClass: input.get('ProductClass'),
			},
			[
				new Element('InventoryTotals', {}, [
					group('Supplies', 'Supply', 'SupplyType', suppliesOf(context, stock, node)),
					group('Demands', 'Demand', 'DemandType', demandsOf(context, stock, node)),
				]),
				new Element('AvailableToPromiseInventory', { AvailableQuantity: two(free) }, [
					new Element('Available', { Date: context.now().slice(0, 10), Quantity: two(free) }),
				]),
			],
		),
	]);
}

/** getShipNodeInventory: supply and free quantity of every item at a node; the shape is inferred. */
export function nodeInventory(context: Context, input: Element): Element {
	const node = input.get('ShipNode');
	if (!context.database.get('ShipNode', node)) throw refuse('YFS10048', { ShipNode: node });
	const wanted = input.get('OrganizationCode') && inventoryOrganization(context, input.get('OrganizationCode'));
	const rows = context.database
		.all('InventorySupply')
		.filter(
			(row) =>
				row.ShipNode === node &&
				(!wanted || row.OrganizationCode === wanted) &&
				(!input.get('ItemID') || row.ItemID === input.get('ItemID')),
		);
	return new Element('ShipNodeInventory', { ShipNode: node }, [
		new Element(
			'InventoryItemList',
			{},
			rows.map((row) => {
				const stock = { itemId: row.ItemID, unitOfMeasure: row.UnitOfMeasure, organization: row.OrganizationCode };
				return new Element('InventoryItem', {
					ItemID: row.ItemID,
					UnitOfMeasure: row.UnitOfMeasure,
					OrganizationCode: row.OrganizationCode,
					ProductClass: row.ProductClass ?? '',
					SupplyType: row.SupplyType,
					Quantity: two(Number(row.Quantity ?? 0)),
					AvailableQuantity: two(available(context, stock, node)),
				});
			}),
		),
	]);
}
