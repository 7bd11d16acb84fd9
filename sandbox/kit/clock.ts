/**
 * The server's clock: every time stamp, token life and Date header of the sandbox comes from it.
 * It runs with the machine's clock, shifted by a skew, unless it is frozen at an instant.
 */
export class Clock {
	private skew = 0;

	private frozenAt: number | undefined;

	constructor(private readonly machine: () => number = Date.now) {}

	/** Milliseconds since 1970. */
	now(): number {
		return this.frozenAt ?? this.machine() + this.skew;
	}

	/** Sets the time; the clock continues running from there (or stands, when frozen). */
	set(milliseconds: number): void {
		if (this.frozenAt === undefined) this.skew = milliseconds - this.machine();
		else this.frozenAt = milliseconds;
	}

	/** Moves the time forward, or back with a negative number of milliseconds. */
	advance(milliseconds: number): void {
		this.set(this.now() + milliseconds);
	}

	/** Stops the clock at the present (or the given) instant. */
	freeze(milliseconds: number = this.now()): void {
		this.frozenAt = milliseconds;
	}

	/** Lets a frozen clock run again from where it stands. */
	run(): void {
		if (this.frozenAt === undefined) return;
		this.skew = this.frozenAt - this.machine();
		this.frozenAt = undefined;
	}
}
