import type { Document } from '../../../kit/xml/document';
import type { RunContext, WriteOperation } from '../operation';
import { bare } from '../documents/naming';
import { isCompletedElsewhere } from './completion';
import { naming } from './input';
import { checkThereAreLines } from './lines/presentLines';

/** Shown on the node where a dry run kept it from sending anything. */
export const DRY_RUN =
	'Dry Run is on: this is the request, and nothing was sent to Sterling. Turn it off under Options.';

/** How a change is made, and why: none of it is a change. */
const MANNER = /^(?:Action|Operation|Override|OverrideModificationRules|SelectMethod|ModificationReason\w*)$/;

/**
 * Says what is allowed, and hardly meant, such as a change of nothing, and a shipment without lines.
 * @throws Refusal for an order without lines
 */
export function notice(operation: WriteOperation, document: Document, identity: Document, context: RunContext): void {
	const { value } = operation;
	const { hint, parameters } = context;
	if (value === 'update') {
		const given = Object.keys(bare(document)).filter((name) => !MANNER.test(name) && !(name in identity));
		if (given.length === 0) hint('There is nothing to update: no field has a value, so the document is not changed.');
	}
	const doubt = operation.doubt?.(bare(document), Date.now());
	if (doubt && !isCompletedElsewhere(document, parameters)) hint(doubt);
	sayNumbered(operation, document, context);
	checkThereAreLines(operation, document, context);
}

/** A number that an expression should have given, and did not: the document cannot be recognized by it. */
function sayNumbered(operation: WriteOperation, document: Document, { hint, parameters }: RunContext): void {
	const [number] = operation.names ?? [];
	if (operation.afterLoss !== 'made' || number in bare(document)) return;
	const field = naming(operation).find(({ path }) => path === number);
	if (!field || !parameters.isExpression(field.property.name)) return;
	hint(
		`The expression of ${field.property.displayName} returned nothing, so Sterling assigns a number. A second run would create the document again.`,
	);
}
