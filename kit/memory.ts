/** A map that forgets the longest unused entries beyond a fixed number. */
export class Recent<T> {
	private readonly entries = new Map<string, T>();

	constructor(private readonly max: number) {}

	get(key: string): T | undefined {
		const found = this.entries.get(key);
		if (found !== undefined) this.set(key, found);
		return found;
	}

	set(key: string, value: T): void {
		this.entries.delete(key);
		this.entries.set(key, value);
		for (const oldest of this.entries.keys()) {
			if (this.entries.size <= this.max) return;
			this.entries.delete(oldest);
		}
	}

	delete(key: string): void {
		this.entries.delete(key);
	}

	get size(): number {
		return this.entries.size;
	}

	clear(): void {
		this.entries.clear();
	}
}

interface Loading<T> {
	promise: Promise<T>;
	/** Time in milliseconds after which it counts no more; endless while it is in progress. */
	until: number;
}

interface MemoryOptions<T> {
	max: number;
	/** How long a result counts, in milliseconds. */
	keepMs: (result: T) => number;
	/** How long a failure counts, in milliseconds. */
	failureMs: number;
}

/** Remembers results for a while and failures for a moment; whoever asks meanwhile shares what is in progress. */
export class Memory<T> {
	private readonly loadings: Recent<Loading<T>>;

	constructor(private readonly options: MemoryOptions<T>) {
		this.loadings = new Recent(options.max);
	}

	/** What is remembered under the key, or else what `load` gives. `now` returns the time in milliseconds. */
	get(key: string, load: () => Promise<T>, now: () => number): Promise<T> {
		const known = this.loadings.get(key);
		if (known && now() < known.until) return known.promise;
		const { keepMs, failureMs } = this.options;
		const promise = load();
		const loading: Loading<T> = { promise, until: Infinity };
		promise.then(
			(result) => (loading.until = now() + keepMs(result)),
			() => (loading.until = now() + failureMs),
		);
		this.loadings.set(key, loading);
		return promise;
	}

	get size(): number {
		return this.loadings.size;
	}

	clear(): void {
		this.loadings.clear();
	}
}
