import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { connect } from '../shared/connect';
import { details, toNodeError } from '../shared/nodeErrors';
import type { Row } from '../shared/output';
import { Parameters } from '../shared/parameters';
import { operationOf } from './operations';
import type { Operation, RunContext } from './operations/types';
import { runGet } from './run/get';
import { runGetMany } from './run/getMany';
import { inTurn } from './run/inTurn';
import { parameterReader } from './run/parameterReader';
import { runQuery } from './run/query';
import { turnsOf } from './run/turns';
import { runWrite } from './run/write';

/**
 * The only item loop. Items run with a bounded number in flight and come out in their own order; writes to the same
 * document run one after another. Without Continue On Fail the first failure stops what has not begun; what is under
 * way is waited for, so that nothing is left half done.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const operation = operationOf(
		this.getNodeParameter('resource', 0) as string,
		this.getNodeParameter('operation', 0) as string,
	);
	const { client, connection, defaults } = await connect(this);
	const { datesIn } = await import('../shared/dates');
	const dates = datesIn(this.getTimezone());
	const hints = new Set<string>();
	const once = memo();
	const reader = parameterReader(this);
	const contexts = items.map(({ json: item }, i): RunContext => ({
		client,
		defaults,
		parameters: new Parameters((name) => reader.read(name, i), { dates, item }),
		hint: (message) => hints.add(message),
		once,
	}));

	const results = await inTurn(contexts, {
		limit: connection.maxInFlight,
		turn: turnsOf(operation, contexts, this.getNode()),
		work: (context) => run(operation, context),
		prepare: reader.prepare,
		stopOnFailure: !this.continueOnFail(),
	});

	const failed = results.findIndex((result) => result.status === 'failed');
	if (failed !== -1 && !this.continueOnFail()) {
		const done = results.filter((result) => result.status === 'done').length;
		const progress = operation.kind === 'write' && items.length > 1 ? `${done} of ${items.length} items are done.` : '';
		throw toNodeError(this.getNode(), (results[failed] as { error: unknown }).error, failed, progress);
	}

	for (const message of hints) this.addExecutionHints({ message, location: 'outputPane' });
	return [
		results.flatMap((result, item) => {
			if (result.status === 'done') return result.value.map((row) => paired(row, item));
			if (result.status !== 'failed') return [];
			return [onErrorOutput(this.getNode(), result.error, paired(details(result.error), item))];
		}),
	];
}

function run(operation: Operation, context: RunContext): Promise<Row[]> {
	switch (operation.type) {
		case 'get':
			return runGet(operation, context);
		case 'getMany':
			return runGetMany(operation, context);
		case 'query':
			return runQuery(operation, context);
		case 'write':
			return runWrite(operation, context);
		case 'custom':
			return operation.run(context);
	}
}

function memo(): RunContext['once'] {
	const made = new Map<string, Promise<unknown>>();
	return <T>(name: string, make: () => Promise<T>) => {
		const present = made.get(name) ?? make();
		made.set(name, present);
		return present as Promise<T>;
	};
}

function paired(row: Row, item: number): INodeExecutionData {
	return { json: row as INodeExecutionData['json'], pairedItem: { item } };
}

/**
 * Marks an item for the error output. n8n 1.x knows such an item by its `error` alone, but puts the bare message in
 * place of the item's fields if the mark is still there afterwards; it is gone by then, since n8n copies what can be
 * enumerated (measured in n8n 1.123 and 2.41).
 */
function onErrorOutput(node: INode, error: unknown, item: INodeExecutionData): INodeExecutionData {
	if (node.onError !== 'continueErrorOutput') return item;
	return Object.defineProperty(item, 'error', { value: toNodeError(node, error), enumerable: false });
}
