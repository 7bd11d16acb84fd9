/**
 * ANSI X12: text to tree and back, checks, acknowledgements, for plain TypeScript.
 *
 * @module
 */
export * from './tree';
export { EdiError, type EdiErrorCode } from './error';
export { positionIn, repetitionsOf, valueOf } from './access';
