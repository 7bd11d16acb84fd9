import type { INode, INodeExecutionData } from 'n8n-workflow';

import type { InventoryConnection } from '../../clients/inventory';
import type { Finished } from '../../engine/workflow';
import { closeAllPools } from '../../kit/http/pools';
import { IbmInventory } from '../../nodes/IbmInventory/IbmInventory.node';
import { startInventorySandbox, type InventorySandbox, type InventorySandboxOptions } from '../../sandbox/inventory';
import { refusalIn, runProduct, succeeded, type NodeRefusal } from './productRun';
import { assertLogClean, secrets } from './watch';
import type { RunOptions } from './workflow';

type Parameters = INode['parameters'];

const INVENTORY = {
	name: 'Sterling',
	type: 'n8n-nodes-ibm-sterling.ibmInventory',
	node: new IbmInventory(),
	credentialType: 'ibmInventoryApi',
};

/** Credential data for a sandbox, as a user would fill it in. */
export function inventoryCredential(sandbox: InventorySandbox, more: Record<string, unknown> = {}) {
	return {
		baseUrl: sandbox.url,
		tenantId: sandbox.tenantId,
		authentication: 'oauth2',
		...sandbox.client,
		caCertificate: sandbox.ca,
		actionsPerCall: 100,
		advanced: true,
		maxInFlight: 8,
		timeout: 20,
		...more,
	};
}

/** The connection to a sandbox, for tests of the client alone. */
export function inventoryConnection(
	sandbox: InventorySandbox,
	changes: Partial<InventoryConnection> = {},
): InventoryConnection {
	return {
		baseUrl: sandbox.url,
		tenantId: sandbox.tenantId,
		authentication: { style: 'oauth2', ...sandbox.client, oneTokenForAll: false },
		tls: { ca: sandbox.ca },
		timeoutMs: 20_000,
		maxInFlight: 8,
		actionsPerCall: 100,
		...changes,
	};
}

/** Notes the tokens that a sandbox gives out from now on, so that none of them may show. */
function watchTokens({ tokens }: InventorySandbox): void {
	const grant = tokens.grant.bind(tokens);
	tokens.grant = (service, exchange) => {
		const granted = grant(service, exchange);
		secrets.add('access token', (granted.body as { access_token: string }).access_token);
		return granted;
	};
}

/** A sandbox with HTTPS and what tests do with it: run the node on n8n's engine, look at what came of it. */
export class InventoryBench {
	private started?: InventorySandbox;

	/** Starts with the tests of a file and ends after them; faults, log and clock are fresh for each test. */
	static forFile(options: InventorySandboxOptions = {}): InventoryBench {
		const bench = new InventoryBench();
		const known = { ...options.behaviour };
		beforeAll(async () => {
			bench.started = await startInventorySandbox(options);
			watchTokens(bench.started);
			Object.assign(known, bench.started.behaviour);
		});
		afterEach(() => {
			Object.assign(bench.sandbox.behaviour, known);
			bench.sandbox.faults.clear();
			bench.sandbox.log.clear();
		});
		afterAll(async () => {
			await closeAllPools();
			await bench.sandbox.close();
		});
		return bench;
	}

	get sandbox(): InventorySandbox {
		if (!this.started) throw new Error('The sandbox starts with the first test');
		return this.started;
	}

	/** The whole run of one node; fails when anything of it shows a secret. */
	async runNode(
		parameters: Parameters,
		{ input = [{}], credential, timezone, node }: RunOptions = {},
	): Promise<Finished> {
		const data = inventoryCredential(this.sandbox, credential);
		secrets.add('client secret', String(data.clientSecret));
		secrets.add('Basic value', Buffer.from(`${data.clientId}:${data.clientSecret}`).toString('base64'));
		secrets.add('bearer', (credential?.bearerToken as string | undefined) ?? undefined);
		const items = input.map((json) => ({ json }) as INodeExecutionData);
		const finished = await runProduct(INVENTORY, data, parameters, { input: items, node, timezone });
		assertLogClean(this.sandbox.log);
		return finished;
	}

	/** Items that the node puts out. */
	async run(parameters: Parameters, options?: RunOptions): Promise<Array<Record<string, unknown>>> {
		return succeeded(await this.runNode(parameters, options)).json(INVENTORY.name);
	}

	/** The error that ends the run; fails when nothing does. */
	async refused(parameters: Parameters, options?: RunOptions): Promise<NodeRefusal> {
		return refusalIn(await this.runNode(parameters, options));
	}

	/** How often each operation was called since the log was cleared. */
	get requests(): Record<string, number> {
		return this.sandbox.log.counters.requestsByApi;
	}
}
