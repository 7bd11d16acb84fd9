import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { isLocator } from './fields/value';
import { resolverOf, UNRESOLVED, type Resolve } from './itemReference';

/** Most items whose own values are held; those in progress and next are fewer by far. */
const HELD = 256;
/** n8n checks values against `validateType` of their descriptions, which ours do not have, and looks for them at each call. */
const PLAIN = { skipValidation: true };

/**
 * Reads parameters of the node for any item. What holds no expression is resolved once, for it is the same for all items,
 * and the rest once for each item: by n8n, or without it where expressions only name fields of the item. `prepare`
 * resolves what other items needed before an item's turn comes, so that the responses of those before it need not wait.
 */
export function parameterReader(context: IExecuteFunctions) {
	const given = context.getNode().parameters;
	let fieldsOf: Array<IDataObject | undefined> | undefined;
	const same = new Map<string, unknown>();
	const own = new Map<number, Map<string, unknown>>();
	/** What differs between items, as far as one of them was read, with the short way to it where there is one. */
	const varying = new Map<string, Resolve | undefined>();
	const valuesOf = (item: number): Map<string, unknown> => {
		const values = own.get(item) ?? new Map<string, unknown>();
		own.set(item, values);
		if (own.size > HELD) own.delete(own.keys().next().value as number);
		return values;
	};
	const isSame = (name: string): boolean => same.has(name) || (!varying.has(name) && !hasExpression(given[name]));
	const resolve = (name: string, item: number): unknown => {
		const short = varying.get(name);
		const fields = short && (fieldsOf ??= fieldsOfItems(context))[item];
		const value = short && fields ? short(fields) : UNRESOLVED;
		return value === UNRESOLVED ? context.getNodeParameter(name, item, null, PLAIN) : value;
	};
	const read = (name: string, item: number): unknown => {
		if (same.has(name)) return same.get(name);
		if (isSame(name)) {
			const value: unknown = context.getNodeParameter(name, item, null, PLAIN);
			same.set(name, value);
			return value;
		}
		if (!varying.has(name)) varying.set(name, resolverOf(given[name]));
		const values = valuesOf(item);
		if (!values.has(name)) values.set(name, resolve(name, item));
		return values.get(name);
	};
	const prepare = (item: number): void => {
		try {
			for (const name of varying.keys()) read(name, item);
		} catch {
			// Whoever needs the value meets the error.
		}
	};
	return { read, prepare, isExpression: expressionsIn(given), isSame };
}

/** Whether an expression gives a parameter of a node, or the one inside a collection or list that dots lead to. */
export function expressionsIn(given: INodeParameters): (path: string) => boolean {
	return (path) => {
		let value: unknown = given;
		for (const name of path.split('.')) {
			value = (value as Record<string, unknown> | null | undefined)?.[name];
			if (isWritten(value)) return true;
		}
		return false;
	};
}

/** What `$json` means for n8n, item by item, where that is the node's own input; otherwise n8n is asked. */
function fieldsOfItems(context: IExecuteFunctions): Array<IDataObject | undefined> {
	try {
		const ofExpressions = (context.getWorkflowDataProxy(0).$input as { all: () => unknown[] }).all();
		// With combined binary data n8n gives the JSON alone.
		const isSame = ({ json }: INodeExecutionData, i: number, known = ofExpressions[i]) =>
			known === json || known === context.getInputData()[i];
		return context.getInputData().map((item, i) => (isSame(item, i) ? item.json : undefined));
	} catch {
		return [];
	}
}

function isWritten(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return isLocator(value) && isWritten(value.value);
}

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}
