import type { Element, SegmentContent } from '../../../tree';
import { code, number, text, unit } from '../../mapping/codecs';
import { value } from '../../mapping/member';
import type { Form } from '../../mapping/form';
import { readMembers, writeMembers } from '../../mapping/members';
import type { SpreadRule } from '../../mapping/rules';
import { PARTY_ID_TYPES } from '../../tables/codes';

const HEAD = [value(1, 'unit', unit, { isRequired: true }), value(2, 'idType', code(PARTY_ID_TYPES))];
const STORE = [value(1, 'store', text, { isRequired: true }), value(2, 'quantity', number, { isRequired: true })];
/** Pairs of store and quantity in one SDQ: elements 03 to 22. */
const MOST = 10;

/** SDQ: how much of a line goes to which store. */
export const stores: SpreadRule = {
	as: 'spread',
	segment: 'SDQ',
	name: 'stores',
	read(segment, tables) {
		const head = readMembers(part(segment, 0), HEAD, tables);
		const entries: Form[] = [];
		let rest = Object.keys(head.others).length;
		for (let at = 2; at < segment.elements.length; at += 2) {
			const { object, others } = readMembers(part(segment, at), STORE, tables);
			rest += Object.keys(others).length;
			if (Object.keys(object).length === 1) rest++;
			if (Object.keys(object).length === 2) entries.push({ ...head.object, ...object });
		}
		return rest > 0 || entries.length === 0 ? undefined : entries;
	},
	write(entries, context) {
		const written: Element[][] = [];
		entries.forEach((entry, index) => {
			const inside = context.at(index).checked(entry, ['unit', 'idType', 'store', 'quantity']);
			const [code_ = '', idType = ''] = writeMembers('SDQ', entry, HEAD, inside);
			const store = writeMembers('SDQ', entry, STORE, inside);
			const last = written.at(-1);
			const isFull = !last || last.length >= 2 + 2 * MOST;
			if (!isFull && last[0] === code_ && last[1] === idType) last.push(...store);
			else written.push([code_, idType, ...store]);
		});
		return written;
	},
};

/** Two elements of the segment, as elements 01 and 02. */
function part(segment: SegmentContent, at: number): SegmentContent {
	return { id: segment.id, elements: segment.elements.slice(at, at + 2) };
}
