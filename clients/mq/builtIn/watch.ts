/**
 * Watches over the calls of a conversation, one at a time, with one timer for all of them: to set and to clear two for
 * each call takes as long as the rest of it. The timer keeps no process alive; the socket does.
 */
export class Watch {
	private timer: NodeJS.Timeout | undefined;
	/** When the timer fires, the call must be over, and a sign of life must have come; milliseconds of the process. */
	private firesAt = Infinity;
	private endsAt = Infinity;
	private silentUntil = Infinity;
	private patienceMs: number | undefined;

	/** @param late is called once nothing came in time */
	constructor(private readonly late: () => void) {}

	/** A call begins: it may take so long, and the other side may be silent for so long (as it likes, without a time). */
	begin(wholeMs: number, patienceMs: number | undefined): void {
		this.patienceMs = patienceMs;
		this.endsAt = performance.now() + wholeMs;
		this.alive();
		this.arm();
	}

	/** A sign of life came; between calls none is needed. */
	alive(): void {
		if (this.endsAt === Infinity) return;
		this.silentUntil = this.patienceMs === undefined ? Infinity : performance.now() + this.patienceMs;
	}

	/** The call is over. */
	end(): void {
		this.endsAt = Infinity;
		this.silentUntil = Infinity;
	}

	/** There are no more calls. */
	close(): void {
		this.end();
		clearTimeout(this.timer);
	}

	private arm(): void {
		const at = Math.min(this.endsAt, this.silentUntil);
		if (at >= this.firesAt) return;
		clearTimeout(this.timer);
		this.firesAt = at;
		this.timer = setTimeout(() => this.look(), Math.ceil(at - performance.now()));
		this.timer.unref();
	}

	private look(): void {
		this.firesAt = Infinity;
		const at = Math.min(this.endsAt, this.silentUntil);
		if (performance.now() >= at) this.late();
		else if (at !== Infinity) this.arm();
	}
}
