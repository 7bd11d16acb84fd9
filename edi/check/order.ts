import type { Loop, SetItem, SetSpec } from '../dictionary/types';
import type { Segment } from '../tree';
import { isSegmentId } from '../values/segmentId';
import type { Findings } from './findings';

/** A loop that is being read: which of its items comes next, and how often that has occurred. */
interface Frame {
	loop: Loop;
	/** The item of {@link loop} that matched last; -1 at its start. */
	at: number;
	count: number;
}

/**
 * Follows the segments of a transaction set through the table of the set. A segment belongs to the innermost loop that
 * is open and has a place for it. One that has no place is reported and passed over.
 */
export class OrderChecker {
	private readonly frames: Frame[];

	constructor(
		private readonly set: SetSpec,
		/** Whether the standard knows a segment at all. */
		private readonly isKnown: (id: string) => boolean,
		private readonly findings: Findings,
	) {
		this.frames = [{ loop: set.root, at: -1, count: 0 }];
	}

	/** Takes the next segment. Whether it has a place. */
	take(segment: Segment): boolean {
		for (let depth = this.frames.length - 1; depth >= 0; depth--) {
			const frame = this.frames[depth];
			const index = placeIn(frame, segment.id, depth === 0);
			if (index === undefined) continue;
			while (this.frames.length - 1 > depth) this.leave(segment);
			this.enter(frame, index, segment);
			return true;
		}
		this.misplaced(segment);
		return false;
	}

	/** The end of the set, at its last segment: what is mandatory and did not come is missing. */
	end(last: Segment): void {
		while (this.frames.length > 0) this.leave(last);
	}

	private enter(frame: Frame, index: number, segment: Segment): void {
		if (index === frame.at) frame.count++;
		else {
			this.missingBetween(frame, index, segment);
			frame.at = index;
			frame.count = 1;
		}
		const item = frame.loop.items[index];
		if (frame.count === item.maximum + 1) this.tooOften(item, segment);
		if (item.loop) this.frames.push({ loop: item.loop, at: 0, count: 1 });
	}

	private leave(segment: Segment): void {
		const frame = this.frames.pop()!;
		this.missingBetween(frame, frame.loop.items.length, segment);
	}

	private missingBetween({ loop, at }: Frame, to: number, segment: Segment): void {
		for (let index = at + 1; index < to; index++) {
			const { id, isMandatory } = loop.items[index];
			if (!isMandatory) continue;
			this.findings.add('segment-missing', 'error', `${id} is missing before ${segment.id}.`, segment, { value: id });
		}
	}

	private tooOften({ id, maximum, loop }: SetItem, segment: Segment): void {
		const what = loop ? `The loop ${id}` : id;
		const message = `${what} occurs more than ${maximum === 1 ? 'once' : `${maximum} times`} here.`;
		this.findings.add(loop ? 'loop-repeats' : 'segment-repeats', 'error', message, segment);
	}

	private misplaced(segment: Segment): void {
		const { id } = segment;
		// The reader has reported it.
		if (!isSegmentId(id)) return;
		if (this.set.ids.has(id)) {
			this.findings.add('segment-order', 'error', `${id} is in the wrong place in ${this.set.id}.`, segment);
		} else if (this.isKnown(id)) {
			this.findings.add('segment-not-in-set', 'error', `${id} does not belong in ${this.set.id}.`, segment);
		} else {
			const isPrivate = id.startsWith('Z');
			const message = isPrivate
				? `${id} is a private segment: it is not checked.`
				: `${id} is not a segment of the standard.`;
			this.findings.add('unknown-segment', isPrivate ? 'warning' : 'error', message, segment);
		}
	}
}

/**
 * The next place for the id, from where the loop is. The segment that begins a loop has none inside: another one begins
 * the loop again, which the frame around it counts.
 */
function placeIn({ loop, at, count }: Frame, id: string, isRoot: boolean): number | undefined {
	const places = loop.places.get(id);
	if (!places) return undefined;
	const open = places.filter((index) => index >= at && (index > 0 || isRoot));
	const isFull = open[0] === at && count >= loop.items[at].maximum;
	return isFull ? (open[1] ?? open[0]) : open[0];
}
