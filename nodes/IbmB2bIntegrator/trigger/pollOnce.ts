import {
	fitsPattern,
	findMailbox,
	mailboxesOf,
	messagesIn,
	refOf,
	textOf,
	type B2biClient,
	type MailboxRef,
	type Row,
} from '../../../clients/b2bi';
import { freshOf, takeStock, markEmitted, type Fresh, type Ledger } from '../../../kit/polling/growingIds';
import { withContent, type Found } from './content';
import { choiceOf, type Settings } from './settings';

/** How long a poll may take: the only thing that the machine's own clock decides. */
export interface Budget {
	/** True once no further message may be read. */
	isSpent: () => boolean;
}

/** Messages whose content is read at the same time. */
const AT_ONCE = 8;

/** The mailboxes that are watched, each once. */
async function watched(client: B2biClient, settings: Settings): Promise<MailboxRef[]> {
	const { mailboxes, furtherPaths, withSubMailboxes } = settings;
	const first = 'id' in mailboxes ? [refOf(await findMailbox(client, mailboxes)).path] : mailboxes.paths;
	return await mailboxesOf(client, [...first, ...furtherPaths], { withSubMailboxes });
}

/** All messages of the watched mailboxes at this moment, by mailbox. */
async function look(client: B2biClient, settings: Settings): Promise<Array<{ mailbox: MailboxRef; rows: Row[] }>> {
	const mailboxes = await watched(client, settings);
	return await Promise.all(
		mailboxes.map(async (mailbox) => ({ mailbox, rows: (await messagesIn(client, mailbox)).rows })),
	);
}

const idIn = (row: Row): number => Number(textOf(row, 'id'));

/**
 * One poll: the messages that were not emitted yet, with their content, and the ledger that goes with them. Messages
 * whose names do not match count as emitted. A message that is deleted before its content is read is skipped.
 */
export async function pollOnce(
	client: B2biClient,
	settings: Settings,
	present: Ledger | undefined,
	budget: Budget,
): Promise<{ ledger: Ledger; found: Found[] }> {
	const seen = await look(client, settings);
	const sights = seen.map(({ mailbox, rows }) => ({ source: mailbox.id, ids: rows.map(idIn) }));
	const stock = takeStock(present, sights, { choice: choiceOf(settings), emitsExisting: settings.emitsExisting });
	const messages = new Map(
		seen.flatMap(({ mailbox, rows }) => rows.map((row) => [`${mailbox.id}:${idIn(row)}`, { mailbox, row }] as const)),
	);
	const messageOf = ({ source, id }: Fresh) => messages.get(`${source}:${id}`)!;
	const fits = (fresh: Fresh) =>
		settings.namePattern === '' || fitsPattern(settings.namePattern, textOf(messageOf(fresh).row, 'name'));
	const all = freshOf(stock, sights);
	const wanted = all.filter(fits);
	const chosen = wanted.slice(0, settings.messagesPerPoll);

	const found: Found[] = [];
	let done = 0;
	while (done < chosen.length && (done === 0 || !budget.isSpent())) {
		const next = chosen.slice(done, done + AT_ONCE);
		const read = await Promise.all(next.map((fresh) => withContent(client, messageOf(fresh), settings)));
		found.push(...read.filter((each): each is Found => each !== undefined));
		done += next.length;
	}
	const waiting = new Set(wanted.slice(done));
	const emitted = all.filter((fresh) => !waiting.has(fresh));
	return { ledger: markEmitted(stock, emitted, [...waiting]), found };
}

/** Recent messages for a test of the workflow: the newest ones that fit, with their content. */
export async function sample(client: B2biClient, settings: Settings, most: number): Promise<Found[]> {
	const seen = await look(client, settings);
	const all = seen.flatMap(({ mailbox, rows }) => rows.map((row) => ({ mailbox, row })));
	const fitting = all.filter(
		({ row }) => settings.namePattern === '' || fitsPattern(settings.namePattern, textOf(row, 'name')),
	);
	const newest = fitting.sort((a, b) => idIn(b.row) - idIn(a.row)).slice(0, most);
	const read = await Promise.all(newest.map((message) => withContent(client, message, settings)));
	return read.filter((each): each is Found => each !== undefined);
}
