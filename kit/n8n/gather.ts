import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { datesIn } from './dates';
import { memo, onErrorOutput, RowWithFiles, type ItemContext, type Row } from './items';
import { details, toNodeError } from './nodeErrors';
import { parameterReader } from './parameterReader';
import { Parameters } from './parameters';
import { Settled } from './settled';

interface GatherPlan<P> {
	/** Descriptions of the parameters: their labels name what is refused. */
	properties: readonly INodeProperties[];
	/** What an input item contributes. */
	prepare: (context: ItemContext) => P | Promise<P>;
	/** Items of the same group come out as one. */
	groupOf: (prepared: P) => string;
	/** The item that comes of a group. */
	make: (group: readonly P[], context: ItemContext) => Promise<Row | RowWithFiles>;
}

/** An input item, or a group of them, with its indices. */
interface Part<T> {
	items: number[];
	value: T;
}

/**
 * The loop for operations that make one item of several. Under Continue On Fail an item that cannot be prepared comes
 * out as an error of its own, and the others are gathered without it.
 * @throws NodeOperationError of the first item or group that failed, unless Continue On Fail is set
 */
export async function gatherItems<P>(
	node: IExecuteFunctions,
	{ properties, prepare, groupOf, make }: GatherPlan<P>,
): Promise<INodeExecutionData[][]> {
	const dates = datesIn(node.getTimezone());
	const reader = parameterReader(node);
	const { isExpression, isSame } = reader;
	const facts = { properties, isExpression, settled: new Settled(isSame) };
	const hints = new Set<string>();
	const once = memo();
	const output: INodeExecutionData[] = [];
	const contexts = node.getInputData().map(({ json }, item): ItemContext => ({
		item,
		parameters: new Parameters((name) => reader.read(name, item), { dates, item: json }, facts),
		hint: (message) => hints.add(message),
		once,
	}));
	const attempt = async <T>(items: number[], work: () => T | Promise<T>): Promise<Array<Part<T>>> => {
		try {
			return [{ items, value: await work() }];
		} catch (error) {
			if (!node.continueOnFail()) throw toNodeError(node.getNode(), error, { itemIndex: items[0] });
			const json = details(error) as unknown as INodeExecutionData['json'];
			output.push(onErrorOutput(node.getNode(), error, { json, pairedItem: paired(items) }));
			return [];
		}
	};
	const groups = new Map<string, Array<Part<P>>>();
	for (const context of contexts) {
		for (const part of await attempt([context.item], () => prepare(context))) {
			const name = groupOf(part.value);
			groups.set(name, [...(groups.get(name) ?? []), part]);
		}
	}
	for (const parts of groups.values()) {
		const items = parts.flatMap((part) => part.items);
		const group = parts.map(({ value }) => value);
		const made = await attempt(items, () => make(group, contexts[items[0]]));
		for (const { value } of made) output.push(outputOf(value, items));
	}
	for (const message of hints) node.addExecutionHints({ message, location: 'outputPane' });
	return [output];
}

function outputOf(value: Row | RowWithFiles, items: number[]): INodeExecutionData {
	const pairedItem = paired(items);
	if (!(value instanceof RowWithFiles)) return { json: value as INodeExecutionData['json'], pairedItem };
	return { json: value.row as INodeExecutionData['json'], binary: value.files, pairedItem };
}

const paired = (items: number[]) => items.map((item) => ({ item }));
