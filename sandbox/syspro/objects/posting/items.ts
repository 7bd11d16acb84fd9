import { document, textOf, type Content } from '../../xml';
import type { Asked } from '../object';

/** Whether a parameter says yes. */
export const isSet = ({ parameters }: Asked, name: string): boolean =>
	textOf(parameters, 'Parameters', name).toUpperCase() === 'Y';

/** Response of a post: names of its root in lower case, counters at its end [captured]. */
export function posted(root: string, items: Content[], invalid: number): string {
	return document(root.toLowerCase(), {
		Item: items,
		StatusOfItems: {
			ItemsProcessed: String(items.length - invalid).padStart(6, '0'),
			ItemsInvalid: String(invalid).padStart(6, '0'),
		},
	});
}

/** A text that SYSPRO takes for a positive number. */
export const isQuantity = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && Number(text) > 0;

/** Whether an item was stored, or found valid. */
export const hasKey = (item: Content): boolean => typeof item === 'object' && ('Key' in item || 'Valid' in item);
