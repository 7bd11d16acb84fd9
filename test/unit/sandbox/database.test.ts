import fc from 'fast-check';
import { Clock } from '../../../sandbox/kit/clock';
import { defineEntity } from '../../../sandbox/oms/store/entity';
import { SterlingException } from '../../../sandbox/oms/exception';
import { Database } from '../../../sandbox/oms/store/database';

const thing = defineEntity({
	name: 'Thing',
	table: 'YFS_THING',
	key: 'ThingKey',
	unique: [['Number']],
	indexes: ['Colour'],
	columns: { text: 'Number Colour' },
});

function makeDatabase(): Database {
	return new Database(new Map([['Thing', thing]]), new Clock(() => 0));
}

interface Step {
	kind: 'put' | 'delete';
	key: string;
	number: string;
	colour: string;
}

const steps = fc.array(
	fc.record<Step>({
		kind: fc.constantFrom('put', 'put', 'delete'),
		key: fc.constantFrom('1', '2', '3', '4'),
		number: fc.constantFrom('10', '20', '30', '40', '50'),
		colour: fc.constantFrom('red', 'blue'),
	}),
	{ maxLength: 25 },
);

/** Plain maps that do what the tables should do. */
class Model {
	rows = new Map<string, { Number: string; Colour: string }>();

	apply({ kind, key, number, colour }: Step): boolean {
		if (kind === 'delete') this.rows.delete(key);
		else {
			const taken = [...this.rows].some(([other, row]) => other !== key && row.Number === number);
			if (taken) return false;
			this.rows.set(key, { Number: number, Colour: colour });
		}
		return true;
	}
}

function apply(database: Database, { kind, key, number, colour }: Step): boolean {
	if (kind === 'delete') {
		database.delete('Thing', key);
		return true;
	}
	try {
		database.put('Thing', { ThingKey: key, Number: number, Colour: colour });
		return true;
	} catch (error) {
		expect(error).toMatchObject({ code: 'YFC0001' });
		return false;
	}
}

/** Everything that can be read, through keys, indexes and unique constraints. */
function image(database: Database): unknown {
	const colours = ['red', 'blue'].map((colour) => database.where('Thing', 'Colour', colour));
	const numbers = ['10', '20', '30', '40', '50'].map((number) => database.find('Thing', { Number: number }));
	return { all: database.all('Thing'), colours, numbers };
}

test('tables, indexes and unique constraints agree with plain maps', () => {
	fc.assert(
		fc.property(steps, (list) => {
			const database = makeDatabase();
			const model = new Model();
			for (const step of list) expect(apply(database, step)).toBe(model.apply(step));
			const rows = [...model.rows].sort().map(([ThingKey, row]) => ({ ThingKey, ...row }));
			expect(image(database)).toEqual({
				all: rows,
				colours: ['red', 'blue'].map((colour) => rows.filter((row) => row.Colour === colour)),
				numbers: ['10', '20', '30', '40', '50'].map((number) => rows.find((row) => row.Number === number)),
			});
		}),
	);
});

test('an exception undoes all that a transaction wrote, with or without a commit lag', () => {
	fc.assert(
		fc.property(steps, steps, fc.constantFrom(0, 1000), (before, inside, lag) => {
			const database = makeDatabase();
			for (const step of before) apply(database, step);
			const expected = image(database);
			database.commitLagMs = lag;
			expect(() =>
				database.transaction(() => {
					for (const step of inside) apply(database, step);
					throw new SterlingException('X', 'x');
				}),
			).toThrow('x');
			expect(image(database)).toEqual(expected);
			expect(database.read(() => image(database))).toEqual(expected);
		}),
	);
});

test('a transaction inside another one is a part of it', () => {
	const database = makeDatabase();
	expect(() =>
		database.transaction(() => {
			database.transaction(() => database.put('Thing', { ThingKey: '1', Number: '10' }));
			throw new Error('outer');
		}),
	).toThrow('outer');
	expect(database.all('Thing')).toEqual([]);
});

test('with a commit lag readers see the former row until the lag is over, the writer his own', () => {
	let now = 0;
	const database = new Database(new Map([['Thing', thing]]), new Clock(() => now));
	database.put('Thing', { ThingKey: '1', Colour: 'red' });
	database.commitLagMs = 1000;
	database.put('Thing', { ThingKey: '1', Colour: 'blue' });
	database.put('Thing', { ThingKey: '1', Colour: 'blue', Number: '10' });
	const seen = (): string | undefined => database.read(() => database.get('Thing', '1')?.Colour);
	expect([seen(), database.get('Thing', '1')?.Colour]).toEqual(['red', 'blue']);
	now = 1000;
	expect(seen()).toBe('blue');
});

test('keys rise, and begin with the time', () => {
	const database = makeDatabase();
	const keys = Array.from({ length: 50 }, () => database.nextKey());
	expect(keys).toEqual([...keys].sort());
	expect(keys[0]).toMatch(/^19700101000000\d{7}$/);
});
