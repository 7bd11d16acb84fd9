import type { INodePropertyOptions } from 'n8n-workflow';

import { kindOf } from '../../../clients/oms/attributes';
import type { Condition, Operator } from '../../../clients/oms/query';
import { isElement } from '../../../kit/xml/document';
import { emptyFilterHint } from '../../../kit/n8n/emptyFilters';
import { describeValue, inField, refuse } from '../../../kit/n8n/refusal';
import { choiceFor, choicesOf } from '../../../kit/n8n/fields/choice';
import { entriesOf } from '../../../kit/n8n/fields/repeat';
import { textOf, type ValueContext, type ValueKind } from '../../../kit/n8n/fields/value';
import type { Parameters } from '../../../kit/n8n/parameters';
import { fieldIdOf, rowsOf } from './customFields';
import { DIRECTIONS, OPERATORS } from './filters';
import { STATUS_CODE } from './statusCode';

/** A row of Conditions or Sort as n8n resolved it, and where it is in the node. */
interface Row {
	label: string;
	path: string;
	attribute: string;
	given: Record<string, unknown>;
}

/** Operators that compare with nothing. */
const ALONE: readonly Operator[] = ['ISNULL', 'NOTNULL', 'VOID', 'NOTVOID'];
/** Operators that compare a part of the text. */
const PARTIAL: readonly Operator[] = ['LIKE', 'FLIKE'];
/** Attributes that hold the code of a status, as filters. */
const STATUS = /^(?:(?:From|To)?Status|(?:Min|Max)(?:Order|Line|OrderRelease)Status)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** What to do about a value that is missing. */
const noValue = (parameters: Parameters): string =>
	emptyFilterHint(
		parameters,
		'Sterling ignores empty filters, so it would match everything.',
		'the value or its expression',
	);

/**
 * The conditions of the editor for the client library, with each value as the attribute's kind wants it.
 * @throws Refusal that names the condition, for what cannot be compared and for empty values; with `ignoreEmpty`
 * those that an expression left empty are left out
 */
export function readConditions(parameters: Parameters, ignoreEmpty = false): Condition[] {
	return inField('Conditions', () =>
		rowsIn(parameters, 'conditions', 'condition', 'attribute', 'Condition').flatMap((row) =>
			inField(row.label, () => conditionOf(row, parameters, ignoreEmpty)),
		),
	);
}

/** The sort of the editor for the client library; Sterling sorts by a document's own attributes first. */
export function readSort(parameters: Parameters): Array<{ name: string; descending: boolean }> {
	return inField('Sort', () =>
		rowsIn(parameters, 'sort', 'attribute', 'name', 'Attribute').map(({ label, attribute, given }) => {
			const direction = inField(label, () => chosen('Direction', given.direction, DIRECTIONS, parameters.values));
			return { name: attribute, descending: direction === 'descending' };
		}),
	);
}

/** Rows of a document's own attributes first, then those of custom fields. A row that is wholly blank says nothing. */
function rowsIn(parameters: Parameters, name: string, kind: string, key: string, entry: string): Row[] {
	const value = parameters.raw(name);
	if ((value === undefined || value === '') && parameters.isExpression(name))
		refuse('is empty: its expression returns nothing');
	const own = entriesOf(value, kind, ['customField']).map((given, i) =>
		rowOf({ given, label: `${entry} ${i + 1}`, path: `${name}.${kind}.${i}` }, ({ [key]: attribute }) =>
			(textOf(attribute, parameters.values) ?? '').trim(),
		),
	);
	const custom = rowsOf(value, [kind]).map((given, i) =>
		rowOf({ given, label: `Custom Field ${i + 1}`, path: `${name}.customField.${i}` }, ({ field }) => fieldIdOf(field)),
	);
	return [...own, ...custom].filter(({ label, path, attribute, given }) => {
		if (attribute !== '') return true;
		const isBlank = (part: unknown) => part === undefined || part === null || part === '';
		const isUnused = [given.value, given.secondValue].every(isBlank) && !parameters.isExpression(`${path}.${key}`);
		return isUnused
			? false
			: inField(label, () => refuse('Attribute is empty', 'Without it, the row would have no effect.'));
	});
}

function rowOf(
	{ given, label, path }: { given: unknown; label: string; path: string },
	attributeIn: (given: Record<string, unknown>) => string,
): Row {
	return inField(label, () => {
		if (!isElement(given)) return refuse(`must be an object, got ${describeValue(given)}`);
		const row = given as Record<string, unknown>;
		return { label, path, given: row, attribute: inField('Attribute', () => attributeIn(row)) };
	});
}

