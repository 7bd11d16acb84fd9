import { isRecord } from '../record';
import { hash } from 'node:crypto';

/**
 * What was emitted and may be read once more: by second (base 36), the ids of that second in one string. An id
 * is 60 bits of a hash: short, because n8n stores the cursor with the workflow, and long enough that two of
 * the few thousand that are kept at a time never meet (about one chance in 10^14 per event).
 */
export type Seen = Readonly<Record<string, string>>;

const ID_LENGTH = 10;
/** Quotes, colon and comma around one second. */
const SECOND_OVERHEAD = 12;

/** Characters that the seen-set may take as JSON; the whole cursor stays below 64 KB. */
const MOST_CHARACTERS = 50_000;

/** A short hash of a name, to store in its place. */
export function idOf(name: string): string {
	return hash('sha256', name, 'base64url').slice(0, ID_LENGTH);
}

/** Whether a stored value has the form of a seen-set. */
export function isSeen(value: unknown): value is Seen {
	if (!isRecord(value)) return false;
	return Object.entries(value).every(
		([second, ids]) => /^[0-9a-z]{1,8}$/.test(second) && typeof ids === 'string' && ids.length % ID_LENGTH === 0,
	);
}

/** The seen-set while a page is processed. */
export class SeenSet {
	private readonly ids = new Set<string>();
	private readonly bySecond = new Map<string, string>();
	private characters = 0;

	constructor(
		seen: Seen,
		private readonly most = MOST_CHARACTERS,
	) {
		for (const [second, ids] of Object.entries(seen)) {
			this.bySecond.set(second, ids);
			this.characters += ids.length + SECOND_OVERHEAD;
			for (let at = 0; at < ids.length; at += ID_LENGTH) this.ids.add(ids.slice(at, at + ID_LENGTH));
		}
	}

	/** Whether nothing is remembered. */
	get isEmpty(): boolean {
		return this.ids.size === 0;
	}

	has(id: string): boolean {
		return this.ids.has(id);
	}

	/** Remembers an id; false, and nothing is changed, where there is no room. */
	add(id: string, at: number): boolean {
		const second = at.toString(36);
		const present = this.bySecond.get(second);
		const more = ID_LENGTH + (present === undefined ? SECOND_OVERHEAD : 0);
		if (this.characters + more > this.most) return false;
		this.bySecond.set(second, (present ?? '') + id);
		this.ids.add(id);
		this.characters += more;
		return true;
	}

	/** As plain data, without what is older than `since`. */
	from(since: number): Seen {
		return Object.fromEntries([...this.bySecond].filter(([second]) => parseInt(second, 36) >= since));
	}
}
