import { shorten, type Place } from '../diagnostics';
import type { ElementSpec } from '../dictionary/types';
import { counted } from '../values/counted';
import { digitsOf, isShortest, shortestDecimal } from '../values/decimal';
import { isDate, isTime } from '../values/moment';
import { lengthWithoutEnd } from '../values/trim';
import type { CharacterSet } from './characters';
import type { WriteOptions } from './options';
import type { WriteLog } from './log';

/** Where a value is in its segment. */
export interface ValuePlace extends Place {
	element: number;
}

/** Makes single values fit for the wire, or finds what is wrong with them. */
export class ValueWriter {
	private readonly delimiters: ReadonlySet<string>;

	constructor(
		private readonly options: WriteOptions,
		private readonly characters: CharacterSet,
		delimiters: readonly string[],
		private readonly findings: WriteLog,
		/** Versions up to 003060 have dates of six digits. */
		private readonly hasShortDates: boolean,
	) {
		this.delimiters = new Set(delimiters);
	}

	/** Whether a value can be written as it is: the quick way for most values of most files. */
	isReady(value: string, spec: ElementSpec | undefined): boolean {
		if (!this.characters.clean.test(value) || value.charCodeAt(value.length - 1) === 32) return false;
		if (spec === undefined) return true;
		switch (spec.type) {
			case 'AN':
			case 'ID':
				return value.length <= spec.maximum && value.length >= spec.minimum;
			case 'R':
				return value.length <= spec.maximum && spec.minimum === 1 && isShortest(value);
			case 'DT':
				return isDate(value, spec.maximum as 6 | 8);
			default:
				return false;
		}
	}

	/** The text of a value on the wire. Without a `spec` (unknown segment) it is text of any length. */
	write(value: string, spec: ElementSpec | undefined, place: ValuePlace): string {
		if (value === '') return '';
		if (typeof value !== 'string') {
			this.findings.problem('character', 'Values must be text, including numbers.', place);
			return '';
		}
		const clean = this.characters.clean.test(value) ? value : this.fit(value, place);
		const text = clean.endsWith(' ') ? withoutBlanks(clean, spec) : clean;
		if (spec === undefined || text === '') return text;
		switch (spec.type) {
			case 'AN':
			case 'ID':
				return this.text(text, spec, place);
			case 'R':
				return this.decimal(text, spec, place);
			case 'N0':
			case 'N2':
				return this.integer(text, spec, place);
			case 'DT':
				return this.date(text, spec, place);
			case 'TM':
				return this.time(text, spec, place);
		}
	}

	private text(text: string, spec: ElementSpec, place: ValuePlace): string {
		// Characters count, not the units of UTF-16.
		const length = text.length > spec.maximum ? [...text].length : text.length;
		if (length > spec.maximum && spec.type === 'AN' && this.options.tooLong === 'cut') {
			const cut = [...text].slice(0, spec.maximum).join('').trimEnd();
			this.findings.changed('too-long', `Cut to ${counted(spec.maximum, 'characters')}.`, { ...place, value: text });
			return cut;
		}
		return this.within(length, text, spec, place, 'characters');
	}

	private decimal(text: string, spec: ElementSpec, place: ValuePlace): string {
		const number = shortestDecimal(text);
		if (number === undefined) return this.wrong('number', text, spec, place, 'is not a decimal number, e.g. 1234.5');
		const digits = digitsOf(number);
		if (digits === spec.maximum + 1 && /^-?0\./.test(number)) return number.replace('0.', '.');
		if (digits < spec.minimum) {
			const point = number.includes('.') ? '' : '.';
			return number + point + '0'.repeat(spec.minimum - digits);
		}
		return this.within(digits, number, spec, place, 'digits');
	}

