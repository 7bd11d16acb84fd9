import type { Element } from '../document/element';

const limit = 20;

/** Whole results kept for GENERIC paging, in this process only: a restart loses them [IBM support 436021]. */
export class PageSets {
	private readonly sets = new Map<string, Element>();

	private counter = 0;

	/** Keeps a result and names it; the oldest of too many goes. */
	keep(result: Element): string {
		this.counter += 1;
		const token = `sandbox-node-1_${this.counter}`;
		this.sets.set(token, result);
		if (this.sets.size > limit) this.sets.delete([...this.sets.keys()][0]);
		return token;
	}

	get(token: string): Element | undefined {
		return this.sets.get(token);
	}
}
