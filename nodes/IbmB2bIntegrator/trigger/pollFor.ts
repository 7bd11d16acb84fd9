import { NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import type { B2biClient } from '../../../clients/b2bi';
import { cursorStore } from '../../../kit/n8n/cursorStore';
import { datesIn } from '../../../kit/n8n/dates';
import { LABELS } from '../labels';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { triggerParameters } from '../../../kit/n8n/triggerParameters';
import type { Ledger } from '../../../kit/polling/growingIds';
import { connect } from '../connect';
import { settle } from './afterwards';
import type { Found } from './content';
import { pollOnce, sample, type Budget } from './pollOnce';
import { properties } from './properties';
import { readSettings, type Settings } from './settings';

const ledgers = cursorStore<Ledger>('ibmB2bIntegratorTrigger');
/** Messages that a test of the workflow shows. */
const SAMPLE = 3;

/**
 * n8n's side of a poll. Every failure is thrown, so that n8n shows a failed execution and backs off; the ledger is put in
 * place as one new object and only when the poll has succeeded.
 */
export async function pollFor(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		return context.getMode() === 'manual' ? await trySample(context) : await pollOn(context);
	} catch (error) {
		throw error instanceof NodeOperationError ? error : toNodeError(context.getNode(), error, { labels: LABELS });
	}
}

async function pollOn(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const { client, settings } = await prepare(context);
	const present = ledgers.read(context);
	const { ledger, found } = await pollOnce(client, settings, present, budgetOf(context));
	const items = await itemsOf(found, settings, context);
	// Two polls may run at once on the same data (n8n without durable cursors): the one that ends first has returned
	// these messages, so the other one steps back.
	if (ledgers.read(context)?.rev !== present?.rev) return null;
	if (JSON.stringify(ledger) !== JSON.stringify(present)) ledgers.write(context, ledger);
	if (items.length === 0) return null;
	if (settings.afterwards === 'leave') return [items];
	handOver(context, items, async () => await settle(client, found, settings));
	return null;
}

type Arguments<F> = F extends (...given: infer A) => unknown ? A : never;

/** What n8n settles with the run when the execution has ended. */
type Done = NonNullable<Arguments<IPollFunctions['__emit']>[2]>;

/**
 * Hands the items over and works on what follows once their execution has succeeded. n8n reports the end of an execution
 * only to whoever hands the items over himself; it does so in 1.123 and in 2.41.
 */
function handOver(context: IPollFunctions, items: INodeExecutionData[], afterwards: () => Promise<void>): void {
	const done = context.helpers.createDeferredPromise() as Done;
	done.promise
		.then(async (run) => {
			if (run?.status === 'success' && run.data.resultData.error === undefined) await afterwards();
		})
		.catch((error: unknown) => context.__emitError(toNodeError(context.getNode(), error, { labels: LABELS })));
	context.__emit([items], undefined, done);
}

async function trySample(context: IPollFunctions): Promise<INodeExecutionData[][]> {
	const { client, settings } = await prepare(context);
	const items = await itemsOf(await sample(client, settings, SAMPLE), settings, context);
	if (items.length > 0) return [items];
	throw new NodeOperationError(context.getNode(), 'No message matches', {
		description:
			'The connection works and the mailboxes exist. Loosen Name Pattern, or put a message into the mailbox, and try again. Once published, the workflow starts on the next one.',
	});
}

async function itemsOf(
	found: Found[],
	{ outputField }: Settings,
	context: IPollFunctions,
): Promise<INodeExecutionData[]> {
	const { prepareBinaryData } = context.helpers;
	return await Promise.all(
		found.map(async ({ json, file }) => ({
			json: json as IDataObject,
			...(file ? { binary: { [outputField]: await prepareBinaryData(file.bytes, file.name) } } : {}),
		})),
	);
}

async function prepare(context: IPollFunctions): Promise<{ client: B2biClient; settings: Settings }> {
	const dates = datesIn(context.getTimezone());
	const settings = readSettings(triggerParameters(context, dates, properties));
	// n8n polls again, so a fault is not waited out for long here.
	const { client } = await connect(context, { attempts: 2 });
	return { client, settings };
}

/** A poll is over before the next minute's one, where nothing goes wrong. */
const LONGEST_POLL_MS = 50_000;
/** Older versions of n8n set no budget; newer ones give this one to a poll without durable cursors. */
const USUAL_BUDGET_MS = 300_000;

/** Messages are read in the first part of the time. */
function budgetOf(context: IPollFunctions & { getPollBudgetMs?: () => number }): Budget {
	const whole = context.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;
	const lastStart = Date.now() + Math.min(whole, LONGEST_POLL_MS) * 0.6;
	return { isSpent: () => Date.now() >= lastStart };
}
