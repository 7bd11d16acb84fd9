import type { Element, SegmentContent } from '../../tree';
import { codeOf } from './codecs';
import { namesOf } from './entry';
import { isAbsent, isForm, listOf, type Form, type WriteContext } from './form';
import { checkOthers, textOf, writeMembers } from './members';
import {
	knows,
	takes,
	type FieldsRule,
	type KeyedRule,
	type Level,
	type LoopRule,
	type Rule,
	type TextsRule,
} from './rules';
import { pieces } from './pieces';

/** Segments that stay together, and their place among the rules of the level. */
interface Chunk {
	at: number;
	segments: SegmentContent[];
}

/**
 * The segments of a level and of all inside it, in the order of the standard.
 *
 * @param more names of members that have no rule, because they are computed or read elsewhere
 */
export function writeLevel(
	level: Level,
	form: Form,
	context: WriteContext,
	more: readonly string[] = [],
): SegmentContent[] {
	const prepared = level.prepare?.(form) ?? form;
	context.checked(prepared, [...namesIn(level), ...more, 'otherSegments']);
	checkOthers(prepared, segmentsOfFields(level), context);
	return segmentsOf(level, prepared, context);
}

function segmentsOf(level: Level, form: Form, context: WriteContext): SegmentContent[] {
	const chunks: Chunk[] = level.rules.map((rule, at) => ({ at, segments: writeRule(rule, form, context) }));
	chunks.push(...otherChunks(level, form, context));
	return chunks.sort((a, b) => a.at - b.at).flatMap(({ segments }) => segments);
}

/** Names of the members that a level has, with those of its inline parts. */
export function namesIn(level: Level): string[] {
	return level.rules.flatMap((rule) => {
		if (rule.as === 'kept') return [];
		if (rule.as === 'fields') return namesOf(rule.members);
		return rule.as === 'loop' && rule.into === 'inline' ? namesIn(rule.level) : [rule.name];
	});
}

function segmentsOfFields(level: Level): string[] {
	return level.rules.flatMap((rule) => {
		if (rule.as === 'fields') return [rule.segment];
		return rule.as === 'loop' && rule.into === 'inline' ? segmentsOfFields(rule.level) : [];
	});
}

function writeRule(rule: Rule, form: Form, context: WriteContext): SegmentContent[] {
	switch (rule.as) {
		case 'kept':
			return [];
		case 'fields':
			if (rule.isOptional && !isGiven(rule, form)) return [];
			return segment(rule.segment, writeMembers(rule.segment, form, rule.members, context));
		case 'object': {
			const value = form[rule.name];
			return isAbsent(value) ? [] : segment(rule.segment, rule.entry.write(rule.segment, value, context.at(rule.name)));
		}
		case 'list':
			return listOf(form[rule.name]).flatMap((value, index) => {
				const inside = context.at(rule.name).at(index);
				return isAbsent(value) ? [] : segment(rule.segment, rule.entry.write(rule.segment, value, inside));
			});
		case 'spread': {
			const entries = objects(form[rule.name], context.at(rule.name));
			const inside = context.at(rule.name);
			return entries.length === 0 ? [] : rule.write(entries, inside).flatMap((one) => segment(rule.segment, one));
		}
		case 'texts':
			return writeTexts(rule, form[rule.name], context.at(rule.name));
		case 'keyed':
			return writeKeyed(rule, form[rule.name], context.at(rule.name));
		case 'loop':
			return writeLoop(rule, form, context);
	}
}

function isGiven({ segment: id, members }: FieldsRule, form: Form): boolean {
	const others = isForm(form.otherElements) ? Object.keys(form.otherElements) : [];
	return namesOf(members).some((name) => !isAbsent(form[name])) || others.some((name) => name.startsWith(id));
}

function segment(id: string, elements: Element[]): SegmentContent[] {
	return elements.length > 0 ? [{ id, elements }] : [];
}

/** The entries of a list of objects. */
function objects(value: unknown, context: WriteContext): Form[] {
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
		const elements = new Map(Object.entries(fixed).map(([place, text]) => [Number(place), text]));
		at.forEach((place, index) => elements.set(place, texts[first + index] ?? ''));
		written.push({ id, elements: inOrder(elements) });
	}
	return written;
}

