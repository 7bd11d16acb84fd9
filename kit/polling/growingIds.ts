/**
 * What was told of one source whose records have whole numbers that grow as their IDs. A record may become visible after
 * one with a higher ID (its transaction took longer), so a watermark alone would miss it. Plain data.
 */
export interface Told {
	/** Everything up to this ID counts as told. */
	floor: number;
	/** IDs above it that were told: the distances from one to the next, in base 36, with dots between them. */
	ids: string;
}

/** Where a trigger over several such sources is. Plain data, replaced as a whole. */
export interface Ledger {
	v: 1;
	/** Grows with every change, so that of two polls at the same time only one moves on. */
	rev: number;
	/** What the user chose when the sources were taken stock of. */
	choice: string;
	/** By source. */
	sources: Readonly<Record<string, Told>>;
}

/** What one source shows at the moment. */
interface Sight {
	source: string;
	/** IDs of all records that are there, in any order. */
	ids: readonly number[];
}

/** IDs that are remembered over all sources; each takes two or three characters. */
export const MOST_IDS = 10_000;
/** A source gets at least so many, however many sources there are. */
const LEAST_IDS = 50;
/** Sources that are remembered though they were not seen lately: one may come back, and nothing of it is told twice. */
const MOST_SOURCES = 1_000;

export interface Rules {
	/** What is chosen now. A source that is new because of another choice starts with what is there as told. */
	choice: string;
	/** Whether what is there at the very start is told, too. */
	tellsExisting: boolean;
	most?: number;
}

/**
 * The ledger with a place for each source that is seen. At the start, and for sources of another choice, what is there
 * counts as told. A source that comes up later under the same choice is told from its first record on. Pure.
 */
export function takeStock(ledger: Ledger | undefined, sights: readonly Sight[], rules: Rules): Ledger {
	const { choice, tellsExisting, most = MOST_IDS } = rules;
	const isNewChoice = ledger?.choice !== choice;
	const startsEmpty = isNewChoice ? ledger === undefined && tellsExisting : true;
	const each = share(sights.length, most);
	const added = sights
		.filter(({ source }) => ledger?.sources[source] === undefined)
		.map(({ source, ids }) => [source, startsEmpty ? NOTHING : remember(NOTHING, ids, each)] as const);
	if (ledger && added.length === 0 && !isNewChoice) return ledger;
	const kept = keep(ledger?.sources ?? {}, sights);
	return { v: 1, rev: (ledger?.rev ?? -1) + 1, choice, sources: { ...kept, ...Object.fromEntries(added) } };
}

/** A record that is to be told. */
export interface Fresh {
	source: string;
	id: number;
}

/** What is there and was not told, in the order of the IDs. Pure. */
export function freshOf({ sources }: Ledger, sights: readonly Sight[]): Fresh[] {
	const found = sights.flatMap(({ source, ids }) => {
		const told = sources[source] ?? NOTHING;
		const known = new Set(idsOf(told));
		return [...new Set(ids)].filter((id) => id > told.floor && !known.has(id)).map((id) => ({ source, id }));
	});
	return found.sort((a, b) => a.id - b.id || (a.source < b.source ? -1 : 1));
}

/**
 * The ledger after these records were told. Where it has no room for all IDs, the lowest are forgotten and count as told
 * with everything below them, but never past a record that is still to be told. Pure; the same ledger where none was told.
 */
export function tell(ledger: Ledger, told: readonly Fresh[], waiting: readonly Fresh[], most = MOST_IDS): Ledger {
	if (told.length === 0) return ledger;
	const each = share(Object.keys(ledger.sources).length, most);
	const sources = { ...ledger.sources };
	for (const source of new Set(told.map((fresh) => fresh.source))) {
		const ids = told.filter((fresh) => fresh.source === source).map(({ id }) => id);
		const next = Math.min(...waiting.filter((fresh) => fresh.source === source).map(({ id }) => id));
		sources[source] = remember(sources[source] ?? NOTHING, ids, each, next);
	}
	return { ...ledger, rev: ledger.rev + 1, sources };
}

const NOTHING: Told = { floor: 0, ids: '' };

const share = (sources: number, most: number): number =>
	Math.max(Math.min(LEAST_IDS, most), Math.floor(most / Math.max(1, sources)));

function remember(told: Told, more: readonly number[], most: number, before = Infinity): Told {
	const ids = [...new Set([...idsOf(told), ...more])].filter((id) => id > told.floor).sort((a, b) => a - b);
	const surplus = ids.slice(0, Math.max(0, ids.length - most)).filter((id) => id < before);
	const floor = surplus[surplus.length - 1] ?? told.floor;
	return { floor, ids: packed(ids.slice(surplus.length), floor) };
}

function packed(ids: readonly number[], floor: number): string {
	return ids.map((id, index) => (id - (index === 0 ? floor : ids[index - 1])).toString(36)).join('.');
}

function idsOf({ floor, ids }: Told): number[] {
	if (ids === '') return [];
	let id = floor;
	return ids.split('.').map((distance) => (id += parseInt(distance, 36)));
}

/** The sources that are seen, and as many of the others as there is room for. */
function keep(sources: Ledger['sources'], sights: readonly Sight[]): Ledger['sources'] {
	const names = Object.keys(sources);
	if (names.length <= MOST_SOURCES) return sources;
	const seen = new Set(sights.map(({ source }) => source));
	return Object.fromEntries(
		names
			.filter((name) => seen.has(name))
			.concat(names.filter((name) => !seen.has(name)))
			.slice(0, MOST_SOURCES)
			.map((name) => [name, sources[name]]),
	);
}
