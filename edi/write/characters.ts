import type { WriteOptions } from './options';

/** The code points of each set, as ranges. Control characters are in none. */
const SETS: Record<WriteOptions['characters'], ReadonlyArray<[from: number, to: number]>> = {
	// Space ! " & ' ( ) * + , - . / 0-9 : ; = ? A-Z
	basic: [
		[0x20, 0x22],
		[0x26, 0x3b],
		[0x3d, 0x3d],
		[0x3f, 0x3f],
		[0x41, 0x5a],
	],
	extended: [[0x20, 0x7e]],
	latin1: [
		[0x20, 0x7e],
		[0xa0, 0xff],
	],
	utf8: [
		[0x20, 0x7e],
		[0xa0, 0xd7ff],
		[0xe000, 0x10ffff],
	],
};

/** What has no decomposition in Unicode. */
const SPECIAL: Record<string, string> = {
	ß: 'ss',
	ẞ: 'SS',
	æ: 'ae',
	Æ: 'AE',
	œ: 'oe',
	Œ: 'OE',
	ø: 'o',
	Ø: 'O',
	đ: 'd',
	Đ: 'D',
	ð: 'd',
	Ð: 'D',
	þ: 'th',
	Þ: 'Th',
	ł: 'l',
	Ł: 'L',
	ı: 'i',
	'€': 'EUR',
	'£': 'GBP',
	'¥': 'JPY',
	'¢': 'c',
	'©': '(c)',
	'®': '(r)',
	'™': '(tm)',
	'°': 'deg',
	µ: 'u',
	μ: 'u',
	Ω: 'Ohm',
	'×': 'x',
	'÷': '/',
	'±': '+/-',
	'§': 'Sec.',
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‹': "'",
	'›': "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'«': '"',
	'»': '"',
	'–': '-',
	'—': '-',
	'‐': '-',
	'‑': '-',
	'−': '-',
	'⁄': '/',
	'…': '...',
	'•': '*',
	'·': '.',
	'¦': '|',
	'¡': '!',
	'¿': '?',
};

/** Most characters whose transliteration is remembered. */
const MOST_REMEMBERED = 2000;

/** Says which characters may be written, and makes the others fit. */
export class CharacterSet {
	/** A text that can be written as it is: known characters, no separators, no control characters. */
	readonly clean: RegExp;
	private readonly known: RegExp;
	private readonly isBasic: boolean;
	private readonly fitted = new Map<string, string>();

	constructor(characters: WriteOptions['characters'], delimiters: readonly string[]) {
		const points = delimiters.map((one) => one.codePointAt(0)!).sort((one, other) => one - other);
		this.clean = textOf(without(SETS[characters], points));
		this.known = textOf(SETS[characters]);
		this.isBasic = characters === 'basic';
	}

	/** The character, or what is written for it; nothing where there is no transliteration. */
	fit(character: string): string | undefined {
		const known = this.fitted.get(character);
		if (known !== undefined) return known;
		const fitted = this.transliterate(character);
		if (fitted !== undefined && this.fitted.size < MOST_REMEMBERED) this.fitted.set(character, fitted);
		return fitted;
	}

	private transliterate(character: string): string | undefined {
		if (this.known.test(character)) return character;
		// Marks in text that was copied from documents and web pages: soft hyphens, joiners, directions.
		if (/^\p{Cf}$/u.test(character)) return '';
		const parts = [...(SPECIAL[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, ''))];
		const special = parts.map((one) => SPECIAL[one] ?? one).join('');
		const folded = this.isBasic ? special.toUpperCase() : special;
		return folded !== '' && this.known.test(folded) ? folded : undefined;
	}
}

type Ranges = ReadonlyArray<[from: number, to: number]>;

function without(ranges: Ranges, points: readonly number[]): Ranges {
	return points.reduce<Ranges>(
		(left, point) =>
			left.flatMap(([from, to]): Array<[number, number]> => {
				if (point < from || point > to) return [[from, to]];
				const parts: Array<[number, number]> = [
					[from, point - 1],
					[point + 1, to],
				];
				return parts.filter(([first, last]) => first <= last);
			}),
		ranges,
	);
}

/** Matches a text of characters in the ranges alone. */
function textOf(ranges: Ranges): RegExp {
	const escape = (point: number) => `\\u{${point.toString(16)}}`;
	return new RegExp(`^[${ranges.map(([from, to]) => `${escape(from)}-${escape(to)}`).join('')}]*$`, 'u');
}
