import fc from 'fast-check';

import { EdiError, read, write, type Delimiters, type WriteOptions } from '../../../../edi';
import { orders } from '../samples';

const note = (text: string) => orders([{ id: '850', segments: [{ id: 'MSG', elements: [text] }] }]);
const messageOf = (text: string) => read(text).interchanges[0].groups[0].transactions[0].segments[0].elements[0];

function writeNote(value: string, options: Partial<WriteOptions> = {}, delimiters: Partial<Delimiters> = {}) {
	const content = note(value);
	const { text, changes } = write({ ...content, delimiters: { ...content.delimiters, ...delimiters } }, options);
	return { value: messageOf(text), changes };
}

describe('separators in values', () => {
	it.each(['A*B', 'X~Y', 'a>b', '*', '~~~', 'a>*~b'])('%s is refused', (value) => {
		expect(() => writeNote(value)).toThrow(/MSG01: .*contains the separator/);
	});

	it.each([
		['A*B', 'A B'],
		['X~Y', 'X Y'],
		['a>b', 'a b'],
		['1*2~3>4', '1 2 3 4'],
	])('%s is replaced, and the change is reported', (value, expected) => {
		const result = writeNote(value, { delimiterInValue: 'replace' });
		expect(result.value).toBe(expected);
		expect(result.changes).toMatchObject([
			{ code: 'delimiter-in-value', segment: 'MSG', element: 1, ordinal: 4, value },
		]);
	});

	it('by what is asked for', () => {
		expect(writeNote('A*B', { delimiterInValue: 'replace', replacement: '/' }).value).toBe('A/B');
		expect(writeNote('A*B', { delimiterInValue: 'replace', replacement: '' }).value).toBe('AB');
	});

	it.each(['*', '~', '>', '-*-', '\n', '\u0007', 'é'])('%j cannot replace them', (replacement) => {
		for (const value of ['A*B', 'AB'])
			expect(() => writeNote(value, { delimiterInValue: 'replace', unknownCharacter: 'replace', replacement })).toThrow(
				/replacement must not contain a separator/,
			);
	});

	it('another separator lets the value be', () => {
		expect(writeNote('A*B', {}, { element: '|' }).value).toBe('A*B');
		expect(writeNote('A^B').value).toBe('A^B');
	});

	it('a character that becomes a separator is one', () => {
		expect(() => writeNote('a•b')).toThrow(/contains the separator/);
		expect(() => writeNote('a•b')).toThrow('"a•b" contains the separator * (for •)');
		expect(writeNote('a•b', { delimiterInValue: 'replace' }).value).toBe('a b');
	});

	it('^ is a separator where ISA11 says so', () => {
		const content = orders([{ id: '850', segments: [{ id: 'MTX', elements: ['', 'A^B'] }] }], { version: '005010' });
		expect(() => write(content)).toThrow(/contains the separator \^/);
	});
});

describe('character sets', () => {
	it.each([
		['Müller & Söhne', 'Muller & Sohne'],
		['Straße', 'Strasse'],
		['Øresund Æbler', 'Oresund AEbler'],
		['5 €', '5 EUR'],
		['“quoted” – it’s', '"quoted" - it\'s'],
		['e\u0301', 'e'],
		['ﬁne ½', 'fine 1/2'],
		['20 °C', '20 degC'],
		['Łódź', 'Lodz'],
	])('%s is transliterated to %s', (given, expected) => {
		const { value, changes } = writeNote(given);
		expect(value).toBe(expected);
		expect(changes).toMatchObject([{ code: 'character', severity: 'warning', value: given }]);
	});

	it.each(['漢字', 'A 🙂', 'א'])('%s has no transliteration', (given) => {
		expect(() => writeNote(given)).toThrow(/not in the character set/);
		expect(writeNote(given, { unknownCharacter: 'replace', replacement: '?' }).value).toMatch(/^[A ]*\?+$/);
	});

	it.each(['\u200b', '\ufeff', '\u00ad', '\u200e', '\u2060'])('%j is left out', (mark) => {
		const { value, changes } = writeNote(`Au${mark}rora`);
		expect(value).toBe('Aurora');
		expect(changes).toMatchObject([{ code: 'character' }]);
	});

	it('a character that cannot be seen is named', () => {
		expect(() => writeNote('a\ue000b')).toThrow('contains U+E000');
		expect(() => writeNote('漢')).toThrow('contains 漢');
	});

	it('basic has capital letters', () => {
		expect(writeNote('Aurora, No. 5', { characters: 'basic' }).value).toBe('AURORA, NO. 5');
		expect(writeNote('straße', { characters: 'basic' }).value).toBe('STRASSE');
		expect(() => writeNote('a#b', { characters: 'basic' })).toThrow(/not in the character set/);
	});

	it.each(['latin1', 'utf8'] as const)('%s keeps accents', (characters) => {
		expect(writeNote('Müller', { characters })).toEqual({ value: 'Müller', changes: [] });
	});

	it('utf8 keeps everything but control characters', () => {
		expect(writeNote('漢字 🙂', { characters: 'utf8' }).value).toBe('漢字 🙂');
		expect(writeNote('a\u0085b\u0007c', { characters: 'utf8' }).value).toBe('a b c');
	});
});

describe('separators themselves', () => {
	it.each<[string, Partial<Delimiters>]>([
		['a letter', { element: 'A' }],
		['a digit', { component: '1' }],
		['a blank', { segment: ' ' }],
		['a point, which decimals have', { component: '.' }],
		['two characters', { element: '**' }],
		['nothing', { component: '' }],
		['the same twice', { element: '>', component: '>' }],
		['a line break between elements', { element: '\n' }],
		['a line break between components', { component: '\r' }],
		['a wide space', { element: '\u2003' }],
	])('%s is refused', (_, delimiters) => {
		expect(() => writeNote('x', {}, delimiters)).toThrow(/separator|terminator/);
	});

	it.each<Partial<Delimiters>>([
		{ element: '|', component: ':', segment: '\n' },
		{ segment: '\r\n' },
		{ element: '\u001d', component: '\u001f', segment: '\u001c' },
		{ element: '¦', segment: '…' },
	])('%j is written and read', (delimiters) => {
		expect(writeNote('plain', {}, delimiters)).toEqual({ value: 'plain', changes: [] });
	});

	it('what the writer takes, the reader knows', () => {
		const character = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });
		const control = fc.integer({ min: 0, max: 0xa0 }).map((code) => String.fromCharCode(code));
		const one = fc.oneof(character, control);
		const all = fc.record({ element: one, component: one, segment: one, repetition: one });
		fc.assert(
			fc.property(all, fc.constantFrom('004010', '005010'), (delimiters, version) => {
				const content = orders(
					[
						{
							id: '850',
							segments: [
								{ id: 'MSG', elements: ['7', '', '8'] },
								{ id: 'ZZ1', elements: [['1', '2'], '3'] },
							],
						},
					],
					{ version, delimiters },
				);
				let text: string;
				try {
					({ text } = write(content));
				} catch (error) {
					if (error instanceof EdiError) return;
					throw error;
				}
				const [{ groups, diagnostics }] = read(text).interchanges;
				expect(diagnostics).toEqual([]);
				expect(groups[0].transactions[0].segments.map(({ id, elements }) => ({ id, elements }))).toEqual(
					content.groups[0].transactions[0].segments,
				);
			}),
			{ numRuns: 500 },
		);
	});
});
