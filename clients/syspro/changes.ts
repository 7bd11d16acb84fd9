import { ServiceError } from '../../kit/errors';
import { isKnown, KnownRecords, type Known } from '../../kit/polling/known';
import { contentOf, dayOf } from './content';
import { DEFAULT_STATUSES, type Condition, type ListQuery } from './query';
import type { Reader } from './reader';
import { KINDS, type Kind, type SysproRecord, type Way } from './records';
import { addDays, isDay } from './values';

/** Where a poll is. Plain data, replaced as a whole. */
export interface ChangesCursor {
	v: 1;
	/** Grows with every change, so that of two polls at the same time only one moves on. */
	rev: number;
	kind: Kind;
	/** Documents from this date on are read, `YYYY-MM-DD`. */
	since: string;
	/** What was reported, with its content. */
	known: Known;
}

export interface ChangeOptions {
	/** What to look at; dates of the query are ignored. */
	query?: Pick<ListQuery, 'statuses' | 'withCancelled' | 'supplier' | 'customer' | 'conditions'>;
	/** Days that documents may be dated back; 2 by default. */
	overlapDays?: number;
	/** Whether the first poll reports what is there already, from `startDate` on; not by default. */
	reportsExisting?: boolean;
	/** Where `reportsExisting` begins, `YYYY-MM-DD`; the overlap before today by default. */
	startDate?: string;
	/** Whether changed documents are reported beside new ones; they are by default. */
	withChanged?: boolean;
	/** Most records that one poll reports; 500 by default. */
	limit?: number;
	ways?: readonly Way[];
}

export interface Changes<K extends Kind> {
	records: Array<{ change: 'new' | 'changed'; record: SysproRecord<K> }>;
	cursor: ChangesCursor;
	/** Whether there is more to report at once. */
	more: boolean;
}

const OVERLAP_DAYS = 2;
const LIMIT = 500;
const DAY_MS = 86_400_000;

/**
 * The dates by which documents come up, each asked for on its own: an order comes up when it is entered, and again when
 * it is printed. Kinds without dates are read as a whole.
 */
const DATES: Readonly<Record<Kind, readonly string[]>> = {
	purchaseOrder: ['OrderEntryDate', 'DateLastDocPrt'],
	invoice: ['InvoiceDate'],
	dispatchNote: ['ActualDeliveryDate', 'PlannedDeliverDate'],
	salesOrder: ['OrderDate', 'EntrySystemDate'],
	supplier: [],
	customer: [],
	stockItem: [],
};

/** Codes of documents that are done; the others of the chosen ones are few, and read whatever their dates are. */
const DONE: Readonly<Partial<Record<Kind, readonly string[]>>> = { dispatchNote: ['9'] };

/**
 * One poll. SYSPRO dates have no time, may be in the past and in the future, and change: so everything from the
 * watermark on is read each time, and what was reported is known by its key and content. The watermark follows this
 * machine's day, never a document's. @throws ServiceError
 */
export async function readChanges<K extends Kind>(
	reader: Reader,
	kind: K,
	cursor: ChangesCursor | undefined,
	now: number,
	options: ChangeOptions = {},
): Promise<Changes<K>> {
	const { overlapDays = OVERLAP_DAYS, limit = LIMIT, withChanged = true, reportsExisting = false } = options;
	const today = Math.floor(now / DAY_MS);
	const overlap = Math.max(1, Math.floor(overlapDays));
	const latest = dayText(today - overlap);
	const stored = cursor === undefined ? undefined : assertCursor(cursor, kind);
	const since = stored?.since ?? checkedStart(options.startDate) ?? latest;
	const isStock = stored === undefined && !reportsExisting;
	const known = new KnownRecords(stored?.known ?? {});
	const found = await readSince<K>(reader, kind, since, options);
	const records: Changes<K>['records'] = [];
	let more = false;
	for (const record of found) {
		const content = contentOf(record);
		const change = known.judge(record.id, content, today);
		if (change === 'same') continue;
		if (!isStock && records.length >= limit) {
			more = true;
			continue;
		}
		if (!known.report(record.id, content, today)) throw tooMany(kind);
		if (!isStock && (change === 'new' || withChanged)) records.push({ change, record });
	}
	const next = more || since > latest ? since : latest;
	const rev = (stored?.rev ?? -1) + 1;
	return { records, more, cursor: { v: 1, rev, kind, since: next, known: known.since(dayNumber(next)) } };
}

async function readSince<K extends Kind>(
	reader: Reader,
	kind: K,
	since: string,
	options: ChangeOptions,
): Promise<Array<SysproRecord<K>>> {
	const { query = {}, ways } = options;
	const statuses = query.statuses ?? DEFAULT_STATUSES[kind] ?? [];
	const open = statuses.filter((code) => !DONE[kind]?.includes(code));
	const columns = DATES[kind];
	const passes: ListQuery[] = columns.map((column) => {
		const from: Condition = { column, operator: 'ge', value: since, type: 'date' };
		return { ...query, statuses, conditions: [...(query.conditions ?? []), from] };
	});
	if (columns.length === 0) passes.push({ ...query, statuses });
	if (DONE[kind] && open.length > 0) passes.push({ ...query, statuses: open });
	const found: Array<SysproRecord<K>> = [];
	const seen = new Set<string>();
	for (const pass of passes) {
		for await (const { records } of reader.list(kind, pass, ways, seen)) found.push(...records);
	}
	return found.sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dayText = (day: number): string => addDays('1970-01-01', day);
const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

const START_OVER = 'Start over: reset the position of the trigger.';

function assertCursor(value: ChangesCursor, kind: Kind): ChangesCursor {
	const isOne =
		value.v === 1 &&
		Number.isSafeInteger(value.rev) &&
		KINDS.includes(value.kind) &&
		isDay(value.since) &&
		isKnown(value.known);
	if (isOne && value.kind === kind) return value;
	const message = isOne
		? `The stored position is one of ${value.kind}, not of ${kind}.`
		: 'The stored position of this trigger is damaged, or comes from another version of the package.';
	throw new ServiceError('configuration', message, { hint: START_OVER, effect: 'none' });
}

function checkedStart(day: string | undefined): string | undefined {
	if (day === undefined || day === '' || isDay(day)) return day || undefined;
	throw new ServiceError('invalidInput', `The start date "${day}" is not a date.`, {
		hint: 'Dates are written YYYY-MM-DD.',
		effect: 'none',
	});
}

function tooMany(kind: Kind): ServiceError {
	return new ServiceError('configuration', `There are too many documents (${kind}) to remember which were reported.`, {
		hint: 'Narrow the selection, for example by status, supplier or customer, or look back over fewer days.',
		effect: 'none',
	});
}
