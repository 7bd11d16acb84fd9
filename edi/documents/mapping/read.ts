import { valueOf } from '../../access';
import type { Loop, SetItem } from '../../dictionary/types';
import type { SegmentContent } from '../../tree';
import type { Notation } from '../tables/editable';
import { nameOf } from './codecs';
import { add, memberOf, type Form } from './form';
import { opensWith, takes, type Level, type LoopRule } from './rules';
import { keepOne, take, without } from './take';

/** The segments of a set, and how far they are read. */
interface Cursor {
	segments: readonly SegmentContent[];
	at: number;
}

/** A loop of the standard that is being read, with what the form makes of it; nothing is made of a loop without a level. */
interface Place {
	loop: Loop;
	level: Level | undefined;
}

/** A loop of one segment, where the standard has no loop. */
const ALONE: Loop = { items: [], places: new Map() };

/**
 * Reads segments into a form, up to the first that belongs to a loop outside. A segment belongs to the innermost loop
 * that the standard knows it in, whatever its order there; one that no loop knows stays where it is found.
 *
 * @param form what is made of the segments; those that it has no member for are in its `otherSegments`
 * @param loop what the standard has here
 */
export function readInto(
	form: Form,
	{ loop, level }: Place,
	cursor: Cursor,
	tables: Notation,
	outer: Place[] = [],
): void {
	const around = [...outer, { loop, level }];
	while (cursor.at < cursor.segments.length) {
		const segment = cursor.segments[cursor.at];
		const item = itemOf(loop, segment.id);
		if (!item && outer.some((place) => itemOf(place.loop, segment.id))) return;
		const opening = level && opensWith(level, segment.id);
		if (opening) {
			readLoop(form, opening, item?.loop ?? ALONE, cursor, tables, around);
			continue;
		}
		cursor.at++;
		if (!level || !takes(level, segment).some((rule) => take(form, rule, segment, tables))) keepOne(form, segment);
		if (item?.loop) readInto(form, { loop: item.loop, level: undefined }, cursor, tables, around);
	}
}

/** What the standard has for a segment in a loop, below the first one. */
function itemOf({ items, places }: Loop, id: string): SetItem | undefined {
	const at = places.get(id)?.find((place) => place > 0);
	return at === undefined ? undefined : items[at];
}

function readLoop(form: Form, rule: LoopRule, loop: Loop, cursor: Cursor, tables: Notation, outer: Place[]): void {
	const { level, into, name, key } = rule;
	const first = cursor.segments[cursor.at++];
	const child: Form = into === 'inline' ? form : {};
	const opening = key ? without(first, key.at) : first;
	if (!takes(level, opening).some((one) => take(child, one, opening, tables)) && !isEmpty(opening))
		keepOne(child, opening);
	readInto(child, { loop, level }, cursor, tables, outer);
	if (key) add(memberOf(form, name, {}), nameOf(key.table, valueOf(first, key.at)), child);
	else if (into === 'list') memberOf<unknown[]>(form, name, []).push(child);
}

function isEmpty({ elements }: SegmentContent): boolean {
	return elements.every((element) => element === '');
}
