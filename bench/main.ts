import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readFlags, wrongUse } from '../sandbox/flags';
import { keepProcess, letGo, prepare, ROOT } from './lab';
import { pictureOf } from './picture';
import { machine, ofSmallSizes, tableOf, type Row } from './report';
import { availabilityRow } from './rows/availability';
import { b2biRow } from './rows/b2bi';
import { createRow, growthRow, rateRow } from './rows/create';
import { drainRow } from './rows/drain';
import { loadRow } from './rows/load';
import { mqRow } from './rows/mq';
import { readRows } from './rows/read';
import { sizeRow } from './rows/size';
import { x12Row } from './rows/x12';
import { FULL, QUICK, type Sizes } from './sizes';
import { TRIED } from './tried';

/** The rows by their names, in the order of the page. */
export const ROWS: Record<string, (sizes: Sizes) => Promise<Row>> = {
	load: loadRow,
	size: sizeRow,
	create: createRow,
	rate: rateRow,
	read: readRows,
	drain: drainRow,
	growth: growthRow,
	x12: x12Row,
	availability: availabilityRow,
	b2bi: b2biRow,
	mq: mqRow,
};

const help = `Measures the package against n8n's own request helper and a bare undici pool.

  npm run bench -- [options]

  --quick         small sizes, all in one process, to check that everything works; judges no times or
                  memory, and writes no file
  --only <names>  only some rows: ${Object.keys(ROWS).join(', ')}
  --out <file>    file for the results (default: bench/results.md and its picture for the whole bench)
`;

/** Runs the bench as a command that was given this. */
export async function bench(given: string[], say: (text: string) => void): Promise<void> {
	const values = readFlags(
		{ quick: { type: 'boolean' }, only: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
		given,
	);
	if (values.help) {
		say(help);
		return;
	}
	const names = values.only?.split(',') ?? Object.keys(ROWS);
	const unknown = names.find((name) => !(name in ROWS));
	if (unknown !== undefined) wrongUse(`There is no row "${unknown}": ${Object.keys(ROWS).join(', ')}`);
	await prepare('server', 'contender');
	if (values.quick) keepProcess();
	const rows: Row[] = [];
	for (const name of names) {
		say(`▶ ${name}`);
		const began = performance.now();
		const { lines, text } = await ROWS[name](values.quick ? QUICK : FULL);
		const row = { lines: values.quick ? lines.map(ofSmallSizes) : lines, text };
		say(tableOf(row.lines));
		say(`  took ${((performance.now() - began) / 1000).toFixed(0)} s`);
		rows.push(row);
	}
	await letGo();
	const lines = rows.flatMap((row) => row.lines);
	const missed = lines.filter(({ ok }) => ok === false).length;
	say(`\n${lines.filter(({ ok }) => ok).length} reached, ${missed} missed`);
	const file = values.out ?? (values.quick || values.only ? undefined : join(ROOT, 'bench', 'results.md'));
	if (file) writeFileSync(file, documentOf(rows));
	if (file && !values.out) writeFileSync(join(ROOT, 'docs', 'images', 'bench.svg'), pictureOf(lines));
}

function documentOf(rows: Row[]): string {
	return [
		'# Measured',
		`Written by \`npm run bench\` (${machine()}). Figures are ratios within one run. Contenders take turns in new
processes, against an emulated Sterling in a process of its own, behind a TCP relay that adds the round trip. The
*baseline* is a node that passes each item to n8n-core's \`httpRequest\` helper, with the same client certificate and the
same number of requests in flight, on n8n's own engine, as this package's node does. The *floor* is a bare undici pool
with JSON.parse and nothing else. This package's library and node are compared with it. n8n runs for weeks, so each
contender of a row does its work before it is measured, without the round trip, until V8 has compiled it: 5,000 pieces,
or five times the work, or for five seconds; and large rows twice, or for one and a half seconds. No garbage collection is
forced after that: it would discard compiled code.
The connections and the login of what is measured are new.`,
		'![The main rows as bars](../docs/images/bench.svg)',
		tableOf(rows.flatMap((row) => row.lines)),
		...rows.flatMap(({ text }) => text ?? []),
		TRIED,
		'',
	].join('\n\n');
}

if (require.main === module) {
	bench(process.argv.slice(2), (text) => console.log(text)).catch((error: Error) => {
		console.error(error);
		// Servers that still run end with their connection to this process.
		process.exit(1);
	});
}
