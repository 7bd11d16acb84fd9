import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';

import { demo } from '../../../demo/main';
import { STEPS, type Effect } from '../../../demo/steps';
import { watching } from '../../support/watch';

const root = resolve(__dirname, '../../..');
const effects = STEPS.flatMap((step) => step.effects);

/** The rows of the second act: what was read back, its acknowledgement (997) and the response to it (855). */
const TRAIL = [
	/^Purchase order 0+1 +4701 +850 0+1, 1 line, quantity 38400 +accepted +accepted$/m,
	/^Purchase order 0+2 +4702 +850 0+2, 2 lines, quantity 160\.5 +accepted +accepted$/m,
	/^Purchase order 0+3 +4703 +850 0+3, 1 line, quantity 6 +accepted +rejected$/m,
	/^Invoice 0+1 +8101 +810 0+1 over 321\.00 +accepted$/m,
	/^Shipment 0+1 +8561 +856 0+1, 1 line, quantity 12 +accepted$/m,
	/^Partner NORTHWIND +0000200: Avenida Nueva 7, Huelva, 21001$/m,
];

test('every effect is read back from the sandboxes, and the tables say so', async () => {
	// A proxy that nobody can reach must not matter.
	process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
	const said: string[] = [];
	const code = await watching(() => demo([], (text) => said.push(text)));
	const output = said.join('\n');
	expect(output).toContain(`${effects.length} of ${effects.length} effects were read back`);
	expect(code).toBe(0);
	for (const { title, effects: own } of STEPS) {
		expect(output).toContain(`✓ ${title}`);
		for (const { subject, after } of own) expect(output).toMatch(rowOf(subject.name, after));
	}
	expect(output).toMatch(/refused: YFS: Order cannot be modified in current status \[YFS10137\]/);
	expect(output).toContain('6 of 6 documents and partners were read back from the sandboxes.');
	for (const row of TRAIL) expect(output).toMatch(row);
});

test('Ctrl-C ends the demo, as npm starts it, and its sandbox', async () => {
	const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], { cwd: root });
	let output = '';
	for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
		output += String(chunk);
		if (output.includes('mutual TLS')) break;
	}
	child.kill('SIGINT');
	const [code] = (await once(child, 'exit')) as [number | null];
	expect(code).toBe(130);
	const port = Number(/127\.0\.0\.1:(\d+)/.exec(output)?.[1]);
	const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
	expect(error.code).toBe('ECONNREFUSED');
});

function rowOf(document: string, result: Effect['after']): RegExp {
	const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	if (typeof result !== 'string') return new RegExp(`${literal(document)} +\\d+ on hand`);
	return new RegExp(`${literal(document)} +(refused: .*\\n +still )?${literal(result)}$`, 'm');
}
