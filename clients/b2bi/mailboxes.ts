import { ServiceError } from '../../kit/errors';
import type { B2biClient } from './client';
import { MAILBOX } from './kinds';
import { rowsOf, type ListOptions, type Listed } from './paging';
import { findByName, getRecord } from './records';
import { fitsPattern, textOf, type Row } from './values';
import { withoutEnd } from '../../kit/textEnd';

/** A mailbox as messages are concerned. */
export interface MailboxRef {
	id: string;
	path: string;
}

/** The ID and the path of a mailbox, as a row of the list has them; empty text for what the row lacks. */
export const refOf = (row: Row): MailboxRef => ({
	id: textOf(row, '_id') || textOf(row, 'id'),
	path: textOf(row, 'path'),
});

/** A path as the server has it: absolute, without a slash at its end. */
export function cleanPath(path: string): string {
	const trimmed = withoutEnd(path.trim(), '/');
	return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

/** The mailbox of a path or of an ID. @throws ServiceError `notFound` */
export async function findMailbox(client: B2biClient, by: { path: string } | { id: string }): Promise<Row> {
	if ('id' in by) return await getRecord(client, MAILBOX, by.id);
	const path = cleanPath(by.path);
	const row = await findByName(client, MAILBOX, { path });
	if (row) return row;
	throw new ServiceError('notFound', `There is no mailbox ${path}, or this account may not use it.`, {
		api: MAILBOX.service,
		attributes: { path },
		effect: 'none',
		hint: 'Check the path, including capital letters, and the permission of the account for this mailbox.',
	});
}

/** Mailboxes whose path fits a pattern (`*` and `?`); all below a fixed beginning are asked for. */
export async function mailboxesLike(
	client: B2biClient,
	pattern: string,
	options: Pick<ListOptions, 'limit'> = {},
): Promise<Listed> {
	const clean = cleanPath(pattern);
	const fixed = clean.split(/[*?]/)[0];
	return await rowsOf(
		client,
		MAILBOX.service,
		{ path: fixed === '' ? undefined : fixed },
		{
			key: MAILBOX.key,
			keep: (row) => clean === '' || fitsPattern(clean, textOf(row, 'path')),
			...options,
		},
	);
}

/** The mailboxes below a path, however deep. Case counts: `/acme` and `/ACME` may be two mailboxes. */
async function mailboxesBelow(client: B2biClient, path: string): Promise<Row[]> {
	const start = `${path}/`;
	const keep = (row: Row) => textOf(row, 'path').startsWith(start);
	return (await rowsOf(client, MAILBOX.service, { path: start }, { key: MAILBOX.key, keep })).rows;
}

/** The mailboxes of several paths or patterns, each once, in the order of their paths. */
export async function mailboxesOf(
	client: B2biClient,
	paths: readonly string[],
	{ withSubMailboxes = false }: { withSubMailboxes?: boolean } = {},
): Promise<MailboxRef[]> {
	const found = new Map<string, MailboxRef>();
	for (const path of paths) {
		const isPattern = /[*?]/.test(path);
		const rows = isPattern ? (await mailboxesLike(client, path)).rows : [await findMailbox(client, { path })];
		for (const ref of rows.map(refOf)) found.set(ref.id, ref);
		if (!withSubMailboxes) continue;
		for (const { path: parent } of rows.map(refOf)) {
			for (const ref of (await mailboxesBelow(client, parent)).map(refOf)) found.set(ref.id, ref);
		}
	}
	return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
