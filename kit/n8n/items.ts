import type { IBinaryKeyData, IExecuteFunctions, INode, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { boundedRun, type Result } from './boundedRun';
import { datesIn } from './dates';
import { details, toNodeError, type Labels } from './nodeErrors';
import { parameterReader } from './parameterReader';
import { Parameters } from './parameters';
import type { ValueContext } from './fields/value';

/** What comes out as one item. */
export type Row = Record<string, unknown>;

/** A row with files beside it. */
export class RowWithFiles {
	constructor(
		readonly row: Row,
		readonly files: IBinaryKeyData,
	) {}
}

/** What an operation has at hand while it works on one item, whatever the product. */
export interface ItemContext {
	/** Index of the input item, for the helpers of n8n. */
	item: number;
	parameters: Parameters;
	/** Shows the user something that is no error, once per run. */
	hint: (message: string) => void;
	/** Does something once a run, whichever item asks first. */
	once: <T>(name: string, make: () => Promise<T>) => Promise<T>;
}

export interface ItemPlan<C extends ItemContext> {
	kind: 'read' | 'write';
	/** Most items under way at once. */
	limit: number;
	/** The context of an item with what the product adds. */
	contextOf: (context: ItemContext) => C;
	/** Of the product's credential: errors name the field that helps. */
	labels?: Labels;
	/** Descriptions of the parameters: their labels name what is refused. */
	properties?: readonly INodeProperties[];
	/** What the product's attributes hold. */
	kindOf?: ValueContext['kindOf'];
	/** Items of the same turn run one after another, in order: writes to the same document. */
	turnsOf?: (contexts: readonly C[]) => (context: C) => string | undefined;
	/** The items that come of one item. */
	work: (context: C) => Promise<Array<Row | RowWithFiles>>;
	/**
	 * Works on all items together, for operations that put many items into one call: a result for each, in their order.
	 * Undefined leaves them to `work`, one by one. Must not reject.
	 */
	workAll?: (
		contexts: readonly C[],
		options: { stopOnFailure: boolean },
	) => Promise<Array<Result<Array<Row | RowWithFiles>>> | undefined>;
}

/**
 * The only item loop. Items run with a bounded number in flight and come out in their own order; writes to the same
 * document run one after another. Without Continue On Fail the first failure stops what has not begun; what is under
 * way is waited for, so that nothing is left half done.
 * @throws NodeApiError or NodeOperationError of the first item that failed, unless Continue On Fail is set
 */
export async function runItems<C extends ItemContext>(
	node: IExecuteFunctions,
	{ kind, limit, contextOf, labels, properties, kindOf, turnsOf, work, workAll }: ItemPlan<C>,
): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	const dates = datesIn(node.getTimezone());
	const hints = new Set<string>();
	const once = memo();
	const reader = parameterReader(node);
	const facts = { properties, isExpression: reader.isExpression };
	const contexts = items.map(({ json: item }, i) =>
		contextOf({
			item: i,
			parameters: new Parameters((name) => reader.read(name, i), { dates, item, kindOf }, facts),
			hint: (message) => hints.add(message),
			once,
		}),
	);

	const stopOnFailure = !node.continueOnFail();
	const together = await workAll?.(contexts, { stopOnFailure });
	const results =
		together ??
		(await boundedRun(contexts, {
			limit,
			turn: turnsOf?.(contexts) ?? (() => undefined),
			work,
			prepare: reader.prepare,
			stopOnFailure,
		}));

	const failed = results.findIndex((result) => result.status === 'failed');
	if (failed !== -1 && !node.continueOnFail()) {
		const done = results.filter((result) => result.status === 'done').length;
		const progress = kind === 'write' && items.length > 1 ? `${done} of ${items.length} items were processed.` : '';
		const { error } = results[failed] as { error: unknown };
		throw toNodeError(node.getNode(), error, { itemIndex: failed, progress, labels });
	}

	for (const message of hints) node.addExecutionHints({ message, location: 'outputPane' });
	return [
		results.flatMap((result, item) => {
			if (result.status === 'done') return result.value.map((row) => paired(row, item));
			if (result.status !== 'failed') return [];
			return [onErrorOutput(node.getNode(), result.error, paired(details(result.error, labels), item), labels)];
		}),
	];
}

/** Remembers what was begun, by its name. */
export function memo(): ItemContext['once'] {
	const made = new Map<string, Promise<unknown>>();
	return <T>(name: string, make: () => Promise<T>) => {
		const present = made.get(name) ?? make();
		made.set(name, present);
		return present as Promise<T>;
	};
}

function paired(row: Row | RowWithFiles, item: number): INodeExecutionData {
	const pairedItem = { item };
	if (row instanceof RowWithFiles)
		return { json: row.row as INodeExecutionData['json'], binary: row.files, pairedItem };
	return { json: row as INodeExecutionData['json'], pairedItem };
}

/**
 * Marks an item for the error output. n8n 1.x knows such an item by its `error` alone, but puts the bare message in
 * place of the item's fields if the mark is still there afterwards; it is gone by then, since n8n copies what can be
 * enumerated (measured in n8n 1.123 and 2.41).
 */
export function onErrorOutput(
	node: INode,
	error: unknown,
	item: INodeExecutionData,
	labels?: Labels,
): INodeExecutionData {
	if (node.onError !== 'continueErrorOutput') return item;
	return Object.defineProperty(item, 'error', { value: toNodeError(node, error, { labels }), enumerable: false });
}
