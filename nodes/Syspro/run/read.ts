import type { Key, Kind, ListQuery, SysproRecord, Way } from '../../../clients/syspro';
import { ServiceError } from '../../../kit/errors';
import { dayIn } from '../../../kit/n8n/instant';
import type { Parameters } from '../../../kit/n8n/parameters';
import type { Result, RunContext } from '../operation';
import { conditionsIn } from './conditions';
import { shown, wantsX12 } from './documents';
import { codeIn, optionalCode, statusesIn } from './input';

/** The parameter that names a record of each kind. */
const KEY: Record<Kind, string> = {
	purchaseOrder: 'purchaseOrder',
	invoice: 'invoice',
	dispatchNote: 'dispatchNote',
	salesOrder: 'salesOrder',
	supplier: 'supplier',
	customer: 'customer',
	stockItem: 'stockCode',
};

export async function get(kind: Kind, context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const match = parameters.option<string>('options', 'match', 'exact') === 'tolerant' ? 'tolerant' : 'exact';
	try {
		const record = await client.read(kind, keyIn(kind, parameters), { match, ways: waysIn(parameters) });
		return await shown([record], context);
	} catch (error) {
		const mayHaveZeros = parameters.has('options.match') && /^\d+$/.test(codeIn(parameters, KEY[kind]));
		throw match === 'exact' && mayHaveZeros ? withZeros(error) : error;
	}
}

/** What else a record that was not found may be under. */
function withZeros(error: unknown): unknown {
	if (!(error instanceof ServiceError) || error.category !== 'notFound' || error.hint === undefined) return error;
	const hint = `${error.hint} Or set Options → Match Key to With or Without Leading Zeros.`;
	return error.with({ hint });
}

/** An invoice number may be that of several documents; the others are keys by themselves. */
function keyIn(kind: Kind, parameters: Parameters): Key {
	const code = codeIn(parameters, KEY[kind]);
	if (kind !== 'invoice') return code;
	const customer = optionalCode(parameters, 'customerCode');
	const type = parameters.text('documentType');
	if (customer === undefined && ['', 'any'].includes(type)) return code;
	return {
		Invoice: code,
		...(customer === undefined ? {} : { Customer: customer }),
		...(['', 'any'].includes(type) ? {} : { DocumentType: type }),
	};
}

export async function getMany(kind: Kind, context: RunContext): Promise<Result> {
	const { client, parameters } = context;
	const records: SysproRecord[] = [];
	for await (const page of client.list(kind, queryIn(kind, parameters), { ways: waysIn(parameters) })) {
		records.push(...page.records);
	}
	return await shown(records, context);
}

/** What the parameters ask for. A list of statuses without any means all of them. */
function queryIn(kind: Kind, parameters: Parameters): ListQuery {
	const has = (name: string) => parameters.has(name);
	const given = (path: string, read: (from: Parameters, at: string) => string | undefined) =>
		has(path) ? read(parameters, path) : undefined;
	return {
		...(has('statuses') ? { statuses: statusesIn(parameters, kind) } : {}),
		withCancelled: parameters.flag('options.withCancelled', false),
		dateFrom: given('dateFrom', dayIn),
		dateTo: given('dateTo', dayIn),
		supplier: given('options.supplier', optionalCode),
		customer: given('options.customer', optionalCode),
		conditions: conditionsIn(parameters, 'options.conditions'),
		withLines: wantsX12(parameters) || !parameters.flag('options.headerOnly', false),
		limit: limitIn(parameters),
	};
}

export const limitIn = (parameters: Parameters): number | undefined =>
	parameters.flag('returnAll') ? undefined : parameters.number('limit', 50, { min: 1 });

/** The ways that are chosen, in the order that is fastest; undefined leaves them to the client. */
function waysIn(parameters: Parameters): Way[] | undefined {
	const chosen = parameters.names('options.ways');
	const order: Way[] = ['odata', 'businessObject', 'comfnd'];
	return chosen.length === 0 ? undefined : order.filter((way) => chosen.includes(way));
}
