import type { Field } from '../../../kit/n8n/fields/field';
import { entries } from '../../../kit/n8n/fields/basic';
import { entriesOf } from '../../../kit/n8n/fields/repeat';
import { describeValue, inField, refuse } from '../../../kit/n8n/refusal';
import { lookup } from '../../../kit/lookup';
import { isElement, type Document } from '../../../kit/xml/document';
import { assertSafe, setPath } from '../../../kit/xml/path';
import { Entered, enteredIn, inEntry, inside, type FormContext } from './entered';

interface Rows {
	displayName: string;
	/** Name of the parameter, and of the member of the form. */
	name: string;
	/** Name of one entry, Title Case. */
	entry: string;
	description: string;
	fields: Field[];
	/** Member of an entry that it is found by: the entries become an object. */
	key?: string;
	/** Member that stands for the whole entry, where there are no others. */
	main?: string;
	/** Members without which an entry says nothing: it is left out where their expressions all return nothing. */
	needed?: readonly string[];
}

/** Entries that can be repeated: a list of the form, or an object whose members are found by the entries' kind. */
export function rows(plan: Rows): Field {
	const { displayName, name, entry, description, fields, key } = plan;
	const values = fields.map((field) => field.property);
	const property = entries(displayName, name, description, { entry, key: 'row' }, values);
	return {
		property,
		write(form, value, context) {
			const given = inField(displayName, () => entriesOf(value, 'row'));
			const all = given.map((one, index) => entryOf(one, index, plan, context));
			const told = all.filter((one) => !isLeftOut(one, plan, context));
			if (all.length > 0) setPath(form, name, key ? byKind(told, key, plan) : told.map(({ child }) => child));
		},
	};
}

/** An entry of the form, with all of its fields, the empty ones as well. */
interface Entry {
	child: Document;
	/** Name of the entry, such as `Party 2`, and the labels that lead to it. */
	label: string;
	way: string;
}

function entryOf(values: unknown, index: number, plan: Rows, context: FormContext): Entry {
	const { displayName, name, entry, fields } = plan;
	const label = `${entry} ${index + 1}`;
	const at = inside(context, { label: displayName, name }, { label, name: `row.${index}` });
	return inEntry([displayName, label], () => {
		if (!isElement(values)) return refuse(`must be an object of fields, got ${describeValue(values)}`);
		const child: Document = {};
		for (const { property, write } of fields) write?.(child, lookup(values, property.name), at);
		return { child, label, way: (at.way ?? []).map((step) => step.label).join(' → ') };
	});
}

/** Whether an entry says nothing; the user is told. */
function isLeftOut({ child, way }: Entry, { key, needed = [] }: Rows, context: FormContext): boolean {
	const { [key ?? '']: _key, ...rest } = child;
	const isGiven = (value: unknown) => !(value instanceof Entered) || value.text !== undefined;
	const main = needed.flatMap((member) => enteredIn(child, member) ?? []);
	const isUnsaid = main.some(({ isExpression }) => isExpression) && !main.some(isGiven);
	if (!isUnsaid && (key === undefined || Object.values(rest).some(isGiven))) return false;
	context.tell?.(`${way} is left out, because it is empty.`);
	return true;
}

function byKind(all: readonly Entry[], key: string, { displayName, main }: Rows): Document {
	const found: Document = {};
	for (const { child, label } of all) {
		const { [key]: _key, ...rest } = child;
		const entered = enteredIn(child, key);
		const kind = entered?.text ?? inEntry([displayName, label], () => refuseKey(entered));
		const value = main === undefined ? rest : rest[main];
		assertSafe(kind);
		const present = lookup(found, kind);
		found[kind] = present === undefined ? value : ([present, value].flat() as Document[]);
	}
	return found;
}

function refuseKey(entered: Entered | undefined): never {
	return inField(entered?.labels.at(-1) ?? '', () => refuse('is required'));
}
