import { asArray, isElement, type Document, type Value } from '../xml/document';
import { getPath, assertSafe } from '../xml/path';
import { inField, refuse } from './refusal';

/** Attribute paths that name an entry of a list; a value is what an attribute that is left out counts as. */
type Identity = Readonly<Record<string, string | undefined>>;

/** What identifies the entries of a repeating element; undefined for elements that do not repeat. */
type ListsOf = (element: string) => { identities: readonly Identity[] } | undefined;

const NO_LISTS: ListsOf = () => undefined;

/**
 * Lays one document over another without changing either. Elements are merged, attributes are taken from `over`.
 * Entries of lists are matched by what names them, never by their position; those without a counterpart are added. One
 * entry opposite one that nothing names is the same where they do not contradict each other.
 * @throws Refusal if it is not clear which entry is meant: a wrong one could be changed
 */
export function merge(under: Document, over: Document, listsOf: ListsOf = NO_LISTS): Document {
	const merged: Document = { ...under };
	for (const [name, value] of Object.entries(over)) {
		assertSafe(name);
		const present = Object.hasOwn(merged, name) ? merged[name] : undefined;
		merged[name] = present === undefined ? value : inField(name, () => mergeValue(name, present, value, listsOf));
	}
	return merged;
}

function mergeValue(name: string, under: Value, over: Value, listsOf: ListsOf): Value {
	if (typeof under === 'string' || typeof over === 'string') return over;
	const list = listsOf(name);
	if (list) return mergeLists(name, entriesOf(under), entriesOf(over), list.identities, listsOf);
	const [below, above] = [entriesOf(under), entriesOf(over)];
	if (below.length === 0 || above.length === 0) return above.length === 0 ? under : over;
	if (below.length === 1 && above.length === 1) {
		const both = merge(below[0], above[0], listsOf);
		return Array.isArray(under) || Array.isArray(over) ? [both] : both;
	}
	return refuse('is a list in two places, and nothing identifies its entries', IN_ONE_PLACE);
}

function entriesOf(value: Value): Document[] {
	return asArray<Value>(value).filter(isElement);
}

const IN_ONE_PLACE = 'Specify the whole list in one place.';
const NAME_THEM =
	'Identify each entry in the same way in both places, by its key or number, or specify the whole list in one place.';

function mergeLists(
	name: string,
	under: Document[],
	over: Document[],
	identities: readonly Identity[],
	listsOf: ListsOf,
): Document[] {
	if (identities.length === 0) return [...under, ...over];
	const partners = under.map((entry) => partnerOf(entry, under, over, identities));
	const taken = new Map<number, Document>();
	partners.forEach((index, i) => {
		if (index === undefined) return;
		if (taken.has(index)) refuse(`has two entries for ${describeEntry(over[index], identities)}`, NAME_THEM);
		taken.set(index, under[i]);
	});
	const added = under.filter((_, i) => partners[i] === undefined);
	return [
		...over.map((entry, i) => {
			const below = taken.get(i);
			return below ? merge(below, entry, listsOf) : entry;
		}),
		...added,
	];

	/** Index of the entry of `over` that is the same one; undefined where there is none. */
	function partnerOf(
		entry: Document,
		all: Document[],
		others: Document[],
		ways: readonly Identity[],
	): number | undefined {
		const relations = others.map((other) => relationOf(entry, other, ways));
		const same = relations.flatMap((relation, i) => (relation === 'same' ? [i] : []));
		if (same.length === 1) return same[0];
		if (same.length > 1) refuse(`has two entries for ${describeEntry(entry, ways)}`, NAME_THEM);
		const open = relations.flatMap((relation, i) => (relation === 'open' ? [i] : []));
		if (open.length === 0) return undefined;
		const isOnly = open.length === 1 && others.length === 1 && all.length === 1;
		const isNamed = isOnly && [entry, others[0]].every((each) => isNamedBy(each, ways));
		if (isOnly && !isNamed && !contradict(entry, others[0])) return 0;
		return refuse(`it is not clear which ${name} ${describeEntry(entry, ways)} is meant`, NAME_THEM);
	}
}

/**
 * Whether two entries are one: by the first way of naming that both use. Open where they share none: by key here and by
 * number there, or not named at all. An entry that is to be added is another one than any that is named.
 */
function relationOf(one: Document, other: Document, identities: readonly Identity[]): 'same' | 'different' | 'open' {
	for (const identity of identities) {
		const [a, b] = [valuesOf(one, identity), valuesOf(other, identity)];
		if (a && b) return a.every((value, i) => value === b[i]) ? 'same' : 'different';
	}
	const isNew = (entry: Document) => /^create$/i.test(String(entry.Action ?? '')) && !isNamedBy(entry, identities);
	const isApart = (isNew(one) && isNamedBy(other, identities)) || (isNew(other) && isNamedBy(one, identities));
	return isApart ? 'different' : 'open';
}

function isNamedBy(entry: Document, identities: readonly Identity[]): boolean {
	return identities.some((identity) => valuesOf(entry, identity) !== undefined);
}

/** The naming values, or undefined where one that must be given is missing. */
function valuesOf(entry: Document, identity: Identity): string[] | undefined {
	const values = Object.entries(identity).map(([path, usual]) => {
		const value = getPath(entry, path);
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : usual;
	});
	return values.includes(undefined) ? undefined : (values as string[]);
}

/** Whether both say something else of one attribute, at any depth. */
function contradict(one: Value, other: Value): boolean {
	if (typeof one === 'string' || typeof other === 'string') return one !== other;
	if (!isElement(one) || !isElement(other)) return false;
	return Object.keys(one).some((name) => Object.hasOwn(other, name) && contradict(one[name], other[name]));
}

/** The entry in words: what names it, or what it holds. */
function describeEntry(entry: Document, identities: readonly Identity[]): string {
	const paths = identities.flatMap((identity) => Object.keys(identity)).filter((path) => getPath(entry, path));
	const shown = paths.length > 0 ? paths : Object.keys(entry).filter((name) => typeof entry[name] === 'string');
	const words = [...new Set(shown)].slice(0, 3).map((path) => `${path} ${String(getPath(entry, path))}`);
	return words.length > 0 ? words.join(', ') : 'without a name';
}
