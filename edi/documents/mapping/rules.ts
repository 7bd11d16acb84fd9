import { valueOf } from '../../access';
import type { Element, SegmentContent } from '../../tree';
import type { CodeTable } from '../tables/codes';
import type { Notation } from '../tables/editable';
import type { Codec } from './codecs';
import { type Entry } from './entry';
import { namesOf, type Member } from './member';
import type { Form, WriteContext } from './form';

/**
 * A business form is described once, and read and written by that one description: a level says what its segments are
 * in the form. Their order and their loops are those of the dictionary, so a rule for a segment that a set or version
 * does not have there does no harm.
 */
export interface Level {
	/** The segment that opens the level. */
	opens: string;
	rules: readonly Rule[];
	/** Changes the form before it is written, such as to spread what is too long. */
	prepare?: (form: Form) => Form;
}

export type SegmentRule = FieldsRule | ObjectRule | ListRule | SpreadRule | TextsRule | KeyedRule;
export type Rule = SegmentRule | LoopRule;

interface OfSegment {
	segment: string;
	/** Whether this segment is meant, where the same id serves several purposes. */
	when?: (segment: SegmentContent) => boolean;
}

/** The elements become members of the level's own object. */
export interface FieldsRule extends OfSegment {
	as: 'fields';
	members: readonly Member[];
	/** Whether there is no segment where none of its members is given, whatever stands for absent ones. */
	isOptional: boolean;
}

/** The segment becomes an object. */
export interface ObjectRule extends OfSegment {
	as: 'object';
	name: string;
	entry: Entry;
}

/** Each occurrence becomes an entry of a list. */
export interface ListRule extends OfSegment {
	as: 'list';
	name: string;
	entry: Entry;
}

/** One segment holds several entries of a list. */
export interface SpreadRule extends OfSegment {
	as: 'spread';
	name: string;
	/** The entries of a segment, or undefined where they cannot hold all of it. */
	read: (segment: SegmentContent, tables: Notation) => Form[] | undefined;
	/** The elements of each segment that the entries need. */
	write: (entries: readonly Form[], context: WriteContext) => Element[][];
}

/** The texts of all occurrences become one list; a single text stands alone unless `isAlwaysList`. */
export interface TextsRule extends OfSegment {
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
export interface KeyedRule extends OfSegment {
	as: 'keyed';
	name: string;
	/** Element of the qualifier. */
	key: number;
	table: (tables: Notation) => CodeTable;
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

/** A segment that becomes the object `name`. */
export const object = (segment: string, name: string, entry: Entry): ObjectRule => ({
	as: 'object',
	segment,
	name,
	entry,
});

/** A segment whose occurrences become the entries of the list `name`. */
export const listed = (segment: string, name: string, entry: Entry): ListRule => ({ as: 'list', segment, name, entry });

/** A segment whose occurrences are found by the qualifier in element 01, which has names of its own. */
export const keyed = (segment: string, name: string, table: KeyedRule['table'], entry: Entry): KeyedRule => ({
	as: 'keyed',
	segment,
	name,
	key: 1,
	table,
	entry,
});

/** A loop whose occurrences become the entries of the list `name`. */
export const list = (level: Level, name: string): LoopRule => ({ as: 'loop', level, into: 'list', name });

/** A loop without an object of its own: its members belong to the form around it. */
export const inline = (level: Level): LoopRule => ({ as: 'loop', level, into: 'inline', name: '' });

/** The rules of a level that take a segment, in the order in which they are tried. */
export function takes({ rules }: Level, segment: SegmentContent): SegmentRule[] {
	return rules.filter(
		(rule): rule is SegmentRule => rule.as !== 'loop' && rule.segment === segment.id && (rule.when?.(segment) ?? true),
	);
}

/** The loop of a level that opens with a segment. */
export function opensWith({ rules }: Level, id: string): LoopRule | undefined {
	return rules.find((rule): rule is LoopRule => rule.as === 'loop' && rule.level.opens === id);
}

/** Id of the segment that a rule is for, or that its loop opens with. */
export function segmentOf(rule: Rule): string {
	return rule.as === 'loop' ? rule.level.opens : rule.segment;
}

/** Names of the members that a rule makes. */
export function membersOf(rule: Rule): string[] {
	if (rule.as === 'fields') return namesOf(rule.members);
	return rule.as === 'loop' && rule.into === 'inline' ? rule.level.rules.flatMap(membersOf) : [rule.name];
}

/** A condition on one element. */
export const having =
	(element: number, ...values: string[]) =>
	(segment: SegmentContent): boolean =>
		values.includes(valueOf(segment, element));
