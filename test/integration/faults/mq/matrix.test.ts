import { MqBench } from '../../../support/mq/mqBench';
import { expectMatrix, playTrouble } from './matrix';
import type { PageRow } from '../page';
import { TROUBLES } from './troubles';
import { BUILT_IN } from './works';

const bench = MqBench.forFile();
const rows: PageRow[] = [];

test('the matrix covers at least forty troubles, each under its own name', () => {
	expect(TROUBLES.length).toBeGreaterThanOrEqual(40);
	expect(new Set(TROUBLES.map(({ name }) => name)).size).toBe(TROUBLES.length);
});

test.each(TROUBLES)(
	'$name: nothing is lost, done twice or wrong in silence',
	async (trouble) => {
		const { said, broken } = await playTrouble(trouble, BUILT_IN, {
			sandbox: bench.sandbox,
			connectWith: 'builtIn',
			settingsWith: (more) => bench.settings(more),
		});
		rows.push({ name: trouble.name, said });
		expect(broken).toEqual([]);
	},
	60_000,
);

test('docs/fault-matrix-mq.md is up to date', () => {
	if (rows.length === TROUBLES.length) expectMatrix('builtIn', rows, Object.keys(BUILT_IN));
});
