import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Expression, type INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../../engine/workflow';

/** A template's file, with its nodes by name. */
export function template(name: string) {
	const path = resolve(__dirname, '../../../templates', `${name}.json`);
	const workflow = JSON.parse(readFileSync(path, 'utf8')) as WorkflowFile;
	const node = (title: string): INode => {
		const found = workflow.nodes.find((each) => each.name === title);
		if (!found) throw new Error(`${name} has no node "${title}"`);
		return found;
	};
	return { workflow, node };
}

/** The expression of a field that an Edit Fields node sets, evaluated by n8n. */
export function evaluate(node: INode, field: string, data: Record<string, unknown>): unknown {
	const { assignments } = (node.parameters as { assignments: { assignments: Array<{ name: string; value: string }> } })
		.assignments;
	const { value } = assignments.find(({ name }) => name === field)!;
	Expression.initializeGlobalContext(data as never);
	return Expression.resolveWithoutWorkflow(value.replace(/^=/, ''), data as never);
}

interface Item {
	json: Record<string, unknown>;
}

/** Runs the code of a Code node on items; `nodes` are the items of the nodes that it names. */
export function runCode(
	node: INode,
	items: object[],
	nodes: Record<string, object[]> = {},
	memory: object = {},
): Item[] {
	const input = (given: object[]) => ({
		all: () => given.map((json) => ({ json })),
		first: () => ({ json: given[0] }),
		last: () => ({ json: given.at(-1) }),
	});
	const code = new Function('$input', '$', '$getWorkflowStaticData', String(node.parameters.jsCode));
	return code(
		input(items),
		(name: string) => input(nodes[name] ?? []),
		() => memory,
	) as Item[];
}
