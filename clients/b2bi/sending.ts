import { ServiceError } from '../../kit/errors';
import { isRecord } from '../../kit/record';
import { keyOf } from './address';
import type { ServiceCall } from './call';
import type { B2biClient } from './client';
import { readDocument, storeCall, storeDocument } from './documents';
import { extractabilityFields, type Extractability } from './extractability';
import { MESSAGE } from './kinds';
import { cleanPath, findMailbox, refOf } from './mailboxes';
import { getMessage, messagesIn, readContent, timeOf } from './messages';
import { multipartBody } from './multipart';
import { putRecord, type Write } from './records';
import { textOf, type Row } from './values';

/** A message to be sent. */
export interface Outgoing {
	mailboxPath: string;
	name: string;
	content: Buffer;
	/** Media type of the file in an upload. */
	contentType: string;
	extractability: Extractability;
	/** Two calls (document, then message), one call (upload), or whichever suits the size. */
	by: 'automatic' | 'document' | 'upload';
}

/** Above this an upload is cheaper: a document travels as Base64 and is held in memory as a whole on both sides. */
const UPLOAD_FROM_BYTES = 1024 * 1024;
const BATCHES = 'messagebatches';
/** Times are rounded, and the servers of one installation agree on the time to about as much. */
const TOLERANCE_MS = 5_000;

