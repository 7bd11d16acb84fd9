import { valueOf } from '../../access';
import type { Element, SegmentContent } from '../../tree';
import type { CodeTable } from '../tables/codes';
import type { Tables } from '../tables/editable';
import type { Codec } from './codecs';
import type { Entry, Member } from './entry';
import type { Form, WriteContext } from './form';

/**
 * A business form is described once, and read and written by that one description: a level says which segments the
 * standard has there, in their order, and what each is in the form.
 */
export interface Level {
	/** The segment that opens the level, and its repetitions. */
	opens: string;
	rules: readonly Rule[];
	/** Changes the form before it is written, such as to spread what is too long. */
	prepare?: (form: Form) => Form;
}

export type Rule = KeptRule | FieldsRule | ObjectRule | ListRule | SpreadRule | TextsRule | KeyedRule | LoopRule;

interface SegmentRule {
	segment: string;
	/** Whether this segment is meant, where the same id serves several purposes. */
	when?: (segment: SegmentContent) => boolean;
}

/** Segments that the form has no members for: they are kept as they are, in `otherSegments`. */
export interface KeptRule {
	as: 'kept';
	/** The first one opens a loop when there are several and `isLoop` is set. */
	segments: readonly string[];
	isLoop: boolean;
}

/** The elements become members of the level's own object. */
export interface FieldsRule extends SegmentRule {
	as: 'fields';
	members: readonly Member[];
	/** Whether there is no segment where none of its members is given, whatever stands for absent ones. */
	isOptional: boolean;
}

/** The segment becomes an object. */
export interface ObjectRule extends SegmentRule {
	as: 'object';
	name: string;
	entry: Entry;
}

/** Each occurrence becomes an entry of a list. */
export interface ListRule extends SegmentRule {
	as: 'list';
	name: string;
	entry: Entry;
}

/** One segment holds several entries of a list. */
export interface SpreadRule extends SegmentRule {
	as: 'spread';
	name: string;
	/** The entries of a segment, or undefined where they cannot hold all of it. */
	read: (segment: SegmentContent, tables: Tables) => Form[] | undefined;
	/** The elements of each segment that the entries need. */
	write: (entries: readonly Form[], context: WriteContext) => Element[][];
}

/** The texts of all occurrences become one list; a single text stands alone unless `isAlwaysList`. */
export interface TextsRule extends SegmentRule {
	as: 'texts';
	name: string;
	/** Elements of the text, in order. */
	at: readonly number[];
	/** What the segment has beside the text. */
	fixed?: Readonly<Record<number, string>>;
	codec: Codec;
	/** Longest piece; longer text is spread over several. */
	max: number;
	isAlwaysList: boolean;
}

/** Occurrences are found by their qualifier: `{ vendorOrder: 'SO-1' }`. */
export interface KeyedRule extends SegmentRule {
	as: 'keyed';
	name: string;
	/** Element of the qualifier. */
	key: number;
	table: (tables: Tables) => CodeTable;
	entry: Entry;
}

/** A loop becomes an object of its own: an entry of a list, one found by its qualifier, or part of its parent. */
export interface LoopRule {
	as: 'loop';
	level: Level;
	/** `inline`: its members are those of the parent. */
	into: 'list' | 'keyed' | 'inline';
	name: string;
	/** For `keyed`: the qualifier's element of the first segment, and its names. */
	key?: { at: number; table: CodeTable };
}

/** Segments that are kept as they are, each for itself: `kept('TAX FOB CTP')`. */
export const kept = (ids: string): KeptRule => ({ as: 'kept', segments: ids.split(' '), isLoop: false });

/** A loop that is kept as it is: its first segment and what belongs to it. */
export const keptLoop = (ids: string): KeptRule => ({ as: 'kept', segments: ids.split(' '), isLoop: true });

/** The segment that a level opens with, or that every document has. */
export const fields = (segment: string, ...members: Member[]): FieldsRule => ({
	as: 'fields',
	segment,
	members,
	isOptional: false,
});

/** A segment that is written when one of its members is given. */
export const optional = (segment: string, ...members: Member[]): FieldsRule => ({
	...fields(segment, ...members),
	isOptional: true,
});

export const list = (level: Level, name: string): LoopRule => ({ as: 'loop', level, into: 'list', name });

export const inline = (level: Level): LoopRule => ({ as: 'loop', level, into: 'inline', name: '' });

/** Whether a rule takes a segment, or opens with it. */
export function takes(rule: Rule, segment: SegmentContent): boolean {
	switch (rule.as) {
		case 'kept':
			return rule.isLoop ? rule.segments[0] === segment.id : rule.segments.includes(segment.id);
		case 'loop':
			return rule.level.opens === segment.id;
		default:
			return rule.segment === segment.id && (rule.when?.(segment) ?? true);
	}
}

/** Whether the standard has a segment of this id at a level, below its first one. */
export function knows(level: Level, id: string): boolean {
	return level.rules.some((rule) => {
		if (rule.as === 'kept') return rule.isLoop ? rule.segments[0] === id : rule.segments.includes(id);
		return rule.as === 'loop' ? rule.level.opens === id : rule.segment === id && id !== level.opens;
	});
}

/** A condition on one element. */
export const having =
	(element: number, ...values: string[]) =>
	(segment: SegmentContent): boolean =>
		values.includes(valueOf(segment, element));
