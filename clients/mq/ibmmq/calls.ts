import { ServiceError } from '../../../kit/errors';
import { MQRC, mqError } from '../errors';
import type { Done, MqiError } from './binding';

const FAILED = 2;

/** The outcome of a call of the binding. A warning is none of its errors. @throws ServiceError with the reason code */
export async function called<T>(verb: string, call: (done: Done<T>) => void, queue?: string): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		const done: Done<T> = (error, result) => {
			if (error && error.mqcc === FAILED) reject(errorOf(error, verb, queue));
			else if (error && error.mqcc === undefined) reject(withoutReason(error, verb, 'unknown'));
			else resolve(result);
		};
		try {
			call(done);
		} catch (error) {
			const { mqrc } = error as MqiError;
			// What is thrown at once has not reached the queue manager.
			reject(mqrc === undefined ? withoutReason(error, verb, 'none') : errorOf(error as MqiError, verb, queue));
		}
	});
}

function errorOf({ mqrc = MQRC.connectionBroken }: MqiError, verb: string, queue?: string): ServiceError {
	return mqError(mqrc, { verb, ...(queue ? { queue } : {}) });
}

/** The binding refuses arguments, or fails by itself, with an error that is none of MQ's; it may repeat what it was given. */
function withoutReason(error: unknown, verb: string, effect: 'none' | 'unknown'): ServiceError {
	const said = (error as { message?: unknown } | undefined)?.message ?? error;
	return new ServiceError('server', `IBM's MQ client failed at ${verb}: ${String(said)}`, {
		hint: 'This is an error of the package ibmmq, not of the queue manager. The built-in client does not need it.',
		remedy: { field: 'transport' },
		effect,
	});
}
