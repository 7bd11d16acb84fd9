import type { INodeProperties } from 'n8n-workflow';

import { isElement, type Document } from '../../xml/document';
import { alphabetical } from '../alphabetical';
import { setPath } from '../../xml/path';
import { describeValue, inField, refuse } from '../refusal';
import { choiceFor, choicesOf } from './choice';
import { locatorText, textOf, type ValueContext, type ValueKind } from './value';

/** A parameter of the editor, together with what its value does to the document that is sent. */
export interface Field {
	property: INodeProperties;
	/** The attribute or element that it writes, as a path in its document; absent where it only groups or steers. */
	path?: string;
	/** The fields inside a group, an element or a list. */
	fields?: readonly Field[];
	/** What its text must be beside its kind: {@link checked} gives it, and whole documents are checked by it. */
	check?: Check;
	/** What happens without a value, where that is more than people may mean: "the whole line is cancelled". */
	emptyMeans?: string;
	/** Reads a parameter that steers, where its type does not say how, such as a list of choices that may have others. @throws Refusal */
	read?: (value: unknown) => unknown;
	/** Writes the parameter's value into the document; absent where the parameter only steers the operation. */
	write?: (document: Document, value: unknown, context: ValueContext) => void;
}

/** Checks the text of an attribute, and may look at the element around it. @throws Refusal */
export type Check = (text: string, around: Document) => void;

type AttributeOptions = Omit<INodeProperties, 'displayName' | 'name' | 'type' | 'default'> &
	Partial<Pick<INodeProperties, 'type' | 'default'>>;

const DEFAULTS: Partial<Record<INodeProperties['type'], INodeProperties['default']>> = {
	boolean: false,
	number: 0,
};

/** One attribute of the document: `path` is where it stands, such as `PriceInfo.Currency`. */
export function attribute(
	displayName: string,
	name: string,
	path: string,
	options: AttributeOptions = {},
	kind?: ValueKind,
): Field {
	const type = options.type ?? 'string';
	const property = { displayName, name, type, default: DEFAULTS[type] ?? '', ...options } as INodeProperties;
	return attributeOf(property, path, kind);
}

const KINDS: Partial<Record<INodeProperties['type'], ValueKind>> = {
	boolean: 'yesNo',
	dateTime: 'dateTime',
	number: 'number',
};

/**
 * The same for a property that is made elsewhere, such as a locator. What its values are is `known`, or follows from the
 * type of the property, or else from the attribute.
 */
export function attributeOf(property: INodeProperties, path: string, known?: ValueKind): Field {
	const names = path.split('.');
	const attributeName = names.at(-1) ?? path;
	return {
		property,
		path,
		write(document, value, context) {
			inField(property.displayName, () => {
				const kind = known ?? KINDS[property.type] ?? context.kindOf?.(attributeName, names.at(-2)) ?? 'text';
				const plain = property.type === 'resourceLocator' ? locatorText(value) : value;
				const text = property.type === 'options' ? choiceIn(property, plain, context) : textOf(plain, context, kind);
				// Blanks around a value come from sheets and forms, and blanks alone are no value.
				if (text !== undefined && text.trim() !== '') setPath(document, path, text.trim());
			});
		},
	};
}

/** One of the property's choices; undefined where nothing is given. */
function choiceIn(property: INodeProperties, value: unknown, context: ValueContext): string | undefined {
	const choices = choicesOf(property);
	const text = textOf(value, context)?.trim() ?? '';
	return text === '' || choices.length === 0 ? text || undefined : choiceFor(text, choices);
}

/** The field, shown only while other parameters have certain values. */
export function showWhen(show: NonNullable<INodeProperties['displayOptions']>['show'], ...fields: Field[]): Field[] {
	return fields.map(({ property, ...field }) => ({
		...field,
		property: {
			...property,
			displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, ...show } },
		},
	}));
}

/** The field, with what happens where it is left empty: an expression must not do that unseen. */
export const meaning = (emptyMeans: string, field: Field): Field => ({ ...field, emptyMeans });

/** A parameter that steers the operation and leaves no mark of its own in the document. */
export function steering(property: INodeProperties): Field {
	return { property };
}

/** A parameter that steers, and how it is read where its type does not say. */
export const steeringBy = (read: NonNullable<Field['read']>, property: INodeProperties): Field => ({ property, read });

/** Optional attributes behind one "Add Field" button. */
export function collection(
	displayName: string,
	name: string,
	placeholder: string,
	fields: Field[],
	description?: string,
): Field {
	const sorted = alphabetical(fields, ({ property }) => property.displayName);
	return {
		property: {
			displayName,
			name,
			type: 'collection',
			placeholder,
			default: {},
			options: sorted.map((field) => field.property),
			...(description ? { description } : {}),
		},
		fields: sorted,
		write: (document, value, context) => inField(displayName, () => writeOnly(sorted, document, value, context)),
	};
}

/** A child element that appears once, such as a node; `path` is the element. */
export function element(displayName: string, name: string, path: string, fields: Field[], description?: string): Field {
	const inner = collection(displayName, name, 'Add Field', fields, description);
	return { ...inner, path, write: into(path, (child, value, context) => inner.write?.(child, value, context)) };
}

/** Writes a child element, which is left out where nothing is in it. */
export function into(path: string, write: NonNullable<Field['write']>): NonNullable<Field['write']> {
	return (document, value, context) => {
		const child: Document = {};
		write(child, value, context);
		if (Object.keys(child).length > 0) setPath(document, path, child);
	};
}

/**
 * Writes the values of several parameters that n8n stores together in one object. Other members of it are ignored.
 * @throws Refusal for anything but an object
 */
export function writeAll(fields: readonly Field[], document: Document, values: unknown, context: ValueContext): void {
	if (values === undefined || values === null || values === '') return;
	if (!isElement(values)) refuse(`must be an object of fields, got ${describeValue(values)}`);
	const given = values as Record<string, unknown>;
	for (const field of fields) {
		if (field.property.name in given) field.write?.(document, given[field.property.name], context);
	}
}

/**
 * The same for an object that holds these parameters and no others.
 * @throws Refusal for a name that is none of them: its value would be left out without a word
 */
export function writeOnly(fields: readonly Field[], document: Document, values: unknown, context: ValueContext): void {
	if (isElement(values)) refuseUnknown(values, namesOf(fields));
	writeAll(fields, document, values, context);
}

/**
 * Checks the names of values that an expression gives.
 * @throws Refusal for a name that is none of the known ones: its value would be left out without a word
 */
export function refuseUnknown(values: object, known: ReadonlySet<string>): void {
	const unknown = Object.keys(values).find((name) => !known.has(name));
	if (unknown !== undefined) refuse(`there is no field "${unknown}" here`, `The fields are: ${[...known].join(', ')}.`);
}

const namesByFields = new WeakMap<readonly Field[], ReadonlySet<string>>();

/** Names of the parameters of these fields, which are the same for each line of each item. */
function namesOf(fields: readonly Field[]): ReadonlySet<string> {
	const names = namesByFields.get(fields) ?? new Set(fields.map(({ property }) => property.name));
	namesByFields.set(fields, names);
	return names;
}
