import { attribute, type Field } from '../../../kit/n8n/fields/field';

/** The number of a new document, which Sterling gives where the user does not. `kind` as "Order". */
export function newNumber(kind: string, name: string, path: string, example: string): Field {
	const noun = kind.toLowerCase();
	return attribute(`${kind} Number`, name, path, {
		placeholder: `e.g. ${example}`,
		description: `Number of the new ${noun}. Recommended: if the response is lost, the node finds the ${noun} by its number instead of creating it twice. Leave empty to let Sterling assign one.`,
	});
}
