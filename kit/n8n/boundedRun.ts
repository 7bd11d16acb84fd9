export type Result<R> = { status: 'done'; value: R } | { status: 'failed'; error: unknown } | { status: 'skipped' };

interface Plan<T, R> {
	/** Most tasks in progress at once. */
	limit: number;
	/** Tasks of the same turn run one after another, in order; undefined runs freely. Must not throw. */
	turn: (task: T) => string | undefined;
	work: (task: T) => Promise<R>;
	/** Called for tasks that come next, by their index, while those in progress wait. Must not throw. */
	prepare?: (index: number) => void;
	/** Whether a failure keeps later tasks from beginning. */
	stopOnFailure: boolean;
}

/**
 * Runs tasks with a bounded number in progress; the results are in the order of the tasks. Never rejects. What comes next
 * is prepared, and its turn asked for, while those in progress wait.
 */
export async function boundedRun<T, R>(
	tasks: readonly T[],
	{ limit, turn, work, prepare, stopOnFailure }: Plan<T, R>,
): Promise<Array<Result<R>>> {
	const results: Array<Result<R>> = tasks.map(() => ({ status: 'skipped' }));
	/** Tasks that wait behind the one of their turn that is in progress. */
	const waiting = new Map<string, number[]>();
	let next = 0;
	let hasFailed = false;
	const isStopped = () => hasFailed && stopOnFailure;
	const run = async (index: number) => {
		try {
			results[index] = { status: 'done', value: await work(tasks[index]) };
		} catch (error) {
			results[index] = { status: 'failed', error };
			hasFailed = true;
		}
	};
	const runTurn = async (name: string, first: number) => {
		const queue = [first];
		waiting.set(name, queue);
		for (let i = 0; i < queue.length && !isStopped(); i++) await run(queue[i]);
		waiting.delete(name);
	};
	const names: Array<string | undefined> = [];
	const nameOf = (index: number) => {
		if (!(index in names)) names[index] = turn(tasks[index]);
		return names[index];
	};
	let prepared = 0;
	let isPreparing = false;
	/** One task at a time, so that returns that come meanwhile go first. */
	const prepareNext = () => {
		prepared = Math.max(prepared, next);
		isPreparing = prepared < Math.min(next + limit, tasks.length) && !isStopped();
		if (!isPreparing) return;
		prepare?.(prepared);
		nameOf(prepared++);
		setImmediate(prepareNext);
	};
	const worker = async () => {
		while (next < tasks.length && !isStopped()) {
			const index = next++;
			if (!isPreparing) {
				isPreparing = true;
				setImmediate(prepareNext);
			}
			const name = nameOf(index);
			const queue = name === undefined ? undefined : waiting.get(name);
			if (queue) queue.push(index);
			else await (name === undefined ? run(index) : runTurn(name, index));
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, tasks.length)) }, worker));
	return results;
}
