import { ServiceError } from '../../../kit/errors';
import { MQRC, mqError } from '../errors';
import type { Done, MqiError } from './binding';
import { withoutStacks } from './stacks';

const FAILED = 2;

/** How a call ended that has reached MQ. */
interface Outcome<T> {
	result: T;
	/** 0 where there is nothing to say; also that of a warning. */
	reason: number;
	isFailed: boolean;
}

/** The result of a call of the binding. A warning is none of its errors. @throws ServiceError with the reason code */
export async function called<T>(verb: string, call: (done: Done<T>) => void, queue?: string): Promise<T> {
	const { result, reason, isFailed } = await outcomeOf(verb, call);
	if (isFailed) throw mqError(reason, { verb, ...(queue ? { queue } : {}) });
	return result;
}

/** How a call of the binding ends, also with a reason code. @throws ServiceError where it fails without one */
export async function outcomeOf<T>(verb: string, call: (done: Done<T>) => void): Promise<Outcome<T>> {
	const { error, result, isThrown } = await ended(call);
	if (!error && !isThrown) return { result, reason: 0, isFailed: false };
	const { mqcc, mqrc }: Partial<MqiError> = error ?? {};
	// What is thrown at once has not reached the queue manager.
	if (isThrown && mqrc === undefined) throw withoutReason(error, verb, 'none');
	if (!isThrown && mqcc === undefined) throw withoutReason(error, verb, 'unknown');
	return { result, reason: mqrc ?? MQRC.connectionBroken, isFailed: isThrown || mqcc === FAILED };
}

interface Ended<T> {
	error: MqiError | null | undefined;
	result: T;
	isThrown: boolean;
}

async function ended<T>(call: (done: Done<T>) => void): Promise<Ended<T>> {
	return await new Promise((resolve) => {
		const done: Done<T> = (error, result) => resolve({ error, result, isThrown: false });
		try {
			withoutStacks(() => call(done));
		} catch (error) {
			resolve({ error: error as MqiError, result: undefined as T, isThrown: true });
		}
	});
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