function writeKeyed({ segment: id, key, table, entry }: KeyedRule, value: unknown, context: WriteContext) {
	return keyedEntries(value, context, (name) => codeOf(table(context.tables), name)).flatMap(
		({ code, one, inside }) => {
			const written = entry.write(id, one, inside);
			if (written.length === 0) return [];
			const elements = new Map(written.map((element, index) => [index + 1, element]));
			return segment(id, inOrder(elements.set(key, code)));
		},
	);
}

function writeLoop({ level, into, name, key }: LoopRule, form: Form, context: WriteContext): SegmentContent[] {
	// What the form kept is placed once, by the level as a whole.
	if (into === 'inline') return segmentsOf(level, { ...form, otherSegments: undefined }, context);
	const inside = context.at(name);
	if (into === 'list') {
		return objects(form[name], inside).flatMap((one, index) => writeLevel(level, one, inside.at(index)));
	}
	if (!key) return [];
	return keyedEntries(form[name], inside, (entry) => codeOf(key.table, entry)).flatMap(({ code, one, inside: at }) => {
		const object = at.object(one);
		if (!object) return [];
		const written = writeLevel(level, object, at);
		const [first, rest] = written[0]?.id === level.opens ? [written[0].elements, written.slice(1)] : [[], written];
		const elements = new Map(first.map((element, index) => [index + 1, element]));
		return [{ id: level.opens, elements: inOrder(elements.set(key.at, code)) }, ...rest];
	});
}

/** The entries of an object that is found by qualifiers; lists are several entries of one qualifier. */
function keyedEntries(value: unknown, context: WriteContext, codeFor: (name: string) => string) {
	if (isAbsent(value)) return [];
	if (!isForm(value)) {
		context.error('must be an object whose members are named by their kind', {}, value);
		return [];
	}
	return Object.entries(value).flatMap(([name, given]) =>
		listOf(given)
			.filter((one) => !isAbsent(one))
			.map((one, index, all) => ({
				code: textOf(name, () => codeFor(name), context, { path: context.at(name).path }),
				one,
				inside: all.length > 1 ? context.at(name).at(index) : context.at(name),
			})),
	);
}

/**
 * Segments that the form kept are put where the standard has them: those that belong to a kept loop stay with it, those
 * that the standard does not know stand at the end of the level's own segments.
 */
function otherChunks(level: Level, form: Form, context: WriteContext): Chunk[] {
	const chunks: Chunk[] = [];
	const firstLoop = level.rules.findIndex((rule) => rule.as === 'loop');
	const end = firstLoop === -1 ? level.rules.length : firstLoop - 0.5;
	for (const one of otherSegments(form, context)) {
		const last = chunks.at(-1);
		const at = placeOf(level, one);
		if (last && (at === undefined || at < last.at || isOfLoop(level, last, one))) last.segments.push(one);
		else chunks.push({ at: at ?? end, segments: [one] });
	}
	return chunks;
}

/** The rule that a segment belongs to, by its index; what belongs to a part of the level comes after that part. */
function placeOf({ rules }: Level, one: SegmentContent): number | undefined {
	const own = rules.findIndex((rule) => takes(rule, one));
	const at =
		own === -1 ? rules.findIndex((rule) => rule.as !== 'loop' && rule.as !== 'kept' && rule.segment === one.id) : own;
	if (at !== -1) return at;
	const part = rules.findIndex((rule) => rule.as === 'loop' && rule.into === 'inline' && knows(rule.level, one.id));
	return part === -1 ? undefined : part + 0.5;
}

/** Whether a segment is of the kept loop that the last one opened. */
function isOfLoop(level: Level, last: Chunk, { id }: SegmentContent): boolean {
	const rule = level.rules[last.at];
	return rule?.as === 'kept' && rule.isLoop && rule.segments.includes(id);
}

function otherSegments(form: Form, context: WriteContext): SegmentContent[] {
	const inside = context.at('otherSegments');
	return listOf(form.otherSegments).flatMap((one, index) => {
		if (isForm(one) && typeof one.id === 'string' && Array.isArray(one.elements))
			return [one as unknown as SegmentContent];
		inside.error('must be a segment such as {"id": "MEA", "elements": ["PD", "WT", "5"]}', {
			path: inside.at(index).path,
		});
		return [];
	});
}

function inOrder(elements: Map<number, Element>): Element[] {
	return Array.from({ length: Math.max(0, ...elements.keys()) }, (_, index) => elements.get(index + 1) ?? '');
}
