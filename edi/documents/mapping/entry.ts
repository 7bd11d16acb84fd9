import type { Element, SegmentContent } from '../../tree';
import type { CodeTable } from '../tables/codes';
import type { Tables } from '../tables/editable';
import type { Codec } from './codecs';
import type { WriteContext } from './form';
import { checkOthers, readMembers, writeMembers } from './members';

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
	/** The member that holds them by their names, or empty: they are members beside the others, known names only. */
	name: string;
	table: (tables: Tables) => CodeTable;
	/** Whether the segment cannot be without a pair. */
	isRequired?: boolean;
}

export type Member = ValueMember | PairsMember;

/** What one segment is, as a value of the form. */
export interface Entry {
	/** The value, or undefined where the form cannot hold all of the segment. */
	read(segment: SegmentContent, tables: Tables): unknown;
	/** The elements; empty where there is nothing to write. */
	write(segment: string, value: unknown, context: WriteContext): Element[];
	/** The elements that it has names for. */
	members: readonly Member[];
}

type ValueOptions = Pick<ValueMember, 'isRequired' | 'otherwise'>;

export const value = (at: number, name: string, codec: Codec, options: ValueOptions = {}): ValueMember => ({
	at,
	name,
	codec,
	...options,
});

/** An object with these members. Elements that the form has no name for are in its `otherElements`. */
export function record(...members: Member[]): Entry {
	return {
		members,
		read(segment, tables) {
			const { object, others } = readMembers(segment, members, tables);
			const whole = Object.keys(others).length > 0 ? { ...object, otherElements: others } : object;
			return Object.keys(whole).length > 0 ? whole : undefined;
		},
		write(segment, given, context) {
			const object = context.object(given);
			if (!object) return [];
			checkOthers(object, [segment], context);
			return writeMembers(segment, object, members, context.checked(object, namesOf(members)));
		},
	};
}

/** The first member alone, where nothing else is given; otherwise an object. */
export function brief(...members: [ValueMember, ...ValueMember[]]): Entry {
	const [main] = members;
	return {
		members,
		read(segment, tables) {
			const { object, others } = readMembers(segment, members, tables);
			const names = Object.keys(object);
			if (Object.keys(others).length > 0 || names.length === 0) return undefined;
			return names.length === 1 && names[0] === main.name ? object[main.name] : object;
		},
		write(segment, given, context) {
			const object = typeof given === 'object' ? context.object(given) : { [main.name]: given };
			return object ? writeMembers(segment, object, members, context.checked(object, namesOf(members))) : [];
		},
	};
}

/** Names of the members of an object. */
export function namesOf(members: readonly Member[]): string[] {
	const flat = members.filter((member): member is PairsMember => 'pairs' in member && member.name === '');
	const named = members.map(({ name }) => name).filter((name) => name !== '');
	return [...named, ...flat.flatMap(({ table }) => Object.values(table(NO_TABLES)))];
}

/** Pairs beside other members have tables that no user edits. */
const NO_TABLES: Tables = { itemIds: {}, dates: {}, units: {} };
