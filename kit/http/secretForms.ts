import { withoutEnd } from '../textEnd';

/** Shorter secrets count only where they stand alone, or every message would become unreadable. */
const SHORTEST_INSIDE = 4;
/** As much of a secret is looked for where a text was cut in the middle of it. */
const LONGEST_CUT = 64;
/** Long secrets (keys, certificates) are looked for line by line, in their plain form. */
const LONGEST_WHOLE = 300;
const LEAST_LINE = 16;

const NAMED: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos|#39' };

/** Control characters that JSON escapes by a letter. */
const SHORT: Record<string, string> = { '\b': 'b', '\f': 'f', '\r': 'r', '\t': 't' };

/** One form of a secret. */
export interface Form {
	pattern: RegExp;
	/** A text without this piece does not match the pattern: looking for it is many times faster than matching. */
	needs: string;
}

/**
 * Patterns that find a secret in any mixture of the forms in which it travels: as it is, percent-encoded (either case,
 * also twice), form-encoded, escaped for JSON (`\u00e9`, `\/`), HTML or XML (named, decimal, hexadecimal), and as
 * Base64, also inside a longer Base64 text. A text that was cut (…) may end with the beginning of one.
 */
export function formsOf(secret: string): Form[] {
	if (secret.trim() === '') return [];
	const needs = longestPlain(secret);
	if (secret.length < SHORTEST_INSIDE) {
		return [{ pattern: new RegExp(`(?<!\\w)${escaped(secret)}(?!\\w)`, 'g'), needs }];
	}
	const characters = [...secret].map(anyForm);
	const [head, tail] = [characters.slice(0, SHORTEST_INSIDE), characters.slice(SHORTEST_INSIDE, LONGEST_CUT)];
	const begun = head.join('') + tail.map((form) => `(?:${form}`).join('') + ')?'.repeat(tail.length);
	return [
		{ pattern: new RegExp(characters.join(''), 'g'), needs },
		{ pattern: new RegExp(`${begun}(?=…)`, 'g'), needs: '…' },
		...base64Of(secret),
	];
}

/** The longest run of letters and digits of ASCII: every form has it as it is, since nothing escapes them. */
function longestPlain(text: string): string {
	const runs = text.match(/[A-Za-z0-9]+/g) ?? [];
	return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** One character in any of its spellings. Nothing escapes letters and digits of ASCII. */
function anyForm(character: string): string {
	if (/^[A-Za-z0-9]$/.test(character)) return character;
	const codes = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
	const point = character.codePointAt(0) as number;
	const percent = (bytes: Buffer) => [...bytes].map((byte) => `%(?:25)*${hex(byte, 2)}`).join('');
	const forms = [
		escaped(character),
		`\\\\+${escaped(character)}`,
		percent(Buffer.from(character)),
		codes.map((code) => `\\\\+u${hex(code, 4)}`).join(''),
		`&(?:amp;)*#0*${point};`,
		`&(?:amp;)*#[xX]0*${hex(point, 1)};`,
	];
	if (point < 256) forms.push(percent(Buffer.from([point])), `\\\\+x${hex(point, 2)}`);
	if (character in NAMED) forms.push(`&(?:amp;)*(?:${NAMED[character]});`);
	if (character === ' ') forms.push('\\+');
	if (character === '\n') forms.push('\\\\+n', '\\r\\n', '\\\\+r\\\\+n');
	if (character in SHORT) forms.push(`\\\\+${SHORT[character]}`);
	return `(?:${forms.join('|')})`;
}

/** A number in hexadecimal digits of either case. */
function hex(value: number, digits: number): string {
	const text = value.toString(16).padStart(digits, '0');
	return text.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** The characters of Base64 that depend on the secret alone, at each of the three places where it can begin. */
function base64Of(secret: string): Form[] {
	const forms = new Set<string>();
	for (const bytes of [Buffer.from(secret), Buffer.from(secret, 'latin1')]) {
		for (const before of [0, 1, 2]) {
			const text = withoutEnd(Buffer.concat([Buffer.alloc(before), bytes]).toString('base64'), '=');
			const from = Math.ceil((before * 8) / 6);
			const to = Math.floor(((before + bytes.length) * 8) / 6);
			// A shorter piece would be found in ordinary words.
			if (to - from >= 6) forms.add(text.slice(from, to));
		}
	}
	return [...forms].map((form) => {
		const either = [...form].map((c) => (c === '+' ? '(?:[+-]|%2[Bb])' : c === '/' ? '(?:[/_]|%2[Ff]|\\\\/)' : c));
		const pattern = new RegExp(`${either.join('')}[A-Za-z0-9+/_-]?(?:=|%3[Dd]){0,2}`, 'g');
		return { pattern, needs: longestPlain(form) };
	});
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/**
 * A configured or received text with the parts of it that are secret by themselves: without blanks around, a header's
 * credentials after their scheme, the values of its parameters, the pair that Basic encodes and its password, and the
 * lines of a key.
 */
export function partsOf(text: string | undefined): string[] {
	const whole = text?.trim() ?? '';
	if (whole === '') return [];
	if (whole.length > LONGEST_WHOLE || whole.includes('\n')) {
		const lines = whole.split(/\\n|[\r\n]+/).map((line) => line.trim());
		const pieces = lines.flatMap((line) => line.match(new RegExp(`.{1,${LONGEST_WHOLE}}`, 'gs')) ?? []);
		const secret = pieces.filter((piece) => piece.length >= LEAST_LINE && !piece.startsWith('-----'));
		if (secret.length > 0) return secret;
	}
	const parts = new Set([text as string, whole]);
	const scheme = /^([A-Za-z][\w-]*)\s+(\S.*)$/s.exec(whole);
	if (
		scheme &&
		/^(?:basic|bearer|token|apikey|api-key|digest|negotiate|aws4-hmac-sha256|signature|hmac|key)$/i.test(scheme[1])
	) {
		parts.add(scheme[2]);
		if (/^basic$/i.test(scheme[1])) for (const part of pairOf(scheme[2])) parts.add(part);
	}
	for (const [, quoted, bare] of whole.matchAll(/(?<![\w-])[\w-]+=(?:"([^"]+)"|([^\s,;"&]+))/g)) {
		const value = quoted ?? bare;
		if (value.length >= 8) parts.add(value);
	}
	return [...parts];
}

/** The pair of Basic authentication, and its password. */
function pairOf(encoded: string): string[] {
	const pair = Buffer.from(encoded, 'base64').toString();
	const colon = pair.indexOf(':');
	return colon === -1 || colon === pair.length - 1 ? [] : [pair, pair.slice(colon + 1)];
}
