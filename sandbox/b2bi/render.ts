import type { B2biBehaviour } from './options';
import type { Row, Service } from './services/service';

interface Place {
	/** Origin that the server takes for its own. */
	origin: string;
	service: string;
}

/** The address of a record, as the server sees itself. */
export function hrefOf({ origin, service }: Place, key: string, encodes: boolean): string {
	const part = encodes ? encodeURIComponent(key) : key;
	return `${origin}/B2BAPIs/svc/${service}/${part}`;
}

/** A record as the REST services show it: with its addresses, enumerations as objects, hidden attributes left out. */
export function render(row: Row, service: Service, place: Place, behaviour: B2biBehaviour): Row {
	const hidden = service.hidden?.() ?? [];
	const isPlain = service.isPlain === true || behaviour.enumerations === 'plain';
	const attributes = Object.entries(row)
		.filter(([name, value]) => value !== undefined && !hidden.includes(name))
		.map(([name, value]) => [name, isPlain ? value : enumerated(value, service.displays?.[name])]);
	if (service.title === 'MailboxContent') return Object.fromEntries(attributes) as Row;
	const key = String(row[service.key]);
	const href = hrefOf(place, key, true);
	return {
		_id: key,
		_title: `${service.title}(${key})`,
		$ref: href,
		href,
		actions: { href: `${href}/actions/`, $ref: `${href}/actions/` },
		...Object.fromEntries(attributes),
	};
}

function enumerated(value: unknown, displays: Record<string, string> | undefined): unknown {
	if (typeof value === 'boolean') return { code: value, display: value ? 'Yes' : 'No' };
	if (displays && typeof value === 'string') return { code: value, display: displays[value] ?? value };
	return value;
}

/** The row with the attributes that a query wants: `_include`, or all but `_exclude`. */
export function chosen(row: Row, query: URLSearchParams): Row {
	const names = (parameter: string) => query.get(parameter)?.split(',');
	const [included, excluded] = [names('_include'), names('_exclude')];
	return Object.fromEntries(
		Object.entries(row).filter(([name]) => (included?.includes(name) ?? true) && !excluded?.includes(name)),
	);
}

/** The rows of `_range=from-to` (zero-based, the last one included), or the server's first page. */
export function pageOf(rows: Row[], query: URLSearchParams, behaviour: B2biBehaviour): Row[] {
	const range = /^(\d+)-(\d+)$/.exec(query.get('_range') ?? '');
	if (!range) return rows.slice(0, behaviour.defaultPage);
	const from = Number(range[1]);
	return rows.slice(from, Math.min(Number(range[2]) + 1, from + behaviour.largestPage));
}

export function sorted(rows: Row[], query: URLSearchParams): Row[] {
	const field = query.get('_sort');
	if (field === null) return rows;
	return [...rows].sort((a, b) => (String(a[field]) < String(b[field]) ? -1 : 1));
}
