import { instantIn } from '../../../kit/n8n/instant';
import { ServiceError } from '../../../kit/errors';
import { contentIn } from '../../../kit/n8n/content';
import { RowWithFiles } from '../../../kit/n8n/items';
import {
	deleteRecord,
	findMailbox,
	fitsPattern,
	getMessage,
	isExtractable,
	kinds,
	mailboxesOf,
	markMessage,
	messagesIn,
	readContent,
	refOf,
	resubmitMessage,
	sendMessage,
	sendMessageOnce,
	textOf,
	timeOf,
	type Extractability,
	type MailboxRef,
	type Outgoing,
	type Row,
} from '../../../clients/b2bi';
import { parseJson } from '../../../kit/json/parse';
import type { Result, RunContext } from '../operation';
import { limitOf, report, shown } from './output';
import { write } from './records';

export async function send(context: RunContext): Promise<Result> {
	const { parameters } = context;
	const name = context.parameters.requiredText('name');
	const { bytes, mimeType } = await contentIn(context);
	const outgoing: Outgoing = {
		mailboxPath: await pathOf(context),
		name,
		content: bytes,
		contentType: parameters.option<string>('options', 'contentType', mimeType),
		extractability: extractabilityIn(context),
		by: parameters.option<Outgoing['by']>('options', 'sendBy', 'automatic'),
	};
	const isOnce = parameters.option<string>('options', 'ifExists', 'send') === 'skip';
	const rows = await write((isOnce ? sendMessageOnce : sendMessage)(context.client, outgoing), context);
	if (rows.some(({ hasSameContent }) => hasSameContent === false)) {
		context.hint(`The mailbox had a message ${name} with other content. Nothing was sent.`);
	}
	return rows;
}

/** The path of the mailbox; it is only looked up where it was given by its ID. */
async function pathOf(context: RunContext): Promise<string> {
	const value = context.parameters.requiredText('mailbox');
	if (context.parameters.located('mailbox').mode !== 'id') return value;
	return refOf(await findMailbox(context.client, { id: value })).path;
}

function extractabilityIn({ parameters }: RunContext): Extractability {
	switch (parameters.text('extractable')) {
		case 'count':
			return { count: parameters.number('extractableCount') };
		case 'until': {
			const until = instantIn(parameters, 'extractableUntil');
			return { until: until ?? parameters.refuseEmpty('extractableUntil', 'Choose a date and time.') };
		}
		default:
			return { always: true };
	}
}

export async function get(context: RunContext): Promise<Result> {
	return [shown(await find(context), context)];
}

/** The message that the parameters name. @throws ServiceError `notFound`, or `conflict` for a name that occurs twice */
async function find(context: RunContext): Promise<Row> {
	const { client, parameters } = context;
	const value = context.parameters.requiredText('message');
	if (parameters.located('message').mode !== 'name') return await getMessage(client, value);
	const mailbox = await chosenMailbox(context);
	const { rows } = await messagesIn(client, mailbox, { keep: (row) => textOf(row, 'name') === value });
	if (rows.length === 1) return await getMessage(client, textOf(rows[0], 'id'));
	const where = `in ${mailbox.path}`;
	if (rows.length === 0) {
		throw new ServiceError('notFound', `There is no message ${value} ${where}.`, {
			api: kinds.MESSAGE.service,
			effect: 'none',
		});
	}
	throw new ServiceError('conflict', `${rows.length} messages ${where} have the name ${value}.`, {
		api: kinds.MESSAGE.service,
		attributes: { ids: rows.map((row) => textOf(row, 'id')).join(', ') },
		effect: 'none',
		hint: 'Specify the message by its ID.',
	});
}

async function chosenMailbox({ client, parameters }: RunContext): Promise<MailboxRef> {
	const { mode, value } = parameters.located('mailbox');
	if (value === '') throw new TypeError('A message by name requires its mailbox: choose one');
	return refOf(await findMailbox(client, mode === 'id' ? { id: value } : { path: value }));
}

/** The ID of the message that the parameters name; it is only looked up where it is not given. */
async function idOf(context: RunContext): Promise<string> {
	const isNamed = context.parameters.located('message').mode === 'name';
	return isNamed ? textOf(await find(context), 'id') : context.parameters.requiredText('message');
}

