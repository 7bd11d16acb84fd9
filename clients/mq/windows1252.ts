import { mapped } from './ebcdic';

/** What windows-1252 has in place of the control characters 80 to 9F of ISO-8859-1 (Unicode, CP1252.TXT). */
const CHARACTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST = 0x80;

/** The text of bytes in windows-1252. Node.js 20 decodes it as ISO-8859-1 hence a table. */
export function windows1252Text(bytes: Buffer): string {
	return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (one) => CHARACTERS[one.charCodeAt(0) - FIRST]);
}

let table: Map<string, number> | undefined;

/** The bytes of a text in windows-1252; undefined where it lacks a character. */
export function windows1252Bytes(text: string): Buffer | undefined {
	table ??= new Map(Array.from({ length: 256 }, (_, byte) => [windows1252Text(Buffer.of(byte)), byte]));
	return mapped(text, table);
}
