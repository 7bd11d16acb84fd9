import type { Outcome } from './jobs';
import { median } from './report';

/**
 * Lets each contender do the work in turn, so many times, so that what else the machine does meets all of them: what
 * each of its runs took. Those that are only shown, or are so far from what must be reached that more turns change
 * nothing, have one turn: they are `once`.
 */
export async function turns<C extends string, O extends Outcome>(
	contenders: readonly C[],
	rounds: number,
	work: (contender: C) => Promise<O>,
	once: readonly C[] = [],
): Promise<Record<C, O[]>> {
	const seen = Object.fromEntries(contenders.map((contender) => [contender, [] as O[]])) as Record<C, O[]>;
	for (let round = 0; round < rounds; round++) {
		for (const contender of contenders)
			if (round === 0 || !once.includes(contender)) seen[contender].push(await work(contender));
	}
	return seen;
}

/** The run that took a middling time, or CPU time. */
export function middle<O extends Outcome>(runs: readonly O[], by: 'seconds' | 'cpuSeconds' = 'seconds'): O {
	const figure = median(runs.map((run) => run[by]));
	return runs.find((run) => run[by] === figure) ?? runs[0];
}
