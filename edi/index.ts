/**
 * ANSI X12 for plain TypeScript: text to tree and back, checks, acknowledgements. Business forms of the documents are
 * in `edi/documents`.
 *
 * @example Read a file, report what is wrong with it, and acknowledge it
 * const reading = read(await readFile('orders.edi'));
 * for (const { severity, segment, message } of check(reading)) console.log(severity, segment, message);
 * const now = { controlNumber: '7', date: '20261127', time: '1430' };
 * for (const received of reading.interchanges) {
 * 	const { interchange: answer } = acknowledge(received, now);
 * 	if (answer) await writeFile('997.edi', write(answer).text);
 * }
 *
 * @example Write a document
 * const transactions = [{ id: '850', segments: [{ id: 'BEG', elements: ['00', 'SA', 'PO-1', '', '20261127'] }] }];
 * const sender = { qualifier: 'ZZ', id: 'AURORA' };
 * const receiver = { qualifier: '01', id: '123456789' };
 * const content = interchange({ sender, receiver, version: '004010', transactions, ...now });
 * const { text, changes } = write(content);
 *
 * @module
 */
export * from './tree';
export { EdiError } from './error';
export type { DiagnosticCode, StructureCode } from './diagnostics';
export { diagnosticsOf, repetitionsOf, valueOf } from './access';
export { read, readStream, type ReadEvent } from './read/read';
export type { ReadOptions } from './read/limits';
export { write, writePieces, type Written } from './write/write';
export type { WriteOptions } from './write/options';
export { interchange, interchangeVersion, type InterchangeOptions } from './write/interchange';
export { DEFAULT_DELIMITERS } from './write/delimiters';
export { functionalIdOf } from './dictionary/dictionary';
export { check, checkTransaction } from './check/check';
export { isGroupVersion } from './check/envelope';
export { acknowledge, type AcknowledgeOptions } from './acknowledgements/acknowledge';
export { acknowledgementSet, judgeGroup, type GroupJudgement } from './acknowledgements/group';
export { judgeSet, type SetJudgement } from './acknowledgements/set';
export { judgeInterchange, type InterchangeJudgement } from './acknowledgements/ta1';
export type { AcknowledgementStatus } from './acknowledgements/codes';
export {
	acknowledgementsIn,
	type FunctionalAcknowledgement,
	type InterchangeAcknowledgement,
	type ReceivedAcknowledgement,
	type ReceivedSet,
} from './acknowledgements/received';
export { matchAcknowledgements, type DocumentAcknowledgement, type SentDocument } from './acknowledgements/match';
