import { isRecord } from '../record';
import { idOf } from './seen';

/**
 * Records that were reported, with the content that they had: by the day on which they were last seen (base 36, days
 * since 1970), ten characters of the key's hash and six of the content's for each. Plain data, for a cursor that is
 * stored with a workflow.
 */
export type Known = Readonly<Record<string, string>>;

const KEY_LENGTH = 10;
const CONTENT_LENGTH = 6;
const ENTRY_LENGTH = KEY_LENGTH + CONTENT_LENGTH;
/** Some 12,000 records. */
const MOST_CHARACTERS = 200_000;

/** Whether a stored value has the form of what is known. */
export function isKnown(value: unknown): value is Known {
	if (!isRecord(value)) return false;
	return Object.entries(value).every(
		([day, entries]) =>
			/^[0-9a-z]{1,6}$/.test(day) && typeof entries === 'string' && entries.length % ENTRY_LENGTH === 0,
	);
}

/** What is known, while a poll works on it. Days are whole days since 1970. */
export class KnownRecords {
	private readonly entries = new Map<string, { content: string; day: number }>();

	constructor(
		known: Known,
		private readonly most = MOST_CHARACTERS,
	) {
		for (const [day, entries] of Object.entries(known)) {
			for (let at = 0; at < entries.length; at += ENTRY_LENGTH) {
				const key = entries.slice(at, at + KEY_LENGTH);
				this.entries.set(key, { content: entries.slice(at + KEY_LENGTH, at + ENTRY_LENGTH), day: parseInt(day, 36) });
			}
		}
	}

	/** What a record is, compared to what was reported of it. One that is known is seen on this day. */
	judge(key: string, content: string, day: number): 'new' | 'changed' | 'same' {
		const entry = this.entries.get(idOf(key));
		if (!entry) return 'new';
		entry.day = Math.max(entry.day, day);
		return entry.content === shortened(content) ? 'same' : 'changed';
	}

	/** Notes a record as reported; false where there is no room for it. */
	report(key: string, content: string, day: number): boolean {
		const id = idOf(key);
		if (!this.entries.has(id) && (this.entries.size + 1) * ENTRY_LENGTH > this.most) return false;
		this.entries.set(id, { content: shortened(content), day });
		return true;
	}

	/** As plain data, without what was last seen before a day. */
	since(day: number): Known {
		const known: Record<string, string> = {};
		for (const [key, entry] of this.entries) {
			if (entry.day < day) continue;
			const name = entry.day.toString(36);
			known[name] = (known[name] ?? '') + key + entry.content;
		}
		return known;
	}
}

const shortened = (content: string): string => idOf(content).slice(0, CONTENT_LENGTH);
