import fc from 'fast-check';
import { Clock } from '../../../sandbox/kit/clock';
import { Element } from '../../../sandbox/oms/document/element';
import { defineEntity, type Row } from '../../../sandbox/oms/store/entity';
import { select } from '../../../sandbox/oms/engine/select';
import { Database } from '../../../sandbox/oms/store/database';

const thing = defineEntity({
	name: 'Thing',
	table: 'YFS_THING',
	key: 'ThingKey',
	indexes: ['Colour'],
	complexQuery: true,
	columns: { text: 'Colour', integer: 'Size', dateTime: 'Made' },
});

const colours = ['red', 'blue', 'green'];
const rowsOf = fc.uniqueArray(
	fc.record({
		ThingKey: fc.stringMatching(/^[0-9]{3}$/),
		Colour: fc.constantFrom(...colours),
		Size: fc.nat(12).map(String),
	}),
	{ selector: (row) => row.ThingKey, maxLength: 30 },
);

function databaseOf(rows: Row[]): Database {
	const database = new Database(new Map([['Thing', thing]]), new Clock(() => 0));
	for (const row of rows) database.put('Thing', row);
	return database;
}

const keys = (rows: Row[]): string[] => rows.map((row) => row.ThingKey);

const everything = { skip: 0, take: Infinity };

test('pages by key, put together, are the whole result', () => {
	const size = fc.integer({ min: 1, max: 7 });
	fc.assert(
		fc.property(rowsOf, size, fc.constantFrom(...colours, ''), (rows, take, colour) => {
			const database = databaseOf(rows);
			const found: Row[] = [];
			for (let last = false; !last;) {
				const input = new Element('Thing', {
					Colour: colour,
					ThingKeyQryType: 'GT',
					ThingKey: found[found.length - 1]?.ThingKey ?? '',
				});
				const page = select(database, thing, input, { skip: 0, take });
				expect(page.rows.length).toBeLessThanOrEqual(take);
				found.push(...page.rows);
				last = page.last;
			}
			const expected = rows.filter((row) => colour === '' || row.Colour === colour);
			expect(keys(found)).toEqual(keys(expected).sort());
		}),
	);
});

test('sorting is by the column’s type, equal values by key', () => {
	fc.assert(
		fc.property(rowsOf, fc.boolean(), (rows, descending) => {
			const input = new Element('Thing', {}, [
				new Element('OrderBy', {}, [new Element('Attribute', { Name: 'Size', Desc: descending ? 'Y' : 'N' })]),
			]);
			const { rows: found } = select(databaseOf(rows), thing, input, everything);
			const sign = descending ? -1 : 1;
			const expected = [...rows].sort(
				(a, b) => sign * (Number(a.Size) - Number(b.Size)) || (a.ThingKey < b.ThingKey ? -1 : 1),
			);
			expect(keys(found)).toEqual(keys(expected));
		}),
	);
});

const operators: Record<string, (size: number, wanted: number) => boolean> = {
	EQ: (size, wanted) => size === wanted,
	NE: (size, wanted) => size !== wanted,
	GT: (size, wanted) => size > wanted,
	GE: (size, wanted) => size >= wanted,
	LT: (size, wanted) => size < wanted,
	LE: (size, wanted) => size <= wanted,
};

test('a comparison as an attribute and in a ComplexQuery finds what plain code finds', () => {
	fc.assert(
		fc.property(rowsOf, fc.constantFrom(...Object.keys(operators)), fc.nat(12), (rows, operator, wanted) => {
			const database = databaseOf(rows);
			const expected = keys(rows.filter((row) => operators[operator](Number(row.Size ?? 0), wanted))).sort();
			const plain = new Element('Thing', { Size: String(wanted), SizeQryType: operator });
			const expression = new Element('Exp', { Name: 'Size', Value: String(wanted), QryType: operator });
			const complex = new Element('Thing', {}, [
				new Element('ComplexQuery', {}, [new Element('Or', {}, [expression])]),
			]);
			for (const input of [plain, complex]) {
				expect(keys(select(database, thing, input, everything).rows)).toEqual(expected);
			}
		}),
	);
});
