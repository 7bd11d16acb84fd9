/** The person who owns an instance of n8n. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/** The owner of an instance that lives as long as a check; made up, like the password. */
export const OWNER: Owner = {
	email: 'owner@aurora-retail.example',
	firstName: 'Aurora',
	lastName: 'Operator',
	password: 'Aurora-Operator-1',
};

/** A node type as the editor gets it. */
export interface NodeType {
	name: string;
	displayName: string;
	version: number | number[];
	properties: Array<Record<string, unknown>>;
}

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	[key: string]: unknown;
}

export interface WorkflowJson {
	id?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	[key: string]: unknown;
}

export interface StoredWorkflow extends WorkflowJson {
	id: string;
	versionId: string;
	active: boolean;
}

interface ExecutionError {
	message: string;
	description?: string;
	httpCode?: string;
	[key: string]: unknown;
}

interface NodeRun {
	data?: { main?: Array<Array<{ json: Record<string, unknown> }> | null> };
	error?: ExecutionError;
	executionTime: number;
	[key: string]: unknown;
}

export interface Execution {
	id: string;
	status: 'success' | 'error' | 'crashed' | 'canceled' | 'running' | 'waiting' | 'new' | 'unknown';
	mode: string;
	workflowId: string;
	startedAt: string;
	stoppedAt?: string;
	data: { resultData: { runData: Record<string, NodeRun[]>; error?: ExecutionError; lastNodeExecuted?: string } };
}

export interface ExecutionSummary {
	id: string;
	status: Execution['status'];
	mode: string;
	startedAt: string;
	stoppedAt?: string;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
}

export interface TestResult {
	status: 'OK' | 'Error';
	message: string;
}

export interface DynamicRequest {
	/** Type of the node, for example `n8n-nodes-ibm-sterling.ibmSterlingOms`. */
	type: string;
	version: number;
	/** Path of the parameter, for example `parameters.enterpriseCode`. */
	path: string;
	methodName: string;
	parameters: Record<string, unknown>;
	credential: Credential;
	filter?: string;
	paginationToken?: string;
}
