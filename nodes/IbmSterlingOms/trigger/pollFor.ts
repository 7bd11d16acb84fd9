import { NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';

import { kindOf } from '../../../clients/oms/attributes';
import { ServiceError } from '../../../kit/errors';
import { connect } from '../connect';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { machine } from '../../../kit/polling/machine';
import { triggerParameters } from '../../../kit/n8n/triggerParameters';
import { readCursor, writeCursor } from './cursorStore';
import { LABELS } from '../labels';
import type { EventItem } from './item';
import { properties } from './fields/properties';
import { poll, type Budget } from './poll';
import { sample } from './sample';
import { readSettings } from './settings';

/**
 * n8n's side of a poll. Every failure is thrown, so that n8n shows a failed execution and backs off; the
 * cursor is put in place as one new object and only when the poll has succeeded (n8n notices nothing less,
 * and saves nothing sooner).
 */
export async function pollFor(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		const items = context.getMode() === 'manual' ? await trySample(context) : await pollOn(context);
		return items.length === 0 ? null : [items.map((json) => ({ json: json as IDataObject }))];
	} catch (error) {
		throw error instanceof NodeOperationError ? error : toNodeError(context.getNode(), error, { labels: LABELS });
	}
}

async function pollOn(context: IPollFunctions): Promise<EventItem[]> {
	const { client, settings } = await prepare(context);
	const present = readCursor(context);
	const budget = budgetOf(context);
	const { cursor, items } = await poll(client, settings, present, budget).catch((error: unknown) => {
		if (budget.signal.aborted) throw tooSlow();
		// A broken connection is common and a poll changes nothing: once more, before it counts as failed.
		if (!(error instanceof ServiceError) || error.category !== 'connection' || budget.isSpent()) throw error;
		return poll(client, settings, present, budget);
	});
	// Two polls may run at once on the same data (n8n without durable cursors): the one that ends first has returned
	// these events, so the other one steps back.
	if (readCursor(context)?.rev !== present?.rev) return [];
	if (cursor) writeCursor(context, cursor);
	return items;
}

async function trySample(context: IPollFunctions): Promise<EventItem[]> {
	const { client, settings } = await prepare(context);
	const items = await sample(client, settings);
	if (items.length > 0) return items;
	throw new NodeOperationError(context.getNode(), 'Sterling has nothing recent that matches these events and filters', {
		description:
			'The connection works and the filters are valid. Loosen the filters, or create such a document in Sterling, and try again. Once published, the workflow starts on the next one.',
	});
}

async function prepare(context: IPollFunctions) {
	// n8n polls again and waits as long as Sterling asks for, so nothing is repeated or waited for here.
	const { client, defaults } = await connect(context, { attempts: 1 });
	const { datesIn } = await import('../../../kit/n8n/dates');
	const dates = datesIn(context.getTimezone());
	const parameters = triggerParameters(context, dates, properties, kindOf);
	return { client, settings: readSettings(parameters, defaults) };
}

/** A poll is over before the next minute's one, where nothing goes wrong. */
const LONGEST_POLL_MS = 50_000;
/** Older versions of n8n set no budget; newer ones give this one to a poll without durable cursors. */
const USUAL_BUDGET_MS = 300_000;

/**
 * Pages are started in the first part of the time; what is in progress is cut off shortly before n8n would do it.
 */
function budgetOf(context: IPollFunctions & { getPollBudgetMs?: () => number }): Required<Budget> {
	const whole = context.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;
	const lastStart = performance.now() + Math.min(whole, LONGEST_POLL_MS) * 0.6;
	return {
		isSpent: () => performance.now() >= lastStart,
		signal: AbortSignal.timeout(Math.floor(whole * 0.95)),
		now: () => machine.now(),
	};
}

function tooSlow(): ServiceError {
	return new ServiceError('timeout', 'Sterling did not respond within the time that n8n gives a poll.', {
		hint: 'Filter by enterprise, have an index created on Modifyts, or raise N8N_SCHEDULER_POLL_TIMEOUT.',
	});
}
