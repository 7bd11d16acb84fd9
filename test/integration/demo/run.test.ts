import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { isProven, runSteps, type Stage } from '../../../demo/run';
import { stageOn } from '../../../demo/stage';
import { STEPS, type Step } from '../../../demo/steps';
import { order } from '../../../demo/subjects';
import { table } from '../../../demo/table';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { programsOf } from '../../support/program';
import { watching } from '../../support/watch';
import { copyWithoutEffect } from './withoutEffect';

const root = resolve(__dirname, '../../..');
const program = programsOf('demo/main.ts');
const READ = '04-read-orders.json';
const shipped = order('AUR-1006');
let sandbox: Sandbox;
let stage: Stage;

beforeAll(async () => {
	sandbox = await startSandbox({ mutualTls: true });
	const nodeTypes = { 'n8n-nodes-ibm-sterling.ibmSterlingOms': new IbmSterlingOms() };
	stage = stageOn(sandbox, nodeTypes, join(root, 'demo/workflows'));
});
afterAll(() => sandbox.close());

/** Runs steps; what n8n logs of nodes that fail stays out of the report. */
const quietly = async (...given: Parameters<typeof runSteps>) => await watching(() => runSteps(...given));

async function resultOf(step: Step): Promise<{ isProven: boolean; result: string }> {
	const [{ isProven: proven, result }] = await quietly([step], stage);
	return { isProven: proven, result };
}

const base = { title: 'A step', workflow: READ };

test('a state that was there before is no effect', async () => {
	const now = await shipped.read(stage.sterling);
	expect(now).toMatch(/^Shipped, 1 MUG-BLUE \+ 1 MUG-RED, 24\.80 USD$/);
	expect(await resultOf({ ...base, kind: 'change', effects: [{ subject: shipped, after: now }] })).toEqual({
		isProven: false,
		result: `"${now}" was in Sterling before the step`,
	});
});

test('a node that says something else than Sterling is found out', async () => {
	const now = await shipped.read(stage.sterling);
	const effects = [{ subject: shipped, after: now }];
	const step: Step = { ...base, kind: 'read', say: () => 'Created', effects };
	expect(await resultOf(step)).toEqual({
		isProven: false,
		result: `Sterling has "${now}", the node returned "Created"`,
	});
});

test('a refusal needs its own code', async () => {
	const now = await shipped.read(stage.sterling);
	const effects = [{ subject: shipped, after: now }];
	const step: Step = { ...base, kind: 'refusal', code: 'YFS10137', effects };
	expect(await resultOf(step)).toEqual({ isProven: false, result: 'YFS10137 was expected' });
});

test('a workflow that stops is reported with its error', async () => {
	const [create] = STEPS;
	expect(isProven(await quietly([create], stage))).toBe(true);
	const again = await quietly([create], stage);
	expect(isProven(again)).toBe(false);
	expect(table(again)).toMatch(/✗ the workflow stopped: .*already exists/);
});

test('no change and no refusal counts as proven when no workflow has an effect', async () => {
	const fresh = await startSandbox({ mutualTls: true });
	const workflows = await copyWithoutEffect(stage.workflows, await readdir(stage.workflows));
	try {
		const rows = await quietly(STEPS, stageOn(fresh, stage.engine.nodeTypes, workflows));
		const proven = new Set(rows.filter((row) => row.isProven).map((row) => row.step));
		expect(STEPS.filter(({ kind, title }) => kind !== 'read' && proven.has(title))).toEqual([]);
	} finally {
		await rm(workflows, { recursive: true });
		await fresh.close();
	}
});

test('one step without an effect fails the demo and is named', async () => {
	const folder = await copyWithoutEffect(stage.workflows, ['06-cancel-order.json']);
	// A process of its own: others act on its exit code.
	const command = [program('demo/main.ts'), '--workflows', folder];
	const { status, stdout: output } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
	await rm(folder, { recursive: true });
	expect(status).toBe(1);
	expect(output).toContain('✗ Cancel one');
	expect(output).toMatch(/✗ expected "Cancelled, .*", Sterling has "Scheduled, /);
	const effects = STEPS.flatMap((step) => step.effects);
	expect(output).toContain(`${effects.length - 1} of ${effects.length} effects were read back`);
});

test('a report without rows proves nothing', () => {
	expect(isProven([])).toBe(false);
});
