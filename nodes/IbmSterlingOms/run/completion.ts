import type { Parameters } from '../../../kit/n8n/parameters';
import type { Document } from '../../../kit/xml/document';
import { deliveryOf } from '../fields/delivery';

/**
 * Whether something else completes the document: people complete a draft later, and a service, also behind a queue,
 * makes what it will of the document before an API gets it.
 */
export function isCompletedElsewhere({ DraftOrderFlag }: Document, parameters: Parameters): boolean {
	return DraftOrderFlag === 'Y' || !['now', 'queued'].includes(deliveryOf(parameters));
}
