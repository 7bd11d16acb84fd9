import { throwIfCancelled } from '../../kit/http/cancel';

/** Those who wait for each lock; its holder is not among them. Only locks that are held are kept. */
const queues = new Map<string, Array<() => void>>();

/**
 * Waits until nothing else in this process holds the lock of this key, and takes it. Who waited longest comes first.
 * @returns releases it; more than one call does nothing
 * @throws ServiceError `cancelled`
 */
export async function acquire(key: string, signal?: AbortSignal): Promise<() => void> {
	throwIfCancelled(signal);
	const queue = queues.get(key);
	if (queue) await wait(queue, signal);
	else queues.set(key, []);
	let isHeld = true;
	return () => {
		if (!isHeld) return;
		isHeld = false;
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

/** How many locks are held at the moment, for tests. */
export const locksHeld = (): number => queues.size;
