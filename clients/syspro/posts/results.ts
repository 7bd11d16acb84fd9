import type { PostResult } from '../api';
import type { Outcome } from '../enet/call';
import type { Row } from '../records';
import { text } from '../values';

/** Elements of a key, as they are named in responses of posts. */
const KEYS = [
	'SalesOrder',
	'PurchaseOrder',
	'Grn',
	'Supplier',
	'Invoice',
	'Line',
	'LotNumber',
	'Journal',
	'EntryNumber',
];

/** The result of a post: the keys that SYSPRO assigned, its warnings and its response. After a dry run it has no keys. */
export function resultOf(outcome: Outcome, validateOnly: boolean): PostResult {
	const { recovered, document, keys, issues } = outcome;
	if (recovered) return { ...result('found', validateOnly, [texts(recovered)]), warnings: [] };
	const found = keys.length > 0 ? keys : keysIn(document);
	return { ...result('posted', validateOnly, validateOnly ? [] : found), warnings: issues, response: document };
}

/** The result of a post that was not sent because its outcome was known, such as one that is there already. */
export function result(how: PostResult['how'], validateOnly: boolean, keys: PostResult['keys']): PostResult {
	return { key: keys[0] ?? {}, keys, validateOnly, how, warnings: [], response: null };
}

const texts = (row: Row): Record<string, string> =>
	Object.fromEntries(Object.keys(row).map((name): [string, string] => [name, text(row, name) ?? '']));

/** Where a response has no Key element, its key is among its elements. */
function keysIn(row: Row): Array<Record<string, string>> {
	const own = KEYS.map((name): [string, string | null] => [name, text(row, name)]).filter(
		([, value]) => value !== null,
	) as Array<[string, string]>;
	if (own.length > 0) return [Object.fromEntries(own)];
	return Object.values(row)
		.flat()
		.flatMap((inner) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? keysIn(inner) : []));
}
