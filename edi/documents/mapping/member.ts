import type { CodeTable } from '../tables/codes';
import type { Notation } from '../tables/editable';
import type { Codec } from './codecs';

/** One element in the form. */
export interface ValueMember {
	at: number;
	name: string;
	codec: Codec;
	isRequired?: boolean;
	/** Value of the form where none is given. */
	otherwise?: string;
}

/** Pairs of a qualifier and a value, such as PO106 and PO107. */
export interface PairsMember {
	/** First and last element. */
	pairs: readonly [number, number];
	/** First elements of further pairs, apart from those. */
	further?: readonly number[];
	/** The member that holds them by their names, or empty: they are members beside the others, known names only. */
	name: string;
	table: (tables: Notation) => CodeTable;
	/** Whether the segment cannot be without a pair. */
	isRequired?: boolean;
}

export type Member = ValueMember | PairsMember;

/** The first element of each pair, in order. */
export function pairsOf({ pairs: [first, last], further = [] }: PairsMember): number[] {
	const own = Array.from({ length: (last - first + 1) / 2 }, (_, index) => first + 2 * index);
	return [...own, ...further];
}

type ValueOptions = Pick<ValueMember, 'isRequired' | 'otherwise'>;

/** One element as one member of the form. `at` is the position of the element, from 1. */
export const value = (at: number, name: string, codec: Codec, options: ValueOptions = {}): ValueMember => ({
	at,
	name,
	codec,
	...options,
});

/** Names of the members of an object. */
export function namesOf(members: readonly Member[]): string[] {
	const flat = members.filter((member): member is PairsMember => 'pairs' in member && member.name === '');
	const named = members.map(({ name }) => name).filter((name) => name !== '');
	return [...named, ...flat.flatMap(({ table }) => Object.values(table(NO_TABLES)))];
}

/** Pairs beside other members have tables that no user edits. */
const NO_TABLES: Notation = { itemIds: {}, dates: {}, units: {}, hasShortDates: false };