	private integer(text: string, spec: ElementSpec, place: ValuePlace): string {
		const number = text.replace(/^\+/, '');
		if (!/^-?\d+$/.test(number)) {
			const how = spec.type === 'N2' ? '. It has two implied decimals: write 1234.50 as 123450' : '';
			return this.wrong('number', text, spec, place, `is not a whole number${how}`);
		}
		const digits = digitsOf(number);
		if (digits < spec.minimum) return number.replace(/\d/, `${'0'.repeat(spec.minimum - digits)}$&`);
		return this.within(digits, number, spec, place, 'digits');
	}

	private date(text: string, spec: ElementSpec, place: ValuePlace): string {
		if (isDate(text, spec.maximum as 6 | 8) || (this.hasShortDates && isDate(text, 6))) return text;
		const form = spec.maximum === 6 ? 'YYMMDD' : 'CCYYMMDD';
		return this.wrong('date', text, spec, place, `is not a date (${form})`);
	}

	private time(text: string, spec: ElementSpec, place: ValuePlace): string {
		if (isTime(text) && text.length <= spec.maximum) return text;
		return this.wrong('time', text, spec, place, 'is not a time (HHMM or HHMMSS)');
	}

	private within(length: number, text: string, spec: ElementSpec, place: ValuePlace, unit: string): string {
		if (length > spec.maximum)
			return this.wrong('too-long', text, spec, place, `is longer than ${counted(spec.maximum, unit)} (${length})`);
		if (length < spec.minimum)
			return this.wrong('too-short', text, spec, place, `is shorter than ${counted(spec.minimum, unit)} (${length})`);
		return text;
	}

	private wrong(
		code: 'number' | 'date' | 'time' | 'too-long' | 'too-short',
		text: string,
		spec: ElementSpec,
		place: ValuePlace,
		what: string,
	): string {
		this.findings.problem(code, `${spec.name}: "${shorten(text)}" ${what}.`, { ...place, value: text });
		return text;
	}

	/** The value with every character one that may be written. */
	private fit(value: string, place: ValuePlace): string {
		const { delimiterInValue, unknownCharacter, replacement } = this.options;
		let fitted = '';
		const delimiters = new Set<string>();
		const unknown = new Set<string>();
		for (const character of value.normalize('NFC')) {
			if (/\p{Cc}/u.test(character)) {
				// Line breaks and tabs of comments in the ERP
				fitted += ' ';
				continue;
			}
			for (const one of this.characters.fit(character) ?? [undefined]) {
				if (one === undefined) unknown.add(nameOf(character));
				else if (this.delimiters.has(one)) delimiters.add(one === character ? one : `${one} (for ${character})`);
				fitted += one === undefined || this.delimiters.has(one) ? replacement : one;
			}
		}
		if (delimiters.size > 0 && delimiterInValue === 'refuse')
			this.findings.problem(
				'delimiter-in-value',
				`"${shown(value)}" contains the separator ${[...delimiters].join(' ')}. X12 cannot escape it: choose other ` +
					'separators, or have it replaced.',
				{ ...place, value },
			);
		if (unknown.size > 0 && unknownCharacter === 'refuse')
			this.findings.problem(
				'character',
				`"${shown(value)}" contains ${[...unknown].join(' ')}, which is not in the character set.`,
				{ ...place, value },
			);
		const code = delimiters.size > 0 ? 'delimiter-in-value' : 'character';
		this.findings.changed(code, `Written as "${shown(fitted)}".`, { ...place, value });
		return fitted;
	}
}

/** A character for people: by its code point where it shows nothing. */
const nameOf = (character: string) =>
	/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
		? character
		: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

const shown = (value: string) => shorten(value.replace(/[\r\n\t]/g, ' '));

const isBlank = (code: number) => code === 32;

/** Blanks at the end are only sent where they fill a text up to its shortest length (X12.6). */
function withoutBlanks(value: string, spec: ElementSpec | undefined): string {
	const length = lengthWithoutEnd(value, isBlank);
	const isText = spec?.type === 'AN' || spec?.type === 'ID';
	return value.slice(0, length > 0 && isText ? Math.max(length, spec.minimum) : length);
}
