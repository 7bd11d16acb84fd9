import type { INodeProperties } from 'n8n-workflow';

import type { Document } from '../../xml/document';
import { alphabetical } from '../alphabetical';
import { setPath } from '../path';
import { toSterling, toSterlingDate, type ValueContext } from './value';

/** A parameter of the editor, together with what its value does to the document that is sent. */
export interface Field {
	property: INodeProperties;
	/** Writes the parameter's value into the document; absent where the parameter only steers the operation. */
	write?: (document: Document, value: unknown, context: ValueContext) => void;
}

type AttributeOptions = Omit<INodeProperties, 'displayName' | 'name' | 'type' | 'default'> &
	Partial<Pick<INodeProperties, 'type' | 'default'>>;

const DEFAULTS: Partial<Record<INodeProperties['type'], INodeProperties['default']>> = {
	boolean: false,
	number: 0,
};

/** One attribute of the document: `path` is where it stands, such as `PriceInfo.Currency`. */
export function attribute(displayName: string, name: string, path: string, options: AttributeOptions = {}): Field {
	const type = options.type ?? 'string';
	return attributeOf({ displayName, name, type, default: DEFAULTS[type] ?? '', ...options } as INodeProperties, path);
}

/** The same for a property that is made elsewhere, such as a locator. */
export function attributeOf(property: INodeProperties, path: string): Field {
	const convert = property.type === 'dateTime' ? toSterlingDate : toSterling;
	return {
		property,
		write(document, value, context) {
			const text = convert(value, context);
			if (text !== undefined) setPath(document, path, text);
		},
	};
}

/** The field, shown only while other parameters have certain values. */
export function showWhen(show: NonNullable<INodeProperties['displayOptions']>['show'], ...fields: Field[]): Field[] {
	return fields.map(({ property, write }) => ({
		property: {
			...property,
			displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, ...show } },
		},
		write,
	}));
}

/** A parameter that steers the operation and leaves no mark of its own in the document. */
export function steering(property: INodeProperties): Field {
	return { property };
}

/** Optional attributes behind one "Add Field" button. */
export function collection(displayName: string, name: string, placeholder: string, fields: Field[]): Field {
	const sorted = alphabetical(fields, ({ property }) => property.displayName);
	return {
		property: {
			displayName,
			name,
			type: 'collection',
			placeholder,
			default: {},
			options: sorted.map((field) => field.property),
		},
		write: (document, value, context) => writeAll(sorted, document, value, context),
	};
}

/** A child element that appears once, such as an address; `path` is the element. */
export function element(displayName: string, name: string, path: string, fields: Field[], description?: string): Field {
	const inner = collection(displayName, name, 'Add Field', fields);
	if (description) inner.property.description = description;
	return {
		property: inner.property,
		write(document, value, context) {
			const child: Document = {};
			inner.write?.(child, value, context);
			if (Object.keys(child).length > 0) setPath(document, path, child);
		},
	};
}

interface RepeatOptions {
	/** Name of one entry, Title Case: "Line". */
	entry: string;
	/** Name under which n8n stores the entries: "line". */
	key: string;
	description?: string;
	/** Last touch on an entry, such as to leave out what only has defaults. */
	tidy?: (entry: Document) => Document;
}

/** A repeatable child element, such as order lines; `path` ends with the repeating element's name. */
export function repeat(
	displayName: string,
	name: string,
	path: string,
	{ entry, key, description, tidy = (written) => written }: RepeatOptions,
	fields: Field[],
): Field {
	return {
		property: {
			displayName,
			name,
			type: 'fixedCollection',
			placeholder: `Add ${entry}`,
			default: {},
			...(description ? { description } : {}),
			typeOptions: { multipleValues: true },
			options: [{ displayName: entry, name: key, values: fields.map((field) => field.property) }],
		},
		write(document, value, context) {
			const rows = ((value as Record<string, unknown> | undefined)?.[key] ?? []) as unknown[];
			const written = rows.map((row) => {
				const child: Document = {};
				writeAll(fields, child, row, context);
				return tidy(child);
			});
			if (written.length > 0) setPath(document, path, written);
		},
	};
}

/** Writes the values of several parameters that live together in one object. */
export function writeAll(fields: Field[], document: Document, values: unknown, context: ValueContext): void {
	const given = (values ?? {}) as Record<string, unknown>;
	for (const field of fields) {
		if (field.property.name in given) field.write?.(document, given[field.property.name], context);
	}
}
