import type { Document, Value } from '../../../kit/xml/document';
import { Entered } from '../fields/entered';

/** A business form of the editor, and where each of its values was filled in. */
export interface Settled {
	form: Document;
	/** By the path in the form, such as `lines[0].quantity`; empty fields have one as well. */
	entered: ReadonlyMap<string, Entered>;
	/** Labels of the field that members without a field of their own come from. */
	others?: string;
}

/** Turns a form that is being filled in into a plain one. Empty fields, and objects of nothing else, are left out. */
export function settle(draft: Document): Settled {
	const entered = new Map<string, Entered>();
	return { form: (plain(draft, '', entered) ?? {}) as Document, entered };
}

function plain(value: unknown, path: string, entered: Map<string, Entered>): Value | undefined {
	if (value instanceof Entered) {
		entered.set(path, value);
		return value.text;
	}
	if (Array.isArray(value)) {
		// What is left out must not move the places of the others: it comes last.
		const ordered = [...value.filter((one) => !isEmptyField(one)), ...value.filter(isEmptyField)];
		return ordered.map((one, index) => plain(one, `${path}[${index}]`, entered)).filter((one) => one !== undefined);
	}
	if (!isPlainObject(value)) return value as Value;
	const members = Object.entries(value)
		.map(([name, one]) => [name, plain(one, path === '' ? name : `${path}.${name}`, entered)] as const)
		.filter(([, one]) => one !== undefined);
	const isEmpty = members.length === 0 && !path.endsWith(']');
	return isEmpty ? undefined : (Object.fromEntries(members) as Document);
}

const isEmptyField = (one: unknown) => one instanceof Entered && one.text === undefined;

/** Dates of an expression are objects as well, and stay whole. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
	return Object.prototype.toString.call(value) === '[object Object]' && !('toISO' in (value as object));
}
