import { ServiceError } from '../../kit/errors';
import { isSaying } from '../../kit/http/sayings';
import { isRecord } from '../../kit/record';
import { keyOf } from './address';
import type { PreparedRequest } from './call';
import type { B2biClient } from './client';
import type { Kind } from './kinds';
import { rowsOf, type ListOptions, type Listed } from './paging';
import { attributesOf, namesIn, textOf, type Row } from './values';

/** The record of a key. @throws ServiceError `notFound` */
export async function getRecord(client: B2biClient, { service }: Kind, key: string): Promise<Row> {
	const expects = (content: unknown) => isRecord(content) && Object.keys(content).length > 0 && !isSaying(content);
	const { content } = await client.send({ service, method: 'GET', key, kind: 'read', expects });
	return content as Row;
}

/** The record of a key, or undefined if there is none. @throws ServiceError for any other failure */
export async function findByKey(client: B2biClient, kind: Kind, key: string): Promise<Row | undefined> {
	try {
		return await getRecord(client, kind, key);
	} catch (error) {
		if (error instanceof ServiceError && error.category === 'notFound') return undefined;
		throw error;
	}
}

/** The one record with exactly these natural attributes: filters of the server match more than is asked for. */
export async function findByName(client: B2biClient, kind: Kind, names: Row): Promise<Row | undefined> {
	const query = Object.fromEntries(
		kind.natural.filter((name) => textOf(names, name) !== '').map((name) => [kind.filters[name], textOf(names, name)]),
	);
	const { rows } = await rowsOf(client, kind.service, query, { key: kind.key });
	return rows.find((row) => kind.natural.every((name) => textOf(row, name) === textOf(names, name)));
}

/** All records that the filters let through, up to a limit. */
export async function listRecords(
	client: B2biClient,
	{ service, key }: Kind,
	query: Record<string, string | undefined>,
	options: Omit<ListOptions, 'key'> = {},
): Promise<Listed> {
	return await rowsOf(client, service, query, { key, ...options });
}

/** What a write is, so that it can be shown before it is sent. */
export interface Write {
	prepare: () => PreparedRequest;
	run: () => Promise<Row>;
}

/**
 * Creates a record. A create whose response is lost is looked up by its natural key and never sent again. Resolves to
 * the key that the server gave, beside the natural ones.
 */
export function createRecord(client: B2biClient, kind: Kind, row: Row): Write {
	const { service, key } = kind;
	const names = Object.fromEntries(kind.natural.map((name) => [name, row[name]]));
	const call = {
		service,
		method: 'POST' as const,
		kind: 'write' as const,
		body: row,
		recover: async () => own(kind, row, await findByName(client, kind, names)),
	};
	return {
		prepare: () => client.prepare(call),
		run: async () => {
			const { content, recovered } = await client.send(call);
			if (recovered) return { ...attributesOf(recovered), [key]: textOf(recovered, key) };
			const location = isRecord(content) ? textOf(content, 'Location') : '';
			return { ...names, ...(location === '' ? {} : { [key]: keyOf(location) }) };
		},
	};
}

/**
 * The record that was found after a lost response, where it is the one that was sent.
 * @throws ServiceError `uncertain` for one with other values, which may have been there before
 */
function own({ title, service }: Kind, sent: Row, found: Row | undefined): Row | undefined {
	if (!found) return undefined;
	const read = attributesOf(found);
	const other = Object.keys(sent).filter(
		(name) => name in read && !isRecord(read[name]) && comparable(read[name]) !== comparable(sent[name]),
	);
	if (other.length === 0) return found;
	throw new ServiceError('uncertain', `The response to a create was lost, and a ${title} with this name exists.`, {
		api: service,
		attributes: { differs: other.join(', ') },
		hint: 'Its values differ from those that were sent, so it may be older. Compare it before you send it again.',
	});
}

/** Lists are written as arrays and read as comma-separated text, or the other way round. */
function comparable(value: unknown): string {
	return Array.isArray(value) || typeof value === 'string' ? namesIn(value).join(',') : String(value);
}

/** Changes a record by its key; the same change twice is the same, so it is repeated where a response is lost. */
export function putRecord(client: B2biClient, { service, key: attribute }: Kind, key: string, body: Row): Write {
	const call = { service, key, method: 'PUT' as const, kind: 'keyedWrite' as const, body };
	return {
		prepare: () => client.prepare(call),
		run: async () => {
			const { content } = await client.send(call);
			return { [attribute]: key, ...affected(content) };
		},
	};
}

/** Deletes a record; one that is gone when a lost delete is repeated counts as deleted. */
export function deleteRecord(client: B2biClient, { service, key: attribute }: Kind, key: string): Write {
	const call = { service, key, method: 'DELETE' as const, kind: 'keyedWrite' as const };
	return {
		prepare: () => client.prepare(call),
		run: async () => {
			await client.send(call);
			return { [attribute]: key, deleted: true };
		},
	};
}

/** @throws ServiceError where the server says that nothing was changed */
function affected(content: unknown): Row {
	if (!isRecord(content) || textOf(content, 'rowsAffected') === '') return {};
	const rowsAffected = Number(content.rowsAffected);
	if (rowsAffected > 0) return { rowsAffected };
	throw new ServiceError('notFound', 'The server changed nothing (rowsAffected is 0).', { effect: 'none' });
}
