import type { IRun } from 'n8n-workflow';

import { ServiceError } from '../../../kit/errors';
import type { Clock } from './clock';

/**
 * How the execution that a message started ended. `lost`: nobody said in time. `refused`: it did not start, or
 * was stopped by hand. `closing`: the trigger is being switched off.
 */
export type Outcome = 'succeeded' | 'failed' | 'refused' | 'lost' | 'closing';

interface Limits {
	timeLimitMs: number;
	clock: Clock;
	signal: AbortSignal;
}

/**
 * The outcome of an execution, from the promise that n8n settles when it has ended. In queue mode that may never
 * happen, so the wait has a limit.
 * @throws ServiceError `configuration` where n8n starts no execution whose end is waited for
 */
export async function outcomeOf(
	done: Promise<IRun | undefined>,
	{ timeLimitMs, clock, signal }: Limits,
): Promise<Outcome> {
	const over = new AbortController();
	const end = () => over.abort();
	signal.addEventListener('abort', end);
	if (signal.aborted) end();
	const late = clock.sleep(timeLimitMs, over.signal).then((): Outcome => (signal.aborted ? 'closing' : 'lost'));
	try {
		return await Promise.race([done.then(judge, refusedBy), late]);
	} finally {
		signal.removeEventListener('abort', end);
		end();
	}
}

/**
 * A run that waits (Wait node) counts as well: n8n has stored it with its data and continues with it later, so delivering
 * the message again would do everything twice. A promise may be settled with nothing where no execution was made.
 */
function judge(run: IRun | undefined): Outcome {
	if (!run) return 'refused';
	if (run.status === 'waiting') return 'succeeded';
	return run.status === 'success' && run.data.resultData.error === undefined ? 'succeeded' : 'failed';
}

/** n8n's Engine 2.0 refuses triggers that wait (n8n 2.41, engine-v2-active-triggers): no attempt will do better. */
function refusedBy(error: unknown): Outcome {
	const message = (error as Error | undefined)?.message ?? '';
	if (!/Engine 2\.0|hand off without waiting/.test(message)) return 'refused';
	throw new ServiceError('configuration', message, {
		hint: 'Set Remove the Message to When It Was Received.',
		effect: 'none',
	});
}
