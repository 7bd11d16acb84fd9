import { once } from 'node:events';

import { WARM, type Outcome } from '../jobs';

/**
 * What the work takes: time, CPU of this process, peak of its memory. Preparing and loading come before, and the bench
 * clears the server's counters in between.
 */
export async function measure(work: () => Promise<Pick<Outcome, 'done' | 'failed' | 'more'>>): Promise<Outcome> {
	process.send?.(WARM);
	await once(process, 'message');
	global.gc?.();
	const cpu = process.cpuUsage();
	const started = performance.now();
	const result = await work();
	const seconds = (performance.now() - started) / 1000;
	const { user, system } = process.cpuUsage(cpu);
	return {
		...result,
		seconds,
		cpuSeconds: (user + system) / 1e6,
		peakBytes: process.resourceUsage().maxRSS * 1024,
	};
}

/** Runs `work` for 1 to `count` with a bounded number in flight; failures are counted, not thrown. */
export async function each(
	count: number,
	inFlight: number,
	work: (number: number) => Promise<void>,
): Promise<{ done: number; failed: number }> {
	let next = 1;
	let failed = 0;
	const worker = async () => {
		while (next <= count) {
			const number = next++;
			try {
				await work(number);
			} catch {
				failed++;
			}
		}
	};
	await Promise.all(Array.from({ length: inFlight }, worker));
	return { done: count - failed, failed };
}
