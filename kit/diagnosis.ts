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
export function diagnosisOf({ message, hint: own, remedy, attributes }: ServiceError, hint = own): Diagnosis {
	const address = attributes.address && `The address was ${attributes.address}.`;
	const text = [message, address, hint].filter(Boolean).join(' ');
	return { ok: false, message: text, ...(remedy ? { remedy } : {}) };
}
