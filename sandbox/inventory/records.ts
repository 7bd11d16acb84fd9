import { instant, iso, number, required, text, type Json } from './body';
import type { StockRecord } from './ledger';
import { badRequest } from './refusal';
import { OPEN_END, OPEN_START, type World } from './world';

/** A supply or demand of a request; `amount` names the member with its quantity. @throws Refusal */
export function readRecord(world: World, kind: StockRecord['kind'], given: Json, amount: string): StockRecord {
	const [from, until] = kind === 'supply' ? [given.eta, given.shipByDate] : [given.shipDate, given.cancelDate];
	const shipNode = kind === 'supply' ? required(given, 'shipNode') : text(given.shipNode);
	if (shipNode !== '' && !world.nodes.has(shipNode)) throw badRequest(`Ship node ${shipNode} does not exist.`);
	return {
		kind,
		itemId: required(given, 'itemId'),
		unitOfMeasure: required(given, 'unitOfMeasure'),
		productClass: text(given.productClass),
		type: required(given, 'type'),
		shipNode,
		segment: text(given.segment),
		segmentType: text(given.segmentType),
		reference: text(given.reference),
		referenceType: text(given.referenceType),
		lineReference: text(given.lineReference),
		tagNumber: text(given.tagNumber),
		from: instant(from, OPEN_START),
		until: instant(until, OPEN_END),
		quantity: number(given, amount),
	};
}

/** A record as IV shows it: blanks are empty texts, open times the first and last day [IBM's clients]. */
export function shownRecord({ kind, from, until, ...record }: StockRecord): Json {
	const { quantity, ...named } = record;
	const times =
		kind === 'supply' ? { eta: iso(from), shipByDate: iso(until) } : { shipDate: iso(from), cancelDate: iso(until) };
	return { ...named, ...times, quantity };
}

/** The filter of a read: what the query names must be equal. @throws Refusal without an item */
export function filteredBy(query: URLSearchParams): (record: StockRecord) => boolean {
	const asked = (name: string) => query.get(name);
	if (!asked('itemId') || !asked('unitOfMeasure')) throw badRequest('itemId and unitOfMeasure are required.');
	const names = ['itemId', 'unitOfMeasure', 'productClass', 'shipNode', 'segment', 'segmentType', 'type'] as const;
	const wanted = names.filter((name) => asked(name) !== null);
	return (record) => wanted.every((name) => record[name] === asked(name));
}
