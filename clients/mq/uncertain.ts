import { ServiceError } from '../../kit/errors';

/** The write whose response was lost, with the ID of a message that was put, as far as it is known. */
type Write = { verb: 'commit' } | { verb: 'put'; messageId?: string };

/**
 * The error of a put or a commit: `uncertain` where its response was lost, so that nobody knows whether it was carried
 * out. Any other error stays as it is.
 */
export function uncertain(error: unknown, write: Write): unknown {
	if (!(error instanceof ServiceError) || error.effect !== 'unknown' || error.category === 'uncertain') return error;
	const { what, hint } = write.verb === 'commit' ? COMMIT : putOf(write.messageId);
	const messageId = write.verb === 'put' ? write.messageId : undefined;
	return error.with(
		{ hint, attributes: { ...error.attributes, ...(messageId ? { messageId } : {}) } },
		`${what}: ${error.message}`,
		'uncertain',
	);
}

const COMMIT = {
	what: 'The unit of work may or may not be committed',
	hint: 'If it is not, its messages are delivered again, so compare message IDs.',
};

function putOf(messageId: string | undefined): typeof COMMIT {
	const by = messageId ? `the message ID ${messageId}` : 'its content (the queue manager had not returned an ID)';
	return {
		what: 'The message may or may not be on the queue',
		hint: `Look for ${by} on the queue before you send it again; it may have been read already.`,
	};
}
