import { refuseEmpty } from '../../../kit/n8n/emptyValues';
import type { ValueContext } from '../../../kit/n8n/fields/value';
import { inField } from '../../../kit/n8n/refusal';
import type { Document, Value } from '../../../kit/xml/document';
import { setPath } from '../../../kit/xml/path';
import { textOf } from './text';

/** A step on the way to a value in the editor. */
export interface Step {
	label: string;
	/** Its name in the parameters of the node; none for an entry of a list. */
	name?: string;
}

/** What reading a value of the editor depends on, and where it is. */
export interface FormContext extends ValueContext {
	way?: readonly Step[];
	/** Whether an expression gives the parameter at a path. */
	isExpression?: (path: string) => boolean;
	/** Tells the user what the document is without. */
	tell?: (what: string) => void;
}

/**
 * A value on its way from the editor into a business form. It keeps where it was filled in, wherever the form has it, so
 * that what is wrong with it can be named by the labels of the editor. One without a text holds the place of an empty
 * field.
 */
export class Entered {
	constructor(
		readonly text: string | undefined,
		/** Labels that lead to the value, the outermost first. */
		readonly labels: readonly string[],
		/** Whether an expression gives it. */
		readonly isExpression: boolean,
	) {}

	/** Equal values have equal JSON. */
	toJSON(): string | undefined {
		return this.text;
	}
}

/** One value of a form in the editor. */
interface EnteredField {
	displayName: string;
	name: string;
	/** Whether it must not be empty. */
	required?: boolean;
	/** What happens without it, which the user is told where an expression does that: "the total is calculated". */
	emptyMeans?: string;
	/** Its choices; other text is a code of the standard. */
	choices?: ReadonlyArray<readonly [label: string, value: string]>;
}

/** The context of what is inside a field or an entry. */
export function inside(context: FormContext, ...steps: Step[]): FormContext {
	return { ...context, way: [...(context.way ?? []), ...steps] };
}

/** Does something for an entry of a repeatable field, such as `Parties → Party 2`. */
export function inEntry<T>([list, entry]: readonly [list: string, entry: string], work: () => T): T {
	return inField(list, () => inField(entry, work));
}

/**
 * The value of a field.
 * @throws Refusal for lists and objects, and where an expression leaves a required field empty
 */
export function enter(field: EnteredField, value: unknown, context: FormContext): Entered {
	const { displayName, name, required, emptyMeans, choices = [] } = field;
	const steps = [...(context.way ?? []), { label: displayName, name }];
	const path = steps.every((step) => step.name !== undefined) ? steps.map((step) => step.name).join('.') : undefined;
	const isExpression = path !== undefined && context.isExpression?.(path) === true;
	return inField(displayName, () => {
		const text = textOf(value, context);
		const labels = steps.map(({ label }) => label);
		if (text === undefined && isExpression) {
			if (required) refuseEmpty(emptyMeans, choices.length > 0);
			if (emptyMeans) context.tell?.(`${labels.join(' → ')} is empty: ${emptyMeans}.`);
		}
		const known = choices.find((choice) => choice.some((one) => one.toLowerCase() === text?.toLowerCase()));
		return new Entered(known ? known[1] : text, labels, isExpression);
	});
}

/**
 * Checks that the expressions of fields of which one is needed did not all return nothing.
 * @throws Refusal that names the first of them
 */
export function needOne(all: readonly Entered[]): void {
	if (all.some(({ text }) => text !== undefined)) return;
	const empty = all.find(({ isExpression }) => isExpression);
	if (empty) inField(empty.labels[empty.labels.length - 1], () => refuseEmpty(undefined));
}

/** Puts a value into a form that is being filled in; `path` is where it is there, e.g. `itemIds.vendorPart`. */
export function put(form: Document, path: string, entered: Entered): void {
	setPath(form, path, asValue(entered));
}

/** Values of the editor are in the form until it is settled. */
export const asValue = (entered: Entered) => entered as unknown as Value;

/** The value at a member of a form that is being filled in, where it came from the editor. */
export function enteredIn(form: Document, name: string): Entered | undefined {
	const value: unknown = Object.hasOwn(form, name) ? form[name] : undefined;
	return value instanceof Entered ? value : undefined;
}
