import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fieldsOf, operationOf } from '../../kit/n8n/catalogue';
import { LABELS } from './labels';
import { runItems, turnsBy, type Row } from '../../kit/n8n/items';
import type { Parameters } from '../../kit/n8n/parameters';
import { ANY_NUMBER } from '../../kit/n8n/fields/number';
import { steeringCheck } from '../../kit/n8n/steering';
import { connect } from './connect';
import { RESOURCES } from './operations';
import type { RunContext, Work } from './operation';

/** Carries the node's operation out for all items. */
export async function execute(node: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = operationOf(node, RESOURCES);
	const fields = fieldsOf(operation);
	const { client, connection } = await connect(node, attemptsOf(node));
	const work = await operation.work();
	const [execution, timezone] = [node.getExecutionId(), node.getTimezone()];
	const runAll = 'runAll' in work ? work.runAll : undefined;
	return await runItems<RunContext>(node, {
		kind: operation.kind,
		labels: LABELS,
		properties: fields.map(({ property }) => property),
		check: steeringCheck(fields, ANY_NUMBER),
		limit: connection.maxInFlight,
		turnsOf: () => turnsBy(operation.kind === 'write' ? subjectOf : undefined),
		contextOf: (context) => ({
			...context,
			client,
			timezone,
			itemName: `${execution} ${node.getNode().id} ${context.item}`,
		}),
		workAll:
			runAll && (async (contexts, options) => (contexts.some(isDryRun) ? undefined : await runAll(contexts, options))),
		work: async (context) => await run(work, context),
	});
}

/** What names the record that a write is about, in any operation. */
const SUBJECT = ['distributionGroup', 'shipNode', 'itemId', 'reservationId'];

/**
 * Writes to one record run one after another: some read it first and would undo each other, and of two reservations of
 * the same stock at once IV rejects one (IBM: data-reservations).
 */
function subjectOf(parameters: Parameters): string {
	return JSON.stringify(SUBJECT.map((name) => (parameters.has(name) ? parameters.text(name) : '')));
}

function attemptsOf(node: IExecuteFunctions): number | undefined {
	const { maxAttempts } = node.getNodeParameter('options', 0, {}) as { maxAttempts?: number };
	return maxAttempts === undefined ? undefined : Math.max(1, Math.floor(Number(maxAttempts)) || 1);
}

const isDryRun = ({ parameters }: RunContext) => parameters.option('options', 'dryRun', false);

async function run(work: Work, context: RunContext): Promise<Row[]> {
	if (work.call && isDryRun(context)) return [{ dryRun: true, ...context.client.prepare(await work.call(context)) }];
	if ('rows' in work) return work.rows((await context.client.send(await work.call(context))).body, context);
	if ('run' in work) return await work.run(context);
	const [outcome] = await work.runAll([context], { stopOnFailure: true });
	if (outcome.status === 'done') return outcome.value;
	throw outcome.status === 'failed' ? outcome.error : new TypeError('The item was skipped');
}
