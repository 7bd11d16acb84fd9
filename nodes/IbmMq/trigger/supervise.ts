import { isConnectionLost, type Connection, type QueueAttributes } from '../../../clients/mq';
import { ServiceError } from '../../../kit/errors';
import { delayAfter, type Clock } from './clock';

/** Attempts to connect again before n8n gets the error: about five minutes. */
const MOST_FAILURES = 10;

/** What passes by itself, such as a restart of the queue manager or a queue whose gets are inhibited for a while. */
function isPassing(error: unknown): boolean {
	if (isConnectionLost(error)) return true;
	if (!(error instanceof ServiceError)) return false;
	return error.passing === true || ['connection', 'throttled', 'timeout'].includes(error.category);
}

interface Supervision {
	connect(signal: AbortSignal): Promise<Connection>;
	/** Works on a connection until something breaks or the signal is aborted; says when something has succeeded. */
	work(connection: Connection, alive: () => void): Promise<void>;
	clock: Clock;
	signal: AbortSignal;
	log(message: string): void;
}

/**
 * Keeps a consumer running: where its connection is lost, it gets a new one after a growing delay. Closing the
 * connection puts back what was in progress.
 * @param first the connection to begin with
 * @throws ServiceError for what does not pass, and for what did not after the last attempt
 */
export async function supervise(first: Connection, supervision: Supervision): Promise<void> {
	const { connect, work, clock, signal, log } = supervision;
	let next: Connection | undefined = first;
	let failures = 0;
	while (!signal.aborted) {
		let connection: Connection | undefined;
		try {
			connection = next ?? (await connect(signal));
			next = undefined;
			await work(connection, () => {
				failures = 0;
			});
		} catch (error) {
			if (signal.aborted) return;
			if (!isPassing(error) || failures >= MOST_FAILURES) throw error;
			log(`${(error as Error).message} Trying again in ${delayAfter(failures) / 1000} s.`);
			await clock.sleep(delayAfter(failures), signal);
			failures += 1;
		} finally {
			await connection?.close();
		}
	}
	await next?.close();
}

/**
 * What the queue says about poison messages. Whoever may not inquire about it can set both in the trigger.
 * @throws ServiceError where there is no such queue, and for a broken connection
 */
export async function attributesOf(
	connection: Connection,
	queue: string,
): Promise<Pick<QueueAttributes, 'backoutThreshold' | 'backoutRequeueQueue'>> {
	try {
		return await connection.inquire(queue);
	} catch (error) {
		if (isConnectionLost(error) || (error instanceof ServiceError && error.category === 'notFound')) throw error;
		return {};
	}
}
