export type Result<R> = { status: 'done'; value: R } | { status: 'failed'; error: unknown } | { status: 'skipped' };

interface Plan<T, R> {
	/** Most tasks under way at once. */
	limit: number;
	/** Tasks of the same turn run one after another, in order; undefined runs freely. */
	turn: (task: T) => string | undefined;
	work: (task: T) => Promise<R>;
	/** Whether a failure keeps later tasks from beginning. */
	stopOnFailure: boolean;
}

/** Runs tasks with a bounded number under way; the results stand in the order of the tasks. Never rejects. */
export async function inTurn<T, R>(
	tasks: readonly T[],
	{ limit, turn, work, stopOnFailure }: Plan<T, R>,
): Promise<Array<Result<R>>> {
	const results: Array<Result<R>> = tasks.map(() => ({ status: 'skipped' }));
	const queues = group(tasks, turn);
	let hasFailed = false;
	const worker = async () => {
		for (let queue = queues.shift(); queue; queue = queues.shift()) {
			for (const index of queue) {
				if (hasFailed && stopOnFailure) return;
				try {
					results[index] = { status: 'done', value: await work(tasks[index]) };
				} catch (error) {
					results[index] = { status: 'failed', error };
					hasFailed = true;
				}
			}
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, queues.length)) }, worker));
	return results;
}

/** Indexes of the tasks by turn, in the order in which each turn first appears. */
function group<T>(tasks: readonly T[], turn: (task: T) => string | undefined): number[][] {
	const named = new Map<string, number[]>();
	const queues: number[][] = [];
	tasks.forEach((task, index) => {
		const name = turn(task);
		const queue = name === undefined ? undefined : named.get(name);
		if (queue) {
			queue.push(index);
			return;
		}
		const started = [index];
		queues.push(started);
		if (name !== undefined) named.set(name, started);
	});
	return queues;
}
