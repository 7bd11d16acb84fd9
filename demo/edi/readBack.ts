import type { Json } from '../plainSterling';
import { readJson, type Access } from './plainHttps';

/** One message of a mailbox, split into segments and elements. */
export interface ReadMessage {
	name: string;
	segments: string[][];
}

/** All messages of a mailbox, as its REST services give them to anybody. */
export async function messagesOf(b2b: Access, path: string): Promise<ReadMessage[]> {
	const services = '/B2BAPIs/svc';
	const [mailbox] = (await readJson(b2b, `${services}/mailboxes/?path=${path}&_range=0-99`)) as Json[];
	const entries = (await readJson(
		b2b,
		`${services}/mailboxcontents/?parentMailboxId=${String(mailbox._id)}&detail=true&_range=0-999`,
	)) as Json[];
	const messages = entries.filter(({ type }) => type === 'message');
	return await Promise.all(
		messages.map(async ({ id, name }) => {
			const { documentId } = (await readJson(b2b, `${services}/mailboxmessages/${String(id)}`)) as Json;
			const { payload } = (await readJson(
				b2b,
				`${services}/documents/${encodeURIComponent(String(documentId))}`,
			)) as Json;
			return { name: String(name), segments: split(Buffer.from(String(payload), 'base64').toString()) };
		}),
	);
}

/** The delimiters of an interchange are in its first 106 characters. */
function split(text: string): string[][] {
	const [element, terminator] = [text[3], text[105]];
	return text
		.split(terminator)
		.map((segment) => segment.trim().split(element))
		.filter(([id]) => id !== '');
}

/** A segment by its name, and what is in one of its elements. */
export const element = ({ segments }: ReadMessage, id: string, at: number): string =>
	segments.find(([name]) => name === id)?.[at] ?? '';

/** All values of an element. */
export const elements = ({ segments }: ReadMessage, id: string, at: number): string[] =>
	segments.filter(([name]) => name === id).map((segment) => segment[at] ?? '');

/** A trading partner of File Gateway. */
export const partnerOf = async (b2b: Access, name: string): Promise<Json> =>
	(await readJson(b2b, `/B2BAPIs/svc/tradingpartners/${name}`)) as Json;

/** Rows of a table of SYSPRO, by OData. */
export async function rowsOf(odata: Access, table: string, filter: string): Promise<Json[]> {
	const { value } = (await readJson(odata, `/${table}?$filter=${encodeURIComponent(filter)}`)) as Json;
	return value as Json[];
}
