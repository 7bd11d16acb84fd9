import { ServiceError } from '../errors';

/** What the user filled in cannot be used: which field, why, and what to do. */
export class Refusal extends ServiceError {
	/** @param fields labels of the editor that lead to the value, the outermost first */
	constructor(
		private readonly reason: string,
		hint?: string,
		private readonly fields: readonly string[] = [],
	) {
		super('invalidInput', sentence(fields.join(' → '), reason), {
			hint,
			effect: 'none',
		});
	}

	/** The same refusal, seen from the field around it. */
	inside(field: string): Refusal {
		return new Refusal(this.reason, this.hint, [field, ...this.fields]);
	}
}

/** `Limit is empty`, but `Limit: "many" is not a number`. */
function sentence(field: string, reason: string): string {
	if (field === '') return reason;
	return `${field}${/^(?:are|has|is|must|names)\b/.test(reason) ? '' : ':'} ${reason}`;
}

/** Refuses a value of the editor, with the reason and what to do. @throws Refusal always */
export function refuse(reason: string, hint?: string): never {
	throw new Refusal(reason, hint);
}

/**
 * Does something for one field of the editor, so that what is refused names the field: nested calls give the whole way
 * to it, such as `Lines → Line 2 → Quantity: "two" is not a number`.
 * @throws Refusal in place of a Refusal or TypeError of `work`; other errors unchanged
 */
export function inField<T>(field: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof Refusal) throw error.inside(field);
		if (error instanceof TypeError) throw new Refusal(error.message, undefined, [field]);
		throw error;
	}
}

/** Short, and without what may be the number of a card. */
function shown(text: string): string {
	const safe = text.replace(/\d(?:[ -]?\d){12,18}/g, '…');
	return safe.length > 60 ? `${safe.slice(0, 60)}…` : safe;
}

/** What kind of thing a value is, in words for a message. */
export function describeValue(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'string') return `"${shown(value)}"`;
	if (typeof value === 'object') return 'an object';
	return typeof value === 'function' ? 'a function' : String(value);
}
