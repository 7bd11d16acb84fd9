import { readFileSync } from 'node:fs';
import type { Credential, WorkflowJson, WorkflowNode } from './apiTypes';
import { CREDENTIAL_TYPE, NODE_TYPE } from './connection';

/** A value of a resource locator. */
export const located = (mode: string, value: string) => ({ __rl: true, mode, value });

/** The node that starts a workflow by hand. */
export const START: WorkflowNode = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A node of the pack, without its place on the canvas. */
export function sterlingNode(
	name: string,
	credential: Credential,
	parameters: Record<string, unknown>,
	type = NODE_TYPE,
): WorkflowNode {
	return {
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { [CREDENTIAL_TYPE]: { id: credential.id, name: credential.name } },
	};
}

/** A workflow whose nodes run one after another, laid out from left to right. */
export function chain(name: string, nodes: WorkflowNode[]): WorkflowJson {
	const connections: Record<string, unknown> = {};
	nodes.slice(1).forEach((node, index) => {
		connections[nodes[index]!.name] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return {
		name,
		nodes: nodes.map((node, index) => ({ id: `node-${index}`, ...node, position: [index * 240, 0] })),
		connections,
		settings: { executionOrder: 'v1' },
	};
}

/** A workflow file as a person imports it, with this credential chosen in the nodes of the pack. */
export function fromFile(path: string, { id, name }: Credential): WorkflowJson {
	const workflow = JSON.parse(readFileSync(path, 'utf8')) as WorkflowJson;
	for (const node of workflow.nodes) {
		// The trigger and the AI tool carry the name of the node in theirs.
		if (node.type.startsWith(NODE_TYPE)) node.credentials = { [CREDENTIAL_TYPE]: { id, name } };
	}
	return workflow;
}

/** Parameters that create an order of two lines with this number (which may be an expression). */
export const createOrder = (orderNo: string) => ({
	resource: 'order',
	operation: 'create',
	orderNo,
	lines: {
		line: [
			{ itemId: located('id', 'MUG-BLUE'), unitOfMeasure: located('code', 'EACH'), orderedQty: '2', unitPrice: '9.90' },
			{ itemId: located('id', 'MUG-RED'), unitOfMeasure: located('code', 'EACH'), orderedQty: '1', unitPrice: '12.50' },
		],
	},
	addresses: {
		billTo: { firstName: 'Ada', lastName: 'Example', city: 'Exampleton', country: 'US' },
		shipTo: { firstName: 'Ada', lastName: 'Example', city: 'Exampleton', country: 'US' },
	},
	additionalFields: { customerEmailId: 'ada@example.com' },
});

/** Parameters that read the order with this number. */
export const getOrder = (orderNo: string) => ({
	resource: 'order',
	operation: 'get',
	order: located('number', orderNo),
	enterpriseCode: located('code', 'AURORA'),
	documentType: located('code', '0001'),
	output: 'lines',
});

/** The first workflow of the README: create an order, read it back. */
export const firstWorkflow = (credential: Credential, orderNo: string): WorkflowJson =>
	chain('My first Sterling order', [
		START,
		sterlingNode('Create order', credential, createOrder(orderNo)),
		sterlingNode('Read it back', credential, getOrder('={{ $json.OrderNo }}')),
	]);
