import type { CatalogueOperation } from '../../../kit/n8n/catalogue';

/** What an operation works on, as its action in the editor says it: "an order" of "Create or update an order". */
export function nounOf({ action }: Pick<CatalogueOperation, 'action'>): string {
	return /\ban? \p{L}.*$/u.exec(action)?.[0] ?? 'a request';
}

/** The same of one that is known: "the order". */
export const theNoun = (operation: Pick<CatalogueOperation, 'action'>): string =>
	nounOf(operation).replace(/^an?/, 'the');

/** At the beginning of a sentence. */
export const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
