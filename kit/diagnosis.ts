import type { Remedy, ServiceError } from './errors';

/** The outcome of a connection test, in words for the person who set up the connection. */
export interface Diagnosis {
	ok: boolean;
	message: string;
	/** The setting that helps. */
	remedy?: Remedy;
}

/** The diagnosis for an error: its message and hint in one text, and its remedy. `hint` replaces the error's own. */
export function diagnosisOf({ message, hint: own, remedy }: ServiceError, hint = own): Diagnosis {
	return { ok: false, message: [message, hint].filter(Boolean).join(' '), ...(remedy ? { remedy } : {}) };
}
