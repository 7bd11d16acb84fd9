import { attribute, type Field } from '../../../kit/n8n/fields/field';

/** The number of a new document, which Sterling gives where the user does not. `kind` as "Order". */
export function newNumber(kind: string, name: string, path: string, example: string): Field {
	const noun = kind.toLowerCase();
	const one = `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
	return attribute(`${kind} Number`, name, path, {
		placeholder: `e.g. ${example}`,
		description: `Number of the ${noun}. Give one where you can: with it ${one} whose answer got lost is found again instead of made twice. Empty lets Sterling number it.`,
	});
}
