import assert from 'node:assert/strict';
import type { WorkflowNode } from '../lib/apiTypes';
import type { Check, Scene } from '../lib/checks';
import { chain, located, START } from '../lib/workflows';
import { weighed } from './pictures';

const TABLE = 'X12 control numbers';

const x12 = (name: string, parameters: Record<string, unknown>): WorkflowNode => ({
	name,
	type: 'n8n-nodes-ibm-sterling.x12',
	typeVersion: 1,
	position: [0, 0],
	parameters,
});

const order = x12('Purchase order', {
	resource: 'document',
	number: 'PO-1001',
	date: '2026-11-27T00:00:00',
	lines: {
		line: [
			{ vendorPart: 'MUG-BLUE', quantity: '2', unit: 'EA', price: '9.90', description: 'Blue mug' },
			{ vendorPart: 'LAMP-DESK', quantity: '1', unit: 'EA', price: '39.00', description: 'Desk lamp' },
		],
	},
	parties: {
		row: [
			{ role: 'shipTo', name: 'Aurora Retail', city: 'Exampleton', state: 'OH', postalCode: '43004', country: 'US' },
		],
	},
	additionalFields: { currency: 'USD' },
});

/** Inserts a row, whose ID is a number that nobody else gets. n8n 1.x finds a table by its ID only. */
const takeNumber = (table: string): WorkflowNode => ({
	name: 'Take a number',
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1,
	position: [0, 0],
	parameters: {
		resource: 'row',
		operation: 'insert',
		dataTableId: located('id', table),
		columns: { mappingMode: 'defineBelow', value: { partner: 'ACME' }, matchingColumns: [], schema: [] },
		options: {},
	},
});

const envelope = { resource: 'interchange', operation: 'create', senderId: 'AURORA', receiverId: 'ACME' };
const read = x12('Read', { resource: 'interchange', operation: 'read' });

/** Runs the workflow and gives the first item of its node. */
async function itemOf(
	{ api }: Scene,
	name: string,
	nodes: WorkflowNode[],
	node: string,
): Promise<Record<string, unknown>> {
	const stored = await api.createWorkflow(chain(name, [START, ...nodes]));
	const { status, data } = await api.runWorkflow(stored, START.name);
	const run = data.resultData.runData[node]?.[0];
	assert.equal(status, 'success', data.resultData.error?.message);
	const item = run?.data?.main?.[0]?.[0];
	assert.ok(item, `${node} has no item`);
	return item.json;
}

const fileThere: Check = {
	name: 'x12: a document goes into a file and is read back; each execution has a number of its own',
	async run(scene) {
		const nodes = [order, x12('Interchange', envelope), read];
		const numbers: unknown[] = [];
		for (const run of [1, 2]) {
			const item = await itemOf(scene, `X12 file ${run}`, nodes, 'Read');
			assert.equal(item.number, 'PO-1001');
			numbers.push((item.interchange as { controlNumber: string }).controlNumber);
		}
		assert.notEqual(numbers[0], numbers[1]);
		return `control numbers ${numbers.join(' and ')}`;
	},
};

const tableNumbers: Check = {
	name: 'x12: a data table gives the control numbers',
	async run(scene) {
		const { id } = await scene.api.call<{ id: string }>('GET', '/rest/projects/personal');
		const columns = [{ name: 'partner', type: 'string' }];
		const path = `/rest/projects/${id}/data-tables`;
		const table = await scene.api.call<{ id: string }>('POST', path, { name: TABLE, columns });
		const interchange = x12('Interchange', {
			...envelope,
			controlNumberSource: 'workflow',
			controlNumber: "={{ $('Take a number').item.json.id }}",
			document: "={{ $('Purchase order').item.json }}",
		});
		const numbers: unknown[] = [];
		for (const run of [1, 2]) {
			const item = await itemOf(
				scene,
				`X12 table ${run}`,
				[order, takeNumber(table.id), interchange, read],
				'Interchange',
			);
			numbers.push(item.controlNumber);
		}
		assert.deepEqual(numbers, ['1', '2']);
		return `control numbers ${numbers.join(' and ')}`;
	},
};

const pictures: Check = {
	name: 'x12: the panels of the editor',
	async run({ api, editor: open, images }) {
		const nodes = [START, order, x12('Interchange', { ...envelope, outputAs: 'text' })];
		const stored = await api.createWorkflow(chain('Order to X12', nodes));
		const editor = await open();
		await editor.openWorkflow(stored.id);
		await editor.executeWorkflow();
		await editor.openNode('Purchase order');
		const document = await editor.picture(images, 'x12-document');
		await editor.closeNode();
		await editor.openNode('Interchange');
		const interchange = await editor.picture(images, 'x12-interchange');
		await editor.closeNode();
		return weighed(document, interchange);
	},
};

export const x12Checks = [fileThere, tableNumbers, pictures];
