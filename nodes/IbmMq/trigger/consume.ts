import type { MessageItem } from '../run/item';
import { isPoison, reportStuck, setAside } from './aside';
import { delayAfter } from './clock';
import type { Consumption } from './consumption';
import type { Delivery, Feed } from './feed';
import { itemsOf, Unreadable } from './items';
import { outcomeOf, type Outcome } from './outcome';
import type { Settings } from './settings';

/**
 * Runs message after message until the signal is aborted. A message is removed as the settings say, or goes back after a
 * growing delay. It is held during the delay, so that no other consumer gets it at once and the order stays.
 * @throws ServiceError for whatever is wrong with the connection or cannot be gone on with; the message in hand goes back
 * when the connection is closed
 */
export async function consume(feed: Feed, consumption: Consumption): Promise<void> {
	const { signal, alive } = consumption;
	try {
		while (!signal.aborted) {
			const next = await feed.next(signal);
			if (next && 'problem' in next) reportStuck(next, consumption);
			else if (next) await handle(next, consumption);
			alive();
		}
	} finally {
		if (signal.aborted) await feed.end?.();
	}
}

async function handle(delivery: Delivery, consumption: Consumption): Promise<void> {
	const { settings, face, clock, signal } = consumption;
	if (signal.aborted) return await delivery.giveBack();
	if (isPoison(delivery, consumption)) return await setAside(delivery, consumption);
	let items: MessageItem[];
	try {
		items = itemsOf(delivery.message, settings);
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return await setAside(delivery, consumption, error);
	}
	const outcome = await (settings.removeWhen === 'received' ? handedOver : run)(items, delivery, consumption);
	const isDone = outcome === 'succeeded' || (outcome === 'failed' && settings.removeWhen === 'ended');
	if (isDone) return await delivery.accept();
	if (outcome === 'lost') face.log(lost(delivery, settings));
	if (outcome !== 'closing') await clock.sleep(delayAfter(delivery.failures), signal);
	await delivery.giveBack();
}

/** Runs an execution to its end. */
async function run(items: MessageItem[], delivery: Delivery, { settings, face, clock, signal }: Consumption) {
	const done = face.start(items).then(
		async (started) => await started.done,
		(error: Error) => {
			face.log(notStarted(delivery, settings, error));
			throw error;
		},
	);
	return await outcomeOf(done, { timeLimitMs: settings.timeLimitMs, clock, signal });
}

/** Starts an execution. */
async function handedOver(items: MessageItem[], delivery: Delivery, { settings, face }: Consumption): Promise<Outcome> {
	try {
		await face.handOver(items);
		return 'succeeded';
	} catch (error) {
		face.log(notStarted(delivery, settings, error as Error));
		return 'refused';
	}
}

function lost({ message }: Delivery, { queue, timeLimitMs }: Settings): string {
	const minutes = timeLimitMs / 60_000;
	return `The execution of message ${message.descriptor.messageId} of ${queue} did not end within ${minutes} minutes, so it goes back to the queue.`;
}

const notStarted = ({ message }: Delivery, { queue }: Settings, { message: why }: Error): string =>
	`Message ${message.descriptor.messageId} of ${queue} started no execution and goes back to the queue: ${why}`;
