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
