import { resolve } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { builtNodes } from '../../engine/builtNodes';
import { oneNode } from '../../engine/oneNode';
import { runWorkflow } from '../../engine/workflow';
import { schemaFile, writeSchemas } from './files';

const FOLDER = resolve(__dirname, '../../nodes/X12/__schema__/v1.0.0');

type Row = Record<string, unknown>;

/** An order and its response; each operation gets what the one before it gave. */
const STEPS: Array<[file: string, parameters: INodeParameters]> = [
	['document/create', { number: 'PO-1', date: '2026-11-27', lines: { line: [{ vendorPart: 'A', quantity: '1' }] } }],
	['interchange/create', { senderId: 'AURORA', receiverId: 'ACME', outputAs: 'text' }],
	['interchange/check', { inputSource: 'text', text: '={{ $json.text }}' }],
	['interchange/read', { inputSource: 'text', text: '={{ $json.text }}' }],
	['acknowledgement/create', { inputSource: 'text', text: '={{ $json.text }}', outputAs: 'text' }],
	[
		'acknowledgement/match',
		{ inputSource: 'text', text: '={{ $json.text }}', sentDocuments: '={{ $json.documents }}' },
	],
];

/**
 * Output schemas of the node X12 EDI, by file below `__schema__/v1.0.0`: n8n shows them as preview before a node has
 * run. They are taken from what the node gives.
 */
export async function generateX12Schemas(): Promise<Map<string, string>> {
	const nodeTypes = await builtNodes();
	const files = new Map<string, string>();
	let item: Row = {};
	for (const [file, given] of STEPS) {
		const [resource, operation] = file.split('/');
		const node = { type: 'n8n-nodes-ibm-sterling.x12', credentials: {} };
		const workflow = oneNode({ resource, operation, ...given }, node);
		const { error, json } = await runWorkflow(workflow, { nodeTypes, credentials: {}, input: [item] });
		if (error) throw error;
		const rows = json('Sterling');
		files.set(`${file}.json`, schemaFile(rows));
		item = { ...item, ...rows[0] };
	}
	return files;
}

if (require.main === module) void writeSchemas(FOLDER, generateX12Schemas, 'X12');
