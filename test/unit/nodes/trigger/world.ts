import type { Document } from '../../../../kit/xml/document';
import { EVENT_TABLE } from '../../../../nodes/IbmSterlingOms/trigger/eventTable';
import { openWindow, resume, step, type Cursor, type Rules } from '../../../../kit/polling/window';
import { sightingsOf, type Reading, type Told } from '../../../../nodes/IbmSterlingOms/trigger/run/read';
import { SOURCES } from '../../../../nodes/IbmSterlingOms/trigger/sources';
import type { EventName } from '../../../../nodes/IbmSterlingOms/trigger/events/names';
import { sterlingTime } from '../../../../nodes/IbmSterlingOms/trigger/events/time';

/** One change of a row: stamped when it was written, visible from when it was committed. Seconds. */
export interface Version {
	stamp: number;
	commit: number;
	cancels: boolean;
}

export interface Row {
	source: 'order' | 'shipment';
	key: string;
	/** The first is the creation. */
	versions: Version[];
}

/** What the user has chosen at the time of a poll. */
export interface Choice {
	events: EventName[];
	/** Only rows whose key ends with one of these: stands for any filter. */
	endings: string;
}

export interface Poll {
	/** Seconds since the poll before. */
	wait: number;
	/** Seconds that the clock of the answering cluster node runs behind. */
	behind: number;
	/** Seconds that each page takes. */
	pageSeconds: number;
	pageSize: number;
	limit: number;
	/** What happens to this poll's result. */
	fate: 'saved' | 'lost' | 'overtaken' | 'restarted';
	choice: Choice;
}

/**
 * A Sterling table with transactions, and a trigger that polls it. Pure model: time only moves when told to.
 */
export class World {
	now: number;
	told: Told[] = [];
	/** Names of events that were told before their time. */
	early: string[] = [];
	/** What n8n has on disk; a restart falls back on it. */
	private saved: Cursor | undefined;

	constructor(
		private readonly rows: Row[],
		private readonly rules: Rules & { most: number },
		private cursor: Cursor,
		start: number,
	) {
		this.now = start;
		this.saved = cursor;
	}

	poll(poll: Poll): void {
		this.now += poll.wait;
		if (poll.fate === 'restarted') this.cursor = plain(this.saved!);
		const present = this.cursor;
		const result = this.read(plain(present), poll);
		// Crashed between fetching and handing over: nothing was told, nothing was kept.
		if (poll.fate === 'lost') return;
		// A second poll on the same cursor, while this one was under way, comes too late.
		if (poll.fate === 'overtaken') this.read(plain(present), poll);
		this.cursor = { ...result.cursor, rev: present.rev + 1 };
		this.told.push(...result.told);
		// n8n without durable cursors writes to disk only when there is something to hand over.
		if (result.told.length > 0) this.saved = plain(this.cursor);
	}

	get size(): number {
		return JSON.stringify(this.cursor).length;
	}

	private read(from: Cursor, { behind, pageSeconds, pageSize, limit, choice }: Poll): { cursor: Cursor; told: Told[] } {
		const sources = (['order', 'shipment'] as const).filter((name) => eventsOf(name, choice).length > 0);
		if (sources.length === 0) return { cursor: from, told: [] };
		const told: Told[] = [];
		let cursor = openWindow(resume(from, sources), this.now - behind, this.rules, sources);
		while (cursor.open && told.length < limit) {
			this.now += pageSeconds;
			const source = cursor.open.source as Row['source'];
			const found = this.visible(source, cursor.since, choice).filter(({ key }) => key > (cursor.open?.after ?? ''));
			const reading = {
				source: SOURCES[source],
				events: eventsOf(source, choice),
				creationGrace: 0,
			} as unknown as Reading;
			const page = {
				rows: found.slice(0, pageSize).map((row) => ({ key: row.key, sightings: sightingsOf(row.document, reading) })),
				more: found.length > pageSize,
			};
			const result = step(cursor, page, { sources, limit: limit - told.length, most: this.rules.most });
			told.push(...result.emit);
			this.early.push(...result.emit.filter(({ at }) => at + this.rules.lag > this.now).map(({ name }) => name));
			cursor = result.cursor;
		}
		return { cursor, told };
	}

	/** The rows as a query of this moment finds them, in key order. */
	private visible(source: Row['source'], since: number, { endings, events }: Choice) {
		const stamp = events.every((event) => event.endsWith('Created')) ? 'Createts' : 'Modifyts';
		return this.rows
			.filter((row) => row.source === source && endings.includes(row.key.at(-1)!))
			.map((row) => ({ key: row.key, document: documentAt(row, this.now) }))
			.filter((row): row is { key: string; document: Document } => row.document !== undefined)
			.filter(({ document }) => Date.parse(document[stamp] as string) / 1000 >= since)
			.sort((a, b) => (a.key < b.key ? -1 : 1));
	}
}

/** The row as its last committed change left it. */
function documentAt({ source, key, versions }: Row, now: number): Document | undefined {
	// A row's changes follow one another, so the committed ones are the first ones.
	const lock = versions.filter(({ commit }) => commit <= now).length - 1;
	if (lock === -1) return undefined;
	const cancelled = versions.findIndex(({ cancels }, i) => cancels && i <= lock);
	const statuses =
		cancelled === -1 ? [] : [{ Status: '9000', StatusQty: '1', StatusDate: sterlingTime(versions[cancelled].stamp) }];
	return {
		[SOURCES[source].key]: key,
		Createts: sterlingTime(versions[0].stamp),
		Modifyts: sterlingTime(versions[lock].stamp),
		Lockid: String(lock),
		MinOrderStatus: cancelled === -1 ? '1100' : '9000',
		OrderStatuses: { OrderStatus: statuses },
	};
}

const eventsOf = (source: string, { events }: Choice) =>
	EVENT_TABLE.filter((event) => event.source === source && events.includes(event.value));

const plain = (cursor: Cursor) => JSON.parse(JSON.stringify(cursor)) as Cursor;
