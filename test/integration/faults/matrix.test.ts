import { TROUBLES } from './faults';
import { expectPage, runMatrix } from './matrix';
import { runWrites } from './writes';

test('the matrix covers at least forty faults', () => {
	expect(TROUBLES.length).toBeGreaterThanOrEqual(40);
	expect(new Set(TROUBLES.map(({ name }) => name)).size).toBe(TROUBLES.length);
});

test('JSON: nothing is lost or done twice, messages are useful, and docs/fault-matrix.md is up to date', async () => {
	const rows = await runMatrix('json');
	const writes = await runWrites('json');
	expect([...rows, ...writes].filter(({ broken }) => broken.length > 0)).toEqual([]);
	expectPage(rows, writes);
}, 240_000);

test('XML: the same, where any document comes into it', async () => {
	const troubles = TROUBLES.filter(({ login, connection }) => !login && !connection);
	const rows = [...(await runMatrix('xml', troubles)), ...(await runWrites('xml'))];
	expect(rows.filter(({ broken }) => broken.length > 0)).toEqual([]);
}, 240_000);
