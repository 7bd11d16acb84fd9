/** What the trigger waits by. */
export interface Clock {
	/** Resolves after so many milliseconds, or at once when the signal is aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const CLOCK: Clock = {
	async sleep(ms, signal) {
		if (signal?.aborted) return;
		await new Promise<void>((resolve) => {
			const end = () => {
				clearTimeout(timer);
				signal?.removeEventListener('abort', end);
				resolve();
			};
			const timer = setTimeout(end, ms);
			signal?.addEventListener('abort', end);
		});
	},
};

/** Longest wait between attempts, in milliseconds. */
const LONGEST_MS = 60_000;

/** Milliseconds to wait after so many earlier failures: 1, 2, 4 … 60 seconds. */
export const delayAfter = (failures: number): number => Math.min(1000 * 2 ** Math.min(failures, 10), LONGEST_MS);
