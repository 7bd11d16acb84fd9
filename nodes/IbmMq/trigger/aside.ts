import { isConnectionLost } from '../../../clients/mq';
import { counted } from '../../../kit/counted';
import { ServiceError } from '../../../kit/errors';
import type { Consumption } from './consumption';
import type { Delivery, Stuck } from './feed';
import type { Unreadable } from './items';

const TAKE_OUT = 'remove it with the IBM MQ node (Get, Match by Message ID)';
const STAYS = 'It stays in the queue, and the trigger continues with the messages behind it.';

function thresholdOf({ settings, attributes }: Consumption): number {
	return settings.backoutThreshold || (attributes.backoutThreshold ?? 0);
}

/** The queue manager only counts; to act on its threshold is up to whoever reads the queue. */
export function isPoison({ failures }: Delivery, consumption: Consumption): boolean {
	const threshold = thresholdOf(consumption);
	return threshold > 0 && failures >= threshold;
}

/**
 * Moves a message that cannot be processed out of the way. Without a backout queue, one that cannot be read is passed
 * over, since it says nothing about those behind it.
 * @throws ServiceError for one whose workflow fails again and again, where nobody has said whereto, and where it cannot be
 * moved; it goes back when the connection is closed
 */
export async function setAside(delivery: Delivery, consumption: Consumption, cause?: Unreadable): Promise<void> {
	const { settings, attributes, face } = consumption;
	const { messageId } = delivery.message.descriptor;
	const why = cause
		? `cannot be read: ${cause.message}`
		: `was put back ${counted(delivery.failures, 'time')}, which is the backout threshold (${thresholdOf(consumption)}).`;
	const trouble = (hint: string) => troubleWith({ messageId, why, hint }, consumption);
	const report = (...hints: Array<string | undefined>) => face.report(trouble(hints.filter(Boolean).join(' ')));
	const target = settings.backoutQueue || attributes.backoutRequeueQueue || '';
	const isElsewhere = target !== '' && target !== settings.queue;
	if (isElsewhere) {
		try {
			if (await delivery.moveTo(target)) return report(movedTo(target), cause?.hint);
		} catch (error) {
			if (!isRefused(error)) throw notMoved(error, trouble(whereSet(consumption)), target);
			await delivery.passOver();
			return report(error.message, cause?.hint, STAYS);
		}
	}
	// A message that comes back at once would be set aside again, without end.
	const none = noBackoutQueue(target, consumption);
	if (!cause) throw trouble(`${none} To continue without the message, ${TAKE_OUT}.`);
	if (!isElsewhere) await delivery.passOver();
	report(`${none} Or ${TAKE_OUT}.`, cause.hint, STAYS);
}

const movedTo = (target: string): string =>
	`It was moved to ${target}. Browse it there with the IBM MQ node, and move it back when the cause is resolved.`;

function noBackoutQueue(target: string, { settings }: Consumption): string {
	const option = 'set Backout Queue in the options of the trigger';
	if (target === '')
		return `There is no backout queue to move it to: ${option}, or have it set for the queue (BOQNAME).`;
	const what = target === settings.queue ? 'is the queue itself' : `is another name of ${settings.queue}`;
	return settings.backoutQueue
		? `The backout queue ${target} ${what}: ${option} to another queue.`
		: `The backout queue ${target} (BOQNAME) ${what}: ${option}, or have BOQNAME changed.`;
}

/** Where the name of the backout queue comes from. */
function whereSet({ settings }: Consumption): string {
	return settings.backoutQueue
		? 'Check Backout Queue in the options of the trigger.'
		: 'Check the backout queue of the queue (BOQNAME), or set Backout Queue in the options of the trigger.';
}

/** Whether the backout queue does not take this message, whatever its state: mostly because it is too long. */
const isRefused = (error: unknown): error is ServiceError =>
	error instanceof ServiceError && error.category === 'invalidInput';

/** The error of a backout queue that is full, inhibited or not there, which says what it was needed for. */
function notMoved(error: unknown, { message, attributes, hint }: ServiceError, target: string): unknown {
	if (!(error instanceof ServiceError) || isConnectionLost(error)) return error;
	const facts = {
		attributes: { ...attributes, backoutQueue: target },
		hint: [error.hint, hint].filter(Boolean).join(' '),
	};
	return error.with(facts, `${message.replace(/[^.]$/, '$&.')} It could not be moved to ${target}: ${error.message}`);
}

/** A message that the queue manager cannot deliver on this connection. */
export function reportStuck({ messageId, problem }: Stuck, consumption: Consumption): void {
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
