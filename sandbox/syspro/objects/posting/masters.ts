import type { Row } from '../../database';
import { all, document, textOf, type Content } from '../../xml';
import { fieldError, type BusinessObject } from '../object';
import { hasKey, isSet } from './items';

interface Master {
	/** Root of the response. */
	root: string;
	/** Name of the key. */
	key: string;
	/** Tables of a record, the main one first. */
	tables: readonly string[];
	/** Number of the error for a record that is not there; the next one is for one that is there already. */
	error: number;
}

/** Maintenance of a master file: adds or changes records. Elements that no column has are ignored [captured]. */
const maintenance =
	({ root, key, tables, error }: Master): BusinessObject =>
	(asked) => {
		const { company, input, method } = asked;
		const { database } = company;
		const fail = (code: string, number: number, what: string): Content => ({
			key: { [key.toLowerCase()]: code },
			...(fieldError(key, code, String(number), `${key} '${code}' ${what}`) as object),
		});
		const items = all(input, 'Item').map((item): Content => {
			const code = textOf(item, 'Key', key).trimEnd();
			const own = { [key]: code };
			const isThere = database.find(tables[0], own) !== undefined;
			if (method === 'update' && !isThere) return fail(code, error, 'not found');
			if (method === 'add' && isThere) return fail(code, error + 1, 'already exists');
			if (!isSet(asked, 'ValidateOnly')) {
				const rows = tables.map((table): Row => database.find(table, own) ?? database.insert(table, own));
				for (const { name, text } of item.children) {
					const row = name === key ? undefined : rows.find((each) => Object.hasOwn(each, name));
					if (row) row[name] = text;
				}
			}
			return { Key: own };
		});
		const invalid = items.filter((item) => !hasKey(item)).length;
		return document(root, {
			item: items,
			StatusOfItems: {
				RecordsRead: String(items.length),
				RecordsInvalid: String(invalid),
				RecordsProcessed: String(items.length - invalid),
			},
		});
	};

/** APSSSP: suppliers. */
export const apsssp = maintenance({
	root: 'setupapsupplier',
	key: 'Supplier',
	tables: ['ApSupplier', 'ApSupplierAddr'],
	error: 180001,
});

/** ARSSCS: customers. */
export const arsscs = maintenance({ root: 'setuparcustomer', key: 'Customer', tables: ['ArCustomer'], error: 190001 });
