import { instant, number, readList, readObject, required, text, type Json } from '../body';
import { availability, type Availability, type Question } from '../levels';
import { badRequest, notFound } from '../refusal';
import type { Route } from '../route';
import type { World } from '../world';

const DAY = 24 * 60 * 60_000;
const METHODS = ['SHP', 'PICK'];

/** Availability of lines at nodes, in a network, and of one product [IBM: sip_v2_apis_events]. */
export const availabilityRoutes: readonly Route[] = [
	{
		name: 'availability.node',
		service: 'inventory',
		method: 'POST',
		path: 'v2/availability/node',
		actions: (body) => sumOf(readList(readObject(body), 'lines'), (line) => nodesOf(line).length),
		handle: ({ body }, { world }) => {
			const header = readObject(body);
			const lines = readList(header, 'lines').map((line) => ({ ...line, ...atNodes(world, header, line) }));
			return { status: 200, body: { ...header, lines } };
		},
	},
	{
		name: 'availability.network',
		service: 'inventory',
		method: 'POST',
		path: 'v2/availability/network',
		actions: (body) => readList(readObject(body), 'lines').length,
		handle: ({ body }, { world }) => {
			const header = readObject(body);
			const group = groupOf(world, required(header, 'distributionGroupId'));
			const lines = readList(header, 'lines').map((line) => ({ ...line, ...inNetwork(world, header, line, group) }));
			return { status: 200, body: { ...header, lines } };
		},
	},
	{
		name: 'availability.product',
		service: 'inventory',
		method: 'POST',
		path: 'v2/availability/{itemId}/node',
		actions: (body) => nodesOf(readObject(body)).length,
		handle: ({ body, params }, { world }) => {
			const header = readObject(body);
			const line = { ...header, itemId: params.itemId };
			return { status: 200, body: { ...header, lines: [{ ...itemOf(line), ...atNodes(world, header, line) }] } };
		},
	},
	{
		name: 'availability.productNetwork',
		service: 'inventory',
		method: 'POST',
		path: 'v2/availability/{itemId}/network/{group}',
		actions: () => 1,
		handle: ({ body, params }, { world }) => {
			const header = readObject(body);
			const line = { ...header, itemId: params.itemId };
			const found = inNetwork(world, header, line, groupOf(world, params.group));
			return { status: 200, body: { ...header, lines: [{ ...itemOf(line), ...found }] } };
		},
	},
];

const sumOf = (lines: Json[], count: (line: Json) => number): number =>
	lines.reduce((total, line) => total + count(line), 0);

function nodesOf(line: Json): string[] {
	const nodes = line.shipNodes;
	if (!Array.isArray(nodes) || nodes.length === 0) throw badRequest('Badly formed message: shipNodes is required.');
	return nodes.map(text);
}

function itemOf(line: Json): Json {
	return { itemId: line.itemId, unitOfMeasure: line.unitOfMeasure, productClass: line.productClass || null };
}

function groupOf(world: World, id: string): string {
	if (!world.groups.has(id)) throw notFound(`Distribution group ${id} does not exist.`);
	return id;
}

function atNodes(world: World, header: Json, line: Json): { shipNodeAvailabilities: Json[] } {
	const question = questionOf(world, header, line);
	return {
		shipNodeAvailabilities: nodesOf(line).map((shipNode) => {
			if (!world.nodes.has(shipNode)) refuseUnknown(world, `Ship node ${shipNode} does not exist.`);
			return { shipNode, ...enough(line, availability(world, { ...question, shipNode })) };
		}),
	};
}

function inNetwork(world: World, header: Json, line: Json, group: string): { networkAvailabilities: Json[] } {
	const question = { ...questionOf(world, header, line), distributionGroup: group };
	return { networkAvailabilities: [{ distributionGroupId: group, ...enough(line, availability(world, question)) }] };
}

function questionOf(world: World, header: Json, line: Json): Question {
	const item = {
		itemId: required(line, 'itemId'),
		unitOfMeasure: required(line, 'unitOfMeasure'),
		productClass: text(line.productClass),
	};
	const deliveryMethod = text(line.deliveryMethod) || 'SHP';
	if (!METHODS.includes(deliveryMethod)) throw badRequest(`Unknown settings: deliveryMethod ${deliveryMethod}`);
	if (!world.isKnown(item)) refuseUnknown(world, `Item ${item.itemId} does not exist.`);
	return {
		...item,
		deliveryMethod,
		segment: text(line.segment ?? header.segment),
		segmentType: text(line.segmentType ?? header.segmentType),
		considerSafetyStock: text(header.considerSafetyStock) === 'true',
		until: endOf(world, text(line.requestedEndTs)),
	};
}

function refuseUnknown({ behaviour }: World, message: string): void {
	if (behaviour.unknownItems === 'refused') throw badRequest(message);
}

/** The end that is asked for: since a release a date and `Z`, and no full timestamp [IBM: API best practices]. */
function endOf({ clock, behaviour }: World, asked: string): number {
	if (asked === '') return clock.now() + behaviour.defaultDays * DAY;
	const isDate = /^\d{4}-\d{2}-\d{2}Z$/.test(asked);
	const wanted = behaviour.endDates;
	if ((wanted === 'dateOnly' && !isDate) || (wanted === 'timestamp' && isDate)) {
		throw badRequest(`requestedEndTs ${asked} is not in the expected format.`);
	}
	return instant(isDate ? `${asked.slice(0, 10)}T00:00:00.000Z` : asked, 0);
}

/** With a quantity, the windows end where it is reached. */
function enough(line: Json, all: Availability): Availability {
	if (line.requestedQuantity === undefined) return all;
	const wanted = number(line, 'requestedQuantity');
	const windows = [all.currentAvailability, ...all.futureAvailability];
	const reached = windows.findIndex(({ availableQuantity }) => availableQuantity >= wanted);
	return reached === -1 ? all : { ...all, futureAvailability: all.futureAvailability.slice(0, reached) };
}
