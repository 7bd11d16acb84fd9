import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { readFlags, wrongUse } from '../../sandbox/flags';
import { prepare, reply, ROOT, start } from '../lab';
import { machine, tableOf } from '../report';
import { judgeLedger, judgeVitals } from './judge';
import { Ledger, type Truth } from './ledger';
import { pageOf } from './page';
import type { FromEngine, Places, ToEngine, ToServer } from './talk';
import { REPORTED } from './triggers';
import type { Vitals } from './vitals';

const WORLD = {
	tooSlowMs: 3000,
	/** Shorter than lag and overlap of the triggers, which is what they promise. */
	longestMs: 5000,
	changes: 4,
	calmRounds: 40,
};

/** How often it says what has happened so far. */
const REPORT_MS = 30_000;

const help = `Writes and polls against the emulated systems while faults are injected, and counts what is lost or done twice.

  npm run soak -- [options]

  --minutes <number>  how long faults are injected (default: 3); starting, and completing open work
                      without faults, takes about another minute
  --seed <number>     seed of the random events (default: 1)
  --out <file>        file for the results (default: bench/soak.md for 20 minutes or more, otherwise none)

Exits with code 1 if anything was lost, done twice, or grew.
`;

async function main(): Promise<void> {
	const values = readFlags({
		minutes: { type: 'string', default: '3' },
		seed: { type: 'string', default: '1' },
		out: { type: 'string' },
		help: { type: 'boolean' },
	});
	if (values.help) {
		console.log(help);
		return;
	}
	const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
	if (!(minutes > 0) || !Number.isInteger(seed)) wrongUse('--minutes and --seed must be numbers');
	await prepare('soakServer', 'soakEngine');
	const { ledger, truth, samples, left } = await soak(minutes, seed);
	const lines = [...judgeLedger(ledger, truth, REPORTED, left), ...judgeVitals(samples)];
	console.log(tableOf(lines));
	const file = values.out ?? (minutes >= 20 ? join(ROOT, 'bench', 'soak.md') : undefined);
	if (file) writeFileSync(file, pageOf({ minutes, seed, machine: machine(), lines, ledger, truth, samples }));
	if (lines.some(({ ok }) => ok === false)) process.exitCode = 1;
}

async function soak(minutes: number, seed: number) {
	const ledger = new Ledger();
	const samples: Vitals[] = [];
	const server = start('soakServer');
	const engine = start('soakEngine', ['--expose-gc']);
	let reporter: NodeJS.Timeout | undefined;
	try {
		const toServer = (message: ToServer) => server.send(message);
		const toEngine = (message: ToEngine) => engine.send(message);
		toServer({ do: 'open', world: { seed, ...WORLD } });
		const target = await reply<Places>(server);
		const finished = new Promise<Record<string, number>>((resolve, reject) => {
			engine.once('exit', (code) => reject(new Error(`The n8n process ended early (${code}).`)));
			server.once('exit', (code) => reject(new Error(`The Sterling process ended early (${code}).`)));
			engine.on('message', (message: FromEngine) => {
				if (message.say === 'notes') message.notes.forEach(ledger.take);
				else if (message.say === 'vitals') samples.push(message.vitals);
				else resolve(message.left);
			});
		});
		toEngine({ do: 'start', target, seed, tooSlowMs: WORLD.tooSlowMs });
		console.log(`Injecting faults for ${minutes} min. Completing open work then takes about another minute.`);
		const began = Date.now();
		const report = () => console.log(`${((Date.now() - began) / 60_000).toFixed(1)} min: ${ledger.soFar}`);
		reporter = setInterval(report, REPORT_MS);
		await Promise.race([wait(minutes * 60_000), finished]);
		console.log('No more faults. Completing open work.');
		toServer({ do: 'calm' });
		toEngine({ do: 'finish' });
		const left = await finished;
		toServer({ do: 'end' });
		return { ledger, samples, left, truth: await reply<Truth>(server) };
	} finally {
		clearInterval(reporter);
		engine.kill();
		server.kill();
	}
}

main().catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
