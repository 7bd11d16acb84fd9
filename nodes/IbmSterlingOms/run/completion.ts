import { isBlank, yesNo } from '../../../kit/n8n/fields/value';
import type { Parameters } from '../../../kit/n8n/parameters';
import type { Document } from '../../../kit/xml/document';
import { deliveryOf } from '../fields/delivery';

/** The switch of the form. */
export const DRAFT = 'additionalFields.draftOrderFlag';

/**
 * Whether something else completes the document: people complete a draft later, and a service, also behind a queue,
 * makes what it will of the document before an API gets it.
 */
export function isCompletedElsewhere({ DraftOrderFlag }: Document, parameters: Parameters): boolean {
	// An expression that returns nothing leaves the switch out.
	const isDraft = parameters.field(DRAFT, (draft) => (isBlank(draft) ? DraftOrderFlag === 'Y' : yesNo(draft)));
	return isDraft || !['now', 'queued'].includes(deliveryOf(parameters));
}
