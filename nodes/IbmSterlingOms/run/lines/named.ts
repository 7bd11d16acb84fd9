import { getPath, setPath } from '../../../../kit/xml/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import { asArray, isElement, type Document, type Value } from '../../../../kit/xml/document';
import { templateOf } from '../../documents/shape';
import type { RunContext } from '../../operation';
import { readOne } from '../exactlyOne';
import { type LineKind, ORDER_LINES } from './kinds';

export const linesIn = (document: Document, { path } = ORDER_LINES): Document[] =>
	asArray<Value>(getPath(document, path)).filter(isElement);

const text = (value: Value | undefined) => (typeof value === 'string' ? value.trim() : '');

/** Whether a line names the one that it is about by its key or number. */
export function isNamed(line: Document, { key, number } = ORDER_LINES): boolean {
	return text(line[key]) !== '' || text(line[number]) !== '';
}

/** Whether another line names this line of a record, by its key or else by its number. */
export function isNamedBy(
	known: Document,
	wanted: Document,
	{ key, number, subNumber, usualSub } = ORDER_LINES,
): boolean {
	if (text(wanted[key]) !== '') return text(known[key]) === text(wanted[key]);
	const sub = (line: Document) => text(line[subNumber]) || usualSub;
	return text(known[number]) === text(wanted[number]) && sub(known) === sub(wanted);
}

/** Whether a line has only its item to be found by. */
function isByItem(line: Document, mayBeNew: boolean, kind: LineKind): boolean {
	const isNew = mayBeNew && /^(?:create)?$/i.test(text(line.Action));
	return !isNamed(line, kind) && !isNew && text(getPath(line, kind.item)) !== '';
}

/** What lines are looked for in. */
interface Scope {
	identity: Document;
	label: string;
	mayBeNew: boolean;
	kind: LineKind;
}

/**
 * The document with lines that are named by their item named by their key, where the record has one line of the item.
 * Reads the record only where a line needs it.
 * @throws Refusal where the record has no line of the item, or several
 */
export async function named(document: Document, scope: Scope, context: RunContext): Promise<Document> {
	const { identity, label, mayBeNew, kind } = scope;
	const lines = linesIn(document, kind);
	if (!lines.some((line) => isByItem(line, mayBeNew, kind))) {
		refuseRepeated(lines, label, kind);
		return document;
	}
	const known = await linesOf(identity, kind, context);
	const found = lines.map((line, i) => {
		if (!isByItem(line, mayBeNew, kind)) return line;
		const same = inField(label, () => inField(`Line ${i + 1}`, () => onlyLineOf(line, known, kind)));
		return { [kind.key]: same[kind.key], ...withoutItem(line, kind) };
	});
	refuseRepeated(found, label, kind);
	const [list, element] = kind.path.split('.');
	return { ...document, [list]: { ...(document[list] as Document), [element]: found } };
}

const readings = new WeakMap<RunContext, Map<string, Promise<Document[]>>>();

/** The lines that a record has, by what names the record. They are read once an item: before it changes anything. */
export function linesOf(identity: Document, kind: LineKind, context: RunContext): Promise<Document[]> {
	const own = readings.get(context) ?? new Map<string, Promise<Document[]>>();
	readings.set(context, own);
	const name = JSON.stringify([kind.document, identity]);
	const lines = own.get(name) ?? readLines(identity, kind, context);
	own.set(name, lines);
	return lines;
}

async function readLines(identity: Document, kind: LineKind, context: RunContext): Promise<Document[]> {
	const { entity, path, attributes, filter = (name) => name } = kind;
	const record: Document = { [entity.key]: '' };
	setPath(record, path, templateOf({ attributes }));
	const request = { template: { [entity.row]: record } };
	return linesIn(await readOne(entity, { input: filter(identity), request }, context), kind);
}

/** The element of the item, or its attributes: once the line is found, they are no change to it. */
function withoutItem(line: Document, { item, unit }: LineKind): Document {
	const names = [item, unit].map((path) => path.split('.')[0]);
	return Object.fromEntries(Object.entries(line).filter(([name]) => !names.includes(name)));
}

/** Whether a line has the item of another one. A unit counts where the other one gives it. */
export function isOfItem(line: Document, wanted: Document, { item, unit } = ORDER_LINES): boolean {
	const inUnit = text(getPath(wanted, unit));
	return (
		text(getPath(line, item)) === text(getPath(wanted, item)) && (inUnit === '' || text(getPath(line, unit)) === inUnit)
	);
}

/** An item as people read it. */
export function itemOf(line: Document, { item, unit } = ORDER_LINES): string {
	return [getPath(line, item), getPath(line, unit)].map(text).filter(Boolean).join(' in ');
}

/**
 * The line of a record that has the item of another one.
 * @throws Refusal where there is none, or more than one
 */
export function onlyLineOf(wanted: Document, known: readonly Document[], kind = ORDER_LINES): Document {
	const { document, number, isOpen } = kind;
	const open = known.filter(isOpen);
	const [line, ...more] = open.filter((one) => isOfItem(one, wanted, kind));
	const item = itemOf(wanted, kind);
	if (!line) {
		const all = open.map((one) => `${text(one[number])} (${itemOf(one, kind)})`).join(', ');
		const hint = all ? `Its lines are: ${all}.` : undefined;
		if (item === '') return refuse('must identify a line: it has neither a key, a number nor an item', hint);
		return refuse(`the ${document} has no open line with item ${item}`, hint);
	}
	if (more.length === 0) return line;
	const numbers = [line, ...more].map((one) => text(one[number])).join(', ');
	return refuse(
		`the ${document} has several lines with item ${item}: ${numbers}`,
		'Enter the number of the line, or choose the line.',
	);
}

/**
 * Checks that no two entries are about one line of the record: Sterling would use one of them.
 * @throws Refusal that names both entries
 */
export function refuseRepeated(lines: readonly Document[], label: string, kind = ORDER_LINES): void {
	const seen = new Map<string, number>();
	lines.forEach((line, i) => {
		for (const name of namesOf(line, kind)) {
			const before = seen.get(name);
			if (before !== undefined) {
				inField(label, () =>
					refuse(
						`Line ${before + 1} and Line ${i + 1} are the same line of the ${kind.document}`,
						'Combine them into one entry, with the new quantity of the line.',
					),
				);
			}
			seen.set(name, i);
		}
	});
}

function namesOf(line: Document, { key, number, subNumber, usualSub }: LineKind): string[] {
	const own = text(line[key]);
	const numbered = text(line[number]);
	return [...(own ? [own] : []), ...(numbered ? [`${numbered}.${text(line[subNumber]) || usualSub}`] : [])];
}
