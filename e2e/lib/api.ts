import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Line, majorOf, n8nFolder } from './installN8n';
import {
	OWNER,
	type Credential,
	type DynamicRequest,
	type Execution,
	type ExecutionSummary,
	type NodeType,
	type Owner,
	type StoredWorkflow,
	type TestResult,
	type WorkflowJson,
} from './apiTypes';
import { waitFor } from './process';

/** A response of n8n that is not a success. */
export class N8nApiError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

const FINAL = new Set<Execution['status']>(['success', 'error', 'crashed', 'canceled']);

/** The items that a node put out on one of its outputs (the first one by default), in its last run. */
export function outputOf(execution: Execution, node: string, output = 0): Array<Record<string, unknown>> {
	const run = execution.data.resultData.runData[node]?.at(-1);
	return (run?.data?.main?.[output] ?? []).map((item) => item.json);
}

/**
 * n8n's own REST interface, the one its editor uses (not the public API). It is not documented; paths
 * and bodies were read in n8n 1.123.81 and 2.41.1, and each is used by the end-to-end run.
 */
export class N8nApi {
	private cookie = '';

	/** Unpacks execution data (a format with back references), with the library that n8n packs it with. */
	private readonly unflatten: (text: string) => Execution['data'];

	constructor(
		readonly url: string,
		private readonly line: Line,
	) {
		const load = createRequire(join(n8nFolder(line), 'node_modules', 'n8n', 'package.json'));
		this.unflatten = (load('flatted') as { parse: (text: string) => Execution['data'] }).parse;
	}

	/** Sends one request and returns the `data` of the response (or the whole response where it has none). */
	async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				// n8n ties a session to this header; any constant does.
				'browser-id': 'end-to-end',
				...(this.cookie ? { cookie: this.cookie } : {}),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
		if (cookies.length) this.cookie = cookies.join('; ');
		const text = await response.text();
		let answer: { data?: T; message?: string } = {};
		try {
			answer = JSON.parse(text) as typeof answer;
		} catch {
			answer = { message: text.slice(0, 300) };
		}
		if (!response.ok) {
			throw new N8nApiError(response.status, `${method} ${path}: HTTP ${response.status} ${answer.message ?? ''}`);
		}
		return (answer.data ?? answer) as T;
	}

	/** Sets up the owner of a fresh instance and stays logged in as that person. */
	async setUpOwner(owner: Owner = OWNER): Promise<void> {
		await this.call('POST', '/rest/owner/setup', owner);
	}

	/** All node types as the editor gets them. */
	async nodeTypes(): Promise<NodeType[]> {
		return await this.call('GET', '/types/nodes.json');
	}

	/** All credential types as the editor gets them. */
	async credentialTypes(): Promise<Array<{ name: string; displayName: string }>> {
		return await this.call('GET', '/types/credentials.json');
	}

	async createCredential(name: string, type: string, data: Record<string, unknown>): Promise<Credential> {
		return await this.call('POST', '/rest/credentials', { name, type, data });
	}

	/**
	 * Runs the connection test of a credential with these values. Like the editor it stores the credential
	 * first, which n8n 1.x insists on; afterwards it is deleted.
	 */
	async testCredential(type: string, data: Record<string, unknown>): Promise<TestResult> {
		const stored = await this.createCredential('Connection test', type, data);
		try {
			const credentials = { id: stored.id, name: stored.name, type, data };
			return await this.call('POST', '/rest/credentials/test', { credentials });
		} finally {
			await this.call('DELETE', `/rest/credentials/${stored.id}`);
		}
	}

	private dynamic(request: DynamicRequest): Record<string, unknown> {
		const { type, version, path, methodName, parameters, credential, filter, paginationToken } = request;
		return {
			path,
			methodName,
			nodeTypeAndVersion: { name: type, version },
			currentNodeParameters: parameters,
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			...(filter === undefined ? {} : { filter }),
			...(paginationToken === undefined ? {} : { paginationToken }),
		};
	}

	/** What a drop-down with `loadOptionsMethod` offers. */
	async options(request: DynamicRequest): Promise<Array<{ name: string; value: string | number }>> {
		return await this.call('POST', '/rest/dynamic-node-parameters/options', this.dynamic(request));
	}

	/** What the list mode of a resource locator offers. */
	async locatorResults(
		request: DynamicRequest,
	): Promise<{ results: Array<{ name: string; value: string }>; paginationToken?: string }> {
		return await this.call('POST', '/rest/dynamic-node-parameters/resource-locator-results', this.dynamic(request));
	}

	/** The fields that a resource mapper shows. */
	async mapperFields(
		request: DynamicRequest,
	): Promise<{ fields: Array<{ id: string; displayName: string; type?: string }> }> {
		return await this.call('POST', '/rest/dynamic-node-parameters/resource-mapper-fields', this.dynamic(request));
	}

	/** Stores a workflow. It is always inactive. */
	async createWorkflow(workflow: WorkflowJson): Promise<StoredWorkflow> {
		return await this.call('POST', '/rest/workflows', { settings: {}, ...workflow, active: false });
	}

	/** Starts a workflow by hand from its trigger node. Returns the id of the execution. */
	async startWorkflow(workflow: StoredWorkflow, trigger: string): Promise<string> {
		const { executionId } = await this.call<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			// 1.x takes the workflow from the body, 2.x from its database and ignores it here.
			{ workflowData: workflow, triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/** Starts a workflow by hand and waits for its end. */
	async runWorkflow(workflow: StoredWorkflow, trigger: string, timeout = 120_000): Promise<Execution> {
		return await this.waitForExecution(await this.startWorkflow(workflow, trigger), timeout);
	}

	/** Retries an execution that failed, with the workflow as it is stored: it continues at the node that failed. */
	async retry(id: string): Promise<void> {
		await this.call('POST', `/rest/executions/${id}/retry`, { loadWorkflow: true });
	}

	/** One execution with the data of each node. */
	async execution(id: string): Promise<Execution> {
		const raw = await this.call<Omit<Execution, 'data'> & { data: string }>('GET', `/rest/executions/${id}`);
		return { ...raw, data: this.unflatten(raw.data) };
	}

	/** Waits until an execution has ended. */
	async waitForExecution(id: string, timeout = 120_000): Promise<Execution> {
		return await waitFor(
			async () => {
				const execution = await this.execution(id);
				// n8n 1.x may set the status a moment before it stores the data.
				return FINAL.has(execution.status) && execution.data?.resultData && execution;
			},
			timeout,
			() => `execution ${id} did not end within ${timeout} ms`,
		);
	}

	/** The executions of a workflow, newest first, without their data. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const page = await this.call<{ results: ExecutionSummary[] }>('GET', `/rest/executions?filter=${filter}&limit=100`);
		return page.results;
	}

	/** Activates (2.x: publishes) a workflow. A trigger that cannot start makes this fail with its message. */
	async activate(workflow: StoredWorkflow): Promise<void> {
		const { id, versionId } = workflow;
		if (majorOf(this.line) === '1') await this.call('PATCH', `/rest/workflows/${id}`, { active: true, versionId });
		else await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	async deactivate(workflow: StoredWorkflow): Promise<void> {
		const { id, versionId } = workflow;
		if (majorOf(this.line) === '1') await this.call('PATCH', `/rest/workflows/${id}`, { active: false, versionId });
		else await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
	}
}
