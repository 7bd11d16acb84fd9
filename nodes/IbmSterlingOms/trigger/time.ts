const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Whole seconds since 1970 of a time that Sterling printed, `yyyy-MM-ddTHH:mm:ss±HH:mm` (IBM documentation,
 * "Using date-time syntax"). Undefined for anything else, such as a thirteenth month: without
 * an offset the instant would be a guess.
 */
export function secondsOf(text: unknown): number | undefined {
	const time = typeof text === 'string' ? text.trim() : '';
	const milliseconds = WITH_OFFSET.test(time) ? Date.parse(time) : NaN;
	return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

/** The time as Sterling reads it, in UTC. The form with `+00:00` is the one that Sterling itself prints. */
export function sterlingTime(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, '+00:00');
}
