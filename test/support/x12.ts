import type { INode, INodeExecutionData } from 'n8n-workflow';

import { runWorkflow, type Finished, type WorkflowFile } from '../../engine/workflow';
import { X12 } from '../../nodes/X12/X12.node';

const TYPE = 'n8n-nodes-ibm-sterling.x12';
/** One for all runs: making the description takes longer than most of them. */
const nodeTypes = { [TYPE]: new X12() };
const TRIGGER = 'n8n-nodes-base.manualTrigger';

export interface X12Options {
	/** Items that reach the node; one empty item unless specified otherwise. */
	input?: Array<Record<string, unknown>>;
	/** X12 that reaches the node as the file `data`, one for each item. */
	files?: string[];
	/** Settings of the node, such as `onError`. */
	node?: Partial<INode>;
}

/** Runs X12 nodes one after another on n8n's engine; the last one is called `X12`. */
export async function runNodes(steps: Array<INode['parameters']>, options: X12Options = {}): Promise<Finished> {
	const { input = [{}], files, node } = options;
	const names = steps.map((_, index) => (index === steps.length - 1 ? 'X12' : `X12 ${index + 1}`));
	const all: INode[] = steps.map((parameters, index) => ({
		id: String(index + 2),
		name: names[index],
		type: TYPE,
		typeVersion: 1,
		position: [200 * (index + 1), 0],
		parameters,
		...node,
	}));
	const start: INode = { id: '1', name: 'Start', type: TRIGGER, typeVersion: 1, position: [0, 0], parameters: {} };
	const items = files ? files.map(fileItem) : input.map((json) => ({ json }) as INodeExecutionData);
	const file: WorkflowFile = {
		nodes: [start, ...all],
		connections: Object.fromEntries(
			['Start', ...names.slice(0, -1)].map((from, index) => [
				from,
				{ main: [[{ node: names[index], type: 'main', index: 0 }]] },
			]),
		),
		pinData: { Start: items as never },
	};
	return await runWorkflow(file, { nodeTypes, credentials: {} });
}

/** The same with one node. */
export const runX12 = (parameters: INode['parameters'], options?: X12Options) => runNodes([parameters], options);

/** The JSON of the items; fails with the node's own error. */
export async function rowsOf(parameters: INode['parameters'], options?: X12Options) {
	const finished = await runX12(parameters, options);
	if (finished.error) throw finished.error;
	return finished.json('X12');
}

/** Creates a document. */
export const CREATE = { resource: 'document', operation: 'create' };

/** Segments of the document that Create makes, as they are written. */
export async function written(parameters: object, input?: Array<Record<string, unknown>>): Promise<string[]> {
	const [row] = (await rowsOf({ ...CREATE, ...parameters } as never, { input })) as unknown as Array<{
		transaction: { segments: Array<{ id: string; elements: string[] }> };
	}>;
	return row.transaction.segments.map(({ id, elements }) => [id, ...elements].join('*'));
}

/** The text of a binary field. */
export function fileOf(item: INodeExecutionData, field = 'data'): string {
	return Buffer.from(item.binary?.[field]?.data ?? '', 'base64').toString('utf8');
}

function fileItem(text: string): INodeExecutionData {
	const data = Buffer.from(text, 'utf8').toString('base64');
	return { json: {}, binary: { data: { data, mimeType: 'application/edi-x12', fileName: 'in.edi' } } };
}
