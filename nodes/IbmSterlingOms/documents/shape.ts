import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { askFor, customFieldsIn } from '../../../clients/oms/customFields/document';
import { getPath, setPath } from '../../../kit/xml/path';

/**
 * What people use of a large document, in Sterling's own names. From one shape come both the output template
 * that asks Sterling for it and the simplified item: attributes of child elements are lifted to the top
 * (`PriceInfo.TotalAmount` becomes `TotalAmount`), lists stand directly under their name.
 */
export interface Shape {
	/** Attribute paths. */
	attributes: readonly string[];
	/** Child elements that stay together: name in the item -> path and shape. */
	elements?: Readonly<Record<string, { path: string; shape: Shape }>>;
	/** Repeating elements: name in the item -> path (ending with the repeating element) and shape. */
	lists?: Readonly<Record<string, { path: string; shape: Shape }>>;
	/** The instance's own fields: elements that hold them, such as `Extn`, or single ones, such as `Extn.ExtnBrand`. */
	custom?: readonly string[];
}

/** Splits `'OrderNo OrderDate PriceInfo.Currency'` into attribute paths. */
export function attributes(paths: string): readonly string[] {
	return paths.trim().split(/\s+/);
}

/** The output template for a shape: the document with empty attributes. */
export function templateOf(shape: Shape): Document {
	const template: Document = {};
	for (const path of shape.attributes) setPath(template, path, '');
	askFor(template, shape.custom ?? []);
	for (const { path, shape: child } of children(shape)) setPath(template, path, templateOf(child));
	return template;
}

/**
 * The simplified item for a document. What has no value is left out, lists never are: some ways to read a document
 * return empty attributes and others leave them out, and an item looks the same either way. `item` is what the item
 * begins with; it is completed in place.
 */
export function simplify(document: Document, shape: Shape, item: Document = {}): Document {
	const { attributes: named, elements, lists } = stepsOf(shape);
	for (const [name, path] of named) {
		// Most paths are a single name, which is there for each of thousands of rows.
		const value = name === path ? document[name] : getPath(document, path);
		if (typeof value === 'string' && value !== '') item[name] = value;
	}
	for (const [name, { path, shape: child }] of elements) {
		const value = getPath(document, path);
		const inner = isElement(value) ? simplify(value, child) : {};
		if (Object.keys(inner).length > 0) item[name] = inner;
	}
	for (const [name, { path, shape: child }] of lists) {
		const rows = asArray<Value>(getPath(document, path)).filter(isElement);
		item[name] = rows.map((row) => simplify(row, child));
	}
	if (!shape.custom?.length) return item;
	const inInstance = Object.entries(customFieldsIn(document, shape.custom));
	const customFields = Object.fromEntries(inInstance.filter(([, value]) => value !== ''));
	if (Object.keys(customFields).length > 0) item.customFields = customFields;
	return item;
}

/** What there is to do for each document of a shape: the same for thousands of rows. */
function stepsOf(shape: Shape): Steps {
	const steps = stepsByShape.get(shape) ?? {
		attributes: shape.attributes.map((path) => [lastName(path), path] as const),
		elements: Object.entries(shape.elements ?? {}),
		lists: Object.entries(shape.lists ?? {}),
	};
	stepsByShape.set(shape, steps);
	return steps;
}

interface Steps {
	/** Name in the item, and path. */
	attributes: ReadonlyArray<readonly [string, string]>;
	elements: ReadonlyArray<[string, { path: string; shape: Shape }]>;
	lists: Steps['elements'];
}

const stepsByShape = new WeakMap<Shape, Steps>();

/** A shape with more in it. */
export function extend(shape: Shape, more: Partial<Shape>): Shape {
	return {
		attributes: [...shape.attributes, ...(more.attributes ?? [])],
		elements: { ...shape.elements, ...more.elements },
		lists: { ...shape.lists, ...more.lists },
		custom: [...(shape.custom ?? []), ...(more.custom ?? [])],
	};
}

function children(shape: Shape): Array<{ path: string; shape: Shape }> {
	return [...Object.values(shape.elements ?? {}), ...Object.values(shape.lists ?? {})];
}

function lastName(path: string): string {
	return path.slice(path.lastIndexOf('.') + 1);
}
