import { MQRC, reasonCodeOf } from '../errors';
import type { Mqi } from './mqi';
import { OO } from './options';

/** More queues than that at once are opened again each time. */
const MAX_OPEN = 16;

/** Queues that a connection keeps open, since opening is a round trip of its own. */
export class Handles {
	/** The one that was used last comes last. */
	private readonly open = new Map<string, number>();
	private lastUsed = '';

	constructor(private readonly mqi: Mqi) {}

	/** Does something with an open queue; it is opened again once where its definition has changed meanwhile. */
	async using<T>(queue: string, options: number, work: (handle: number) => Promise<T>): Promise<T> {
		const key = `${options} ${queue}`;
		try {
			return await work(await this.handle(key, queue, options));
		} catch (error) {
			if (reasonCodeOf(error) !== MQRC.objectChanged) throw error;
			await this.close(key);
			return await work(await this.handle(key, queue, options));
		}
	}

	private async handle(key: string, queue: string, options: number): Promise<number> {
		const known = this.open.get(key);
		if (known !== undefined) {
			if (key !== this.lastUsed) this.use(key, known);
			return known;
		}
		const longestUnused = this.open.keys().next().value;
		if (this.open.size >= MAX_OPEN && longestUnused !== undefined) await this.close(longestUnused);
		const handle = await this.mqi.open(queue, options | OO.failIfQuiescing);
		this.use(key, handle);
		return handle;
	}

	private use(key: string, handle: number): void {
		this.open.delete(key);
		this.open.set(key, handle);
		this.lastUsed = key;
	}

	private async close(key: string): Promise<void> {
		const handle = this.open.get(key);
		this.open.delete(key);
		if (handle !== undefined) await this.mqi.close(handle);
	}
}
