import type { Loop } from '../../dictionary/types';
import type { SegmentContent } from '../../tree';
import { isAbsent, type Form, type WriteContext } from './form';
import { checkOthers } from './members';
import { otherChunks, type Chunk } from './others';
import { membersOf, segmentOf, type Level, type LoopRule, type Rule } from './rules';
import { keyedEntries, objects, openingWith, writeSegments } from './segments';

/** A loop of one segment, where the standard has no loop. */
const ALONE: Loop = { items: [], places: new Map() };

/**
 * The segments of a level and of all inside it, in the order of the standard. Members that nothing is known of, or that
 * the standard has no segment for here, are noted.
 *
 * @param loop what the standard has at this level
 * @param more names of members that have no rule, because they are computed or read elsewhere
 */
export function writeLevel(
	level: Level,
	loop: Loop,
	form: Form,
	context: WriteContext,
	more: readonly string[] = [],
): SegmentContent[] {
	const prepared = level.prepare?.(form) ?? form;
	const rules = level.rules.filter((rule) => isOf(rule, level, loop));
	const names = new Set(rules.flatMap(membersOf));
	const homeless = new Set(level.rules.flatMap(membersOf).filter((name) => !names.has(name)));
	context.checked(prepared, [...names, ...more, ...homeless, 'otherSegments']);
	for (const name of homeless) {
		if (!isAbsent(prepared[name]) && !more.includes(name)) {
			context.error('has no place here in this document and version', { path: context.at(name).path });
		}
	}
	checkOthers(prepared, rules.flatMap(segmentsOfFields), context);
	return segmentsOf({ ...level, rules }, loop, prepared, context);
}

/** Whether the standard has the segment of a rule here. */
function isOf(rule: Rule, level: Level, loop: Loop): boolean {
	const id = segmentOf(rule);
	return id === level.opens || loop.places.has(id);
}

function segmentsOfFields(rule: Rule): string[] {
	if (rule.as === 'fields') return [rule.segment];
	return rule.as === 'loop' && rule.into === 'inline' ? rule.level.rules.flatMap(segmentsOfFields) : [];
}

function segmentsOf(level: Level, loop: Loop, form: Form, context: WriteContext): SegmentContent[] {
	const names = new Set<string>();
	const chunks = level.rules.map((rule): Chunk => {
		// Of several segments for one member, such as MSG and MTX, one is written.
		const isSecond = rule.as !== 'fields' && rule.as !== 'loop' && names.has(rule.name);
		if (rule.as !== 'fields' && rule.as !== 'loop') names.add(rule.name);
		const at = placeIn(loop, rule);
		const segments = isSecond ? [] : writeRule(rule, loop.items[at]?.loop ?? ALONE, form, context);
		return { at, isLoop: loop.items[at]?.loop !== undefined, segments };
	});
	chunks.push(...otherChunks(level, loop, chunks, form, context));
	return chunks.sort((a, b) => a.at - b.at).flatMap(({ segments }) => segments);
}

function placeIn({ places }: Loop, rule: Rule): number {
	return places.get(segmentOf(rule))?.[0] ?? 0;
}

function writeRule(rule: Rule, loop: Loop, form: Form, context: WriteContext): SegmentContent[] {
	return rule.as === 'loop' ? writeLoop(rule, loop, form, context) : writeSegments(rule, form, context);
}

function writeLoop(
	{ level, into, name, key }: LoopRule,
	loop: Loop,
	form: Form,
	context: WriteContext,
): SegmentContent[] {
	const inside = context.at(name);
	if (key) {
		return keyedEntries(form[name], inside, () => key.table).flatMap(({ code, one, inside: at }) => {
			const object = at.object(one);
			return object ? openingWith(level.opens, key.at, code, writeLevel(level, loop, object, at)) : [];
		});
	}
	if (into === 'list') {
		return objects(form[name], inside).flatMap((one, index) => writeLevel(level, loop, one, inside.at(index)));
	}
	// What the form kept is placed once, by the level as a whole.
	const rules = level.rules.filter((rule) => isOf(rule, level, loop));
	return segmentsOf({ ...level, rules }, loop, { ...form, otherSegments: undefined }, context);
}