/** Which way a message goes. A name that a form cannot carry unchanged takes two calls. @throws ServiceError */
function wayOf({ by, content, name }: Outgoing): 'document' | 'upload' {
	const fitsForm = !/["\r\n]/.test(name);
	if (by === 'upload' && !fitsForm) {
		throw new ServiceError('invalidInput', `An upload cannot carry the name ${JSON.stringify(name)} unchanged.`, {
			effect: 'none',
			hint: 'Leave out quotes and line breaks, or send it by document and message.',
		});
	}
	if (by !== 'automatic') return by;
	return content.length > UPLOAD_FROM_BYTES && fitsForm ? 'upload' : 'document';
}

/**
 * Sends a message to a mailbox, once. By document and message the lost response of the second call is looked up by the ID
 * of the document, which is this message's own; after a lost upload a message of this name counts that is as new as the
 * upload and has the same content.
 */
export function sendMessage(client: B2biClient, outgoing: Outgoing): Write {
	return wayOf(outgoing) === 'upload' ? byUpload(client, outgoing) : byDocument(client, outgoing);
}

/**
 * Sends a message unless the mailbox has one of its name: then that one is the result, `isNew` false, and nothing is
 * sent. With names that say what a message is about, a step that runs once more sends nothing twice, whatever became of
 * the run before it.
 */
export function sendMessageOnce(client: B2biClient, outgoing: Outgoing): Write {
	const { run, prepare } = sendMessage(client, outgoing);
	return {
		prepare,
		run: async () => {
			const mailboxPath = cleanPath(outgoing.mailboxPath);
			const [present] = await namesakes(client, mailboxPath, outgoing.name);
			if (!present) return { ...(await run()), isNew: true };
			const message = await getMessage(client, textOf(present, 'id'));
			const { bytes } = await readContent(client, message);
			return {
				id: Number(textOf(message, 'id')),
				name: outgoing.name,
				mailboxPath,
				documentId: textOf(message, 'documentId'),
				size: bytes.length,
				isNew: false,
				hasSameContent: bytes.equals(outgoing.content),
			};
		},
	};
}

function byDocument(client: B2biClient, { content, ...outgoing }: Outgoing): Write {
	const { name, extractability } = outgoing;
	const mailboxPath = cleanPath(outgoing.mailboxPath);
	const fields = extractabilityFields(extractability, client.timeZone);
	const callFor = (documentId: string): ServiceCall => ({
		service: MESSAGE.service,
		method: 'POST',
		kind: 'write',
		body: { documentId, mailboxPath, name, ...fields },
		recover: async () => await messageOf(client, { mailboxPath, name, documentId }),
	});
	return {
		prepare: () => ({
			...client.prepare(callFor('(ID of the document)')),
			before: client.prepare(storeCall(content)),
		}),
		run: async () => {
			const documentId = await storeDocument(client, content);
			const id = await idOf(client, callFor(documentId)).catch((error: unknown) => {
				throw error instanceof ServiceError
					? error.with({ attributes: { ...error.attributes, documentId } })
					: (error as Error);
			});
			return { id, name, mailboxPath, documentId, size: content.length, ...fields, sentBy: 'document' };
		},
	};
}

function byUpload(client: B2biClient, { content, contentType, ...outgoing }: Outgoing): Write {
	const { name, extractability } = outgoing;
	const mailboxPath = cleanPath(outgoing.mailboxPath);
	const fields = extractabilityFields(extractability, client.timeZone);
	const form = multipartBody({ name, mailboxPath, contentType, content });
	const call: ServiceCall = {
		service: BATCHES,
		method: 'POST',
		kind: 'write',
		body: { contentType: form.contentType, bytes: form.body },
		shownBody: { upstream: `(${content.length} bytes, file name ${name})`, mailboxName: mailboxPath },
		recover: async (elapsed) => await uploaded(client, { mailboxPath, name, content }, elapsed),
	};
	return {
		prepare: () => client.prepare(call),
		run: async () => {
			const id = await idOf(client, call);
			// An upload is extractable always, whatever is wanted.
			if (!('always' in extractability)) await putRecord(client, MESSAGE, String(id), fields).run();
			return { id, name, mailboxPath, size: content.length, ...fields, sentBy: 'upload' };
		},
	};
}

async function idOf(client: B2biClient, call: ServiceCall): Promise<number> {
	const idIn = (content: unknown) => (isRecord(content) ? keyOf(textOf(content, 'Location')) : '');
	const { content, recovered } = await client.send({ ...call, expects: (given) => /^\d+$/.test(idIn(given)) });
	const id = recovered ? textOf(recovered, 'id') : idIn(content);
	client.noteSent(id);
	return Number(id);
}

/** The message of this document, which is the one that was sent; undefined where there is none (yet). */
async function messageOf(
	client: B2biClient,
	{ mailboxPath, name, documentId }: { mailboxPath: string; name: string; documentId: string },
): Promise<Row | undefined> {
	for (const row of await namesakes(client, mailboxPath, name)) {
		const known = textOf(row, 'documentId') || textOf(await getMessage(client, textOf(row, 'id')), 'documentId');
		if (known === documentId) return row;
	}
	return undefined;
}

async function uploaded(
	client: B2biClient,
	{ mailboxPath, name, content }: { mailboxPath: string; name: string; content: Buffer },
	elapsed: () => number,
): Promise<Row | undefined> {
	const mailbox = refOf(await findMailbox(client, { path: mailboxPath }));
	const { rows, serverDate } = await messagesIn(client, mailbox, { keep: (row) => textOf(row, 'name') === name });
	const since = serverDate === undefined ? undefined : serverDate.getTime() - elapsed() - TOLERANCE_MS;
	for (const row of rows.filter((each) => !client.hasSent(textOf(each, 'id')))) {
		const message = await getMessage(client, textOf(row, 'id'));
		const created = timeOf(textOf(message, 'creationDate'));
		if (since !== undefined && created !== undefined && created < since) continue;
		const own = await readDocument(client, textOf(message, 'documentId'), Number(textOf(message, 'size')));
		if (own.equals(content)) return message;
	}
	return undefined;
}

async function namesakes(client: B2biClient, mailboxPath: string, name: string): Promise<Row[]> {
	const mailbox = refOf(await findMailbox(client, { path: mailboxPath }));
	return (await messagesIn(client, mailbox, { keep: (row) => textOf(row, 'name') === name })).rows;
}
