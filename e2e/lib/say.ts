const started = Date.now();

/** Prints a line of progress with the seconds since the start. */
export function say(text: string): void {
	console.log(`[${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s] ${text}`);
}
