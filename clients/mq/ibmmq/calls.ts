import type { ServiceError } from '../../../kit/errors';
import { MQRC, mqError } from '../errors';
import type { Done, MqiError } from './binding';

const FAILED = 2;

/** The outcome of a call of the binding. A warning is none of its errors. @throws ServiceError with the reason code */
export async function called<T>(verb: string, call: (done: Done<T>) => void, queue?: string): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		const done: Done<T> = (error, result) => {
			if (error && error.mqcc === FAILED) reject(errorOf(error, verb, queue));
			else if (error && error.mqcc === undefined) reject(error);
			else resolve(result);
		};
		try {
			call(done);
		} catch (error) {
			reject((error as MqiError).mqrc === undefined ? (error as Error) : errorOf(error as MqiError, verb, queue));
		}
	});
}

function errorOf({ mqrc = MQRC.connectionBroken }: MqiError, verb: string, queue?: string): ServiceError {
	return mqError(mqrc, { verb, ...(queue ? { queue } : {}) });
}
