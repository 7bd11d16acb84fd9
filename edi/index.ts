/**
 * ANSI X12: text to tree and back, checks, acknowledgements, for plain TypeScript.
 *
 * @module
 */
export * from './tree';
export { EdiError, type EdiErrorCode } from './error';
export type { ContentCode, DiagnosticCode, StructureCode } from './diagnostics';
export { diagnosticsOf, positionIn, repetitionsOf, valueOf } from './access';
export { read, readStream, type ReadEvent } from './read/read';
export type { ReadLimits, ReadOptions } from './read/limits';
export { write, writePieces, type Written } from './write/write';
export type { WriteOptions } from './write/options';
export { interchange, interchangeVersion, type InterchangeOptions } from './write/interchange';
export { DEFAULT_DELIMITERS } from './write/delimiters';
export { functionalIdOf } from './dictionary/dictionary';
export { check, checkTransaction } from './check/check';
export { acknowledge, type Acknowledged, type AcknowledgeOptions } from './acknowledgements/acknowledge';
export { acknowledgementSet, judgeGroup, type GroupJudgement } from './acknowledgements/group';
export { judgeSet, type SetJudgement } from './acknowledgements/set';
export { judgeInterchange, type InterchangeJudgement } from './acknowledgements/ta1';
export type { AcknowledgementStatus } from './acknowledgements/codes';
export {
	acknowledgementsIn,
	type FunctionalAcknowledgement,
	type InterchangeAcknowledgement,
	type ReceivedAcknowledgement,
	type ReceivedElementError,
	type ReceivedSegmentError,
	type ReceivedSet,
} from './acknowledgements/received';
export {
	matchAcknowledgements,
	type DocumentAcknowledgement,
	type MatchedDocument,
	type Matching,
	type SentDocument,
} from './acknowledgements/match';
