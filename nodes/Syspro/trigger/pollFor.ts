import { NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import type { ChangesCursor, SysproRecord } from '../../../clients/syspro';
import { cursorStore } from '../../../kit/n8n/cursorStore';
import { datesIn } from '../../../kit/n8n/dates';
import { memo } from '../../../kit/n8n/items';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import type { Parameters } from '../../../kit/n8n/parameters';
import { triggerParameters } from '../../../kit/n8n/triggerParameters';
import { connect, type Connected } from '../connect';
import { LABELS } from '../labels';
import { shown } from '../run/documents';
import { properties } from './properties';
import { readSettings, type Settings } from './settings';

const cursors = cursorStore<ChangesCursor>('sysproTrigger');
/** Records that a test of the workflow shows. */
const SAMPLE = 3;

/**
 * n8n's side of a poll. Every failure is thrown, so that n8n shows a failed execution and backs off; the cursor is put in
 * place as one new object and only when the poll has succeeded.
 */
export async function pollFor(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		const poll = await prepare(context);
		return await poll.client.inOneSession(
			async () => await (context.getMode() === 'manual' ? sample(context, poll) : pollOn(context, poll)),
		);
	} catch (error) {
		throw error instanceof NodeOperationError ? error : toNodeError(context.getNode(), error, { labels: LABELS });
	}
}

interface Poll extends Connected {
	settings: Settings;
	parameters: Parameters;
}

async function prepare(context: IPollFunctions): Promise<Poll> {
	const dates = datesIn(context.getTimezone());
	const parameters = triggerParameters(context, dates, properties);
	const settings = readSettings(parameters);
	// n8n polls again, so a fault is not waited out for long here.
	return { ...(await connect(context, { attempts: 2 })), settings, parameters };
}

async function pollOn(context: IPollFunctions, poll: Poll): Promise<INodeExecutionData[][] | null> {
	const { client, settings } = poll;
	const present = cursors.read(context);
	// A cursor of another kind of record says nothing about this one.
	const known = present?.kind === settings.kind ? present : undefined;
	const { records, cursor } = await client.changes(settings.kind, known, settings.changes);
	const items = await itemsOf(records, poll);
	// Two polls may run at once on the same data: the one that ends first has passed these records on.
	if (cursors.read(context)?.rev !== present?.rev) return null;
	if (JSON.stringify(cursor) !== JSON.stringify(present)) cursors.write(context, cursor);
	return items.length > 0 ? [items] : null;
}

async function sample(context: IPollFunctions, poll: Poll): Promise<INodeExecutionData[][]> {
	const { client, settings } = poll;
	const records: SysproRecord[] = [];
	for await (const page of client.list(settings.kind, { ...settings.changes.query, limit: SAMPLE })) {
		records.push(...page.records);
	}
	const items = await itemsOf(
		records.map((record) => ({ change: 'new' as const, record })),
		poll,
	);
	if (items.length > 0) return [items];
	throw new NodeOperationError(context.getNode(), 'No record matches', {
		description:
			'The connection works. Loosen Statuses or Conditions and try again. Once published, the workflow starts on the next one.',
	});
}

async function itemsOf(
	changes: ReadonlyArray<{ change: 'new' | 'changed'; record: SysproRecord }>,
	{ client, parameters }: Poll,
): Promise<INodeExecutionData[]> {
	const context = { client, parameters, once: memo(), hint: () => undefined };
	const items: INodeExecutionData[] = [];
	for (const { change, record } of changes) {
		for (const row of await shown([record], context)) items.push({ json: { change, ...row } as IDataObject });
	}
	return items;
}
