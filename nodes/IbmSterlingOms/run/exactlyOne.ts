import { asArray, type Document, type Value } from '../../../kit/xml/document';
import { ServiceError } from '../../../kit/errors';

/** As many rows as tell that a name fits one document only. */
export const ONE_AND_MORE: Document = { MaximumRecords: '2' };

/**
 * The one document that a list API answered where one was named; `input` is what named it.
 * @throws ServiceError `notFound`, or `invalidInput` where the name fits several: without a default enterprise a
 * number may be that of another company's order
 */
export function theOne(answered: Value | undefined, what: string, input: Document, where = ''): Document {
	const [found, another] = asArray(answered as Document[] | undefined);
	if (found && !another) return found;
	const named = Object.entries(input).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	const text = named.map(([name, value]) => `${name} ${value}`).join(', ');
	const attributes = Object.fromEntries(named);
	if (!found) {
		const hint = `Check the identifying values. ${where}`.trim();
		throw new ServiceError('notFound', `${what} not found: ${text}`, { hint, attributes });
	}
	throw new ServiceError('invalidInput', `More than one ${what} matches: ${text}`, {
		hint: 'Fill in what tells them apart, such as the enterprise, or name it by its key.',
		attributes,
	});
}
