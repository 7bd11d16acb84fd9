import type { Document } from '../../../kit/xml/document';
import { put, type Entered } from '../fields/entered';

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

/** The item of a line, where the line says which. */
function itemOf({ itemIds }: Document): string | undefined {
	const text = JSON.stringify(itemIds ?? {});
	return text === '{}' ? undefined : text;
}

const SHAPES: Readonly<Record<string, Shape>> = {
	inventoryAdvice: { list: 'quantities', inner: ['type', 'quantity', 'unit'], common: itemOf },
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

/** Puts the columns into a line that only such a document has. */
export function putOwnColumns(line: Document, values: ReadonlyMap<string, Entered>, type: string): void {
	const [sscc, kind] = [values.get('sscc'), values.get('quantityType')];
	if (type === 'warehouseShippingAdvice' && sscc) put(line, 'sscc', sscc);
	if (type === 'inventoryAdvice' && kind) put(line, 'type', kind);
}
