import { valueOf } from '../../access';
import type { Element, SegmentContent } from '../../tree';
import type { Notation } from '../tables/editable';
import { nameOf } from './codecs';
import type { Member } from './member';
import { add, memberOf, type Form } from './form';
import { readMembers } from './members';
import type { SegmentRule, TextsRule } from './rules';

/** Puts a segment into the form; false where the form cannot hold all of it. */
export function take(form: Form, rule: SegmentRule, segment: SegmentContent, tables: Notation): boolean {
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

/** A second segment of the same kind is none of the form. */
function takeFields(form: Form, members: readonly Member[], segment: SegmentContent, tables: Notation): boolean {
	const { object, others } = readMembers(segment, members, tables);
	const present = form.otherElements as Form | undefined;
	if (Object.keys(object).some((name) => name in form)) return false;
	if (Object.keys(others).some((name) => present && name in present)) return false;
	Object.assign(form, object);
	if (Object.keys(others).length > 0) form.otherElements = { ...present, ...others };
	return true;
}

/** The texts of a segment that has nothing else; undefined where it has. */
function textsOf(
	{ elements }: SegmentContent,
	{ at, fixed = {}, codec }: TextsRule,
	tables: Notation,
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

/** Keeps a segment as it is; what only a reading knows of it, such as its place in the file, is left out. */
export function keepOne(form: Form, { id, elements }: SegmentContent): void {
	memberOf<SegmentContent[]>(form, 'otherSegments', []).push({ id, elements });
}

/** The segment with one element left out. */
export function without({ id, elements }: SegmentContent, at: number): SegmentContent {
	return { id, elements: elements.map((element, index): Element => (index === at - 1 ? '' : element)) };
}
