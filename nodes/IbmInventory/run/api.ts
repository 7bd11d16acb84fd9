import type { InventoryCall } from '../../../clients/inventory';
import { namedEntries } from '../../../kit/n8n/entries';
import { isRecord } from '../../../kit/record';
import type { RunContext, Work } from '../operation';
import { json } from './values';

const queryOf = ({ parameters }: RunContext): Record<string, string> =>
	namedEntries(parameters, 'query', (entry) => entry.exactText('value'));

/** The path without its query; the client checks that it stays below the tenant. @throws TypeError */
function pathOf(context: RunContext): string {
	const path = context.parameters.requiredText('path').replace(/^\/+/, '');
	if (/[?#]/.test(path)) throw new TypeError('Path contains a "?" or "#": enter the query under Query Parameters');
	return path;
}

function callOf(context: RunContext): InventoryCall {
	const { parameters } = context;
	const method = (parameters.text('method') || 'GET') as InventoryCall['method'];
	const isKeyed = method !== 'POST' && method !== 'PATCH';
	const kind = isKeyed || parameters.option('options', 'isKeyed', false) ? 'keyed' : 'write';
	return {
		service: context.parameters.requiredText('service'),
		method,
		path: pathOf(context),
		// What an unknown path responds with is for the user to judge.
		expects: () => true,
		query: queryOf(context),
		body: method === 'GET' ? undefined : json(context, 'body'),
		kind: method === 'GET' ? 'read' : kind,
		deletes: method === 'DELETE',
	};
}

/** A list makes one item for each entry; an empty response says that the call worked. */
export const callAny: Work = {
	call: callOf,
	rows: (body) => {
		if (body === undefined) return [{ success: true }];
		const entries: unknown[] = Array.isArray(body) ? body : [body];
		return entries.map((entry) => (isRecord(entry) ? entry : { value: entry }));
	},
};
