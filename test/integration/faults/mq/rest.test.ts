import { closeAllPools } from '../../../../kit/http/pools';
import { MqBench } from '../../../support/mq/mqBench';
import type { PageRow } from '../page';
import { expectMatrix, playTrouble } from './matrix';
import { REST_TROUBLES } from './restTroubles';
import { REST } from './works';

const bench = MqBench.forFile();
afterAll(closeAllPools);
const rows: PageRow[] = [];

test('the matrix covers at least forty troubles, each under its own name', () => {
	expect(REST_TROUBLES.length).toBeGreaterThanOrEqual(40);
	expect(new Set(REST_TROUBLES.map(({ name }) => name)).size).toBe(REST_TROUBLES.length);
});

test.each(REST_TROUBLES)(
	'MQ REST, $name: nothing is lost, done twice or wrong in silence',
	async (trouble) => {
		const { said, broken } = await playTrouble(trouble, REST, {
			sandbox: bench.sandbox,
			connectWith: 'rest',
			settingsWith: (more) => bench.settings({ address: bench.sandbox.url, ...more }),
		});
		rows.push({ name: trouble.name, said });
		expect(broken).toEqual([]);
	},
	60_000,
);

test('docs/fault-matrix-mq-rest.md is up to date', () => {
	if (rows.length === REST_TROUBLES.length) expectMatrix('rest', rows, Object.keys(REST));
});
