import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';

import { STEPS, type Effect } from '../../../demo/steps';
import { programsOf } from '../../support/program';

// A run of its own takes some seconds, most of them for loading n8n's engine.
jest.setTimeout(120_000);

const root = resolve(__dirname, '../../..');
const effects = STEPS.flatMap((step) => step.effects);

const program = programsOf('demo/main.ts');
/** As `npm run demo` starts it. */
const BY_NPM = ['--import', 'tsx', 'demo/main.ts'];

function startDemo(...command: string[]): { child: ChildProcess; output: () => string } {
	// A proxy that nobody can reach must not matter.
	const env = { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9' };
	const child = spawn(process.execPath, command, { cwd: root, env });
	let text = '';
	child.stdout?.on('data', (part: Buffer) => (text += part.toString()));
	child.stderr?.on('data', (part: Buffer) => (text += part.toString()));
	return { child, output: () => text };
}

test('every effect is read back from the sandbox, and the table says so', async () => {
	const { child, output: said } = startDemo(program('demo/main.ts'));
	const [code] = (await once(child, 'close')) as [number | null];
	const output = said();
	expect(output).toContain(`${effects.length} of ${effects.length} effects were read back`);
	expect(code).toBe(0);
	for (const { title, effects: own } of STEPS) {
		expect(output).toContain(`✓ ${title}`);
		for (const { subject, after } of own) expect(output).toMatch(rowOf(subject.name, after));
	}
	expect(output).toContain('6 of 6 documents and partners were read back from the sandboxes.');
	expect(output).toMatch(/Purchase order \d+ +4703 +850 \d+, 1 line, quantity 6 +accepted +rejected/);
	expect(output).toMatch(/refused: YFS: Order cannot be modified in current status \[YFS10137\]/);
});

test('Ctrl-C ends the demo and its sandbox', async () => {
	const { child, output } = startDemo(...BY_NPM);
	await new Promise<void>((done) => child.stdout?.on('data', () => output().includes('mutual TLS') && done()));
	child.kill('SIGINT');
	const [code] = (await once(child, 'close')) as [number | null];
	expect(code).toBe(130);
	const port = Number(/127\.0\.0\.1:(\d+)/.exec(output())?.[1]);
	const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
	expect(error.code).toBe('ECONNREFUSED');
});

function rowOf(document: string, result: Effect['after']): RegExp {
	const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	if (typeof result !== 'string') return new RegExp(`${literal(document)} +\\d+ on hand`);
	return new RegExp(`${literal(document)} +(refused: .*\\n +still )?${literal(result)}$`, 'm');
}
