import { expectSection, table } from '../page';
import { b2biSite } from './b2bi';
import { runMatrix, type Site } from './engine';
import { inventorySite } from './inventory';
import { sysproSite } from './syspro';
import { TROUBLES } from './troubles';

const PRODUCTS: Array<[heading: string, open: () => Promise<unknown>]> = [
	['Inventory Visibility', inventorySite],
	['B2B Integrator', b2biSite],
	['SYSPRO', sysproSite],
];

test('each trouble has its own name', () => {
	expect(new Set(TROUBLES.map(({ name }) => name)).size).toBe(TROUBLES.length);
});

test.each(PRODUCTS)(
	'%s: nothing is lost, done twice or wrong in silence, and docs/fault-matrix.md is up to date',
	async (heading, open) => {
		const { works, rows } = await runMatrix((await open()) as Site<never>);
		expect(rows.filter(({ broken }) => broken.length > 0).map(({ name, broken }) => ({ name, broken }))).toEqual([]);
		expectSection(heading, table(works, rows));
	},
	240_000,
);
