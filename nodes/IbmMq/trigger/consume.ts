import type { IRun } from 'n8n-workflow';

import type { QueueAttributes } from '../../../clients/mq';
import { ServiceError } from '../../../kit/errors';
import type { MessageItem } from '../run/item';
import { delayAfter, type Clock } from './clock';
import type { Delivery, Feed, Stuck } from './feed';
import { itemsOf, Unreadable } from './items';
import { outcomeOf, type Outcome } from './outcome';
import type { Settings } from './settings';

/** n8n's side of a message: where its items go, and where trouble is reported. */
export interface Face {
	/** Starts an execution; the promise settles when it has ended. */
	start(items: readonly MessageItem[]): Promise<{ done: Promise<IRun | undefined> }>;
	/** Starts one whose end nobody waits for. */
	handOver(items: readonly MessageItem[]): Promise<void>;
	/** Shows trouble with one message as a failed execution; the trigger continues. */
	report(error: ServiceError): void;
	/** Writes to n8n's log. */
	log(message: string): void;
}

interface Consumption {
	settings: Settings;
	attributes: Pick<QueueAttributes, 'backoutThreshold' | 'backoutRequeueQueue'>;
	face: Face;
	clock: Clock;
	signal: AbortSignal;
	/** Called after each response of the queue manager: the connection works. */
	alive(): void;
}

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
			alive();
			if (next && 'problem' in next) reportStuck(next, consumption);
			else if (next) await handle(next, consumption);
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

function thresholdOf({ settings, attributes }: Consumption): number {
	return settings.backoutThreshold || (attributes.backoutThreshold ?? 0);
}

/** The queue manager only counts; to act on its threshold is up to whoever reads the queue. */
function isPoison({ failures }: Delivery, consumption: Consumption): boolean {
	const threshold = thresholdOf(consumption);
	return threshold > 0 && failures >= threshold;
}

/**
 * Moves a message that cannot be processed out of the way. Without a backout queue, one that cannot be read is passed
 * over, since it says nothing about those behind it.
 * @throws ServiceError for one whose workflow fails again and again, where nobody has said whereto
 */
async function setAside(delivery: Delivery, consumption: Consumption, cause?: Unreadable): Promise<void> {
	const { settings, attributes, face } = consumption;
	const { messageId } = delivery.message.descriptor;
	const target = settings.backoutQueue || attributes.backoutRequeueQueue || '';
	const why = cause
		? `cannot be read: ${cause.message}`
		: `was put back ${delivery.failures} times, which is the backout threshold (${thresholdOf(consumption)}).`;
	const trouble = (hint: string) => troubleWith({ messageId, why, hint }, consumption);
	const passOver = async (hint: string) => {
		await delivery.passOver();
		face.report(trouble(`${hint} ${STAYS}`));
	};
	if (target === '') {
		if (!cause) throw trouble(`${NO_BACKOUT_QUEUE} To continue without the message, ${TAKE_OUT}.`);
		return await passOver(`${NO_BACKOUT_QUEUE} Or ${TAKE_OUT}.`);
	}
	try {
		await delivery.moveTo(target);
	} catch (error) {
		if (!isRefused(error)) throw error;
		return await passOver(error.message);
	}
	face.report(
		trouble(
			`It was moved to ${target}. Browse it there with the IBM MQ node, and move it back when the cause is resolved.`,
		),
	);
}

const NO_BACKOUT_QUEUE =
	'There is no backout queue to move it to: set Backout Queue in the options of the trigger, or have it set for the queue (BOQNAME).';
const TAKE_OUT = 'remove it with the IBM MQ node (Get, Match by Message ID)';

/** Whether the backout queue does not take this message, whatever its state: mostly because it is too long. */
const isRefused = (error: unknown): error is ServiceError =>
	error instanceof ServiceError && error.category === 'invalidInput';

const STAYS = 'It stays in the queue, and the trigger continues with the messages behind it.';

/** A message that the queue manager cannot deliver on this connection. */
function reportStuck({ messageId, problem }: Stuck, consumption: Consumption): void {
	const why = `cannot be read: ${problem.message}`;
	const hint = [problem.hint, STAYS].filter(Boolean).join(' ');
	consumption.face.report(troubleWith({ messageId, why, hint }, consumption));
}

function troubleWith(
	{ messageId, why, hint }: { messageId: string; why: string; hint: string },
	{ settings: { queue } }: Consumption,
): ServiceError {
	return new ServiceError('conflict', `A message of ${queue} ${why}`, {
		attributes: { messageId, queue },
		effect: 'none',
		hint,
	});
}

function lost({ message }: Delivery, { queue, timeLimitMs }: Settings): string {
	const minutes = timeLimitMs / 60_000;
	return `The execution of message ${message.descriptor.messageId} of ${queue} did not end within ${minutes} minutes, so it goes back to the queue.`;
}

const notStarted = ({ message }: Delivery, { queue }: Settings, { message: why }: Error): string =>
	`Message ${message.descriptor.messageId} of ${queue} started no execution and goes back to the queue: ${why}`;
