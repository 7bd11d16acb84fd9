import type { Row } from '../../../kit/n8n/items';
import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import type { RunContext } from '../operation';

/** Most names that a hint lists. */
const MOST = 8;

/**
 * Says by a hint which names of the user's own template no document has. Sterling leaves out what is empty and what it
 * does not know, so the two cannot be distinguished.
 */
export function sayUnreturned(own: Document | undefined, rows: readonly Row[], { hint }: RunContext): void {
	if (!own || rows.length === 0) return;
	const names = lackedBy(own, rows as Document[]);
	if (names.length === 0) return;
	const listed = `${names.slice(0, MOST).join(', ')}${names.length > MOST ? ` and ${names.length - MOST} more` : ''}`;
	hint(
		`Sterling returned no ${listed}. Either there is no value, or the Template has a name that Sterling does not know: check the spelling, including capital letters.`,
	);
}

function lackedBy(template: Document, documents: readonly Document[]): string[] {
	return Object.entries(template).flatMap(([name, wanted]) => {
		const values = documents.flatMap((document) => asArray<Value>(document[name.replace(/^@/, '')]));
		if (values.length === 0) return [name];
		const [inner] = asArray<Value>(wanted);
		return isElement(inner) ? lackedBy(inner, values.filter(isElement)).map((path) => `${name}.${path}`) : [];
	});
}
