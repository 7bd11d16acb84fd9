import { ServiceError } from '../../kit/errors';

/**
 * The error of a put or a commit: `uncertain` where its response was lost, so that nobody knows whether it was carried
 * out. `messageId` is what a put can be looked for by.
 */
export function uncertain(error: unknown, { messageId }: { messageId?: string } = {}): unknown {
	if (!(error instanceof ServiceError) || error.effect !== 'unknown' || error.category === 'uncertain') return error;
	const what = messageId
		? 'The message may or may not be on the queue'
		: 'The unit of work may or may not be committed';
	const hint = messageId
		? `Look for the message ID ${messageId} on the queue before you send it again; it may have been read already.`
		: 'If it is not, its messages are delivered again, so compare message IDs.';
	return error.with(
		{ hint, attributes: { ...error.attributes, ...(messageId ? { messageId } : {}) } },
		`${what}: ${error.message}`,
		'uncertain',
	);
}
