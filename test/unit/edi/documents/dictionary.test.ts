import { dictionaryFor } from '../../../../edi/dictionary/dictionary';
import type { Loop } from '../../../../edi/dictionary/types';
import { hierarchyLevel } from '../../../../edi/documents/forms/shipNotice';
import { KINDS, loopOf } from '../../../../edi/documents/kinds';
import {
	cents,
	code,
	currency,
	date,
	integer,
	number,
	text,
	time,
	unit,
	type Codec,
} from '../../../../edi/documents/mapping/codecs';
import type { Member } from '../../../../edi/documents/mapping/member';
import type { Level, Rule } from '../../../../edi/documents/mapping/rules';
import { segmentOf } from '../../../../edi/documents/mapping/rules';

const VERSIONS = ['004010', '005010'] as const;
const TYPES = new Map<Codec, string[]>([
	[text, ['AN', 'ID']],
	[number, ['R']],
	[integer, ['N0']],
	[cents, ['N2']],
	[date, ['DT']],
	[time, ['TM']],
	[currency, ['ID']],
	[unit, ['ID']],
]);

const sets = VERSIONS.flatMap((version) => KINDS.map(({ set, level }) => ({ version, set, level })));

/** All members of the rules that the standard has segments for, with their segments. */
function membersOf(level: Level, loop: Loop): Array<{ segment: string; member: Member }> {
	return level.rules.flatMap((rule: Rule): Array<{ segment: string; member: Member }> => {
		const id = segmentOf(rule);
		if (id !== level.opens && !loop.places.has(id)) return [];
		if (rule.as === 'loop') return membersOf(rule.level, loopOf(loop, id));
		if (rule.as === 'fields') return rule.members.map((member) => ({ segment: id, member }));
		return 'entry' in rule ? rule.entry.members.map((member) => ({ segment: id, member })) : [];
	});
}

describe.each(sets)('the form of $set in $version', ({ version, set, level }) => {
	const dictionary = dictionaryFor(version);
	const root = dictionary.set(set)!.root;
	const members = [...membersOf(level, root), ...(set === '856' ? membersOf(hierarchyLevel, loopOf(root, 'HL')) : [])];

	test('has a functional group', () => {
		expect(KINDS.find((kind) => kind.set === set)?.functionalId).toBe(dictionary.set(set)?.functionalId);
	});

	test('reads each element as the type that the dictionary has for it', () => {
		const wrong = members.flatMap(({ segment, member }) => {
			const elements = dictionary.segment(segment)!.elements;
			if ('pairs' in member) {
				const [first, last] = member.pairs;
				return elements[first - 1]?.type === 'ID' && elements[last - 1] && last <= elements.length
					? []
					: [`${segment} pairs ${member.pairs.join()} of ${elements.length}`];
			}
			const spec = elements[member.at - 1];
			const expected = TYPES.get(member.codec) ?? ['ID'];
			return spec && expected.includes(spec.type)
				? []
				: [`${segment}${member.at} ${member.name} is ${spec?.type} ${spec?.name}`];
		});
		expect(wrong).toEqual([]);
	});

	test('requires what the dictionary requires', () => {
		const wrong = members.flatMap(({ segment, member }) => {
			if ('pairs' in member) return [];
			const spec = dictionary.segment(segment)!.elements[member.at - 1];
			const isSafe =
				member.isRequired === true || member.otherwise !== undefined || (member.at === 1 && segment === 'CTT');
			return spec?.isMandatory && !isSafe ? [`${segment}${member.at} ${member.name}`] : [];
		});
		expect(wrong).toEqual([]);
	});
});

test('codes are read by their names and written by them', () => {
	const codec = code({ A: 'alpha' });
	expect([codec.read('A', {} as never), codec.write('alpha', {} as never), codec.read('Z', {} as never)]).toEqual([
		'alpha',
		'A',
		'Z',
	]);
});
