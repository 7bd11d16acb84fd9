import type { Element, SegmentContent } from '../../tree';
import type { CodeTable } from '../tables/codes';
import type { Notation } from '../tables/editable';
import { codeOf } from './codecs';
import { namesOf } from './member';
import { isAbsent, isForm, listOf, type Form, type WriteContext } from './form';
import { textOf, writeMembers } from './members';
import { pieces } from './pieces';
import type { FieldsRule, KeyedRule, SegmentRule, TextsRule } from './rules';

/** The segments that a rule makes of a form. */
export function writeSegments(rule: SegmentRule, form: Form, context: WriteContext): SegmentContent[] {
	if (rule.as === 'fields') {
		if (rule.isOptional && !isGiven(rule, form)) return [];
		return segment(rule.segment, writeMembers(rule.segment, form, rule.members, context));
	}
	const value = form[rule.name];
	const inside = context.at(rule.name);
	if (isAbsent(value)) return [];
	switch (rule.as) {
		case 'object':
			return segment(rule.segment, rule.entry.write(rule.segment, value, inside));
		case 'list':
			return listOf(value).flatMap((one, index) =>
				isAbsent(one) ? [] : segment(rule.segment, rule.entry.write(rule.segment, one, inside.at(index))),
			);
		case 'spread':
			return rule.write(objects(value, inside), inside).flatMap((elements) => segment(rule.segment, elements));
		case 'texts':
			return writeTexts(rule, value, inside);
		case 'keyed':
			return writeKeyed(rule, value, inside);
	}
}

function isGiven({ segment: id, members }: FieldsRule, form: Form): boolean {
	const others = isForm(form.otherElements) ? Object.keys(form.otherElements) : [];
	return namesOf(members).some((name) => !isAbsent(form[name])) || others.some((name) => name.startsWith(id));
}

function segment(id: string, elements: Element[]): SegmentContent[] {
	return elements.length > 0 ? [{ id, elements }] : [];
}

/** The entries of a list that are objects; anything else is noted as an error of the form. */
export function objects(value: unknown, context: WriteContext): Form[] {
	return listOf(value).flatMap((one, index) => {
		const object = isAbsent(one) ? undefined : context.at(index).object(one);
		return object ? [object] : [];
	});
}

function writeTexts(rule: TextsRule, value: unknown, context: WriteContext): SegmentContent[] {
	const { segment: id, at, fixed = {}, max, codec } = rule;
	const place = { path: context.path, segment: id, element: at[0] };
	const texts = listOf(value)
		.filter((one) => !isAbsent(one))
		.flatMap((one) =>
			pieces(
				textOf(one, (given) => codec.write(given, context.tables), context, place),
				max,
			),
		);
	const written: SegmentContent[] = [];
	for (let first = 0; first < texts.length; first += at.length) {
		const elements = new Map<number, Element>(Object.entries(fixed).map(([number, text]) => [Number(number), text]));
		at.forEach((number, index) => elements.set(number, texts[first + index] ?? ''));
		written.push({ id, elements: inOrder(elements) });
	}
	return written;
}

function writeKeyed(
	{ segment: id, key, table, entry }: KeyedRule,
	value: unknown,
	context: WriteContext,
): SegmentContent[] {
	return keyedEntries(value, context, table).flatMap(({ code, one, inside }) => {
		const elements = entry.write(id, one, inside);
		return elements.length > 0 ? openingWith(id, key, code, [{ id, elements }]) : [];
	});
}

/** The entries of an object that are found by their qualifier; lists are several entries of one qualifier. */
export function keyedEntries(value: unknown, context: WriteContext, table: (tables: Notation) => CodeTable) {
	if (isAbsent(value)) return [];
	if (!isForm(value)) {
		context.error('must be an object whose members are named by their kind', {}, value);
		return [];
	}
	return Object.entries(value).flatMap(([name, given]) => {
		const at = context.at(name);
		const entries = listOf(given).filter((one) => !isAbsent(one));
		if (entries.length === 0) return [];
		const code = textOf(name, () => codeOf(table(context.tables), name), context, { path: at.path });
		return entries.map((one, index) => ({ code, one, inside: entries.length > 1 ? at.at(index) : at }));
	});
}

/** Segments whose first has a qualifier: put in, or made where nothing else was to say. */
export function openingWith(id: string, at: number, code: string, written: SegmentContent[]): SegmentContent[] {
	const [first, rest] = written[0]?.id === id ? [written[0].elements, written.slice(1)] : [[], written];
	const elements = new Map(first.map((element, index) => [index + 1, element]));
	return [{ id, elements: inOrder(elements.set(at, code)) }, ...rest];
}

function inOrder(elements: Map<number, Element>): Element[] {
	const last = [...elements].reduce((most, [at, element]) => (element === '' ? most : Math.max(most, at)), 0);
	return Array.from({ length: last }, (_, index) => elements.get(index + 1) ?? '');
}
