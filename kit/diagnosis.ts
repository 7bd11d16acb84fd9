import type { Remedy, ServiceError } from './errors';

/** The outcome of a connection test, in words for the person who set up the connection. */
export interface Diagnosis {
	ok: boolean;
	message: string;
	/** The setting that helps. */
	remedy?: Remedy;
}

/**
 * The diagnosis for an error: its message, the address that was asked where that may be wrong, and its hint in one text,
 * and its remedy. `hint` replaces the error's own.
 */
export function diagnosisOf(
	{ message, hint: own, remedy, attributes, httpStatus }: ServiceError,
	hint = own,
): Diagnosis {
	// Without a response, the message names the host itself.
	const isAsked = httpStatus !== undefined && attributes.address;
	const address = isAsked && `The address was ${attributes.address}.`;
	// A reason code in brackets may be behind the full stop.
	const sentence = /[.…!?](?: \([^()]*\))?$/.test(message) ? message : `${message}.`;
	const text = [sentence, address, hint].filter(Boolean).join(' ');
	return { ok: false, message: text, ...(remedy ? { remedy } : {}) };
}
