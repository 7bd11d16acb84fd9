import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import { keyOf } from './address';
import type { B2biClient } from './client';
import type { ServiceCall } from './call';
import { textOf } from './values';

const SERVICE = 'documents';
/** Members that may hold the content; no response of a real server was seen, writing takes `payload`. */
const MEMBERS = ['payload', 'content', 'body', 'data'] as const;

/**
 * From this size on a document is asked for without compression: files of fixed columns are mostly blanks and may
 * compress so well that the response would be taken for an attack.
 */
const UNPACKED_FROM_BYTES = 512 * 1024;

/** The call that stores a document. A document that no message refers to is purged, so sending it twice does no harm. */
export const storeCall = (content: Buffer): ServiceCall => ({
	service: SERVICE,
	method: 'POST',
	kind: 'keyedWrite',
	expects: (content) => locationOf(content) !== '',
	body: { payload: content.toString('base64') },
	shownBody: { payload: `(${content.length} bytes as Base64)` },
});

/** Stores a document. @returns its ID, as plain text @throws ServiceError */
export async function storeDocument(client: B2biClient, content: Buffer): Promise<string> {
	return locationOf((await client.send(storeCall(content))).content);
}

const locationOf = (content: unknown): string => (isRecord(content) ? keyOf(textOf(content, 'Location')) : '');

/**
 * The bytes of a document: Base64 in a member of the JSON, or the body itself. `size` is what the message says its
 * content has; it decides where a member is text and not Base64.
 * @throws ServiceError `badAnswer` for a response without content
 */
export async function readDocument(client: B2biClient, documentId: string, size?: number): Promise<Buffer> {
	const { content, contentType, bytes } = await client.send({
		service: SERVICE,
		method: 'GET',
		key: documentId,
		kind: 'read',
		takesBytes: true,
		...(size !== undefined && size < UNPACKED_FROM_BYTES ? {} : { headers: { 'Accept-Encoding': 'identity' } }),
	});
	const member = isRecord(content) ? MEMBERS.find((name) => typeof content[name] === 'string') : undefined;
	if (!isRecord(content) || member === undefined || /xml|octet-stream/i.test(contentType)) {
		// JSON and web pages may be the document, but then they have its size.
		const isForeign = /json|html/i.test(contentType) && bytes?.length !== size;
		if (bytes && !isForeign) return bytes;
		throw new ServiceError('badAnswer', 'The response has no document content.', {
			api: SERVICE,
			effect: 'unknown',
			hint: `Expected a JSON object with ${MEMBERS.join(', ')}, or the document itself.`,
		});
	}
	const text = content[member] as string;
	const compact = text.replace(/\s+/g, '');
	const decoded = isBase64(compact) ? Buffer.from(compact, 'base64') : undefined;
	const asText = Buffer.from(text);
	if (!decoded || (size !== undefined && decoded.length !== size && asText.length === size)) return asText;
	return decoded;
}

function isBase64(text: string): boolean {
	return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
