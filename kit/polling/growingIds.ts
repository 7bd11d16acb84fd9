/**
 * The IDs that were emitted of one source whose record IDs are growing whole numbers. A record may become visible after
 * one with a higher ID (its transaction took longer), so a watermark alone would miss it. Plain data.
 */
interface SourceState {
	/** Everything up to this ID counts as emitted. */
	floor: number;
	/** IDs above it that were emitted: the distances from one to the next, in base 36, separated by dots. */
	ids: string;
}

/** Where a trigger over several such sources is. Plain data, replaced as a whole. */
export interface Ledger {
	v: 1;
	/** Grows with every change, so that of two polls at the same time only one moves on. */
	rev: number;
	/** The choice of the user when the sources were registered. */
	choice: string;
	/** By source. */
	sources: Readonly<Record<string, SourceState>>;
}

/** What one source shows at the moment. */
interface Sight {
	source: string;
	/** IDs of all records that are there, in any order. */
	ids: readonly number[];
}

/** IDs that are remembered over all sources; each takes two or three characters. */
const MOST_IDS = 10_000;
/** A source gets at least so many, however many sources there are. */
const LEAST_IDS = 50;
/** Sources that are remembered though they were not seen lately: one may return, and nothing of it is emitted twice. */
const MOST_SOURCES = 1_000;

interface Rules {
	/** The current choice. In a source that is new because of another choice, existing records count as emitted. */
	choice: string;
	/** Whether records that exist at the very start are emitted. */
	emitsExisting: boolean;
	most?: number;
}

/**
 * The ledger with an entry for each source. At the start, and after another choice, existing records count as emitted.
 * A source that appears later under the same choice is emitted from its first record on. Pure.
 */
export function takeStock(ledger: Ledger | undefined, sights: readonly Sight[], rules: Rules): Ledger {
	const { choice, emitsExisting, most = MOST_IDS } = rules;
	const isNewChoice = ledger?.choice !== choice;
	const startsEmpty = isNewChoice ? ledger === undefined && emitsExisting : true;
	const each = share(sights.length, most);
	const added = sights
		.filter(({ source }) => ledger?.sources[source] === undefined)
		.map(({ source, ids }) => [source, startsEmpty ? NOTHING : remember(NOTHING, ids, each)] as const);
	if (ledger && added.length === 0 && !isNewChoice) return ledger;
	const kept = keep(ledger?.sources ?? {}, sights);
	return { v: 1, rev: (ledger?.rev ?? -1) + 1, choice, sources: { ...kept, ...Object.fromEntries(added) } };
}

/** A record to emit. */
export interface Fresh {
	source: string;
	id: number;
}

/** The records that exist and were not emitted, in the order of their IDs. Pure. */
export function freshOf({ sources }: Ledger, sights: readonly Sight[]): Fresh[] {
	const found = sights.flatMap(({ source, ids }) => {
		const emitted = sources[source] ?? NOTHING;
		const known = new Set(idsOf(emitted));
		return [...new Set(ids)].filter((id) => id > emitted.floor && !known.has(id)).map((id) => ({ source, id }));
	});
	return found.sort((a, b) => a.id - b.id || (a.source < b.source ? -1 : 1));
}

/**
 * The ledger after these records were emitted. Where it has no room for all IDs, the lowest are dropped: they and
 * everything below them count as emitted, but never beyond a record that is still waiting. Pure; returns the same ledger
 * where nothing was emitted.
 */
export function markEmitted(
	ledger: Ledger,
	emitted: readonly Fresh[],
	waiting: readonly Fresh[],
	most = MOST_IDS,
): Ledger {
	if (emitted.length === 0) return ledger;
	const each = share(Object.keys(ledger.sources).length, most);
	const sources = { ...ledger.sources };
	for (const source of new Set(emitted.map((fresh) => fresh.source))) {
		const ids = emitted.filter((fresh) => fresh.source === source).map(({ id }) => id);
		const next = Math.min(...waiting.filter((fresh) => fresh.source === source).map(({ id }) => id));
		sources[source] = remember(sources[source] ?? NOTHING, ids, each, next);
	}
	return { ...ledger, rev: ledger.rev + 1, sources };
}

const NOTHING: SourceState = { floor: 0, ids: '' };

const share = (sources: number, most: number): number =>
	Math.max(Math.min(LEAST_IDS, most), Math.floor(most / Math.max(1, sources)));

function remember(emitted: SourceState, more: readonly number[], most: number, before = Infinity): SourceState {
	const ids = [...new Set([...idsOf(emitted), ...more])].filter((id) => id > emitted.floor).sort((a, b) => a - b);
	const surplus = ids.slice(0, Math.max(0, ids.length - most)).filter((id) => id < before);
	const floor = surplus[surplus.length - 1] ?? emitted.floor;
	return { floor, ids: packed(ids.slice(surplus.length), floor) };
}

function packed(ids: readonly number[], floor: number): string {
	return ids.map((id, index) => (id - (index === 0 ? floor : ids[index - 1])).toString(36)).join('.');
}

function idsOf({ floor, ids }: SourceState): number[] {
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
