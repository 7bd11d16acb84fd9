import {
	createPartner,
	updatePartner,
	upsertPartner,
	type PartnerUpdate,
	type PartnerWrite,
	type Row,
} from '../../../clients/b2bi';
import { isGiven } from '../../../kit/n8n/given';
import { ROLES } from '../fields/partner';
import type { Result, RunContext } from '../operation';
import { bodyOf, sayUnchanged } from './input';
import { write } from './records';

const REQUIRED = [
	'partnerName',
	'community',
	'username',
	'password',
	'givenName',
	'surname',
	'emailAddress',
	'phone',
	'roles',
] as const;

/** What the server demands of a new partner and the editor does not ask for. */
const DEFAULTS: Row = { authenticationType: 'Local', doesUseSSH: false };

/** The roles as the four attributes of the server. */
function withRoles({ roles, ...row }: Row): Row {
	if (roles === undefined) return row;
	const chosen = roles as string[];
	return { ...row, ...Object.fromEntries(ROLES.map(({ value }) => [value, chosen.includes(value)])) };
}

const given = (context: RunContext, names: readonly string[]): Row => withRoles(bodyOf(context, names));

const newPartner = (context: RunContext): Row => ({ ...DEFAULTS, ...given(context, REQUIRED) });

const settings = ({ parameters }: RunContext): Omit<PartnerUpdate, 'changes'> => ({
	send: parameters.option<string>('options', 'send', 'merge') === 'changed' ? 'changed' : 'merge',
	cleansNames: parameters.option('options', 'cleanNames', true),
});

export async function create(context: RunContext): Promise<Result> {
	const { cleansNames } = settings(context);
	return await carryOut(createPartner(context.client, newPartner(context), cleansNames), {}, context);
}

export async function upsert(context: RunContext): Promise<Result> {
	const row = withProtocol(given(context, REQUIRED), context);
	const result = await upsertPartner(context.client, { row, created: newPartner(context) }, settings(context));
	return await carryOut(result, { created: result.isNew }, context);
}

export async function update(context: RunContext): Promise<Result> {
	const changes = withProtocol(given(context, []), context);
	sayUnchanged(changes, context);
	if (Object.keys(changes).length === 0) throw new TypeError('Nothing to change: add a field to update');
	const name = context.parameters.requiredText('partner');
	return await carryOut(await updatePartner(context.client, name, { ...settings(context), changes }), {}, context);
}

/** A custom protocol that is typed empty is a decision for none, unlike other empty fields. */
function withProtocol(changes: Row, { parameters, hint }: RunContext): Row {
	const path = 'attributes.customProtocolName';
	return isGiven(path, parameters, hint) ? { customProtocolName: parameters.text(path), ...changes } : changes;
}

async function carryOut(
	{ write: prepared, changes, note }: PartnerWrite,
	more: Row,
	context: RunContext,
): Promise<Result> {
	if (note) context.hint(note);
	const [row] = await write(prepared, context);
	return [{ ...row, ...(row.dryRun ? {} : more), ...(changes.length > 0 ? { changedNames: changes } : {}) }];
}
