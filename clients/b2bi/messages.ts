import { ServiceError } from '../../kit/errors';
import type { ServiceCall } from './call';
import type { B2biClient } from './client';
import { readDocument } from './documents';
import { extractabilityFields, extractabilityOf, type Extractability } from './extractability';
import { MESSAGE } from './kinds';
import type { MailboxRef } from './mailboxes';
import { rowsOf, type ListOptions, type Listed } from './paging';
import { getRecord, putRecord, type Write } from './records';
import { textOf, type Row } from './values';

/** Epoch milliseconds of `2020-03-14T17:19:20.000+0000`. */
export function timeOf(date: string): number | undefined {
	const time = Date.parse(date.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
	return Number.isNaN(time) ? undefined : time;
}

/** The messages of one mailbox, without those of its sub-mailboxes. */
export async function messagesIn(
	client: B2biClient,
	{ id }: MailboxRef,
	{ keep = () => true, ...options }: Partial<ListOptions> = {},
): Promise<Listed> {
	return await rowsOf(
		client,
		'mailboxcontents',
		{ parentMailboxId: id, detail: true },
		{ key: 'id', ...options, keep: (row) => textOf(row, 'type') === 'message' && keep(row) },
	);
}

/** A message by its ID. @throws ServiceError `notFound` */
export async function getMessage(client: B2biClient, id: string): Promise<Row> {
	return await getRecord(client, MESSAGE, id);
}

/** What a message's content is. */
interface Content {
	bytes: Buffer;
	/** Said where the number of bytes is not the one that the message has. */
	note?: string;
}

/** The content of a message, as the bytes of its document. @throws ServiceError `notFound` for a message without a document */
export async function readContent(client: B2biClient, message: Row): Promise<Content> {
	const documentId = textOf(message, 'documentId');
	if (documentId === '') {
		throw new ServiceError('notFound', `The message ${textOf(message, 'name')} has no document.`, { effect: 'none' });
	}
	const said = textOf(message, 'size');
	const size = said === '' ? undefined : Number(said);
	const bytes = await readDocument(client, documentId, size);
	if (size === undefined || size === bytes.length) return { bytes };
	return { bytes, note: `The message has a size of ${size} bytes, but its content has ${bytes.length}.` };
}

/** The write that changes how often, or until when, a message can be extracted. */
export function markMessage(client: B2biClient, id: string, extractability: Extractability): Write {
	return putRecord(client, MESSAGE, id, extractabilityFields(extractability, client.timeZone));
}

/** Puts a message back to automatic routing, which is not the same when it is done twice. */
export function resubmitMessage(client: B2biClient, id: string): Write {
	const call: ServiceCall = {
		service: MESSAGE.service,
		key: id,
		method: 'PUT',
		kind: 'write',
		body: { resubmitMessage: true },
	};
	return {
		prepare: () => client.prepare(call),
		run: async () => {
			await client.send(call);
			return { id, resubmitted: true };
		},
	};
}

/** Whether a message can still be extracted, as far as it says so. */
export function isExtractable(message: Row, now: number): boolean {
	const extractability = extractabilityOf(message);
	if (!extractability || 'always' in extractability) return true;
	if ('count' in extractability) return extractability.count > 0;
	return (timeOf(extractability.until) ?? Infinity) > now;
}
