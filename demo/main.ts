import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { INodeType } from 'n8n-workflow';

import { builtNodes } from '../engine/builtNodes';
import { startSandbox } from '../sandbox';
import { startB2bi } from '../sandbox/b2bi';
import { startSyspro } from '../sandbox/syspro';
import { runEdiAct } from './edi/act';
import { ediStageOn } from './edi/stage';
import { trailTable } from './edi/table';
import { isProven, runSteps } from './run';
import { stageOn } from './stage';
import { STEPS } from './steps';
import { table } from './table';

const help = `Runs the sample workflows on n8n's engine against the sandbox, and reads back what they did.

  npm run demo -- [options]

  --workflows <folder>  run the workflows of another folder, such as edited copies (default: demo/workflows)
  --help                show this help
`;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

type Say = (text: string) => void;

/** Runs the demo; resolves with the exit code: 0 where every effect was read back. */
export async function demo(given: string[], say: Say): Promise<number> {
	const { values } = parseArgs({ args: given, options: { workflows: { type: 'string' }, help: { type: 'boolean' } } });
	if (values.help) {
		say(help);
		return 0;
	}
	const workflows = values.workflows ? resolve(values.workflows) : join(__dirname, 'workflows');
	// A proxy of this machine cannot reach the sandbox.
	process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1';
	const nodeTypes = await builtNodes();
	const sandbox = await startSandbox({ mutualTls: true });
	// Nothing was written to disk, so an open port is all there is to leave behind.
	const leave = (signal: NodeJS.Signals) => {
		const code = signal === 'SIGINT' ? 130 : 143;
		void sandbox.close().finally(() => process.exit(code));
	};
	for (const signal of SIGNALS) process.once(signal, leave);
	try {
		say(`Sterling sandbox at ${sandbox.url}, mutual TLS`);
		say(`n8n engine with ${Object.keys(nodeTypes).length} nodes of the package from dist/\n`);
		const rows = await runSteps(STEPS, {
			...stageOn(sandbox, nodeTypes, workflows),
			onStep: ({ title, workflow }, done, milliseconds) =>
				say(`${isProven(done) ? '✓' : '✗'} ${title} (${workflow}, ${Math.round(milliseconds)} ms)`),
		});
		say(`\n${table(rows)}\n`);
		const proven = rows.filter((row) => row.isProven).length;
		say(`${proven} of ${rows.length} effects were read back from the sandbox.`);
		const isTrailWhole = values.workflows ? true : await secondAct(nodeTypes, say);
		return isProven(rows) && isTrailWhole ? 0 : 1;
	} finally {
		for (const signal of SIGNALS) process.off(signal, leave);
		await sandbox.close();
	}
}

/** From SYSPRO to the supplier's mailbox and back. @returns whether all of it was read back */
async function secondAct(nodeTypes: Record<string, INodeType>, say: Say): Promise<boolean> {
	const syspro = await startSyspro({ empty: true });
	const b2b = await startB2bi({ withoutMessages: true });
	try {
		say(`\nSecond act: SYSPRO sandbox at ${syspro.url}, B2B Integrator sandbox at ${b2b.url}\n`);
		const stage = ediStageOn(syspro, b2b, nodeTypes);
		const rows = await runEdiAct({
			...stage,
			onStep: (title, workflow, milliseconds) => say(`✓ ${title} (edi/${workflow}, ${Math.round(milliseconds)} ms)`),
		});
		say(`\n${trailTable(rows)}\n`);
		const proven = rows.filter(({ objection }) => objection === undefined).length;
		say(`${proven} of ${rows.length} documents and partners were read back from the sandboxes.`);
		return rows.length > 0 && proven === rows.length;
	} finally {
		await syspro.close();
		await b2b.close();
	}
}

if (require.main === module) {
	demo(process.argv.slice(2), (text) => console.log(text)).then(
		(code) => {
			process.exitCode = code;
		},
		(error: Error) => {
			console.error(`The demo failed: ${error.message}`);
			process.exitCode = 1;
		},
	);
}
