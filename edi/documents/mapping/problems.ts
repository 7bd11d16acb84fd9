import { EdiError } from '../../error';
import type { Diagnostic } from '../../tree';

/** Where a value of a form is: the member's path, and the element it is written to. */
export interface Place {
	/** E.g. `lines[1].quantity`, with list entries counted from 0 as expressions do. */
	path: string;
	segment?: string;
	element?: number;
}

/** What is wrong with a value of a form. */
export interface FormProblem extends Diagnostic {
	/** The member, as in {@link Place}. */
	path: string;
	/** What is wrong, without the place and the value: `is required`. */
	reason: string;
}

/** Most reasons that a message spells out. */
const SPELLED_OUT = 5;

/** Collects what is wrong with a form, so that the user learns of all of it at once. */
export class Problems {
	readonly errors: FormProblem[] = [];
	readonly warnings: FormProblem[] = [];
	/** Places with what is wrong there. */
	private readonly known = new Set<string>();

	/** @param what completes a sentence that begins with the path: `is required` */
	error(place: Place, what: string, value?: unknown): void {
		const key = JSON.stringify([place.path, isLack(what) ? LACK : what]);
		if (this.known.has(key)) return;
		this.known.add(key);
		this.errors.push(diagnostic('error', place, what, value));
	}

	warn(place: Place, what: string, value?: unknown): void {
		this.warnings.push(diagnostic('warning', place, what, value));
	}

	/** @throws EdiError `not-writable` when there are errors */
	throwIfAny(subject: string): void {
		if (this.errors.length === 0) return;
		const messages = this.errors.slice(0, SPELLED_OUT).map(({ message }) => message);
		const more = this.errors.length - messages.length;
		const rest = more > 0 ? `; and ${more} more` : '';
		throw new EdiError('not-writable', `${subject} cannot be written: ${messages.join('; ')}${rest}`, this.errors);
	}
}

/** What is lacking is lacking once, whatever it is needed for. */
const LACK = 'is required';
const isLack = (reason: string) => reason.startsWith(LACK);

function diagnostic(severity: Diagnostic['severity'], place: Place, what: string, value: unknown): FormProblem {
	const shown = value === undefined ? undefined : shorten(typeof value === 'string' ? value : JSON.stringify(value));
	return {
		code: severity === 'error' ? 'form-invalid' : 'form-differs',
		severity,
		...(place.segment ? { segment: place.segment } : {}),
		...(place.element ? { element: place.element } : {}),
		...(shown === undefined ? {} : { value: shown }),
		path: place.path,
		reason: what,
		message: `${place.path} ${what}${shown === undefined ? '' : ` (it is "${shown}")`}`,
	};
}

function shorten(text: string): string {
	return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
