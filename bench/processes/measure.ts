import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

import { HARDLY_WARM, PROFILE_FILE, WARM, type Outcome } from '../jobs';

/**
 * What the work takes: time, CPU of this process, peak of its memory. Preparing and loading come before, and the bench
 * clears the server's counters in between.
 */
async function measure(work: () => Promise<Done>): Promise<Outcome> {
	process.send?.(WARM);
	await once(process, 'message');
	const endProfile = await beginProfile();
	const cpu = process.cpuUsage();
	const started = performance.now();
	const result = await work();
	const seconds = (performance.now() - started) / 1000;
	const { user, system } = process.cpuUsage(cpu);
	await endProfile?.();
	return {
		...result,
		seconds,
		cpuSeconds: (user + system) / 1e6,
		peakBytes: process.resourceUsage().maxRSS * 1024,
	};
}

/** What a contender did of its job. */
export type Done = Pick<Outcome, 'done' | 'failed' | 'more'>;

/** A contender: does its work so many times, with connections and a login of its own each time. */
export interface Contending {
	work: (count: number, isWarmUp: boolean) => Promise<Done>;
	/** Closes the connections of `work`, where it keeps them open. */
	close?: () => Promise<void>;
}

/** How long a contender works before it is measured, unless it has done its work twice by then. */
const WARM_UP_MS = 1500;
/** Few and slow pieces of work take longer until V8 has compiled them: five times the work, or so many pieces, or so long. */
const COMPILED = { times: 5, pieces: 5000, ms: 5000 };

/**
 * Measures a contender that has done its work before, in parts of so many (none where it is 0): n8n runs for weeks, and
 * its users do not wait until V8 has compiled what is new to it, which takes some 3,500 orders. Connections and login are
 * new in what is measured.
 */
export async function measureWarm({ work, close }: Contending, count: number, part: number): Promise<Outcome> {
	const start = performance.now();
	const isHardly = process.env[HARDLY_WARM] !== undefined;
	const next = Math.min(part, isHardly ? 1 : count);
	// What loading has left behind. Later it would undo the warm-up: a forced collection discards optimized code as well.
	global.gc?.();
	const isWarm = (done: number): boolean => {
		if (isHardly) return done >= next;
		const ms = performance.now() - start;
		const isCompiled = done >= Math.min(COMPILED.times * count, COMPILED.pieces) || ms >= COMPILED.ms;
		return isCompiled && (done >= 2 * count || ms >= WARM_UP_MS);
	};
	for (let done = 0; next > 0 && !isWarm(done); done += next) {
		await work(next, true);
		await close?.();
	}
	const outcome = await measure(async () => await work(count, false));
	await close?.();
	return outcome;
}

/** Begins a CPU profile where one is asked for; what it returns ends and writes it. */
async function beginProfile(): Promise<(() => Promise<void>) | undefined> {
	const file = process.env[PROFILE_FILE];
	if (!file) return undefined;
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.setSamplingInterval', { interval: 200 });
	await session.post('Profiler.start');
	return async () => {
		const { profile } = await session.post('Profiler.stop');
		writeFileSync(file, JSON.stringify(profile));
		session.disconnect();
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
