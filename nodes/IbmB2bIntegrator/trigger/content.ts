import { ServiceError } from '../../../kit/errors';
import {
	getMessage,
	readContent,
	simplified,
	textOf,
	type B2biClient,
	type MailboxRef,
	type Row,
} from '../../../clients/b2bi';
import { decoded } from '../run/message';
import type { Settings } from './settings';

/** A message that starts the workflow. */
export interface Found {
	id: number;
	json: Row;
	/** The content for a binary file. */
	file?: { bytes: Buffer; name: string };
	/** Whether everything of it that was asked for could be read; only then it may be marked or deleted. */
	isWhole: boolean;
}

/** What says that the connection or the login is at fault, and not this document: the next poll tries again. */
const PASSING = ['authentication', 'cancelled', 'configuration', 'connection', 'throttled', 'timeout', 'tls'];

/**
 * A message with its content as the settings want it; undefined where it has been deleted meanwhile. What cannot be read
 * is reported with the reason in `contentError`, so that one damaged document does not hold up all others.
 * @throws ServiceError for what passes, such as a broken connection
 */
export async function withContent(
	client: B2biClient,
	{ mailbox, row }: { mailbox: MailboxRef; row: Row },
	settings: Settings,
): Promise<Found | undefined> {
	const id = Number(textOf(row, 'id'));
	const json: Row = { ...simplified(row), id, mailboxId: mailbox.id, mailboxPath: mailbox.path };
	delete json.type;
	if (settings.content === 'none') return { id, json, isWhole: true };
	const size = Number(textOf(row, 'size'));
	if (size > settings.largestContent) {
		const contentSkipped = `The content has ${size} bytes, more than Largest Content. Read it with Download.`;
		return { id, json: { ...json, contentSkipped }, isWhole: false };
	}
	try {
		const message = textOf(row, 'documentId') === '' ? await getMessage(client, String(id)) : row;
		const { bytes, note } = await readContent(client, message);
		const noted = note ? { ...json, contentNote: note } : json;
		if (settings.content === 'binary') {
			return { id, json: noted, file: { bytes, name: textOf(row, 'name') }, isWhole: true };
		}
		return { id, json: { ...noted, [settings.outputField]: decoded(bytes, settings.encoding) }, isWhole: true };
	} catch (error) {
		if (error instanceof ServiceError && PASSING.includes(error.category)) throw error;
		if (error instanceof ServiceError && error.category === 'notFound' && (await isGone(client, id))) return undefined;
		if (!(error instanceof ServiceError) && !(error instanceof TypeError)) throw error;
		return { id, json: { ...json, contentError: error.message }, isWhole: false };
	}
}

async function isGone(client: B2biClient, id: number): Promise<boolean> {
	try {
		await getMessage(client, String(id));
		return false;
	} catch (error) {
		if (error instanceof ServiceError && error.category === 'notFound') return true;
		throw error;
	}
}
