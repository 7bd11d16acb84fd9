import type { Field } from '../../../kit/n8n/fields/field';
import { entries } from '../../../kit/n8n/fields/basic';
import { entriesOf } from '../../../kit/n8n/fields/repeat';
import { describeValue, inField, refuse } from '../../../kit/n8n/refusal';
import { lookup } from '../../../kit/lookup';
import { isElement, type Document } from '../../../kit/xml/document';
import { assertSafe, setPath } from '../../../kit/xml/path';
import { Entered, enteredIn, inEntry, inside, needOne, type FormContext } from './entered';

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
	/** Members of which an entry needs one: their expressions must not all return nothing. */
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
			const children = given.map((one, index) => childOf(one, index, plan, context));
			if (children.length > 0) setPath(form, name, key ? byKind(children, key, plan, context) : children);
		},
	};
}

/** An entry of the form, with all of its fields, the empty ones as well. */
function childOf(values: unknown, index: number, plan: Rows, context: FormContext): Document {
	const { displayName, name, entry, fields, needed = [] } = plan;
	const label = `${entry} ${index + 1}`;
	const at = inside(context, { label: displayName, name }, { label, name: `row.${index}` });
	return inEntry([displayName, label], () => {
		if (!isElement(values)) return refuse(`must be an object of fields, got ${describeValue(values)}`);
		const child: Document = {};
		for (const { property, write } of fields) write?.(child, lookup(values, property.name), at);
		needOne(needed.flatMap((member) => enteredIn(child, member) ?? []));
		return child;
	});
}

function byKind(children: Document[], key: string, { displayName, entry, main }: Rows, context: FormContext): Document {
	const found: Document = {};
	children.forEach((child, index) => {
		const { [key]: _key, ...rest } = child;
		const given = Object.values(rest).filter((value: unknown) => !(value instanceof Entered) || value.text);
		const label = `${entry} ${index + 1}`;
		const entered = enteredIn(child, key);
		if (given.length === 0) {
			context.leaveOut?.(`${displayName} → ${label} is left out, because it is empty.`);
			return;
		}
		const kind = entered?.text;
		if (kind === undefined) return inEntry([displayName, label], () => refuseKey(entered));
		const value = main === undefined ? rest : rest[main];
		assertSafe(kind);
		const present = lookup(found, kind);
		found[kind] = present === undefined ? value : ([present, value].flat() as Document[]);
	});
	return found;
}

function refuseKey(entered: Entered | undefined): never {
	return inField(entered?.labels.at(-1) ?? '', () => refuse('is required'));
}
