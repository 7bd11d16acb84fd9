import type { IBinaryKeyData, IExecuteFunctions, INode, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { boundedRun, type Result } from './boundedRun';
import { datesIn } from './dates';
import { details, toNodeError, type Labels } from './nodeErrors';
import { parameterReader } from './parameterReader';
import { Parameters } from './parameters';
import type { ValueContext } from './fields/value';
import { Settled } from './settled';

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

interface ItemPlan<C extends ItemContext> {
	kind: 'read' | 'write';
	/** Most items in progress at once. */
	limit: number;
	/** The context of an item with what the product adds. */
	contextOf: (context: ItemContext) => C;
	/** Of the product's credential: errors name the field that helps. */
	labels?: Labels;
	/** Descriptions of the parameters: their labels name what is refused. */
	properties?: readonly INodeProperties[];
	/** What the product's attributes hold. */
	kindOf?: ValueContext['kindOf'];
	/** Looks at the parameters of an item before anything is done for it. @throws what its item fails with */
	check?: (parameters: Parameters) => void;
	/** Items of the same turn run one after another, in order: writes to the same document. */
	turnsOf?: (contexts: readonly C[]) => (context: C) => string | undefined;
	/** Which items are worked on together, such as the rows of one order; each item by itself where left out. */
	groupsOf?: (contexts: readonly C[]) => Group[];
	/** The items that come of one item, or of a group of items: `context` is that of the first one. */
	work: (context: C, group: readonly C[]) => Promise<Array<Row | RowWithFiles>>;
	/**
	 * Works on all items together, for operations that put many items into one call: a result for each, in their order.
	 * Undefined leaves them to `work`, one by one. Must not reject.
	 */
	workAll?: (
		contexts: readonly C[],
		options: { stopOnFailure: boolean },
	) => Promise<Array<Result<Array<Row | RowWithFiles>>> | undefined>;
}

/** Items that are worked on together, by their indices in ascending order. */
export interface Group {
	items: number[];
	/** Why they cannot be worked on. Without Continue On Fail, nothing else is started then. */
	error?: unknown;
}

/**
 * The only item loop. Items run with a bounded number in flight and come out in their own order; writes to the same
 * document run one after another. Without Continue On Fail, the first failure stops what has not started; what is under
 * way is waited for, so that nothing is left half done.
 * @throws NodeApiError or NodeOperationError of the first item that failed, unless Continue On Fail is set
 */
export async function runItems<C extends ItemContext>(
	node: IExecuteFunctions,
	{ kind, limit, contextOf, labels, properties, kindOf, check, turnsOf, groupsOf, work, workAll }: ItemPlan<C>,
): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	const dates = datesIn(node.getTimezone());
	const hints = new Set<string>();
	const once = memo();
	const reader = parameterReader(node);
	const { isExpression, isSame } = reader;
	const hint = (message: string) => void hints.add(message);
	const facts = { properties, isExpression, settled: new Settled(isSame) };
	const contexts = items.map(({ json: item }, i) =>
		contextOf({
			item: i,
			parameters: new Parameters((name) => reader.read(name, i), { dates, item, kindOf }, facts),
			hint,
			once,
		}),
	);

	const stopOnFailure = !node.continueOnFail();
	const groups = groupsOf?.(contexts) ?? contexts.map((_, item): Group => ({ items: [item] }));
	const unclear = groups.find(({ error }) => error !== undefined);
	if (unclear && stopOnFailure)
		throw toNodeError(node.getNode(), unclear.error, { itemIndex: unclear.items[0], labels });
	const turn = turnsOf?.(contexts) ?? (() => undefined);
	const together = workAll && (await checkedTogether(contexts, workAll, { check, stopOnFailure }));
	const results =
		together ??
		(await boundedRun(groups, {
			limit,
			turn: ({ items: [first] }) => turn(contexts[first]),
			work: ({ items: members, error }) => {
				if (error !== undefined) throw error;
				const group = members.map((item) => contexts[item]);
				for (const { parameters } of group) check?.(parameters);
				return work(group[0], group);
			},
			prepare: (group) => groups[group].items.forEach((item) => reader.prepare(item)),
			stopOnFailure,
		}));

	const failed = results.findIndex((result) => result.status === 'failed');
	if (failed !== -1 && stopOnFailure) {
		const done = groups.filter((_, i) => results[i].status === 'done').flatMap((group) => group.items).length;
		const progress = kind === 'write' && items.length > 1 ? `${done} of ${items.length} items were processed.` : '';
		const { error } = results[failed] as { error: unknown };
		throw toNodeError(node.getNode(), error, { itemIndex: groups[failed].items[0], progress, labels });
	}

	for (const message of hints) node.addExecutionHints({ message, location: 'outputPane' });
	return [
		results.flatMap((result, i) => {
			if (result.status === 'done') return result.value.map((row) => paired(row, groups[i].items));
			if (result.status !== 'failed') return [];
			const item = paired(details(result.error, labels), groups[i].items);
			return [onErrorOutput(node.getNode(), result.error, item, labels)];
		}),
	];
}

/** Works on all items together that pass the check; one that does not fails alone, or stops all of them. */
async function checkedTogether<C extends ItemContext>(
	contexts: readonly C[],
	workAll: NonNullable<ItemPlan<C>['workAll']>,
	{ check, stopOnFailure }: Pick<ItemPlan<C>, 'check'> & { stopOnFailure: boolean },
): ReturnType<NonNullable<ItemPlan<C>['workAll']>> {
	const failed = new Map<C, unknown>();
	for (const context of contexts) {
		try {
			check?.(context.parameters);
		} catch (error) {
			failed.set(context, error);
		}
	}
	const passed = contexts.filter((context) => !failed.has(context));
	const mayStart = passed.length > 0 && (failed.size === 0 || !stopOnFailure);
	const results = mayStart ? await workAll(passed, { stopOnFailure }) : [];
	if (results === undefined) return undefined;
	let next = 0;
	return contexts.map((context) =>
		failed.has(context) ? { status: 'failed', error: failed.get(context) } : (results[next++] ?? { status: 'skipped' }),
	);
}

/**
 * Turns by what an operation names of an item; undefined where it names nothing. What cannot be read has no turn: the
 * work on that item says why.
 */
export const turnsBy =
	(name: ((parameters: Parameters) => string) | undefined) =>
	({ parameters }: ItemContext): string | undefined => {
		try {
			return name?.(parameters);
		} catch {
			return undefined;
		}
	};

/** Makes each thing once by its name, and returns the same one afterwards. */
export function memo(): ItemContext['once'] {
	const made = new Map<string, Promise<unknown>>();
	return <T>(name: string, make: () => Promise<T>) => {
		const present = made.get(name) ?? make();
		made.set(name, present);
		return present as Promise<T>;
	};
}

/** The output item, with the input items that it comes from. */
function paired(row: Row | RowWithFiles, items: readonly number[]): INodeExecutionData {
	const [first, ...more] = items;
	const pairedItem = more.length === 0 ? { item: first } : items.map((item) => ({ item }));
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
