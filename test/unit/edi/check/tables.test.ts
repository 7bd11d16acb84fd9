import { Dictionary, dictionaryFor, functionalIdOf } from '../../../../edi/dictionary/dictionary';
import { parseCodes, parseReferences, parseSet, rowsOf } from '../../../../edi/dictionary/parse';
import { SEGMENTS } from '../../../../edi/dictionary/segments';
import { SETS } from '../../../../edi/dictionary/sets';
import type { ElementSpec, Loop } from '../../../../edi/dictionary/types';

describe.each(['004010', '005010'] as const)('the tables of %s', (version) => {
	const dictionary = new Dictionary(version);
	const segments = rowsOf(SEGMENTS).map(([id]) => dictionary.segment(id)!);

	it('every element has lengths and a name, and its codes have these lengths', () => {
		const seen = new Set<string>();
		const isSound = (spec: ElementSpec): boolean => {
			const { reference, name, minimum, maximum, components = [], codes = [] } = spec;
			if (seen.has(reference)) return true;
			seen.add(reference);
			const fits = [...codes].every((code) => code.length >= minimum && code.length <= maximum);
			return /^[A-Z]/.test(name) && minimum > 0 && maximum >= minimum && fits && components.every(isSound);
		};
		const unsound = segments.flatMap(({ elements }) => elements.filter((spec) => !isSound(spec)));
		expect(unsound).toEqual([]);
		expect(seen.size).toBeGreaterThan(300);
	});

	it('notes name elements that the segment has', () => {
		for (const { elements, notes } of segments)
			for (const note of notes) {
				expect(note.elements.length).toBeGreaterThan(1);
				for (const element of note.elements) expect(element).toBeLessThanOrEqual(elements.length);
			}
	});

	it('each set is of segments that are known, from ST to SE, its loops begun by a segment', () => {
		for (const { id } of SETS) {
			const { root, ids } = dictionary.set(id)!;
			for (const one of ids) expect(dictionary.segment(one)).toBeDefined();
			expect(root.items[0].id).toBe('ST');
			expect(root.items.at(-1)!.id).toBe('SE');
			const look = ({ items }: Loop) => items.forEach(({ loop }) => loop && look(loop));
			look(root);
		}
	});
});

it('the lengths and types that carry money and numbers', () => {
	const type = (version: string, id: string, element: number) => {
		const { type: of, minimum, maximum } = dictionaryFor(version).segment(id)!.elements[element - 1];
		return `${of} ${minimum}/${maximum}`;
	};
	expect([
		type('004010', 'TDS', 1),
		type('004010', 'SAC', 5),
		type('004010', 'PO1', 2),
		type('004010', 'PO1', 4),
		type('004010', 'TXI', 2),
		type('004010', 'IT1', 2),
		type('005010', 'IT1', 2),
		type('004010', 'REF', 2),
		type('005010UCS', 'REF', 2),
		type('004010', 'BEG', 3),
		type('004010', 'BSN', 2),
		type('004010', 'ITD', 8),
		type('004010', 'CTT', 1),
		type('004010', 'MSG', 1),
		type('004010', 'ST', 2),
	]).toEqual([
		'N2 1/15',
		'N2 1/15',
		'R 1/15',
		'R 1/17',
		'R 1/18',
		'R 1/10',
		'R 1/15',
		'AN 1/30',
		'AN 1/50',
		'AN 1/22',
		'AN 2/30',
		'N2 1/10',
		'N0 1/6',
		'AN 1/264',
		'AN 4/9',
	]);
});

it.each([
	['850', 'PO'],
	['855', 'PR'],
	['860', 'PC'],
	['865', 'CA'],
	['810', 'IN'],
	['856', 'SH'],
	['997', 'FA'],
	['999', 'FA'],
	['824', 'AG'],
	['753', 'RF'],
	['211', 'BL'],
	['980', undefined],
	['85X', undefined],
])('set %s is of group %s', (set, group) => {
	expect(functionalIdOf(set)).toBe(group);
});

it('versions are held against the nearest tables', () => {
	expect(['003040', '004010', '004010VICS', '', 'x'].map((one) => dictionaryFor(one).version)).toEqual(
		Array(5).fill('004010'),
	);
	expect(['005010', '005010UCS', '005010X231A1', '006020', '008030'].map((one) => dictionaryFor(one).version)).toEqual(
		Array(5).fill('005010'),
	);
});

it('the notation of the tables', () => {
	expect(parseCodes(' 00 08-9 AA-C\n\tZZ ')).toEqual(['00', '08', '09', 'AA', 'AB', 'AC', 'ZZ']);
	expect(parseReferences('350 (235 234)*2 C001!')).toEqual(['350', '235', '234', '235', '234', 'C001!']);
	const { root, ids } = parseSet('ST! REF* (N1! N2*2)!*200 SE!');
	expect([...ids]).toEqual(['ST', 'REF', 'N1', 'N2', 'SE']);
	expect(
		root.items.map(({ id, isMandatory, maximum, loop }) => [id, isMandatory, maximum, loop?.items.length]),
	).toEqual([
		['ST', true, 1, undefined],
		['REF', false, Infinity, undefined],
		['N1', true, 200, 2],
		['SE', true, 1, undefined],
	]);
});
