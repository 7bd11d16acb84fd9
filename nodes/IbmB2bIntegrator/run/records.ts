import {
	attributesOf,
	cleanPath,
	createRecord,
	deleteRecord,
	fitsPattern,
	getRecord,
	kinds,
	listRecords,
	namesIn,
	putRecord,
	textOf,
	findMailbox,
	type Kind,
	type Listed,
	type Row,
	type Write,
} from '../../../clients/b2bi';
import type { Result, RunContext } from '../operation';
import { limitOf, report, shown } from './output';
import { bodyOf, sayUnchanged } from './input';

const KINDS = {
	mailbox: kinds.MAILBOX,
	tradingPartner: kinds.TRADING_PARTNER,
	community: kinds.COMMUNITY,
	partnerGroup: kinds.PARTNER_GROUP,
	routingChannel: kinds.ROUTING_CHANNEL,
	routingRule: kinds.ROUTING_RULE,
	userAccount: kinds.USER_ACCOUNT,
	virtualRoot: kinds.VIRTUAL_ROOT,
} as const satisfies Record<string, Kind>;

export type RecordKind = keyof typeof KINDS;

/** The key of the record that a picker names: the list of mailboxes stores paths. */
async function keyOf(kind: RecordKind, parameter: string, context: RunContext): Promise<string> {
	const { mode } = context.parameters.located(parameter);
	const value = context.parameters.requiredText(parameter);
	if (kind !== 'mailbox' || mode === 'id') return value;
	return textOf(await findMailbox(context.client, { path: value }), '_id');
}

export async function get(kind: RecordKind, parameter: string, context: RunContext): Promise<Result> {
	const { mode } = context.parameters.located(parameter);
	if (kind === 'mailbox' && mode !== 'id') {
		return [shown(await findMailbox(context.client, { path: context.parameters.requiredText(parameter) }), context)];
	}
	const key = await keyOf(kind, parameter, context);
	return [shown(await getRecord(context.client, KINDS[kind], key), context)];
}

/** Filters are parameters of the name of the attribute; a pattern (`*`, `?`) is compared here, the rest by the server. */
export async function getMany(kind: RecordKind, context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const { filters, natural } = KINDS[kind] as Kind;
	const wanted = natural
		.map((name): [string, string] => [
			name,
			name === 'path' ? cleanPath(parameters.text(`${name}Filter`)) : parameters.text(`${name}Filter`),
		])
		.filter(([, value]) => value !== '');
	const query = Object.fromEntries(wanted.map(([name, value]) => [filters[name], value.split(/[*?]/)[0] || undefined]));
	const listed: Listed = await listRecords(client, KINDS[kind], query, {
		limit: limitOf(context),
		keep: (row) =>
			wanted.every(([name, value]) => fitsPattern(/[*?]/.test(value) ? value : `${value}*`, textOf(row, name))),
	});
	report(listed, context);
	return listed.rows.map((row) => shown(row, context));
}

export async function create(kind: RecordKind, names: readonly string[], context: RunContext): Promise<Result> {
	return await write(createRecord(context.client, KINDS[kind], formed(bodyOf(context, names))), context);
}

/** What is there now, with the changes over it, since PUT may replace the whole record. */
export async function update(kind: RecordKind, parameter: string, context: RunContext): Promise<Result> {
	const { client } = context;
	const changes = formed(bodyOf(context, []));
	sayUnchanged(changes, context);
	if (Object.keys(changes).length === 0) throw new TypeError('Nothing to change: add a field to update');
	const key = await keyOf(kind, parameter, context);
	const present = attributesOf(await getRecord(client, KINDS[kind], key));
	return await write(putRecord(client, KINDS[kind], key, { ...present, ...changes }), context);
}

export async function remove(kind: RecordKind, parameter: string, context: RunContext): Promise<Result> {
	return await write(deleteRecord(context.client, KINDS[kind], await keyOf(kind, parameter, context)), context);
}

/** Carries a write out, or shows it under Dry Run. */
export async function write(prepared: Write, { parameters }: RunContext): Promise<Row[]> {
	if (parameters.option('options', 'dryRun', false)) return [{ dryRun: true, request: prepared.prepare() }];
	return [await prepared.run()];
}

/** Paths as the server has them: that of a mailbox, and the list of a routing rule. */
function formed(body: Row): Row {
	const { path, mailboxes, ...others } = body;
	return {
		...others,
		...(path === undefined ? {} : { path: cleanPath(String(path)) }),
		...(mailboxes === undefined ? {} : { mailboxes: namesIn(mailboxes).map(cleanPath) }),
	};
}
