import type { Loop } from '../../dictionary/types';
import type { SegmentContent } from '../../tree';
import { isForm, listOf, type Form, type WriteContext } from './form';
import type { Level } from './rules';

/** Segments that stay together, and their place in the loop of the standard. */
export interface Chunk {
	at: number;
	/** Whether a loop begins with it, which would take what comes after. */
	isLoop: boolean;
	segments: SegmentContent[];
}

/**
 * Segments that the form kept are put where the standard has them, loops as a whole. Those that the standard does not
 * know follow what they came after, or are at the end of the level's own segments.
 *
 * @param written the chunks of the level's rules
 */
export function otherChunks(
	level: Level,
	loop: Loop,
	written: readonly Chunk[],
	form: Form,
	context: WriteContext,
): Chunk[] {
	const chunks: Chunk[] = [];
	for (const one of otherSegments(form, context)) {
		const last = chunks.at(-1);
		const at = loop.places.get(one.id)?.find((place) => place > 0);
		const isInLoop = last?.isLoop === true && contains(loop.items[last.at].loop, one.id);
		if (last && (at === undefined || isInLoop)) last.segments.push(one);
		else if (at === undefined) chunks.push({ at: endOfOwn(written), isLoop: false, segments: [one] });
		else {
			// What is before it is not put behind it.
			if (last && last.at > at && !last.isLoop) last.at = at - 0.5;
			chunks.push({ at, isLoop: loop.items[at].loop !== undefined && !isMapped(level, one.id), segments: [one] });
		}
	}
	return chunks;
}

/** Before the first loop that something was written of. */
function endOfOwn(written: readonly Chunk[]): number {
	const loops = written.filter(({ isLoop, segments }) => isLoop && segments.length > 0).map(({ at }) => at);
	return loops.length > 0 ? Math.min(...loops) - 0.5 : Infinity;
}

/** Whether a loop of the standard, or one inside it, has a segment. */
function contains(loop: Loop | undefined, id: string): boolean {
	if (!loop) return false;
	return loop.items.some((item, index) => (index > 0 && item.id === id) || contains(item.loop, id));
}

/** Whether the loop of a segment is one that the form reads. */
function isMapped({ rules }: Level, id: string): boolean {
	return rules.some((rule) => rule.as === 'loop' && rule.level.opens === id);
}

function otherSegments(form: Form, context: WriteContext): SegmentContent[] {
	const inside = context.at('otherSegments');
	return listOf(form.otherSegments).flatMap((one, index) => {
		if (isForm(one) && typeof one.id === 'string' && Array.isArray(one.elements))
			return [one as unknown as SegmentContent];
		const { path } = inside.at(index);
		inside.error('must be a segment such as {"id": "MEA", "elements": ["PD", "WT", "5"]}', { path });
		return [];
	});
}
