import { namesOf } from '../../../clients/oms/about';
import type { Call } from '../../../clients/oms/call';
import { rowsOf } from '../../../clients/oms/paging';
import type { Entity } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import { ServiceError } from '../../../kit/errors';
import type { RunContext } from '../operation';

/** Which document is wanted, and how it is read. */
interface Wanted {
	/** What names it. */
	input: Document;
	/** Beside what names it, such as where to look. */
	more?: Document;
	/** Template or the name of a stored one. */
	request: Pick<Call, 'template'> & Partial<Call>;
	/** What it is called in messages, such as "Return"; follows from its element unless specified otherwise. */
	what?: string;
}

/**
 * Reads the one document that is named, through the list API of its entity: a list says when there are several.
 * Undefined where there is none and `mayBeMissing`.
 * @throws ServiceError `badAnswer` for another document, `notFound`, or `invalidInput` where the name fits several:
 * without a default enterprise a number may be that of another company's order
 */
export async function findOne(
	entity: Entity,
	{ input, more, request, what = spoken(entity.row) }: Wanted,
	{ client }: Pick<RunContext, 'client'>,
	mayBeMissing = false,
): Promise<Document | undefined> {
	const { listApi, inputRoot, outputRoot, row } = entity;
	const { document } = await client.send({
		api: listApi,
		root: inputRoot,
		outputRoot,
		row,
		kind: 'read',
		...request,
		about: namesOf(entity, input),
		input: { ...input, ...more, MaximumRecords: '2' },
	});
	const [found, another] = rowsOf(document, row);
	if ((found && !another) || (!found && mayBeMissing)) return found;
	const named = Object.entries(input).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	const text = named.map(([name, value]) => `${name} ${value}`).join(', ');
	const attributes = Object.fromEntries(named);
	// What to check is said in the words of the operation's form.
	if (!found) throw new ServiceError('notFound', `${what} not found: ${text}`, { attributes });
	throw new ServiceError('invalidInput', `More than one ${what} matches: ${text}`, {
		hint: 'Add a value that identifies one, such as the enterprise, or use the key.',
		attributes,
	});
}

/** An element as people say it: "Order release" of `OrderRelease`. */
function spoken(element: string): string {
	return element.replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
}

/** As {@link findOne}, for a document that must be there. @throws ServiceError as {@link findOne} */
export async function readOne(entity: Entity, wanted: Wanted, context: Pick<RunContext, 'client'>): Promise<Document> {
	return (await findOne(entity, wanted, context))!;
}
