import { Element } from '../document/element';
import type { Context } from '../engine/context';
import {
	deliveryDate,
	futureSupplies,
	onHand,
	promiseLines,
	take,
	total,
	type Assignment,
	type PromiseLine,
} from './promise';

const two = (quantity: number): string => quantity.toFixed(2);

/** One way to serve all lines. */
interface Plan {
	lines: Array<{ line: PromiseLine; assignments: Assignment[] }>;
}

function plan(lines: PromiseLine[], sources: (line: PromiseLine) => Assignment[]): Plan {
	return { lines: lines.map((line) => ({ line, assignments: take(sources(line), line.wanted) })) };
}

function signature(option: Plan): string {
	return JSON.stringify(option.lines.map(({ assignments }) => assignments));
}

/**
 * From one node each, the preferred first; split over nodes; and waiting for dated supply where stock lacks.
 */
function plans(context: Context, lines: PromiseLine[]): Plan[] {
	const nodes = [...new Set(lines.flatMap((line) => line.nodes))];
	const single = nodes.map((node) =>
		plan(lines, (line) => onHand(context, line).filter((entry) => entry.node === node)),
	);
	const split = plan(lines, (line) => onHand(context, line));
	const waiting = plan(lines, (line) => [
		...onHand(context, line),
		...line.nodes.flatMap((node) => futureSupplies(context, line.stock, node)),
	]);
	const complete = (option: Plan): boolean =>
		option.lines.every(({ line, assignments }) => total(assignments) >= line.wanted);
	const all = [...single.filter(complete), split, waiting];
	const found = all.filter(complete);
	const candidates = found.length > 0 ? found : [waiting];
	return candidates.filter(
		(option, index) => candidates.findIndex((other) => signature(other) === signature(option)) === index,
	);
}

const dated = (assignment: Assignment): Record<string, string> => ({
	ShipDate: assignment.shipDate,
	DeliveryDate: deliveryDate(assignment.shipDate),
});

function counted(name: string, children: Element[]): Element {
	return new Element(name, { TotalNumberOfRecords: String(children.length) }, children);
}

function promiseLine(line: PromiseLine, assignments: Assignment[], interactions: string[]): Element {
	const { input } = line;
	return new Element(
		'PromiseLine',
		{
			LineId: input.get('LineId'),
			ItemID: input.get('ItemID'),
			UnitOfMeasure: input.get('UnitOfMeasure'),
			ProductClass: input.get('ProductClass'),
			RequiredQty: input.get('RequiredQty'),
			ShipNode: input.get('ShipNode'),
			DeliveryMethod: input.get('DeliveryMethod') || 'SHP',
			KitQty: '1',
			FulfillmentType: input.get('FulfillmentType'),
			DistributionRuleId: input.get('DistributionRuleId'),
			IsBundleParent: 'N',
			BundleParentLineId: '',
			NewItemID: '',
			ReceivingNode: '',
			Segment: '',
			SegmentType: '',
		},
		[
			counted(
				'Assignments',
				assignments.map(
					(assignment) =>
						new Element(
							'Assignment',
							{
								ShipNode: assignment.node,
								Quantity: two(assignment.quantity),
								...dated(assignment),
								ProductAvailDate: assignment.shipDate.slice(0, 10),
								InteractionNo: String(interactions.indexOf(assignment.node) + 1),
								NodePriority: '10.00',
								Distance: '0.00',
								ReservedQty: '0.00',
								ProcuredQty: '0.00',
								SubstitutedQty: '0.00',
								AvailableFromUnplannedInventory: 'N',
								ExternalNode: 'N',
								MergeNode: '',
								SCAC: '',
							},
							[new Element('Procurements'), new Element('SubstituteItems')],
						),
				),
			),
		],
	);
}

function interaction(node: string, number: number, assignments: Assignment[], promise: Element): Element {
	const last = assignments.filter((entry) => entry.node === node).sort((a, b) => (a.shipDate < b.shipDate ? 1 : -1))[0];
	const address = promise.child('ShipToAddress');
	return new Element(
		'Interaction',
		{
			InteractionNo: String(number),
			Node: node,
			DeliveryMethod: 'SHP',
			...dated(last),
			LastDate: last.shipDate,
			EarliestDate: last.shipDate,
			ItemGroupCode: 'PROD',
			IsDelivery: 'N',
			Carrier: '',
			CarrierServiceCode: '',
			OrganizationCode: '',
			TotalHandlingUnits: '0.00',
		},
		address ? [new Element('PersonInfoShipTo', address.attributes)] : [],
	);
}

function optionElement(promise: Element, option: Plan, number: number): Element {
	const assignments = option.lines.flatMap((line) => line.assignments);
	const nodes = [...new Set(assignments.map(({ node }) => node))];
	const dates = assignments.map((entry) => deliveryDate(entry.shipDate)).sort();
	const missing = option.lines.some(({ line, assignments: given }) => total(given) < line.wanted);
	return new Element(
		'Option',
		{
			OptionNo: String(number),
			FirstDate: dates[0] ?? '',
			LastDate: dates[dates.length - 1] ?? '',
			NodeQty: two(total(assignments)),
			TotalShipments: String(nodes.length),
			HasAnyUnavailableQty: missing ? 'Y' : 'N',
			LeastPriority: '10.00',
			MaxPriority: '10.00',
			AvailableFromUnplannedInventory: 'N',
		},
		[
			counted(
				'Interactions',
				nodes.map((node, index) => interaction(node, index + 1, assignments, promise)),
			),
			counted(
				'PromiseLines',
				option.lines.map(({ line, assignments: given }) => promiseLine(line, given, nodes)),
			),
			counted('PromiseServiceLines', []),
		],
	);
}

function unavailable(option: Plan): Element {
	return new Element(
		'UnavailableLines',
		{},
		option.lines
			.filter(({ line, assignments }) => total(assignments) < line.wanted)
			.map(
				({ line, assignments }) =>
					new Element('UnavailableLine', {
						LineId: line.input.get('LineId'),
						ItemID: line.input.get('ItemID'),
						UnitOfMeasure: line.input.get('UnitOfMeasure'),
						RequiredQty: two(line.wanted),
						AssignedQty: two(total(assignments)),
						UnavailableQty: two(line.wanted - total(assignments)),
						UnavailableReason: 'NOT_ENOUGH_PRODUCT_CHOICES',
					}),
			),
	);
}

/**
 * Ways to serve a Promise: the suggested one, and the others when the caller wants them (MaximumRecords above
 * 1:
 * inferred), each with nodes, quantities and dates; what nobody can serve is under UnavailableLines
 * (inferred).
 */
export function findInventory(context: Context, promise: Element): Element {
	const found = plans(context, promiseLines(context, promise));
	const limit = Number(promise.get('MaximumRecords') || '1');
	const others = found.slice(1, limit).map((option, index) => optionElement(promise, option, index + 2));
	const lost = unavailable(found[0]);
	return new Element(
		'Promise',
		{
			OrganizationCode: promise.get('OrganizationCode'),
			EnterpriseCode: promise.get('EnterpriseCode'),
			AllocationRuleID: promise.get('AllocationRuleID'),
			CheckInventory: promise.get('CheckInventory') || 'Y',
			FulfillmentType: promise.get('FulfillmentType'),
			OptimizationType: '02',
		},
		[
			new Element('SuggestedOption', {}, [
				optionElement(promise, found[0], 1),
				...(lost.children.length > 0 ? [lost] : []),
			]),
			counted('Options', others),
		],
	);
}
