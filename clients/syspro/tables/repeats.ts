import type { Row } from '../records';

/** Rows that came before: a page starts with the key that the last one ended with. Rows that are alike are counted. */
export class Repeats {
	private readonly seen = new Map<string, number>();

	/** The rows of a page that no page before had. */
	without(page: readonly Row[]): Row[] {
		const here = new Map<string, number>();
		return page.filter((row) => {
			const id = JSON.stringify(row);
			const count = (here.get(id) ?? 0) + 1;
			here.set(id, count);
			if (count <= (this.seen.get(id) ?? 0)) return false;
			this.seen.set(id, count);
			return true;
		});
	}
}
