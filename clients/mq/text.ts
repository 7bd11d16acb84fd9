import { ServiceError } from '../../kit/errors';
import { ebcdicBytes, ebcdicText, EBCDIC_PAGES, mapped } from './ebcdic';
import { PC_PAGES, pcText } from './pcPages';

/** MQENC_INTEGER_REVERSED: the lowest byte of a number comes first, also in UTF-16. */
const REVERSED = 0x2;
const UTF8 = [1208, 1209];
const ASCII = 367;
/** Character sets of one byte for a character, and of others that Node.js decodes. */
const DECODERS: Record<number, string> = {
	[ASCII]: 'ascii',
	813: 'iso-8859-7',
	819: 'latin1',
	912: 'iso-8859-2',
	913: 'iso-8859-3',
	914: 'iso-8859-4',
	915: 'iso-8859-5',
	916: 'iso-8859-8',
	866: 'ibm866',
	874: 'windows-874',
	878: 'koi8-r',
	920: 'iso-8859-9',
	921: 'iso-8859-13',
	923: 'iso-8859-15',
	932: 'shift_jis',
	943: 'shift_jis',
	949: 'euc-kr',
	950: 'big5',
	954: 'euc-jp',
	970: 'euc-kr',
	1089: 'iso-8859-6',
	1250: 'windows-1250',
	1251: 'windows-1251',
	1252: 'windows-1252',
	1253: 'windows-1253',
	1254: 'windows-1254',
	1255: 'windows-1255',
	1256: 'windows-1256',
	1257: 'windows-1257',
	1258: 'windows-1258',
	1363: 'euc-kr',
	1381: 'gbk',
	1383: 'gbk',
	1386: 'gbk',
	1392: 'gb18030',
	// The same with the euro sign.
	5346: 'windows-1250',
	5347: 'windows-1251',
	5348: 'windows-1252',
	5349: 'windows-1253',
	5350: 'windows-1254',
	5351: 'windows-1255',
	5352: 'windows-1256',
	5353: 'windows-1257',
	5354: 'windows-1258',
	5050: 'euc-jp',
	5488: 'gb18030',
	33722: 'euc-jp',
};
const WINDOWS_1252 = [1252, 5348];
const UTF16 = [1200, 1202, 1203, 1204, 13488, 17584];

/**
 * The text of bytes in a character set of MQ (CCSID). `encoding` says in which order the bytes of UTF-16 are, unless
 * they say so themselves.
 * @throws ServiceError `badAnswer` for bytes that are no text of this character set, and for one that is not known here
 */
export function textOf(bytes: Buffer, ccsid: number, encoding = 0): string {
	if (bytes.length === 0) return '';
	if (EBCDIC_PAGES.includes(ccsid)) return ebcdicText(bytes, ccsid);
	if (PC_PAGES.includes(ccsid)) return pcText(bytes, ccsid);
	if (ccsid === 819) return bytes.toString('latin1');
	const label = UTF8.includes(ccsid)
		? 'utf-8'
		: UTF16.includes(ccsid)
			? utf16Of(bytes, ccsid, encoding)
			: DECODERS[ccsid];
	if (!label) throw unknownSet(ccsid);
	// The decoder takes ASCII for windows-1252.
	if (ccsid === ASCII && bytes.some((byte) => byte > 0x7f)) throw notOfSet(ccsid);
	try {
		const decoder = new TextDecoder(label, { fatal: true });
		// Without `stream`, which takes longer, Node.js 20 takes windows-1252 for ISO-8859-1.
		if (WINDOWS_1252.includes(ccsid)) return decoder.decode(bytes, { stream: true }) + decoder.decode();
		return decoder.decode(bytes);
	} catch {
		throw notOfSet(ccsid);
	}
}

function notOfSet(ccsid: number): ServiceError {
	return new ServiceError('badAnswer', `The message is not valid text in its character set (CCSID ${ccsid}).`, {
		effect: 'none',
		hint: 'Read it as binary data, or have the application that puts it declare the character set that it uses.',
	});
}

function utf16Of(bytes: Buffer, ccsid: number, encoding: number): string {
	const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
	if (mark === 0xfffe) return 'utf-16le';
	if (mark === 0xfeff) return 'utf-16be';
	return ccsid === 1202 || (ccsid !== 1204 && (encoding & 0xf) === REVERSED) ? 'utf-16le' : 'utf-16be';
}

/**
 * The bytes of a text in a character set of MQ: UTF-8, UTF-16, ISO-8859-1, windows-1252 or EBCDIC.
 * @throws ServiceError `invalidInput` for a character that it does not have, and for another character set
 */
export function bytesOf(text: string, ccsid: number, encoding = 0): Buffer {
	if (UTF8.includes(ccsid)) return Buffer.from(text, 'utf8');
	if (UTF16.includes(ccsid)) {
		const bytes = Buffer.from(text, 'utf16le');
		return utf16Of(Buffer.alloc(0), ccsid, encoding) === 'utf-16le' ? bytes : bytes.swap16();
	}
	if (EBCDIC_PAGES.includes(ccsid)) return ebcdicBytes(text, ccsid) ?? refuse(ccsid);
	if (ccsid === 819) return /[^\0-\xff]/.test(text) ? refuse(ccsid) : Buffer.from(text, 'latin1');
	if (WINDOWS_1252.includes(ccsid)) return windows1252Bytes(text) ?? refuse(ccsid);
	throw unknownSet(ccsid);
}

let toWindows1252: Map<string, number> | undefined;

function windows1252Bytes(text: string): Buffer | undefined {
	toWindows1252 ??= new Map(Array.from({ length: 256 }, (_, byte) => [textOf(Buffer.of(byte), 1252), byte]));
	return mapped(text, toWindows1252);
}

function refuse(ccsid: number): never {
	throw new ServiceError('invalidInput', `The text has a character that the character set (CCSID ${ccsid}) lacks.`, {
		effect: 'none',
		hint: 'Send it in UTF-8 (CCSID 1208).',
	});
}

function unknownSet(ccsid: number): ServiceError {
	return new ServiceError('badAnswer', `The character set of the message (CCSID ${ccsid}) is not known here.`, {
		effect: 'none',
		code: '2111',
		hint: 'Read it as binary data, or let the queue manager convert messages to UTF-8 (CCSID 1208).',
	});
}
