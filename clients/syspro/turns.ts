import { throwIfCancelled } from '../../kit/http/cancel';

/** Those who wait for their turn; the one whose turn it is, is not among them. Only what is in use is kept. */
const queues = new Map<string, Array<() => void>>();

/**
 * Waits until nothing else in this process has the turn of this key, and takes it. Who waited longest comes first.
 * @returns gives the turn back; more than one call does nothing
 * @throws ServiceError `cancelled`
 */
export async function takeTurn(key: string, signal?: AbortSignal): Promise<() => void> {
	throwIfCancelled(signal);
	const queue = queues.get(key);
	if (queue) await wait(queue, signal);
	else queues.set(key, []);
	let isTaken = true;
	return () => {
		if (!isTaken) return;
		isTaken = false;
		const next = queues.get(key)?.shift();
		if (next) next();
		else queues.delete(key);
	};
}

async function wait(queue: Array<() => void>, signal: AbortSignal | undefined): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const go = () => {
			signal?.removeEventListener('abort', abort);
			resolve();
		};
		const abort = () => {
			queue.splice(queue.indexOf(go), 1);
			try {
				throwIfCancelled(signal);
			} catch (error) {
				reject(error as Error);
			}
		};
		queue.push(go);
		signal?.addEventListener('abort', abort, { once: true });
	});
}

/** The keys whose turn is taken at the moment, for tests. */
export const turnsTaken = (): number => queues.size;
