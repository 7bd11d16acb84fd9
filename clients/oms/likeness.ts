import { asArray, isElement, type Document, type Value } from '../../kit/xml/document';
import { kindOf } from './attributes';
import { childListOf, type Identity } from './identities';

/** What a record says of a change that was sent. */
interface Likeness {
	/** Attributes that hold, by their paths. */
	same: string[];
	/** Attributes that do not, with what the record has instead: `CustomerPONo is "PO-6"`. */
	different: string[];
	/** What no look at the record can show: relative changes, new entries, attributes that it does not show. */
	untold: string[];
}

/** How a change is made, and why: none of it is kept on the record. */
const MANNER =
	/^(?:Override\w*|SelectMethod|ModificationReason\w*|ReasonCode|ReasonText|BackOrderRemovedQuantity|Operation)$/;
/** Time stamps and locks change with every write; the others are no state but a step from one to the next. */
const RELATIVE =
	/^(?:Modifyts|Createts|Lockid|Change\w*Qty|ChangeIn\w*|\w*QtyToBe\w*|Notes|StatusQuantity|FromStatus)$/;
/** Lists whose entries are states of something that has a name. Charges, payments and notes are booked again each time. */
const STATES: readonly string[] = ['AdditionalAttribute', 'ItemAlias', 'OrderHoldType', 'OrderLine', 'Reference'];
/** The attributes that show whether an entry is cancelled. */
const CANCELLED_LINE = ['OrderedQty', 'MinLineStatus', 'MaxLineStatus'];
/** Code of the status Cancelled in the pipelines of the factory configuration, with what a company adds to it. */
const CANCELLED = /^9000(?:\.|$)/;

/** Whether all these status codes are Cancelled. */
export function isCancelled(...codes: ReadonlyArray<Value | undefined>): boolean {
	return codes.every((code) => typeof code === 'string' && CANCELLED.test(code));
}

/** The template that asks for all that {@link compare} needs to see of what was sent. */
export function templateFor(sent: Document): Document {
	const template: Document = {};
	for (const [name, value] of Object.entries(sent)) {
		if (isManner(name)) continue;
		if (typeof value === 'string') template[name] = '';
		else
			template[name] = asArray<Value>(value)
				.filter(isElement)
				.reduce((all, one) => ({ ...all, ...entryTemplate(one, name) }), {});
	}
	return template;
}

function entryTemplate(entry: Document, name: string): Document {
	const own = templateFor(entry);
	if (!STATES.includes(name)) return own;
	const names = (childListOf(name)?.identities ?? []).flatMap((identity) => Object.keys(identity));
	const more = name === 'OrderLine' ? CANCELLED_LINE : [];
	return { ...own, ...Object.fromEntries([...names, ...more].map((each) => [each, ''])) };
}

/**
 * Compares what a write sent with the record as it is now. Entries of lists are matched by what names them, numbers by
 * their value, times by the moment. `named` are attributes that name the record: it was found by them.
 */
export function compare(sent: Document, record: Document, named: readonly string[] = []): Likeness {
	const likeness: Likeness = { same: [], different: [], untold: [] };
	const own = Object.entries(sent).filter(([name]) => !named.includes(name));
	compareElement(Object.fromEntries(own), record, '', '', likeness);
	return likeness;
}

function compareElement(sent: Document, record: Document, element: string, path: string, likeness: Likeness): void {
	for (const [name, value] of Object.entries(sent)) {
		const way = path === '' ? name : `${path}.${name}`;
		if (name === 'Action') compareAction(value, record, element, way, likeness);
		else if (isManner(name)) continue;
		else if (RELATIVE.test(name)) likeness.untold.push(way);
		else if (typeof value === 'string') compareAttribute(value, record[name], name, element, way, likeness);
		else if (childListOf(name) || Array.isArray(value)) compareList(name, value, record[name], way, likeness);
		else compareElement(value, onlyElement(record[name]) ?? {}, name, way, likeness);
	}
}

function isManner(name: string): boolean {
	return name === 'Action' || MANNER.test(name);
}

/** Plain changes are in the attributes beside the action; of the others, only a cancelled line shows. */
function compareAction(action: Value, record: Document, element: string, way: string, likeness: Likeness): void {
	if (typeof action === 'string' && /^(?:modify|manage|)$/i.test(action)) return;
	const mayShow = element === 'OrderLine' && typeof action === 'string' && /^cancel$/i.test(action);
	if (!mayShow) likeness.untold.push(way);
	else if (isCancelled(record.MinLineStatus, record.MaxLineStatus) || Number(record.OrderedQty || NaN) === 0)
		likeness.same.push(way);
	else likeness.different.push(`${way.replace(/\.Action$/, '')} is not cancelled`);
}

function compareAttribute(
	sent: string,
	found: Value | undefined,
	name: string,
	element: string,
	way: string,
	likeness: Likeness,
): void {
	if (found === undefined && sent.trim() !== '') likeness.different.push(`it has no ${way}`);
	else if (typeof found !== 'string') likeness.untold.push(way);
	else if (isSame(sent.trim(), found.trim(), kindOf(name, element))) likeness.same.push(way);
	else likeness.different.push(`${way} is "${found}"`);
}

function isSame(sent: string, found: string, kind: ReturnType<typeof kindOf>): boolean {
	if (sent === found) return true;
	if (sent === '' || found === '') return false;
	if (kind === 'number') return Number(sent) === Number(found);
	return kind === 'dateTime' && momentOf(sent) !== undefined && momentOf(sent) === momentOf(found);
}

/** Epoch milliseconds; undefined without an offset. */
function momentOf(text: string): number | undefined {
	const moment = text.includes('T') && /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(moment) ? undefined : moment;
}

function compareList(name: string, sent: Value, found: Value | undefined, path: string, likeness: Likeness): void {
	const present = asArray<Value>(found ?? []).filter(isElement);
	for (const entry of asArray<Value>(sent)) {
		const named = isElement(entry) && STATES.includes(name) ? nameOf(entry, childListOf(name)?.identities) : undefined;
		const label = named ? `${name} ${Object.values(named).filter(Boolean).join(' ')}` : name;
		if (!named || !isElement(entry)) {
			likeness.untold.push(path);
			continue;
		}
		const own = present.find((one) => isNamed(one, named));
		const others = Object.entries(entry).filter(([attribute]) => !(attribute in named));
		if (!own) likeness.different.push(`${label} is not there`);
		else compareElement(Object.fromEntries(others), own, name, `${path.replace(/\b\w+$/, '')}${label}`, likeness);
	}
}

/** The attributes that name an entry, by the surest way in which all that must be given is there. */
function nameOf(entry: Document, identities: readonly Identity[] = []): Record<string, string> | undefined {
	// A line that is named by the transaction alone is a new one.
	const ways = identities.filter((identity) => !('TransactionalLineId' in identity));
	for (const identity of ways) {
		const pairs = Object.entries(identity).map(([name, usual]) => [name, entry[name] || usual] as const);
		if (pairs.every(([, value]) => typeof value === 'string'))
			return Object.fromEntries(pairs) as Record<string, string>;
	}
	return undefined;
}

function isNamed(entry: Document, name: Record<string, string>): boolean {
	return Object.entries(name).every(([attribute, value]) => (entry[attribute] ?? '') === value);
}

function onlyElement(value: Value | undefined): Document | undefined {
	const [only, ...more] = asArray<Value>(value ?? []);
	return more.length === 0 && isElement(only) ? only : undefined;
}
