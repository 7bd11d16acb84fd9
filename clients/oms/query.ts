import { pairOf, type Pair } from './customFields/field';
import { asArray, isElement, isSafeName, type Document, type Value } from '../../kit/xml/document';
import { ServiceError } from '../../kit/errors';
import { lookup } from '../../kit/lookup';

export type Operator =
	| 'EQ'
	| 'NE'
	| 'LIKE'
	| 'FLIKE'
	| 'GT'
	| 'GE'
	| 'LT'
	| 'LE'
	| 'BETWEEN'
	| 'DATERANGE'
	| 'ISNULL'
	| 'NOTNULL'
	| 'VOID'
	| 'NOTVOID'
	| 'IN';

/**
 * One filter. `attribute` may be a path such as 'Extn.ExtnFoo' or a pair such as 'References.Cart'; `to` belongs to
 * ranges, `values` to IN.
 */
export interface Condition {
	attribute: string;
	operator: Operator;
	value?: string;
	to?: string;
	values?: string[];
}

const VALUELESS = new Set<Operator>(['ISNULL', 'NOTNULL', 'VOID', 'NOTVOID']);
const RANGES = new Set<Operator>(['BETWEEN', 'DATERANGE']);

/**
 * Adds filters to the input of a list API and returns a new document: `XxxQryType` and From/To members
 * (IBM: form queries), and one ComplexQuery for IN and for "any" (IBM: defining complex queries; one
 * per element, own columns only, extension columns as Extn_Name).
 * @throws ServiceError `invalidInput` for an empty IN list and for a second filter on one attribute
 */
export function applyConditions(
	input: Document,
	conditions: Condition[],
	{ match = 'all' }: { match?: 'all' | 'any' } = {},
): Document {
	const result = structuredClone(input);
	const groups: Document[] = [];
	const any = match === 'any' && conditions.length > 1;
	const seen = new Set<string>();
	for (const condition of any ? [] : conditions) {
		if (condition.operator === 'IN') {
			groups.push({ Exp: alternatives(condition) });
			continue;
		}
		if (seen.has(condition.attribute)) throw twice(condition.attribute);
		seen.add(condition.attribute);
		const pair = pairOf(condition.attribute);
		if (pair) addPair(result, pair, condition);
		else addPlain(result, condition);
	}
	if (any) groups.push({ Exp: conditions.flatMap(alternatives) });
	if (groups.length > 0) addComplexQuery(result, groups);
	return result;
}

function addPlain(input: Document, { attribute, operator, value, to }: Condition): void {
	const path = pathOf(attribute);
	const name = path.pop() as string;
	const target = path.reduce(descend, input);
	if (RANGES.has(operator)) {
		target[`From${name}`] = needed(attribute, value);
		target[`To${name}`] = needed(attribute, to);
	} else {
		// The empty value names the attribute; Sterling compares nothing with it (captured: empty
		// filters are ignored).
		target[name] = VALUELESS.has(operator) ? '' : needed(attribute, value);
	}
	if (operator !== 'EQ') target[`${name}QryType`] = operator;
}

/** An entry of the list that has the name and meets the condition by its value. */
function addPair(input: Document, { list, member, entry }: Pair, condition: Condition): void {
	const wanted: Document = { ...entry };
	addPlain(wanted, { ...condition, attribute: 'Value' });
	const parent = list.split('.').reduce(descend, input);
	parent[member] = [...asArray(parent[member]), wanted];
}

/** The elements and the attribute of a condition. @throws ServiceError `invalidInput` for names that reach a prototype */
function pathOf(attribute: string): string[] {
	const path = attribute.split('.');
	if (path.every(isSafeName)) return path;
	throw new ServiceError('invalidInput', `"${attribute}" cannot be the name of an attribute.`, { effect: 'none' });
}

function descend(parent: Document, name: string): Document {
	const child = lookup(parent, name);
	if (isElement(child)) return child;
	const created: Document = {};
	parent[name] = created;
	return created;
}

function alternatives(condition: Condition): Document[] {
	const { attribute, operator, value, values } = condition;
	if (RANGES.has(operator)) {
		throw invalid(
			`A range on ${attribute} cannot be one of several alternatives.`,
			'Match all filters, or use GE or LE.',
		);
	}
	const Name = columnName(attribute);
	if (operator !== 'IN') {
		const Value = VALUELESS.has(operator) ? ' ' : needed(attribute, value);
		return [{ Name, QryType: operator, Value }];
	}
	if (!values || values.length === 0) throw invalid(`The list of values for ${attribute} is empty.`);
	return values.map((Value) => ({ Name, QryType: 'EQ', Value: needed(attribute, Value) }));
}

function columnName(attribute: string): string {
	if (!attribute.includes('.')) return attribute;
	if (/^Extn\.[^.]+$/.test(attribute)) return attribute.replace('.', '_');
	throw invalid(
		`${attribute} cannot be one of several alternatives: Sterling accepts only columns of the document itself.`,
		'Match all filters, or use one value.',
	);
}

function addComplexQuery(input: Document, groups: Document[]): void {
	if (input.ComplexQuery !== undefined) {
		throw invalid('The input already contains a ComplexQuery. Sterling accepts only one.', 'Put the filters into it.');
	}
	const Query: Value = groups.length === 1 ? { Or: groups[0] } : { And: { Or: groups } };
	input.ComplexQuery = { Operator: 'AND', ...Query };
}

function needed(attribute: string, value: string | undefined): string {
	if (value !== undefined && value !== '') return value;
	throw invalid(
		`The filter on ${attribute} has no value.`,
		'Sterling ignores empty filters, so it would match everything.',
	);
}

function twice(attribute: string): ServiceError {
	return invalid(
		`There are two filters on ${attribute}. Sterling accepts one.`,
		'Use BETWEEN for a range, IN for values.',
	);
}

function invalid(message: string, hint?: string): ServiceError {
	return new ServiceError('invalidInput', message, { hint, effect: 'none' });
}

/**
 * The sort order of a list API: `{ OrderBy: { Attribute: [{ Name, Desc }] } }` (IBM support 6590941,
 * captured). Attributes of a child element are under its name, such as `OrderBy/Extn/Attribute` (IBM
 * support 280755), and so after the document's own.
 */
export function orderBy(attributes: Array<{ name: string; descending: boolean }>): Document {
	if (attributes.length === 0) return {};
	const OrderBy: Document = {};
	for (const { name, descending } of attributes) {
		const path = name.split('.');
		const Name = path.pop() as string;
		const group = path.reduce(descend, OrderBy);
		group.Attribute = [...asArray(group.Attribute), { Name, Desc: descending ? 'Y' : 'N' }];
	}
	return { OrderBy };
}
