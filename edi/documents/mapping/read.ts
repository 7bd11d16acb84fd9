import { valueOf } from '../../access';
import type { Element, SegmentContent } from '../../tree';
import type { Tables } from '../tables/editable';
import { nameOf } from './codecs';
import type { Member } from './entry';
import { add, type Form } from './form';
import { readMembers } from './members';
import { knows, takes, type KeptRule, type Level, type LoopRule, type Rule, type TextsRule } from './rules';

/** The segments of a set, and how far they are read. */
export interface Cursor {
	segments: readonly SegmentContent[];
	at: number;
}

/**
 * Reads a level, from the segment that opens it to the first segment that neither it nor a level inside it has. A
 * segment belongs to the innermost level that knows it; one that no level knows stays where it is found.
 *
 * @param outer levels around this one
 * @param key element of the first segment that the level is found by, which is no member of it
 */
export function readLevel(
	level: Level,
	cursor: Cursor,
	tables: Tables,
	outer: readonly Level[] = [],
	key?: number,
): Form {
	const form: Form = {};
	const start = cursor.at;
	while (cursor.at < cursor.segments.length) {
		const isFirst = cursor.at === start;
		const found = cursor.segments[cursor.at];
		const segment = isFirst && key !== undefined ? without(found, key) : found;
		if (!isFirst && !knows(level, segment.id) && isOfOuter(segment.id, outer)) break;
		const rule = level.rules.find((one) => takes(one, segment) && (one.as !== 'loop' || !isFirst));
		if (rule?.as === 'loop') {
			readLoop(form, rule, cursor, tables, [...outer, level]);
			continue;
		}
		if (rule?.as === 'kept') {
			keep(form, rule, cursor);
			continue;
		}
		cursor.at++;
		if (!rule || !take(form, rule, segment, tables)) keepOne(form, segment);
	}
	return form;
}

function isOfOuter(id: string, outer: readonly Level[]): boolean {
	return outer.some((level) => knows(level, id));
}

function readLoop(
	form: Form,
	{ level, into, name, key }: LoopRule,
	cursor: Cursor,
	tables: Tables,
	outer: Level[],
): void {
	const first = cursor.segments[cursor.at];
	const child = readLevel(level, cursor, tables, outer, key?.at);
	if (into === 'inline') merge(form, child);
	else if (key) add(memberOf(form, name, {}), nameOf(key.table, valueOf(first, key.at)), child);
	else memberOf<unknown[]>(form, name, []).push(child);
}

/** A part that is read twice, such as two totals, keeps its first values; the rest is kept as it is. */
function merge(form: Form, child: Form): void {
	for (const [name, value] of Object.entries(child)) {
		const present = form[name];
		if (Array.isArray(present) && Array.isArray(value)) present.push(...(value as unknown[]));
		else if (name === 'otherElements') form[name] = { ...(present as Form | undefined), ...(value as Form) };
		else form[name] = value;
	}
}

/** Puts a segment into the form; false where the form cannot hold it. */
function take(form: Form, rule: Exclude<Rule, KeptRule | LoopRule>, segment: SegmentContent, tables: Tables): boolean {
	switch (rule.as) {
		case 'fields':
			return takeFields(form, rule.members, segment, tables);
		case 'texts': {
			const texts = textsOf(segment, rule, tables);
			if (!texts) return false;
			for (const one of texts) add(form, rule.name, one);
			if (rule.isAlwaysList && !Array.isArray(form[rule.name])) form[rule.name] = [form[rule.name]];
			return true;
		}
		case 'spread': {
			const entries = rule.read(segment, tables);
			if (entries) memberOf<Form[]>(form, rule.name, []).push(...entries);
			return entries !== undefined;
		}
		case 'keyed': {
			const qualifier = valueOf(segment, rule.key).trim();
			const value = qualifier === '' ? undefined : rule.entry.read(without(segment, rule.key), tables);
			if (value === undefined) return false;
			add(memberOf(form, rule.name, {}), nameOf(rule.table(tables), qualifier), value);
			return true;
		}
		case 'object':
		case 'list': {
			const value = rule.entry.read(segment, tables);
			if (value === undefined || (rule.as === 'object' && rule.name in form)) return false;
			if (rule.as === 'object') form[rule.name] = value;
			else memberOf<unknown[]>(form, rule.name, []).push(value);
			return true;
		}
	}
}

function takeFields(form: Form, members: readonly Member[], segment: SegmentContent, tables: Tables): boolean {
	const { object, others } = readMembers(segment, members, tables);
	const isSecond = Object.keys(object).some((name) => name in form);
	if (isSecond) return false;
	Object.assign(form, object);
	if (Object.keys(others).length > 0) form.otherElements = { ...(form.otherElements as Form | undefined), ...others };
	return true;
}

/** The texts of a segment that has nothing else; undefined where it has. */
function textsOf(
	{ elements }: SegmentContent,
	{ at, fixed = {}, codec }: TextsRule,
	tables: Tables,
): string[] | undefined {
	const texts: string[] = [];
	for (const [index, element] of elements.entries()) {
		if (element === '' || element === fixed[index + 1]) continue;
		const value = typeof element === 'string' && at.includes(index + 1) ? codec.read(element, tables) : undefined;
		if (value === undefined) return undefined;
		texts.push(value);
	}
	return texts.length > 0 ? texts : undefined;
}

function keep(form: Form, { isLoop, segments }: KeptRule, cursor: Cursor): void {
	keepOne(form, cursor.segments[cursor.at++]);
	while (isLoop && cursor.at < cursor.segments.length && segments.includes(cursor.segments[cursor.at].id)) {
		keepOne(form, cursor.segments[cursor.at++]);
	}
}

/** Keeps a segment as it is; what only a reading knows of it, such as its place in the file, is left out. */
export function keepOne(form: Form, { id, elements }: SegmentContent): void {
	memberOf<SegmentContent[]>(form, 'otherSegments', []).push({ id, elements });
}

/** A member of the form, made where there is none. */
function memberOf<T = Form>(form: Form, name: string, empty: T): T {
	form[name] ??= empty;
	return form[name] as T;
}

function without({ id, elements }: SegmentContent, at: number): SegmentContent {
	return { id, elements: elements.map((element, index): Element => (index === at - 1 ? '' : element)) };
}
