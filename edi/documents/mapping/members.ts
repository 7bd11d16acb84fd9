import type { Element, SegmentContent } from '../../tree';
import { codeOf } from './codecs';
import { pairsOf, type Member, type PairsMember, type ValueMember } from './member';
import { add, isAbsent, isForm, listOf, type Form, type WriteContext } from './form';
import type { Notation } from '../tables/editable';

/** Elements that have no name in the form, by theirs in X12: `{ BEG08: 'IAM' }`. */
type OtherElements = Record<string, Element>;

/** The members that the elements of a segment are, and the elements that they cannot hold. */
export function readMembers(
	segment: SegmentContent,
	members: readonly Member[],
	tables: Notation,
): { object: Form; others: OtherElements } {
	const object: Form = {};
	const rest = new Map<number, Element>();
	segment.elements.forEach((element, index) => {
		if (!isEmpty(element)) rest.set(index + 1, element);
	});
	for (const member of members) {
		if ('pairs' in member) readPairs(object, rest, member, tables);
		else readValue(object, rest, member, tables);
	}
	const others = Object.fromEntries([...rest].map(([at, element]) => [elementName(segment.id, at), element]));
	return { object, others };
}

/** The elements that members make, without trailing empty ones. Values that cannot be written are noted. */
export function writeMembers(
	segment: string,
	object: Form,
	members: readonly Member[],
	context: WriteContext,
): Element[] {
	const elements = new Map<number, Element>(othersOf(segment, object, context));
	for (const member of members) {
		if ('pairs' in member) writePairs(segment, elements, object, member, context);
		else writeValue(segment, elements, object, member, context);
	}
	return Array.from({ length: Math.max(0, ...elements.keys()) }, (_, index) => elements.get(index + 1) ?? '');
}

/** Name of an element in X12: `BEG08`. */
function elementName(segment: string, at: number): string {
	return `${segment}${String(at).padStart(2, '0')}`;
}

function readValue(object: Form, rest: Map<number, Element>, { at, name, codec }: ValueMember, tables: Notation): void {
	const wire = plain(rest.get(at));
	const read = wire === undefined ? undefined : codec.read(wire, tables);
	if (read === undefined) return;
	object[name] = read;
	rest.delete(at);
}

function readPairs(object: Form, rest: Map<number, Element>, member: PairsMember, tables: Notation): void {
	const { name, table } = member;
	const names = table(tables);
	const found: Form = name === '' ? object : {};
	for (const at of pairsOf(member)) {
		const [qualifier, value] = [plain(rest.get(at)), plain(rest.get(at + 1))];
		if (!qualifier?.trim() || !value?.trim()) continue;
		const isKnown = Object.hasOwn(names, qualifier);
		if (name === '' && !isKnown) continue;
		add(found, isKnown ? names[qualifier] : qualifier, value.trimEnd());
		rest.delete(at);
		rest.delete(at + 1);
	}
	if (name !== '' && Object.keys(found).length > 0) object[name] = found;
}

function writeValue(
	segment: string,
	elements: Map<number, Element>,
	object: Form,
	{ at, name, codec, isRequired, otherwise }: ValueMember,
	context: WriteContext,
): void {
	const place = { path: context.at(name).path, segment, element: at };
	const given = isAbsent(object[name]) ? otherwise : object[name];
	if (given === undefined) {
		if (isRequired && !elements.has(at)) context.error('is required', place);
		return;
	}
	const wire = textOf(given, (value) => codec.write(value, context.tables), context, place);
	if (wire !== '') elements.set(at, wire);
}

function writePairs(
	segment: string,
	elements: Map<number, Element>,
	object: Form,
	member: PairsMember,
	context: WriteContext,
): void {
	const { pairs, name, table, isRequired } = member;
	const names = table(context.tables);
	const inside = name === '' ? context : context.at(name);
	const given = name === '' ? object : object[name];
	if (isAbsent(given)) {
		if (isRequired && !elements.has(pairs[0])) inside.error('is required', { segment, element: pairs[0] });
		return;
	}
	if (!isForm(given)) return inside.error('must be an object such as {"vendorPart": "A-1"}', { segment }, given);
	const free = slots(member, elements);
	for (const [key, values] of Object.entries(given)) {
		if (name === '' && !Object.values(names).includes(key)) continue;
		for (const one of listOf(values).filter((value) => !isAbsent(value))) {
			const at = free.next().value;
			const place = { path: inside.at(key).path, segment, element: at };
			if (at === undefined) return inside.error('has more entries than the segment has room for', { segment });
			const qualifier = textOf(key, () => codeOf(names, key), inside, place);
			const wire = textOf(one, (value) => String(value).trimEnd(), context, place);
			if (qualifier === '' || wire === '') continue;
			elements.set(at, qualifier);
			elements.set(at + 1, wire);
		}
	}
}

/** Places of pairs that no other element has. */
function* slots(member: PairsMember, elements: Map<number, Element>): Generator<number, undefined> {
	for (const at of pairsOf(member)) if (!elements.has(at) && !elements.has(at + 1)) yield at;
	return undefined;
}

/** The text of a value; empty, and noted, where it has none. */
export function textOf(
	value: unknown,
	write: (value: string | number) => string,
	context: WriteContext,
	place: { path: string; segment?: string; element?: number },
): string {
	if (typeof value !== 'string' && typeof value !== 'number') {
		context.error('must be text or a number', place, value);
		return '';
	}
	try {
		return write(value);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		context.error(error.message, place, value);
		return '';
	}
}

function othersOf(segment: string, object: Form, context: WriteContext): Array<[number, Element]> {
	const { otherElements } = object;
	if (isAbsent(otherElements)) return [];
	if (!isForm(otherElements)) {
		context.error('must be an object such as {"BEG08": "IAM"}', { path: context.at('otherElements').path });
		return [];
	}
	return Object.entries(otherElements).flatMap(([name, element]): Array<[number, Element]> => {
		const at = new RegExp(`^${segment}(\\d\\d)$`).exec(name)?.[1];
		return at === undefined || Number(at) === 0 || isEmpty(element as Element)
			? []
			: [[Number(at), element as Element]];
	});
}

/** Notes entries of `otherElements` that are of no segment written here. */
export function checkOthers(object: Form, segments: readonly string[], context: WriteContext): void {
	if (!isForm(object.otherElements)) return;
	for (const name of Object.keys(object.otherElements)) {
		if (segments.some((segment) => new RegExp(`^${segment}\\d\\d$`).test(name))) continue;
		const path = context.at('otherElements').at(name).path;
		context.error(`is not an element here; use those of ${segments.join(', ')}`, { path });
	}
}

/** The one text of an element, or undefined: a composite with several components and repetitions have none. */
function plain(element: Element | undefined): string | undefined {
	if (element === undefined || typeof element === 'string') return element;
	if (!Array.isArray(element)) return undefined;
	return element.slice(1).every((component) => component === '') ? element[0] : undefined;
}

function isEmpty(element: Element | undefined): boolean {
	if (element === undefined || typeof element === 'string') return (element ?? '').trim() === '';
	if (Array.isArray(element)) return element.every((component) => component.trim() === '');
	return element.repetitions.every(isEmpty);
}
