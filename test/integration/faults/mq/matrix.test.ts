import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { MqBench } from '../../../support/mq/mqBench';
import { watching } from '../../../support/watch';
import { TROUBLES } from './troubles';
import { WORKS, type Place } from './works';

const PAGE = resolve(__dirname, '../../../../docs/fault-matrix-mq.md');
const bench = MqBench.forFile();
const rows: Array<{ name: string; said: string[] }> = [];

test('the matrix covers at least forty troubles, each under its own name', () => {
	expect(TROUBLES.length).toBeGreaterThanOrEqual(40);
	expect(new Set(TROUBLES.map(({ name }) => name)).size).toBe(TROUBLES.length);
});

test.each(TROUBLES)(
	'$name: nothing is lost, done twice or wrong in silence',
	async (trouble) => {
		const { sandbox } = bench;
		const said: string[] = [];
		const broken: string[] = [];
		for (const [name, { main, run }] of Object.entries(WORKS)) {
			for (const queue of sandbox.manager.queues.values()) queue.clear();
			trouble.before?.(sandbox);
			for (const fault of trouble.faults ?? []) {
				sandbox.faults.add({ ...fault, api: fault.api === 'main' ? main : fault.api });
			}
			const place: Place = {
				sandbox,
				settings: bench.settings(trouble.settings),
				heal() {
					sandbox.faults.clear();
					trouble.after?.(sandbox);
					place.settings = bench.settings();
				},
			};
			const cell = await watching(async () => await run(place));
			place.heal();
			said.push(cell.said);
			broken.push(...cell.broken.map((what) => `${name}: ${what}`));
		}
		rows.push({ name: trouble.name, said });
		expect(broken).toEqual([]);
	},
	60_000,
);

test('docs/fault-matrix-mq.md is up to date', () => {
	if (rows.length !== TROUBLES.length) return;
	if (process.env.WRITE_DOCS) writeFileSync(PAGE, page());
	expect(page()).toBe(readFileSync(PAGE, 'utf8'));
});

function page(): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const names = Object.keys(WORKS);
	return [
		'# IBM MQ: what happens when something goes wrong',
		'',
		`Written by \`WRITE_DOCS=1 npx jest --testPathPatterns faults/mq\`: each of the ${rows.length} troubles strikes each kind of work of the
built-in client against the emulated queue manager, and the outcome is compared with its queues. The fault strikes the
call that the work is about, unless it names another one. A word in italics is the category of the error.
In every cell no message is lost and none is put twice, and what is reported as failed changed nothing. Only
*uncertain* means that nobody knows; the message says what to look for. For the trigger the trouble ends after a
while: every message has run, under its one ID.`,
		'',
		line(['Trouble', ...names]),
		line(['---', ...names.map(() => '---')]),
		...rows.map(({ name, said }) => line([name, ...said])),
		'',
	].join('\n');
}
