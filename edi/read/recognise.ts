import { EdiError } from '../error';

/** Other formats, each by how a text of it begins. */
const FORMATS: ReadonlyArray<[begins: RegExp, name: string]> = [
	[/^UN[AB]/, 'EDIFACT'],
	[/^STX=/, 'TRADACOMS'],
	[/^MSH[^A-Za-z0-9]/, 'HL7'],
	[/^%PDF-/, 'PDF'],
	[/^PK\u0003\u0004/, 'a ZIP file'],
	[/^\u001f[\u008b\u2039\ufffd]/, 'gzip-compressed data'],
	[/^(<!doctype html|<html)/i, 'HTML'],
	[/^<[?!A-Za-z]/, 'XML'],
	[/^[{[]/, 'JSON'],
	[/^(\u00c9\u00e2\u00c1|\u00c9\ufffd\ufffd)/, 'X12 in EBCDIC. Convert it to ASCII first'],
	[/^-----BEGIN /, 'PGP or PEM data. Decrypt it first'],
	[/^(mime-version|content-type|message-id|received):/i, 'an e-mail or AS2 message. Take the X12 file out of it first'],
	[/^GS[^A-Za-z0-9]/i, 'X12 without its ISA segment'],
	[/^ST[^A-Za-z0-9]\d{3}[^A-Za-z0-9]/i, 'X12 without its ISA and GS segments'],
];

/** The name of the other format that a text is of, by how it begins; nothing where it could be anything. */
export function foreignFormat(start: string): string | undefined {
	return FORMATS.find(([begins]) => begins.test(start))?.[1];
}

/** The error for a text that holds no ISA segment: it names what the text looks like. `start` has no leading blanks. */
export function notX12(start: string): EdiError {
	if (start === '') return new EdiError('not-x12', 'Not X12: the input is empty.');
	const format = foreignFormat(start);
	if (format) return new EdiError('not-x12', `Not X12: the input looks like ${format}. X12 begins with "ISA".`);
	const found = start.slice(0, 20).replace(/[^\x20-\x7e]/g, '?');
	return new EdiError('not-x12', `Not X12: the input begins with "${found}". X12 begins with "ISA".`);
}
