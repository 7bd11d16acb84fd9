import { asArray, type Document } from '../../../kit/xml/document';
import { getPath } from '../../../kit/xml/path';
import type { RunContext, WriteOperation } from '../operation';
import { bare } from '../documents/naming';

/** Shown on the node where a dry run kept it from sending anything. */
export const DRY_RUN =
	'Dry Run is on: this is the request, and nothing was sent to Sterling. Turn it off under Options.';

/** How a change is made, and why: none of it is a change. */
const MANNER = /^(?:Action|Operation|Override|OverrideModificationRules|SelectMethod|ModificationReason\w*)$/;

/** Says what is allowed, and hardly meant: a change of nothing, and a document without lines. */
export function notice(operation: WriteOperation, document: Document, identity: Document, { hint }: RunContext): void {
	const { value, expectsLines } = operation;
	if (value === 'update') {
		const given = Object.keys(bare(document)).filter((name) => !MANNER.test(name) && !(name in identity));
		if (given.length === 0) hint('There is nothing to update: no field has a value, so the document is not changed.');
	}
	const isDraft = document.DraftOrderFlag === 'Y';
	if (!expectsLines || isDraft || asArray(getPath(document, expectsLines)).length > 0) return;
	hint('The document has no lines: fill in Lines, or send a whole document that has them.');
}
