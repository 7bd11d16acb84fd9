/** When something can be delivered, by one carrier service. Null where the response says nothing readable. */
interface Estimate {
	carrierService: string | null;
	/** As the response writes it. */
	deliveryDate: string | null;
	shipDate: string | null;
	/** Until when to order for these dates. */
	orderBy: string | null;
	node: string | null;
	/** Lines that it is about, as the response writes them; only where it has some. */
	lines?: unknown[];
}

type Json = Record<string, unknown>;

/*
 * The names of the response are not readable in any public page, so every likely one is tried; what matches none gives
 * no date rather than an invented one.
 */
const WRAPPERS = ['results', 'result', 'data', 'options', 'shipments', 'lines'];
const DELIVERY =
	'estimatedDeliveryDate estimatedDeliveryTs deliveryDate deliveryTs eddTs edd earliestDeliveryDate lastDeliveryDate';
const SHIP = 'shipDate shipTs shippingDate';
const ORDER_BY = 'orderBy orderByTs orderByDate';
const NODE = 'fulfillingNode shipNode nodeId node';
const CARRIER = 'carrierService carrierServiceId';

/** The estimates of a response of promising, one for each carrier service or shipment; empty where it holds none. */
export function estimatesOf(response: unknown): Estimate[] {
	return entriesOf(response, 0)
		.map((entry) => ({
			carrierService: first(entry, CARRIER),
			deliveryDate: first(entry, DELIVERY, true),
			shipDate: first(entry, SHIP, true),
			orderBy: first(entry, ORDER_BY, true),
			node: first(entry, NODE),
			...linesOf(entry),
		}))
		.filter(({ deliveryDate }) => deliveryDate !== null);
}

/** The objects that may be estimates: the members of lists, and what wraps them is looked into. */
function entriesOf(value: unknown, depth: number): Json[] {
	if (depth > 6) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => entriesOf(entry, depth + 1));
	if (typeof value !== 'object' || value === null) return [];
	const holder = value as Json;
	const inner = WRAPPERS.filter((name) => typeof holder[name] === 'object' && holder[name] !== null);
	const found = inner.flatMap((name) => entriesOf(holder[name], depth + 1));
	return found.some((entry) => first(entry, DELIVERY, true) !== null) ? found : [holder];
}

function linesOf({ lines }: Json): { lines?: unknown[] } {
	return Array.isArray(lines) && lines.length > 0 ? { lines: lines as unknown[] } : {};
}

function first(entry: Json, names: string, isDate = false): string | null {
	for (const name of names.split(' ')) {
		const value = entry[name];
		if (typeof value === 'object' && value !== null) {
			const id = (value as Json).id ?? (value as Json).shipNode ?? (value as Json).nodeId;
			if (!isDate && typeof id === 'string') return id;
		}
		const text = typeof value === 'number' && isDate ? instantOf(value) : value;
		if (typeof text === 'string' && text !== '' && (!isDate || !Number.isNaN(Date.parse(text)))) return text;
	}
	return null;
}

/** A number for a date is taken for epoch milliseconds where it is of this century. */
function instantOf(value: number): string | undefined {
	return value > 946_684_800_000 && value < 4_102_444_800_000 ? new Date(value).toISOString() : undefined;
}
