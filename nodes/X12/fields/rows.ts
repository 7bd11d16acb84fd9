import type { Field } from '../../../kit/n8n/fields/field';
import { writeAll } from '../../../kit/n8n/fields/field';
import { assertSafe, setPath } from '../../../kit/xml/path';
import type { Document } from '../../../kit/xml/document';
import { lookup } from '../../../kit/lookup';
import { entries } from '../../../kit/n8n/fields/basic';

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
}

/** Entries that can be repeated: a list of the form, or an object whose members are found by the entries' kind. */
export function rows({ displayName, name, entry, description, fields, key, main }: Rows): Field {
	const values = fields.map((field) => field.property);
	const property = entries(displayName, name, description, { entry, key: 'row' }, values);
	return {
		property,
		write(form, value, context) {
			const given = ((value as { row?: unknown[] } | undefined)?.row ?? []) as unknown[];
			const children = given.map((one) => {
				const child: Document = {};
				writeAll(fields, child, one, context);
				return child;
			});
			if (children.length > 0) setPath(form, name, key ? byKind(children, key, main) : children);
		},
	};
}

function byKind(entries: Document[], key: string, main?: string): Document {
	const found: Document = {};
	for (const entry of entries) {
		const { [key]: kind, ...rest } = entry;
		if (typeof kind !== 'string' || Object.keys(rest).length === 0) continue;
		const value = main !== undefined && Object.keys(rest).join() === main ? rest[main] : rest;
		assertSafe(kind);
		const present = lookup(found, kind);
		found[kind] = present === undefined ? value : ([present, value].flat() as Document[]);
	}
	return found;
}
