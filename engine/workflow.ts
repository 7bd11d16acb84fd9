import {
	Workflow,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IPinData,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
} from 'n8n-workflow';

import { MemoryCredentials, type StoredCredentials } from './credentials';
import { ExecutionLifecycleHooks, WorkflowExecute } from './n8nCore';
import { nodeTypesOf } from './nodeTypes';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

export interface EngineOptions {
	/** The node classes under test, by their full type: `n8n-nodes-ibm-sterling.ibmSterlingOms`. */
	nodeTypes: Record<string, INodeType>;
	/** Decrypted credentials, by credential id. */
	credentials: StoredCredentials;
	/** IANA time zone of the workflow; the file's own setting wins. */
	timezone?: string;
	/** Items of the trigger; replaces what the file pins. */
	input?: Array<Record<string, unknown>>;
}

/** What a run left behind. */
export interface Finished {
	run: IRun;
	/** Items that a node put out, on its first output unless specified otherwise. */
	items: (node: string, output?: number) => INodeExecutionData[];
	/** The same without pairing: just the JSON. */
	json: (node: string, output?: number) => Array<Record<string, unknown>>;
	/** Hints that a node showed. */
	hints: (node: string) => string[];
	/** The error that ended the run, or undefined. */
	error: Error | undefined;
}

/** Runs a workflow on n8n's own engine (n8n-core), without n8n around it, from its first trigger to its end. */
export async function runWorkflow(file: WorkflowFile, options: EngineOptions): Promise<Finished> {
	const nodeTypes = nodeTypesOf(options.nodeTypes);
	const base: IWorkflowBase = {
		id: 'headless',
		name: file.name ?? 'Headless',
		active: false,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		activeVersionId: null,
		nodes: file.nodes,
		connections: file.connections,
	};
	const workflow = new Workflow({
		...base,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: options.timezone ?? 'UTC', ...file.settings },
	});
	const start = workflow.getStartNode();
	if (!start) throw new Error('The workflow has no trigger to start from');
	const input = options.input?.map((json) => ({ json }) as INodeExecutionData);
	const pinData = input ? { ...file.pinData, [start.name]: input } : file.pinData;

	const execution = new WorkflowExecute(additionalDataFor(base, options), 'manual');
	const run = await execution.run({ workflow, startNode: start, pinData });
	return finished(run);
}

/** What n8n-core wants to know of the n8n around it. */
export function additionalDataFor(base: IWorkflowBase, { credentials }: EngineOptions): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1';
	return {
		credentialsHelper: new MemoryCredentials(credentials),
		hooks: new ExecutionLifecycleHooks('manual', '1', base),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		restApiUrl: url,
		instanceBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		mcpBaseUrl: url,
		mcpTestBaseUrl: url,
		variables: {},
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}

function finished(run: IRun): Finished {
	const { runData, error } = run.data.resultData;
	const last = (node: string) => runData[node]?.at(-1);
	const items = (node: string, output = 0) => last(node)?.data?.main[output] ?? [];
	return {
		run,
		items,
		json: (node, output) => items(node, output).map((item) => item.json),
		hints: (node) => (last(node)?.hints ?? []).map((hint) => hint.message),
		error: error as Error | undefined,
	};
}
