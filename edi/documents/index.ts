/**
 * Business forms of X12: purchase orders (850) and their changes (860), acknowledgements (855, 865), invoices and credit
 * notes (810), ship notices (856), inventory advices (846), and warehouse orders and advices (940, 945) as plain JSON,
 * both ways.
 *
 * @module
 */
export { readDocument } from './readDocument';
export { writeDocument } from './writeDocument';
export type { FormProblem } from './mapping/problems';
export { DOCUMENT_TYPES, type DocumentType } from './kinds';
export { tablesWith, DATES, ITEM_IDS, type Tables } from './tables/editable';
export { checkDigit, sscc18 } from './sscc';