function conditionOf({ attribute, given, path }: Row, parameters: Parameters, ignoreEmpty: boolean): Condition[] {
	const { values: context } = parameters;
	const operator = (chosen('Operator', given.operator, OPERATORS, context) ?? 'EQ') as Operator;
	if (ALONE.includes(operator)) return [{ attribute, operator }];
	const kind = kindFor(attribute, operator);
	const read = (name: 'value' | 'secondValue', label: string): string | undefined =>
		inField(label, () => {
			const text = textOf(given[name], context, kind);
			if (text !== undefined && text.trim() !== '') return text;
			if (ignoreEmpty && parameters.isExpression(`${path}.${name}`)) return undefined;
			return refuse(`the filter on ${attribute} has no value`, noValue(parameters));
		});
	if (operator === 'IN') {
		const list = inField('Value', () => listOf(given.value, context, kind));
		for (const entry of list) inField('Value', () => refuseDay(entry, kind));
		if (list.length > 0) return [{ attribute, operator, values: list }];
		if (ignoreEmpty && parameters.isExpression(`${path}.value`)) return [];
		return inField('Value', () => refuse(`the list of values for ${attribute} is empty`, noValue(parameters)));
	}
	const value = read('value', 'Value');
	if (value === undefined) return [];
	if (operator === 'EQ' && isWholeDay(value, kind)) {
		const { dates } = context;
		return [{ attribute, operator: 'BETWEEN', value: dates.startOf(value), to: dates.endOf(value) }];
	}
	if (operator === 'NE') inField('Value', () => refuseDay(value, kind));
	if (operator !== 'BETWEEN') return [{ attribute, operator, value: wholeDay(value, operator, kind, context) }];
	const to = read('secondValue', 'Second Value');
	if (to === undefined) return [];
	return [{ attribute, operator, value: wholeDay(value, 'GE', kind, context), to: wholeDay(to, 'LE', kind, context) }];
}

/** One of the choices, by its value or its name; undefined where nothing is given. */
function chosen(
	label: string,
	value: unknown,
	options: INodePropertyOptions[],
	context: ValueContext,
): string | undefined {
	return inField(label, () => {
		const text = (textOf(value, context) ?? '').trim();
		return text === '' ? undefined : choiceFor(text, choicesOf({ options }));
	});
}

/**
 * What the attribute is compared with.
 * @throws Refusal for a part of a date or number: Sterling compares parts of texts alone (IBM: form queries)
 */
function kindFor(path: string, operator: Operator): ValueKind {
	const names = path.split('.');
	const name = names.at(-1) ?? path;
	const kind = kindOf(name, names.at(-2));
	if (!PARTIAL.includes(operator)) return STATUS.test(name) ? STATUS_CODE : kind;
	if (kind !== 'dateTime' && kind !== 'number') return 'text';
	return inField('Operator', () =>
		refuse(
			`${path} is a ${kind === 'number' ? 'number' : 'date'}, and only texts can contain or start with something`,
			'Use Between, or Greater or Equal and Less or Equal.',
		),
	);
}

/** A list of an expression keeps its entries; typed text is cut at its commas, or read as JSON. */
function listOf(value: unknown, context: ValueContext, kind: ValueKind): string[] {
	const entries = Array.isArray(value) ? (value as unknown[]) : typedList(value);
	return entries
		.map((entry, i) => inField(`entry ${i + 1}`, () => textOf(entry, context, kind)?.trim() ?? ''))
		.filter((text) => text !== '');
}

function typedList(value: unknown): unknown[] {
	if (typeof value !== 'string') return [value];
	if (value.trim().startsWith('[')) {
		try {
			const list: unknown = JSON.parse(value);
			if (Array.isArray(list)) return list;
		} catch {
			// Text that happens to begin with a bracket.
		}
	}
	return value.split(',').map((entry) => entry.trim());
}

const isWholeDay = (text: string, kind: ValueKind): boolean => kind === 'dateTime' && DAY.test(text);

/** @throws Refusal for a day: as a moment it is midnight in Sterling's zone, which hardly anything has */
function refuseDay(text: string, kind: ValueKind): void {
	if (!isWholeDay(text, kind)) return;
	refuse(
		`${text} is a day, and this operator compares moments`,
		'Use Equals or Between for a day. For a moment, add the time, such as 2026-12-31T10:00:00.',
	);
}

/**
 * A day as the end of a range is meant in the workflow's zone and as a whole: from its first second, up to its last.
 * Sterling would take midnight of its own zone.
 */
export function wholeDay(text: string, operator: Operator, kind: ValueKind, { dates }: ValueContext): string {
	if (!isWholeDay(text, kind)) return text;
	if (operator === 'GE' || operator === 'LT') return dates.startOf(text);
	return operator === 'LE' || operator === 'GT' ? dates.endOf(text) : text;
}
