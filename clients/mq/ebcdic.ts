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
/** Where other pages differ: each byte in hexadecimal, and its character there (IBM's CDRA tables). */
const SQUARE = '4a[ 4f! 5a] 5f^ b0¢ ba¬ bb|';
const DIFFERENCES: Record<number, string> = {
	37: '',
	// Germany and Austria, Denmark and Norway, Finland and Sweden, Italy, Spain, United Kingdom, France, Iceland.
	273: '43{ 4aÄ 4f! 59~ 5aÜ 5f^ 63[ 6aö 7c§ a1ß b0¢ b5@ ba¬ bb| c0ä cc¦ d0ü dc} e0Ö ec\\ fc]',
	277: '47} 4a# 4f! 5a¤ 5bÅ 5f^ 67$ 6aø 70¦ 7bÆ 7cØ 80@ 9c{ 9e[ 9f] a1ü b0¢ ba¬ bb| c0æ d0å dc~',
	278: '43{ 47} 4a§ 4f! 51` 5a¤ 5bÅ 5f^ 63# 67$ 6aö 71\\ 79é 7bÄ 7cÖ 9f] a1ü b0¢ b5[ ba¬ bb| c0ä cc¦ d0å dc~ e0É ec@',
	280: '44{ 48\\ 4a° 4f! 51] 54} 58~ 5aé 5f^ 6aò 79ù 7b£ 7c§ 90[ a1ì b0¢ b1# b5@ ba¬ bb| c0à cd¦ d0è dd` e0ç',
	284: '49¦ 4a[ 5a] 69# 6añ 7bÑ a1¨ b0¢ ba^ bb! bd~',
	285: '4a$ 5b£ a1¯ b0¢ b1[ ba^ bc~',
	297: '44@ 48\\ 4a° 4f! 51{ 54} 5a§ 5f^ 6aù 79µ 7b£ 7cà 90[ a0` a1¨ b0¢ b1# b5] ba¬ bb| bd~ c0é d0è dd¦ e0ç',
	500: SQUARE,
	871: '4aÞ 4f! 5aÆ 5fÖ 79ð 7cÐ 8c` 8e{ 9c} 9e] a1ö ac@ ae[ b0¢ ba¬ bb| be\\ c0þ cc~ d0æ e0´ ec^',
	1047: '5f^ ad[ b0¬ baÝ bb¨ bd]',
};
/** Pages that are another one with the euro sign in place of the currency sign. */
const EURO: Record<number, number> = {
	1140: 37,
	1141: 273,
	1142: 277,
	1143: 278,
	1144: 280,
	1145: 284,
	1146: 285,
	1147: 297,
	1148: 500,
	1149: 871,
};
/** New line and line feed: both end a line (MQ's ConvEBCDICNewline has NL_TO_LF as its default). */
const [NEW_LINE, LINE_FEED] = [0x15, 0x25];

/** The EBCDIC character sets that are known here. */
export const EBCDIC_PAGES: readonly number[] = [DIFFERENCES, EURO].flatMap(Object.keys).map(Number);

interface Page {
	characters: string[];
	bytes: Map<string, number>;
}

const pages = new Map<number, Page>();

function pageOf(ccsid: number): Page {
	const known = pages.get(ccsid);
	if (known) return known;
	const characters = [...PAGE_37.toString('latin1')];
	for (const [, byte, character] of DIFFERENCES[EURO[ccsid] ?? ccsid].matchAll(/(..)(.) ?/g)) {
		characters[parseInt(byte, 16)] = character;
	}
	if (ccsid in EURO) characters[characters.indexOf('¤')] = '€';
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
