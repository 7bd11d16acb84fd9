import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INode } from 'n8n-workflow';

import { runWorkflow, type EngineOptions, type Finished, type WorkflowFile } from '../engine/workflow';
import { operationNamed } from '../kit/n8n/catalogue';
import { RESOURCES } from '../nodes/IbmSterlingOms/operations';
import type { Json, PlainSterling } from './plainSterling';
import type { Effect, Step } from './steps';

/** One line of the report: what a step did to one document. */
export interface Row {
	step: string;
	/** The APIs behind the workflow's nodes. */
	apis: string[];
	document: string;
	isProven: boolean;
	/** What Sterling holds, or what is wrong with it; may have several lines. */
	result: string;
}

export interface Stage {
	/** Folder of the workflow files. */
	workflows: string;
	engine: EngineOptions;
	/** Reads back what each workflow left in Sterling. */
	sterling: PlainSterling;
	/** Hears of each step as it ends. */
	onStep?: (step: Step, rows: Row[], milliseconds: number) => void;
}

/** Runs the steps in order on n8n's engine and proves each by reading Sterling before and after it. */
export async function runSteps(steps: readonly Step[], stage: Stage): Promise<Row[]> {
	const report: Row[] = [];
	for (const step of steps) {
		const started = performance.now();
		const rows = await runStep(step, stage);
		report.push(...rows);
		stage.onStep?.(step, rows, performance.now() - started);
	}
	return report;
}

/** Whether there is something to show and all of it was read back. */
export function isProven(rows: readonly Row[]): boolean {
	return rows.length > 0 && rows.every((row) => row.isProven);
}

async function runStep(step: Step, { workflows, engine, sterling }: Stage): Promise<Row[]> {
	const file = JSON.parse(readFileSync(join(workflows, step.workflow), 'utf8')) as WorkflowFile;
	const node = file.nodes.at(-1) as INode;
	const apis = file.nodes.flatMap((each) => apisOf(each, engine));
	const read = () => Promise.all(step.effects.map(({ subject }) => subject.read(sterling)));
	const before = await read();
	const finished = await runWorkflow(file, engine);
	const after = await read();
	return step.effects.map((effect, i) => {
		const found = { before: before[i], after: after[i], item: finished.json(node.name)[i] ?? {} };
		const objection = objectionTo(step, effect, found, finished);
		return {
			step: step.title,
			apis,
			document: effect.subject.name,
			isProven: objection === undefined,
			result: objection ?? say(step, effect, found),
		};
	});
}

interface Found {
	before: string;
	after: string;
	/** What the node put out for this subject. */
	item: Json;
}

/** What keeps an effect from being proven; undefined where nothing does. */
function objectionTo(step: Step, effect: Effect, found: Found, { error }: Finished): string | undefined {
	if (error) return `the workflow stopped: ${error.message}`;
	const { before, after, item } = found;
	const expected = typeof effect.after === 'string' ? effect.after : effect.after(before);
	if (after !== expected) return `expected "${expected}", Sterling has "${after}"`;
	switch (step.kind) {
		case 'change':
			return before === after ? `"${after}" was in Sterling before the step` : undefined;
		case 'read': {
			const said = step.say(item);
			return said === after ? undefined : `Sterling has "${after}", the node returned "${said}"`;
		}
		case 'refusal':
			if (before !== after) return `refused, but "${before}" became "${after}"`;
			return refusalOf(item).code === step.code ? undefined : `${step.code} was expected`;
	}
}

function say(step: Step, effect: Effect, { before, after, item }: Found): string {
	if (step.kind === 'refusal') {
		const { code, message } = refusalOf(item);
		return `refused: ${message} [${code}]\nstill ${after}`;
	}
	return typeof effect.after === 'function' && before !== after ? `${before} → ${after}` : after;
}

/** The error in an item of a node that continues on fail. */
function refusalOf(item: Json): { code?: unknown; message?: unknown } {
	return (item.details ?? {}) as Json;
}

/** The APIs behind a Sterling node's operation. A workflow file lacks what is as by default. */
function apisOf(node: INode, { nodeTypes }: EngineOptions): string[] {
	const type = nodeTypes[node.type];
	if (!type) return [];
	const { description } = type;
	const { properties } = description;
	const all = NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description);
	const { api } = operationNamed(RESOURCES, String(all?.resource), String(all?.operation));
	return [api].flat();
}
