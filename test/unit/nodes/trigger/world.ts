import type { Answer, Call, SterlingClient } from '../../../../clients/oms';
import type { Cursor } from '../../../../kit/polling/cursor';
import type { Rules } from '../../../../kit/polling/window';
import type { Document } from '../../../../kit/xml/document';
import { EVENT_TABLE } from '../../../../nodes/IbmSterlingOms/trigger/eventTable';
import type { EventItem } from '../../../../nodes/IbmSterlingOms/trigger/item';
import type { EventName } from '../../../../nodes/IbmSterlingOms/trigger/names';
import { poll } from '../../../../nodes/IbmSterlingOms/trigger/poll';
import { SOURCES, type Source } from '../../../../nodes/IbmSterlingOms/trigger/sources';
import { secondsOf, sterlingTime } from '../../../../nodes/IbmSterlingOms/trigger/time';

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

/** What comes in place of a list: nothing, another document, or the list under another name. */
export const BLANKS: Array<Pick<Answer, 'document' | 'root' | 'empty'>> = [
	{ document: {}, root: '', empty: true },
	{ document: { Status: 'OK' }, root: 'Health', empty: false },
	{ document: { order: [{}] }, root: '', empty: false },
	{ document: { Order: ['x'], Shipment: ['x'] }, root: '', empty: false },
];

export interface Poll {
	/** Seconds since the poll before. */
	wait: number;
	/** Seconds that the clock of the answering cluster node runs behind. */
	behind: number;
	/** Seconds that the Date of this poll's responses is off. */
	rogue: number;
	/** Seconds that each page takes. */
	pageSeconds: number;
	pageSize: number;
	limit: number;
	/** What happens to this poll's result. */
	fate: 'saved' | 'lost' | 'overtaken' | 'restarted';
	/** The request that is answered blank, if any, and how. */
	blank?: { request: number; as: number };
	choice: Choice;
}

/**
 * A Sterling table with transactions behind a client, and a trigger that polls it with the trigger's own poll.
 * Time only moves when told to.
 */
export class World {
	now: number;
	items: EventItem[] = [];
	/** Names of events that came before their time, and blank responses that passed unnoticed. */
	wrong: string[] = [];
	/** What n8n has on disk; a restart falls back on it. */
	private saved: Cursor | undefined;
	private requests = 0;
	private isDoubted = false;

	constructor(
		private readonly rows: Row[],
		private readonly rules: Rules & { most: number },
		private cursor: Cursor,
		start: number,
		/** Seconds that this machine's clock is off. */
		private readonly localOff = 0,
	) {
		this.now = start;
		this.saved = cursor;
	}

	async poll(given: Poll): Promise<void> {
		this.now += given.wait;
		if (given.fate === 'restarted') this.cursor = plain(this.saved!);
		const present = this.cursor;
		const result = await this.read(plain(present), given);
		// Failed, or crashed between fetching and handing over: nothing was passed on, nothing was kept.
		if (!result?.cursor || given.fate === 'lost') return;
		// A second poll on the same cursor, while this one was in progress, comes too late.
		if (given.fate === 'overtaken') await this.read(plain(present), given);
		this.cursor = plain(result.cursor);
		this.items.push(...result.items);
		// n8n without durable cursors writes to disk only when there is something to hand over.
		if (result.items.length > 0) this.saved = plain(this.cursor);
	}

	private async read(from: Cursor, given: Poll) {
		const { choice, limit, blank } = given;
		const sources = [SOURCES.order, SOURCES.shipment].filter(({ value }) => eventsOf(value, choice).length > 0);
		if (sources.length === 0) return undefined;
		const readings = sources.map((source) => ({
			source,
			events: eventsOf(source.value, choice),
			filter: { input: {}, conditions: [] },
			options: {},
			creationGrace: 0,
		}));
		const settings = { ...this.rules, readings, outputs: {}, eventsPerPoll: limit };
		const budget = { isSpent: () => false, now: () => (this.now + this.localOff) * 1000 };
		this.requests = 0;
		try {
			const result = await poll(this.client(given), settings, from, budget);
			if (blank && this.requests > blank.request) this.wrong.push(`blank response ${blank.as} passed`);
			// A doubted clock holds nothing back, and its window may stay open for a while.
			this.isDoubted ||= given.rogue > 0 || this.localOff < -60;
			const early = result.items.filter(({ eventTime }) => secondsOf(eventTime)! + this.rules.lag > this.now);
			if (!this.isDoubted) this.wrong.push(...early.map(({ eventKey }) => `${eventKey} came early`));
			return result;
		} catch (error) {
			const isBehind = given.rogue < 0 && /clock of the server/.test(String(error));
			if (!isBehind && !(blank && this.requests > blank.request)) throw error;
			return undefined;
		}
	}

	/** Sterling: responds to list calls with what a query of this moment finds. */
	private client({ behind, rogue, pageSeconds, pageSize, choice, blank }: Poll): SterlingClient {
		const send = async ({ api, input }: Call): Promise<Answer> => {
			const source = [SOURCES.order, SOURCES.shipment].find((one) => one.api === api)!;
			const isBlank = blank?.request === this.requests++;
			this.now += pageSeconds;
			const serverDate = new Date((this.now - behind + rogue) * 1000);
			if (isBlank) return { ...BLANKS[blank.as], serverDate };
			const found = this.find(source, input, choice);
			const rows = found.slice(0, Math.min(pageSize, Number(input.MaximumRecords)));
			const document: Document = { LastRecordSet: rows.length < found.length ? 'N' : 'Y' };
			if (rows.length > 0) document[source.inputRoot] = rows;
			return { document, root: source.outputRoot, empty: false, serverDate };
		};
		return { send } as unknown as SterlingClient;
	}

	private find(source: Source, input: Document, { endings }: Choice): Document[] {
		const { key, value } = source;
		const [{ Name: order, Desc: desc } = { Name: key, Desc: 'N' }] = attributesOf(input);
		const [stamp] = ['Createts', 'Modifyts'].filter((name) => input[name] !== undefined);
		const documents = this.rows
			.filter((row) => row.source === value && endings.includes(row.key.at(-1)!))
			.map((row) => documentAt(row, this.now))
			.filter((document): document is Document => document !== undefined)
			.filter((document) => !stamp || secondsOf(document[stamp])! >= secondsOf(input[stamp])!)
			.filter((document) => input[`${key}QryType`] !== 'GT' || String(document[key]) > String(input[key]))
			.filter(
				(document) => input[`${key}QryType`] !== undefined || input[key] === undefined || document[key] === input[key],
			)
			.sort((a, b) => (String(a[order]) < String(b[order]) ? -1 : 1));
		return desc === 'Y' ? documents.reverse() : documents;
	}
}

function attributesOf({ OrderBy }: Document): Array<{ Name: string; Desc: string }> {
	return ((OrderBy as Document | undefined)?.Attribute ?? []) as unknown as Array<{ Name: string; Desc: string }>;
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
		// The number of the last change, which an item shows.
		OrderNo: String(lock),
		MinOrderStatus: cancelled === -1 ? '1100' : '9000',
		OrderStatuses: { OrderStatus: statuses },
	};
}

const eventsOf = (source: string, { events }: Choice) =>
	EVENT_TABLE.filter((event) => event.source === source && events.includes(event.value));

const plain = (cursor: Cursor) => JSON.parse(JSON.stringify(cursor)) as Cursor;
