import type { ValueContext } from '../../../kit/n8n/fields/value';
import type { Document } from '../../../kit/xml/document';
import { textOf } from '../fields/text';

/** How the flat lines of the editor become lines that have a list inside. */
interface Shape {
	/** The list, and the members of a line that are in it; without them, all that are not of the line itself. */
	list: string;
	inner?: readonly string[];
	/** What lines that go together have in common; nothing where each is by itself. */
	common: (line: Document) => unknown;
}

/** Members of a line of a warehouse document; the others are of the item in it. */
const OF_LINE = ['number', 'sscc', 'marks', 'stores'];

const SHAPES: Readonly<Record<string, Shape>> = {
	inventoryAdvice: { list: 'quantities', inner: ['type', 'quantity', 'unit'], common: ({ itemIds }) => itemIds },
	warehouseShippingAdvice: { list: 'items', common: ({ sscc }) => sscc },
	warehouseShippingOrder: { list: 'items', common: () => undefined },
};

/**
 * The lines of a document whose items or quantities are lists inside its lines: rows of one item, or of one carton, go
 * together. Lines that bring the list themselves, and lines of other types, stay as they are.
 */
export function nestedLines(lines: readonly Document[], type: string): Document[] {
	const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
	if (!shape) return [...lines];
	const { list, inner, common } = shape;
	const nested: Document[] = [];
	const found = new Map<string, Document>();
	for (const line of lines) {
		if (line[list] !== undefined) {
			nested.push(line);
			continue;
		}
		const isInside = (name: string) => inner?.includes(name) ?? !OF_LINE.includes(name);
		const entries = Object.entries(line);
		const entry = Object.fromEntries(entries.filter(([name]) => isInside(name)));
		const key = JSON.stringify(common(line));
		const present = key === undefined ? undefined : found.get(key);
		if (present) {
			(present[list] as Document[]).push(entry);
			continue;
		}
		const own = { ...Object.fromEntries(entries.filter(([name]) => !isInside(name))), [list]: [entry] };
		if (key !== undefined) found.set(key, own);
		nested.push(own);
	}
	return nested;
}

/** What the editor's own columns say of such a line. */
export function ownColumns(row: Readonly<Record<string, unknown>>, type: string, values: ValueContext): Document {
	const sscc = type === 'warehouseShippingAdvice' ? textOf(row.sscc, values) : undefined;
	const kind = type === 'inventoryAdvice' ? textOf(row.quantityType, values) : undefined;
	return { ...(sscc === undefined ? {} : { sscc }), ...(kind === undefined ? {} : { type: kind }) };
}
