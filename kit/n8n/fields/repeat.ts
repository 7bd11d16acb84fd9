import { asArray, isElement, type Document, type Value } from '../../xml/document';
import { getPath, setPath } from '../../xml/path';
import { describeValue, inField, refuse } from '../refusal';
import { into, writeOnly, type Field } from './field';
import type { ValueContext } from './value';

/** A repeatable child element, whose entries can also be made of other data than the parameter's own. */
export interface Repeat extends Field {
	path: string;
	fields: readonly Field[];
	/** Name of one entry, Title Case: "Line". */
	entry: string;
	/** Name under which n8n stores the entries: "line". */
	key: string;
	/** One entry of the document, of the values of its fields by the names of their parameters. */
	entryOf: (values: unknown, context: ValueContext) => Document;
	write: NonNullable<Field['write']>;
}

interface RepeatOptions {
	/** Name of one entry, Title Case: "Line". */
	entry: string;
	/** Name under which n8n stores the entries: "line". */
	key: string;
	description?: string;
	/** What happens without entries; see {@link Field.emptyMeans}. */
	emptyMeans?: string;
	/** Fewest entries; n8n marks the parameter where there are less. */
	least?: number;
	/** Whether fields that are not required wait behind a button (n8n 2 and up; n8n 1 shows them all). */
	hideOptional?: boolean;
	/** Last touch on an entry, such as to leave out what only has defaults. */
	tidy?: (entry: Document) => Document;
}

/** A repeatable child element, such as order lines; `path` ends with the repeating element's name. */
export function repeat(
	displayName: string,
	name: string,
	path: string,
	{ entry, key, description, emptyMeans, least, hideOptional, tidy = (written) => written }: RepeatOptions,
	fields: Field[],
): Repeat {
	const entryOf = (values: unknown, context: ValueContext): Document => {
		const child: Document = {};
		writeOnly(fields, child, values, context);
		return tidy(child);
	};
	return {
		property: {
			displayName,
			name,
			type: 'fixedCollection',
			placeholder: `Add ${entry}`,
			default: {},
			...(description ? { description } : {}),
			typeOptions: {
				multipleValues: true,
				multipleValueButtonText: `Add ${entry}`,
				sortable: true,
				...(least === undefined ? {} : { minRequiredFields: least }),
				...(hideOptional ? HIDE_OPTIONAL : {}),
			},
			options: [{ displayName: entry, name: key, values: fields.map((field) => field.property) }],
		},
		path,
		fields,
		entry,
		key,
		...(emptyMeans ? { emptyMeans } : {}),
		entryOf,
		write(document, value, context) {
			inField(displayName, () => {
				const written = entriesOf(value, key).map((row, i) =>
					inField(`${entry} ${i + 1}`, () => entryOf(row, context)),
				);
				if (written.length > 0) setPath(document, path, [...asArray<Value>(getPath(document, path)), ...written]);
			});
		},
	};
}

const HIDE_OPTIONAL = { hideOptionalFields: true, addOptionalFieldButtonText: 'Add Field' };

/** One element of a form. */
interface FormEntry {
	/** Name of the element, Title Case: "Address". */
	entry: string;
	/** Name under which n8n stores it: "address". */
	key: string;
	/** The element. */
	path: string;
	fields: Field[];
}

/**
 * Child elements that appear once each and are filled in as a form: in the order of their fields, those marked
 * `showEvenWhenOptional` at once and the others behind a button. Of several elements the button offers a choice.
 */
export function form(
	displayName: string,
	name: string,
	entries: readonly FormEntry[],
	description: string,
	placeholder = `Add ${entries[0].entry}`,
): Field {
	const keys = entries.map(({ key }) => key);
	const elements = entries.map(({ entry, key, path, fields }): Field => {
		return {
			property: { displayName: entry, name: key, type: 'collection', default: {} },
			path,
			fields,
			write: into(path, (child, value, context) => {
				const [values, ...more] = entriesOf(value, key, keys);
				if (more.length > 0) refuse('must be one, got a list');
				writeOnly(fields, child, values, context);
			}),
		};
	});
	const [only, ...others] = elements;
	return {
		property: {
			displayName,
			name,
			type: 'fixedCollection',
			placeholder,
			default: {},
			description,
			typeOptions: HIDE_OPTIONAL,
			options: entries.map(({ entry, key, fields }) => {
				return { displayName: entry, name: key, values: fields.map((field) => field.property) };
			}),
		},
		...(others.length === 0 ? { path: only.path, fields: only.fields } : { fields: elements }),
		write: (document, value, context) =>
			inField(displayName, () => {
				for (const { property, write } of elements) {
					const isNamed = others.length > 0;
					if (isNamed) inField(property.displayName, () => write?.(document, value, context));
					else write?.(document, value, context);
				}
			}),
	};
}

/**
 * The entries of a repeatable parameter, as n8n stores them under the name of the entry; `beside` are the names of
 * other kinds of entries that the parameter has.
 * @throws Refusal for what an expression gave instead, which would be left out without a word
 */
export function entriesOf(value: unknown, key: string, beside: readonly string[] = []): unknown[] {
	if (value === undefined || value === null || value === '') return [];
	const wanted = `must be { "${key}": […] }`;
	if (!isElement(value)) return refuse(`${wanted}, got ${describeValue(value)}`);
	const given = value as Record<string, unknown>;
	const stranger = Object.keys(given).find((name) => name !== key && !beside.includes(name));
	if (stranger !== undefined) return refuse(`${wanted}, got "${stranger}"`);
	const entries = given[key] ?? [];
	if (!Array.isArray(entries) && !isElement(entries)) return refuse(`${wanted}, got ${describeValue(entries)}`);
	return asArray<unknown>(entries);
}
