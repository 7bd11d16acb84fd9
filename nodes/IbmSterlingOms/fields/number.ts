import { attribute, type Field } from '../../../kit/n8n/fields/field';

/** The number of a new document, which Sterling gives where the user does not. `kind` as "Order". */
export function newNumber(kind: string, name: string, path: string, example: string): Field {
	const noun = kind.toLowerCase();
	return attribute(`${kind} Number`, name, path, {
		placeholder: `e.g. ${example}`,
		description: `Number of the new ${noun}. Give one where you can: if the response gets lost, the node finds the ${noun} by it instead of making it twice. Leave empty to let Sterling number it.`,
	});
}