export async function download(context: RunContext): Promise<Result> {
	const { client, parameters, files, hint } = context;
	const field = parameters.text('outputField') || 'data';
	const output = parameters.text('contentOutput');
	const encoding = parameters.option<string>('options', 'encoding', 'utf8');
	const message = await find(context);
	const { bytes, note } = await readContent(client, message);
	if (note) hint(note);
	const row = shown(message, context);
	if (output === 'text' || output === 'json') {
		const text = decoded(bytes, encoding);
		return [{ ...row, [field]: output === 'json' ? parsed(text, textOf(message, 'name')) : text }];
	}
	const fileName = parameters.option('options', 'fileName', textOf(message, 'name'));
	const mimeType = parameters.option<string | undefined>('options', 'mimeType', undefined);
	return [new RowWithFiles(row, await files.write(field, bytes, fileName, mimeType))];
}

/** @throws TypeError for bytes that are no text in this encoding */
export function decoded(bytes: Buffer, encoding: string): string {
	if (encoding === 'latin1') return bytes.toString('latin1');
	try {
		return new TextDecoder(encoding === 'utf16le' ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new TypeError('The content is not text in this encoding: use another one, or put it in a binary file');
	}
}

function parsed(text: string, name: string): unknown {
	try {
		return parseJson(text);
	} catch (error) {
		throw new TypeError(`The content of ${name} is not JSON: ${(error as Error).message}`);
	}
}

export async function getMany(context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const option = <T>(name: string, fallback: T) => parameters.option('options', name, fallback);
	const path = await pathOf(context);
	const mailboxes = await mailboxesOf(client, [path], { withSubMailboxes: option('withSubMailboxes', false) });
	if (mailboxes.length === 0) context.hint(`No mailbox matches ${path}.`);
	const limit = limitOf(context) ?? Infinity;
	const isNewest = option<string>('order', 'oldest') === 'newest';
	const keep = filterOf(context);
	const rows: Row[] = [];
	let more = false;
	for (const mailbox of mailboxes) {
		// The newest are at the end, so all have to be read for them.
		const most = isNewest ? undefined : limit - rows.length + 1;
		const { rows: found } = await messagesIn(client, mailbox, { keep, ...(most === Infinity ? {} : { limit: most }) });
		rows.push(...found.map((row) => ({ ...row, mailboxId: mailbox.id, mailboxPath: mailbox.path })));
		if (!isNewest && rows.length > limit) break;
	}
	if (isNewest) rows.sort((a, b) => Number(textOf(b, 'id')) - Number(textOf(a, 'id')));
	more = rows.length > limit;
	const kept = rows.slice(0, limit);
	report({ rows: kept, more }, context);
	return kept.map((row) => shown(row, context));
}

function filterOf({ client, parameters }: RunContext): (row: Row) => boolean {
	const pattern = parameters.option('options', 'namePattern', '');
	const onlyExtractable = parameters.option('options', 'extractableOnly', false);
	const bound = (name: string, fallback: number): number => {
		const time = instantIn(parameters, `options.${name}`);
		return time === undefined ? fallback : Date.parse(time);
	};
	const [after, before] = [bound('createdAfter', -Infinity), bound('createdBefore', Infinity)];
	return (row) => {
		if (pattern !== '' && !fitsPattern(pattern, textOf(row, 'name'))) return false;
		if (onlyExtractable && !isExtractable(row, client.clockwork.now())) return false;
		const created = timeOf(textOf(row, 'creationDate'));
		// A message whose date cannot be read is not left out because of it.
		return created === undefined || (created > after && created < before);
	};
}

export async function mark(context: RunContext): Promise<Result> {
	return await write(markMessage(context.client, await idOf(context), extractabilityIn(context)), context);
}

export async function resubmit(context: RunContext): Promise<Result> {
	return await write(resubmitMessage(context.client, await idOf(context)), context);
}

export async function remove(context: RunContext): Promise<Result> {
	return await write(deleteRecord(context.client, kinds.MESSAGE, await idOf(context)), context);
}
