import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { Condition, Kind, SysproApi, SysproRecord } from '../../../clients/syspro';
import { toNodeError } from '../../../kit/n8n/nodeErrors';
import { connect } from '../connect';
import { LABELS } from '../labels';

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;
type Master = Extract<Kind, 'customer' | 'supplier' | 'stockItem'>;

/** Entries of a list of the editor; what is further down is found by typing. */
const MOST_ENTRIES = 200;

interface List<K extends Master> {
	kind: K;
	/** Columns that are searched: the code from its beginning, the name anywhere. */
	code: string;
	name: string;
	label: (record: SysproRecord<K>) => string | null;
}

/** A list of master records, searched on the server for what is typed; the case counts there. */
function listOf<K extends Master>({ kind, code, name, label }: List<K>): Search {
	return async function (filter = '') {
		try {
			const { client } = await connect(this);
			const typed = filter.trim();
			const found = new Map<string, INodeListSearchItems>();
			for (const conditions of searchesFor(typed, code, name)) {
				for await (const { records } of client.list(kind, { conditions, withLines: false, limit: MOST_ENTRIES })) {
					for (const record of records) {
						found.set(record.id, { name: [record.id, label(record)].filter(Boolean).join(' – '), value: record.id });
					}
				}
			}
			return { results: [...found.values()].slice(0, MOST_ENTRIES) };
		} catch (error) {
			throw toNodeError(this.getNode(), error, { labels: LABELS });
		}
	};
}

/** Names are often kept with capitals, so the text is looked for as typed and with a capital. */
function searchesFor(typed: string, code: string, name: string): Condition[][] {
	if (typed === '') return [[]];
	const texts = [...new Set([typed, typed[0].toUpperCase() + typed.slice(1), typed.toUpperCase()])];
	const inName = texts.map((value): Condition[] => [{ column: name, operator: 'contains', value }]);
	return [[{ column: code, operator: 'startswith', value: typed }], ...inName];
}

export const searchSuppliers = listOf({
	kind: 'supplier',
	code: 'Supplier',
	name: 'SupplierName',
	label: ({ header }) => header.name,
});
export const searchCustomers = listOf({
	kind: 'customer',
	code: 'Customer',
	name: 'Name',
	label: ({ header }) => header.name,
});
export const searchStockItems = listOf({
	kind: 'stockItem',
	code: 'StockCode',
	name: 'Description',
	label: ({ header }) => header.description,
});

/** Tables and business activity queries that OData offers. */
export async function searchTables(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
	try {
		const { client } = await connect(this);
		const typed = filter.trim().toLowerCase();
		const names = await tableNames(client);
		return {
			results: names.filter((name) => name.toLowerCase().includes(typed)).map((name) => ({ name, value: name })),
		};
	} catch (error) {
		throw toNodeError(this.getNode(), error, { labels: LABELS });
	}
}

const tableNames = async (client: SysproApi): Promise<string[]> =>
	(await client.entitySets()).map(({ name }) => name).sort();
