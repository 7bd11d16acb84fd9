import { ServiceError } from '../../../../kit/errors';
import type { BusinessObjectCall, Elements, Outcome } from '../../../../clients/syspro/enet/call';
import { ComfndTables } from '../../../../clients/syspro/tables/comfnd';

/** A site with so many sales orders that gives at most so many rows at once, and how often it was asked. */
function site(count: number, most: number) {
	const rows = Array.from({ length: count }, (_, index) => ({ SalesOrder: String(index).padStart(6, '0') }));
	const counted = { asked: 0 };
	const call = async ({ xmlIn }: BusinessObjectCall): Promise<Outcome> => {
		counted.asked++;
		const { content } = xmlIn as { content: Elements };
		const from = (content.Where as { Expression: Array<{ Value: string }> } | undefined)?.Expression[0].Value ?? '';
		const page = rows.filter(({ SalesOrder }) => SalesOrder >= from);
		const given = page.slice(0, Math.min(Number(content.ReturnRows), most));
		const document = { Row: given, RowsReturned: `   ${given.length}` };
		return await Promise.resolve({ root: 'SorMaster', document, xml: '', issues: [], counters: {}, keys: [] });
	};
	return { tables: new ComfndTables(call, [count, most]), counted };
}

async function numbersOf(tables: ComfndTables): Promise<unknown[]> {
	const found: unknown[] = [];
	for await (const rows of tables.pages('SorMaster', { select: ['SalesOrder'] }))
		found.push(...rows.map((row) => row.SalesOrder));
	return found;
}

it.each([10, 25, 50, 64, 100, 128, 199, 200, 5000])(
	'a site that gives at most %i rows at once loses none',
	async (most) => {
		const found = await numbersOf(site(777, most).tables);
		expect(found).toHaveLength(777);
		expect(new Set(found).size).toBe(777);
	},
);

it.each([0, 1, 7, 33, 123])('%i rows are read with one call', async (count) => {
	const { tables, counted } = site(count, 5000);
	expect(await numbersOf(tables)).toHaveLength(count);
	expect(counted.asked).toBe(1);
});

describe('columns without the key', () => {
	const LINES = 3;
	/** Lines of sales orders, whose names are all alike, at a site that knows no columns but those asked for. */
	function lines(orders: number, most: number, refusal?: ServiceError) {
		const all = Array.from({ length: orders * LINES }, (_, index) => ({
			SalesOrder: String(Math.floor(index / LINES)).padStart(6, '0'),
			Name: 'MUG',
		}));
		const call = async ({ xmlIn }: BusinessObjectCall): Promise<Outcome> => {
			const { content } = xmlIn as { content: Elements };
			const from = (content.Where as { Expression: Array<{ Value: string }> } | undefined)?.Expression[0].Value;
			if (from !== undefined && refusal) throw refusal;
			const { Column: columns } = content.Columns as { Column: string[] };
			const given = all
				.filter(({ SalesOrder }) => SalesOrder >= (from ?? ''))
				.slice(0, Math.min(Number(content.ReturnRows), most))
				.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column))));
			const document = { Row: given, RowsReturned: String(given.length) };
			return await Promise.resolve({ root: 'SorDetail', document, xml: '', issues: [], counters: {}, keys: [] });
		};
		return new ComfndTables(call, [orders, most, refusal?.message]);
	}

	async function read(tables: ComfndTables): Promise<unknown[]> {
		const found: unknown[] = [];
		for await (const rows of tables.pages('SorDetail', { select: ['Name'], orderby: ['SalesOrder'] }))
			found.push(...rows);
		return found;
	}

	it.each([
		[5, 5000],
		[10, 5000],
		[25, 5000],
		[100, 5000],
		[100, 50],
		[333, 64],
	])('%i orders at a site that gives at most %i rows are all read, and nothing else', async (orders, most) => {
		expect(await read(lines(orders, most))).toEqual(Array.from({ length: orders * LINES }, () => ({ Name: 'MUG' })));
	});

	it.each(['invalidInput', 'server'] as const)('a site that refuses to go on (%s) has sent all', async (category) => {
		const refusal = new ServiceError(category, `GE ${category}`, { effect: 'none' });
		expect(await read(lines(10, 5000, refusal))).toHaveLength(30);
	});

	it('an error that is not about the operator stays one', async () => {
		const refusal = new ServiceError('permission', 'No access', { effect: 'none' });
		await expect(read(lines(10, 5000, refusal))).rejects.toBe(refusal);
	});
});
