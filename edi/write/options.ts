/** How values that do not fit are treated. Each change that the writer makes is listed in {@link Written.changes}. */
export interface WriteOptions {
	/**
	 * A separator inside a value. X12 has no escape character, so the value would be cut there. `refuse` (default) or
	 * `replace` by {@link replacement}.
	 */
	delimiterInValue: 'refuse' | 'replace';
	/** What a separator or an unknown character is replaced by. Default: a space. */
	replacement: string;
	/** A value that is longer than the standard allows: `refuse` (default) or `cut`. Only text (AN) is cut. */
	tooLong: 'refuse' | 'cut';
	/**
	 * `basic`: capital letters, digits, space and `! " & ' ( ) * + , - . / : ; ? =`. `extended` (default): all printable
	 * ASCII. `latin1`, `utf8`: by agreement with the partner.
	 */
	characters: 'basic' | 'extended' | 'latin1' | 'utf8';
	/**
	 * A character outside the set that has no transliteration: `refuse` (default) or `replace`. Accents and the like are
	 * always transliterated (`é` to `e`, `ß` to `ss`, `€` to `EUR`).
	 */
	unknownCharacter: 'refuse' | 'replace';
	/** After each segment, to be readable: nothing (default), LF or CR LF. It is no part of the terminator. */
	lineBreak: '' | '\n' | '\r\n';
}

export const WRITE_OPTIONS: WriteOptions = {
	delimiterInValue: 'refuse',
	replacement: ' ',
	tooLong: 'refuse',
	characters: 'extended',
	unknownCharacter: 'refuse',
	lineBreak: '',
};
