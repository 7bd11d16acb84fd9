import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../../engine/workflow';

/** A template as a user fills it in. */
export function templateFor(name: string, settings: Record<string, unknown>): WorkflowFile {
	const path = join(resolve(__dirname, '../../..'), 'templates', `${name}.json`);
	const file = JSON.parse(readFileSync(path, 'utf8')) as WorkflowFile;
	for (const node of file.nodes) {
		if (node.name === 'Settings') fill(node, settings);
		if (node.type.endsWith('.syspro')) node.credentials = { sysproApi: { id: 'syspro', name: 'SYSPRO' } };
		if (node.type.endsWith('.ibmB2bIntegrator')) {
			node.credentials = { ibmB2bIntegratorApi: { id: 'b2bi', name: 'B2B Integrator' } };
		}
	}
	const nodes = file.nodes
		.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')
		.map((node) =>
			// The engine starts by hand.
			node.type === 'n8n-nodes-base.scheduleTrigger'
				? { ...node, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} }
				: node,
		);
	return { ...file, nodes };
}

function fill(node: INode, settings: Record<string, unknown>): void {
	const { assignments } = (node.parameters as { assignments: { assignments: Array<{ name: string; value: unknown }> } })
		.assignments;
	for (const each of assignments) if (each.name in settings) each.value = settings[each.name];
}
