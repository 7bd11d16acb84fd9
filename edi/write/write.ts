import { dictionaryFor, functionalIdOf } from '../dictionary/dictionary';
import type { Diagnostic, GroupContent, InterchangeContent, TransactionSetContent } from '../tree';
import { CharacterSet } from './characters';
import { checkDelimiters, checkReplacement, hasRepetitions } from './delimiters';
import { gsElements, isaElements } from './envelope';
import { WRITE_OPTIONS, type WriteOptions } from './options';
import { WriteLog } from './log';
import { SegmentWriter } from './segments';
import { ValueWriter } from './values';

export interface Written {
	text: string;
	/** What was not written as it was given: replaced separators, transliterated characters, values that were cut. */
	changes: Diagnostic[];
}

/**
 * Writes an interchange: pads ISA, counts segments, sets and groups, repeats the control numbers in the trailers, drops
 * empty elements at the end, and writes each value in the form of its type.
 *
 * The values are those of the wire, as the reader gives them: what was read can be written again. The order of segments,
 * mandatory elements and codes are not looked at here; {@link check} the result.
 *
 * @throws EdiError `not-writable`, with a diagnostic for each value that cannot be written
 * @example
 * const { text } = write(
 * 	interchange({ sender, receiver, controlNumber: '17', date: '20261127', time: '1430', version: '004010', transactions }),
 * );
 */
export function write(content: InterchangeContent, options: Partial<WriteOptions> = {}): Written {
	const findings = new WriteLog();
	const pieces = [...piecesOf(content, options, findings)];
	findings.refuse();
	return { text: pieces.join(''), changes: findings.changes };
}

/**
 * Writes as {@link write} does, a transaction set at a time, for files that are too large for one text.
 *
 * @throws EdiError at a set that cannot be written; the pieces before it are not a whole interchange then
 */
export function* writePieces(content: InterchangeContent, options: Partial<WriteOptions> = {}): Generator<string> {
	const findings = new WriteLog();
	for (const piece of piecesOf(content, options, findings)) {
		findings.refuse();
		yield piece;
	}
}

function* piecesOf(
	content: InterchangeContent,
	given: Partial<WriteOptions>,
	findings: WriteLog,
): Generator<string, void, undefined> {
	const options = { ...WRITE_OPTIONS, ...given };
	const used = checkDelimiters(content.delimiters, content.version, findings);
	// With unusable separators nothing else can be said.
	findings.refuse();
	const delimiters = {
		...content.delimiters,
		repetition: hasRepetitions(content.version) ? content.delimiters.repetition : '',
	};
	const isOnLines = /[\r\n]/.test(delimiters.segment);
	const end = delimiters.segment + (isOnLines ? '' : options.lineBreak);
	const characters = new CharacterSet(options.characters, used);
	checkReplacement(options.replacement, characters, findings);
	findings.refuse();
	const writerFor = (version: string) => {
		const values = new ValueWriter(options, characters, used, findings, version < '003070');
		return new SegmentWriter(dictionaryFor(version), delimiters, end, values, findings);
	};

	findings.ordinal = 1;
	const isa = isaElements(content, findings);
	yield `ISA${delimiters.element}${isa.join(delimiters.element)}${end}`;
	const outer = writerFor('004010');
	for (const segment of content.acknowledgements) yield outer.write(segment);
	const numbers = new Set<string>();
	const hasSeveral = content.groups.reduce((count, { transactions }) => count + transactions.length, 0) > 1;
	for (const group of content.groups) {
		noteNumber(numbers, Number(group.controlNumber).toString(), 'GS06', 6, findings);
		yield* groupPieces(group, writerFor(group.version), findings, hasSeveral);
	}
	yield outer.write({ id: 'IEA', elements: [String(content.groups.length), isa[12]] });
}

function* groupPieces(
	group: GroupContent,
	writer: SegmentWriter,
	findings: WriteLog,
	hasSeveral: boolean,
): Generator<string> {
	yield writer.write({ id: 'GS', elements: gsElements(group, findings) });
	const numbers = new Set<string>();
	for (const transaction of group.transactions) {
		if (hasSeveral) findings.controlNumber = setNumber(transaction);
		yield transactionPiece(transaction, group, numbers, writer, findings);
		findings.controlNumber = undefined;
	}
	yield writer.write({ id: 'GE', elements: [String(group.transactions.length), group.controlNumber] });
}

/** ST02, which has four digits at least. */
const setNumber = ({ controlNumber }: TransactionSetContent): string => controlNumber.padStart(4, '0');

function transactionPiece(
	transaction: TransactionSetContent,
	group: GroupContent,
	numbers: Set<string>,
	writer: SegmentWriter,
	findings: WriteLog,
): string {
	const { id, implementation, segments } = transaction;
	const controlNumber = setNumber(transaction);
	const first = findings.ordinal;
	const pieces = [writer.write({ id: 'ST', elements: [id, controlNumber, implementation ?? ''] })];
	noteNumber(numbers, controlNumber, 'ST02', 2, findings);
	const functionalId = functionalIdOf(id);
	if (functionalId !== undefined && functionalId !== group.functionalId)
		findings.problem(
			'set-not-in-group',
			`Transaction set ${id} belongs in a ${functionalId} group, not in ${group.functionalId}.`,
			{
				element: 1,
			},
		);
	for (const segment of segments) pieces.push(writer.write(segment));
	// SE counts itself.
	pieces.push(writer.write({ id: 'SE', elements: [String(findings.ordinal - first + 1), controlNumber] }));
	return pieces.join('');
}

function noteNumber(numbers: Set<string>, number: string, name: string, element: number, findings: WriteLog): void {
	if (numbers.has(number)) {
		const code = element === 2 ? 'duplicate-st' : 'duplicate-gs';
		findings.problem(code, `${name} ${number} occurs more than once.`, { element, value: number });
	}
	numbers.add(number);
}
