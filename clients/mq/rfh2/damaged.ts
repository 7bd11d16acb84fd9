import { ServiceError } from '../../../kit/errors';

/** The error for an MQRFH2 header that cannot be read. */
export function damaged(what: string): ServiceError {
	return new ServiceError('badAnswer', `The header MQRFH2 of the message cannot be read: ${what}.`, {
		code: '2334',
		effect: 'none',
		hint: 'Look at the message with a tool of MQ, and at the application that put it.',
	});
}

/** For headers that never come to an end. */
export const tooManyHeaders = (): ServiceError => damaged('there are too many of them');
