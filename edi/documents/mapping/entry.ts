import type { Element, SegmentContent } from '../../tree';
import type { Notation } from '../tables/editable';
import type { WriteContext } from './form';
import { namesOf, type Member, type ValueMember } from './member';
import { checkOthers, readMembers, writeMembers } from './members';

/** What one segment is, as a value of the form. */
export interface Entry {
	/** The value, or undefined where the form cannot hold all of the segment. */
	read(segment: SegmentContent, tables: Notation): unknown;
	/** The elements; empty where there is nothing to write. */
	write(segment: string, value: unknown, context: WriteContext): Element[];
	/** The elements that it has names for. */
	members: readonly Member[];
}

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
