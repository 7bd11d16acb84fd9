/**
 * The end of an availability request in its two forms. Since one release IV takes a date with `Z` and refuses a full
 * timestamp (IBM: API best practices); older ones take timestamps.
 * @throws TypeError for what is no date
 */
export function requestedEnd(given: string): { date: string; timestamp: string } {
	const isDate = /^\d{4}-\d{2}-\d{2}Z?$/.test(given);
	const time = Date.parse(isDate ? `${given.slice(0, 10)}T00:00:00.000Z` : given);
	if (Number.isNaN(time)) throw new TypeError(`${JSON.stringify(given)} is not a date`);
	const timestamp = new Date(time).toISOString();
	return { date: `${timestamp.slice(0, 10)}Z`, timestamp };
}
