import { getPath } from '../../../../kit/xml/path';
import { inField, refuse } from '../../../../kit/n8n/refusal';
import type { Document } from '../../../../kit/xml/document';
import { orderIdentity } from '../../fields/identity';
import { sourceLabel } from '../../fields/contentSource';
import type { RunContext } from '../../operation';
import { identify } from '../input';
import { ORDER_LINES } from '../lines/kinds';
import { isNamed, isNamedBy, isOfItem, linesIn, linesOf } from '../lines/named';

/**
 * The change as it is, once no line of it is to keep more than it has: changeOrder would order more, where lines are to
 * be cancelled. Reads the order only where a quantity is to be kept.
 * @throws Refusal that names the line
 */
export async function withoutMore(change: Document, context: RunContext): Promise<Document> {
	const lines = linesIn(change);
	// A line that names nothing is refused later, by what it lacks.
	const keeps = (line: Document) => Number(line.OrderedQty) > 0 && (isNamed(line) || hasItem(line));
	if (!lines.some(keeps)) return change;
	const known = await linesOf(identify({ identity: orderIdentity() }, context), ORDER_LINES, context);
	lines.forEach((line, i) => {
		const [same, ...more] = known.filter((one) => isMeant(one, line));
		const [kept, ordered] = [line.OrderedQty, same?.OrderedQty].map(Number);
		if (same === undefined || more.length > 0 || !(kept > ordered)) return;
		inField(sourceLabel(context.parameters), () =>
			inField(`Line ${i + 1}`, () =>
				inField('Quantity to Keep', () =>
					refuse(
						`${kept} is more than the ordered quantity of the line, ${ordered}`,
						'Enter less to cancel a part of the line. To order more, use the operation Update.',
					),
				),
			),
		);
	});
	return change;
}

/** Whether a line of a change is about this line of the order: by key or number, or else by its item. */
function isMeant(known: Document, line: Document): boolean {
	if (isNamed(line)) return isNamedBy(known, line);
	return hasItem(line) && ORDER_LINES.isOpen(known) && isOfItem(known, line);
}

const hasItem = (line: Document): boolean => getPath(line, ORDER_LINES.item) !== undefined;
