import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { STEPS } from '../../../demo/steps';
import type { WorkflowFile } from '../../../engine/workflow';

// A run of its own takes some seconds, most of them for loading n8n's engine.
jest.setTimeout(120_000);

const root = resolve(__dirname, '../../..');
const workflows = join(root, 'demo/workflows');
const effects = STEPS.flatMap((step) => step.effects);

function startDemo(...options: string[]): { child: ChildProcess; output: () => string } {
	const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts', ...options], { cwd: root });
	let text = '';
	child.stdout?.on('data', (part: Buffer) => (text += part.toString()));
	child.stderr?.on('data', (part: Buffer) => (text += part.toString()));
	return { child, output: () => text };
}

async function runDemo(...options: string[]): Promise<{ code: number | null; output: string }> {
	const { child, output } = startDemo(...options);
	const [code] = (await once(child, 'close')) as [number | null];
	return { code, output: output() };
}

/** Runs the demo on copies of its workflows in which the named ones only show their request. */
async function runWithoutEffect(...names: string[]): Promise<{ code: number | null; output: string }> {
	const folder = await mkdtemp(join(tmpdir(), 'demo-workflows-'));
	try {
		await cp(workflows, folder, { recursive: true });
		for (const name of names) {
			const file = JSON.parse(await readFile(join(folder, name), 'utf8')) as WorkflowFile;
			Object.assign(file.nodes.at(-1)!.parameters, { options: { dryRun: true } });
			await writeFile(join(folder, name), JSON.stringify(file));
		}
		return await runDemo('--workflows', folder);
	} finally {
		await rm(folder, { recursive: true });
	}
}

test('every effect is read back from the sandbox, and the table says so', async () => {
	const { code, output } = await runDemo();
	expect(output).toContain(`${effects.length} of ${effects.length} effects were read back`);
	expect(code).toBe(0);
	for (const { title, effects: own } of STEPS) {
		expect(output).toContain(`✓ ${title}`);
		for (const { subject, after } of own) expect(output).toMatch(rowOf(subject.name, after));
	}
	expect(output).toMatch(/refused: YFS: Order cannot be modified in current status \[YFS10137\]/);
});

test('one step without an effect fails the demo and is named', async () => {
	const { code, output } = await runWithoutEffect('06-cancel-order.json');
	expect(code).toBe(1);
	expect(output).toContain('✗ Cancel one');
	expect(output).toMatch(/✗ expected "Cancelled, .*", Sterling holds "Scheduled, /);
	expect(output).toContain(`${effects.length - 1} of ${effects.length} effects were read back`);
});

test('nothing counts as proven when no workflow has an effect', async () => {
	const { code, output } = await runWithoutEffect(...(await readdir(workflows)));
	expect(code).toBe(1);
	expect(output).toContain(`0 of ${effects.length} effects were read back`);
});

test('Ctrl-C ends the demo and its sandbox', async () => {
	const { child, output } = startDemo();
	await new Promise<void>((done) => child.stdout?.on('data', () => output().includes('mutual TLS') && done()));
	child.kill('SIGINT');
	const [code] = (await once(child, 'close')) as [number | null];
	expect(code).toBe(130);
	const port = Number(/127\.0\.0\.1:(\d+)/.exec(output())?.[1]);
	const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
	expect(error.code).toBe('ECONNREFUSED');
});

function rowOf(document: string, result: string): RegExp {
	const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`${literal(document)} +(refused: .*\\n +still )?${literal(result)}$`, 'm');
}
