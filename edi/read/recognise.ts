import { EdiError } from '../error';

/** Other formats, each by how a text of it begins. */
const FORMATS: ReadonlyArray<[begins: RegExp, name: string]> = [
	[/^UN[AB]/i, 'EDIFACT'],
	[/^STX=/, 'TRADACOMS'],
	[/^MSH[^A-Za-z0-9]/, 'HL7'],
	[/^%PDF-/, 'PDF'],
	[/^PK\u0003\u0004/, 'a ZIP file'],
	[/^\u001f[\u008b\u2039\ufffd]/, 'gzip-compressed data'],
	[/^(<!doctype html|<html)/i, 'HTML'],
	[/^<[?!A-Za-z]/, 'XML'],
	[/^\{1:[FAL]\d\d/, 'a SWIFT message'],
	[/^\{\\rtf/, 'RTF'],
	[/^[{[]/, 'JSON'],
	[/^EDI_DC(40)?\b/, 'an SAP IDoc'],
	[/^(SVNB|77u\/SVNB)[A-Za-z0-9+/=\s]*$/, 'X12 in Base64. Decode it first'],
	[/^\u00d0\u00cf\u0011\u00e0/, 'a Microsoft Office document'],
	[/^(.PNG\r\n|GIF8|\u00ff\u00d8\u00ff|II\*\0|MM\0\*)/, 'an image'],
	[/^(7z\u00bc\u00af|Rar!|\u0028\u00b5\u002f\u00fd|BZh\d)/, 'a compressed file. Unpack it first'],
	[/^(\u00c9\u00e2\u00c1|\u00c9\ufffd\ufffd)/, 'X12 in EBCDIC. Convert it to ASCII first'],
	[/^-----BEGIN /, 'PGP or PEM data. Decrypt it first'],
	[/^(mime-version|content-type|message-id|received):/i, 'an email or AS2 message. Take the X12 file out of it first'],
	[/^GS[^A-Za-z0-9]/i, 'X12 without its ISA segment'],
	[/^ST[^A-Za-z0-9]\d{3}[^A-Za-z0-9]/i, 'X12 without its ISA and GS segments'],
];

/** An ISA segment whose elements a letter or digit separates: ISA01 and ISA02 are where they must be. */
const WORDY_ISA = /^ISA([A-Za-z0-9])..\1.{10}\1/i;

/** The name of the other format that a text is of, by how it begins; nothing where it could be anything. */
export function foreignFormat(start: string): string | undefined {
	return FORMATS.find(([begins]) => begins.test(start))?.[1];
}

/** The error for a text that holds no ISA segment: it names what the text looks like. `start` has no leading blanks. */
export function notX12(start: string): EdiError {
	if (start === '') return new EdiError('not-x12', 'Not X12: the input is empty.');
	const format = foreignFormat(start);
	if (format) return new EdiError('not-x12', `Not X12: the input looks like ${format}. X12 begins with "ISA".`);
	const [, separator] = WORDY_ISA.exec(start) ?? [];
	if (separator !== undefined)
		return new EdiError('not-x12', `Cannot be read as X12: "${separator}" follows "ISA" and cannot separate elements.`);
	if (/^ISA$/i.test(start)) return new EdiError('not-x12', 'Not X12: the input begins with "ISA" and ends there.');
	const found = start.slice(0, 20).replace(/[^\x20-\x7e]/g, '?');
	return new EdiError('not-x12', `Not X12: the input begins with "${found}". X12 begins with "ISA".`);
}
