import type { Outcome } from './jobs';
import { median } from './report';

/**
 * Lets each contender do the work in turn, so many times, so that what else the machine does meets all of them: what
 * each of its runs took.
 */
export async function turns<C extends string, O extends Outcome>(
	contenders: readonly C[],
	rounds: number,
	work: (contender: C) => Promise<O>,
): Promise<Record<C, O[]>> {
	const seen = Object.fromEntries(contenders.map((contender) => [contender, [] as O[]])) as Record<C, O[]>;
	for (let round = 0; round < rounds; round++)
		for (const contender of contenders) seen[contender].push(await work(contender));
	return seen;
}

/** The run that took a middling time, or CPU time. */
export function middle<O extends Outcome>(runs: readonly O[], by: 'seconds' | 'cpuSeconds' = 'seconds'): O {
	const figure = median(runs.map((run) => run[by]));
	return runs.find((run) => run[by] === figure) ?? runs[0];
}
