import type { ListQuery } from './query';
import type { Kind, SysproRecord, Way } from './records';

/** Where a poll is. Plain data, replaced as a whole. */
export interface ChangesCursor {
	v: 1;
	/** Grows with every change, so that of two polls at the same time only one moves on. */
	rev: number;
	kind: Kind;
	/** Documents from this date on are read, `YYYY-MM-DD`. */
	since: string;
	/** What was reported, by day. */
	known: Readonly<Record<string, string>>;
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
