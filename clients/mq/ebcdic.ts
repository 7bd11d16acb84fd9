/** EBCDIC code page 37 by the code points of ISO-8859-1 (Unicode, CP037.TXT). */
const PAGE_37 = Buffer.from(
	[
		'000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f',
		'80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a',
		'20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac',
		'2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22',
		'd8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4',
		'b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7',
		'7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff',
		'5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f',
	].join(''),
	'hex',
);
/** Where other pages differ: the byte, and its character there. */
const SQUARE = { 0x4a: '[', 0x4f: '!', 0x5a: ']', 0x5f: '^', 0xb0: '¢', 0xba: '¬', 0xbb: '|' };
const DIFFERENCES: Record<number, Record<number, string>> = {
	37: {},
	500: SQUARE,
	1047: { 0x5f: '^', 0xad: '[', 0xb0: '¬', 0xba: 'Ý', 0xbb: '¨', 0xbd: ']' },
	1140: { 0x9f: '€' },
	1148: { ...SQUARE, 0x9f: '€' },
};
/** New line and line feed: both end a line (MQ's ConvEBCDICNewline has NL_TO_LF as its default). */
const [NEW_LINE, LINE_FEED] = [0x15, 0x25];

/** The EBCDIC character sets that are known here. */
export const EBCDIC_PAGES: readonly number[] = Object.keys(DIFFERENCES).map(Number);

interface Page {
	characters: string[];
	bytes: Map<string, number>;
}

const pages = new Map<number, Page>();

function pageOf(ccsid: number): Page {
	const known = pages.get(ccsid);
	if (known) return known;
	const characters = [...PAGE_37.toString('latin1')];
	for (const [byte, character] of Object.entries(DIFFERENCES[ccsid])) characters[Number(byte)] = character;
	characters[NEW_LINE] = '\n';
	characters[LINE_FEED] = '\n';
	const bytes = new Map(characters.map((character, byte) => [character, byte]));
	bytes.set('\n', NEW_LINE);
	const page = { characters, bytes };
	pages.set(ccsid, page);
	return page;
}

/** The text of bytes in one of {@link EBCDIC_PAGES}. */
export function ebcdicText(bytes: Buffer, ccsid: number): string {
	const { characters } = pageOf(ccsid);
	return Array.from(bytes, (byte) => characters[byte]).join('');
}

/** The bytes of a text in one of {@link EBCDIC_PAGES}; undefined where it lacks a character. */
export function ebcdicBytes(text: string, ccsid: number): Buffer | undefined {
	return mapped(text, pageOf(ccsid).bytes);
}

/** The bytes of a text by a table; undefined where it lacks a character. */
export function mapped(text: string, table: ReadonlyMap<string, number>): Buffer | undefined {
	const bytes = [...text].map((character) => table.get(character));
	return bytes.every((byte) => byte !== undefined) ? Buffer.from(bytes as number[]) : undefined;
}
