import assert from 'node:assert/strict';
import { record, startInventorySandbox, type InventorySandbox } from '../../sandbox/inventory';
import { outputOf } from '../lib/api';
import type { WorkflowNode } from '../lib/apiTypes';
import type { Check } from '../lib/checks';
import { waitFor } from '../lib/process';
import type { Stage } from '../lib/stage';
import { chain, START } from '../lib/workflows';

const CREDENTIAL = 'ibmInventoryApi';
const NODE = 'n8n-nodes-ibm-sterling.ibmInventory';
const CLIENT = { clientId: 'ibm-events', clientSecret: 'Event-Secret-123456' };
const PATH = 'e2e-inventory-events';

const credentialData = (sandbox: InventorySandbox, changes: Record<string, unknown> = {}) => ({
	baseUrl: sandbox.url,
	tenantId: sandbox.tenantId,
	authentication: 'oauth2',
	...sandbox.client,
	caCertificate: sandbox.ca,
	receiveEvents: true,
	eventClientId: CLIENT.clientId,
	eventClientSecret: CLIENT.clientSecret,
	...changes,
});

/** Does something with an emulated tenant of Inventory Visibility and a credential for it. */
async function withTenant<T>(
	{ api }: Stage,
	work: (tenant: InventorySandbox, node: (more: object) => WorkflowNode) => Promise<T>,
): Promise<T> {
	const sandbox = await startInventorySandbox();
	try {
		const { id, name } = await api.createCredential('Inventory sandbox', CREDENTIAL, credentialData(sandbox));
		const node = (more: object) =>
			({
				name: 'Inventory',
				type: NODE,
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
				credentials: { [CREDENTIAL]: { id, name } },
				...more,
			}) as WorkflowNode;
		return await work(sandbox, node);
	} finally {
		await sandbox.close();
	}
}

const connection: Check<Stage> = {
	name: 'inventory: the connection test and the pickers work',
	run: async (stage) =>
		await withTenant(stage, async (sandbox) => {
			const good = await stage.api.testCredential(CREDENTIAL, credentialData(sandbox));
			assert.equal(good.status, 'OK', good.message);
			const wrong = await stage.api.testCredential(CREDENTIAL, credentialData(sandbox, { clientSecret: 'wrong' }));
			assert.equal(wrong.status, 'Error');
			return `${good.message} / ${wrong.message}`;
		}),
};

const availability: Check<Stage> = {
	name: 'inventory: a workflow reads availability',
	run: async (stage) =>
		await withTenant(stage, async (_sandbox, node) => {
			const parameters = {
				resource: 'availability',
				operation: 'getNode',
				itemId: 'MUG-BLUE',
				unitOfMeasure: 'EACH',
				shipNodes: ['AUR_DC1', 'AUR_STORE1'],
			};
			const workflow = await stage.api.createWorkflow(chain('Availability', [START, node({ parameters })]));
			const execution = await stage.api.runWorkflow(workflow, START.name);
			assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
			const rows = outputOf(execution, 'Inventory');
			assert.deepEqual(
				rows.map(({ onHand }) => onHand),
				[995, 18],
			);
			return JSON.stringify(rows[1]);
		}),
};

/** Sends one delivery several times at once, as a list of CloudEvents. */
async function sendAtOnce(
	{ url, tokenUrl, clientId, clientSecret }: { url: string; tokenUrl: string; clientId: string; clientSecret: string },
	events: object[],
): Promise<void> {
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const granted = await fetch(tokenUrl, {
		method: 'POST',
		headers: { Authorization: `Basic ${basic}` },
		body: new URLSearchParams({ grant_type: 'client_credentials' }),
	});
	const { access_token: token } = (await granted.json()) as { access_token: string };
	const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/cloudevents-batch+json' };
	const post = async () => (await fetch(url, { method: 'POST', headers, body: JSON.stringify(events) })).status;
	const statuses = await Promise.all(Array.from({ length: 6 }, post));
	assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200]);
}

/** n8n serves both addresses of the trigger; IBM fetches its token at one and sends events to the other. */
const events: Check<Stage> = {
	name: 'inventory: the trigger serves tokens and accepts each event once, and refuses everybody else',
	run: async (stage) =>
		await withTenant(stage, async (sandbox, node) => {
			const { api, n8n } = stage;
			const trigger = node({
				type: `${NODE}Trigger`,
				webhookId: PATH,
				parameters: { events: ['nodeAvailability', 'supply'] },
			});
			const workflow = await api.createWorkflow(
				chain('Stock events', [
					trigger,
					{ name: 'Nothing more', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} },
				]),
			);
			await api.activate(workflow);
			const at = (path: string) => `${n8n.url}/webhook/${PATH}/${path}`;
			const subscriber = { ...CLIENT, url: at('events'), tokenUrl: at('token') };

			const knock = async () =>
				await fetch(subscriber.url, {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: '[]',
				});
			// n8n 2.x responds before the addresses are there.
			await waitFor(
				async () => (await knock()).status !== 404,
				30_000,
				() => `n8n does not serve ${subscriber.url}:\n${n8n.logs().slice(-2000)}`,
			);
			assert.equal((await knock()).status, 401);
			const wrong = await fetch(subscriber.tokenUrl, {
				method: 'POST',
				headers: { Authorization: 'Basic eDp5' },
				body: 'grant_type=client_credentials',
			});
			assert.equal(wrong.status, 401);

			const now = sandbox.clock.now();
			const supply = record('supply', 'MUG-RED', 'AUR_DC1', 77);
			sandbox.events.stock(supply, sandbox.world.ledger.set(supply, now) ?? 0);
			const { failed } = await sandbox.deliver(subscriber, { twice: true, batch: 2 });
			assert.equal(failed.length, 0, 'n8n refused events');
			await sendAtOnce(subscriber, [
				{ type: 'productAvailability.v2', id: 'own', data: { productId: 'A', currentAvailability: { quantity: 1 } } },
				{ type: 'productAvailability.v2', id: 'damaged' },
			]);
			await api.deactivate(workflow);

			const rows: Array<Record<string, unknown>> = [];
			for (const { id } of (await api.executions(workflow.id)).reverse()) {
				const execution = await api.waitForExecution(id);
				assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
				rows.push(...outputOf(execution, 'Inventory'));
			}
			const [own, damaged] = ['own', 'damaged'].map((id) => rows.filter(({ eventId }) => eventId === id));
			assert.deepEqual([own?.map(({ onHand }) => onHand), damaged?.length], [[1], 1]);
			assert.match(String(damaged?.[0]?.problem), /without type and data/);
			const events = rows
				.filter(({ eventId }) => eventId !== 'own' && eventId !== 'damaged')
				.map(({ event, deliveryMethod = '' }) => `${String(event)} ${String(deliveryMethod)}`.trim())
				.sort();
			assert.deepEqual(events, ['nodeAvailability PICK', 'nodeAvailability SHP', 'supply']);
			return JSON.stringify(rows[0]);
		}),
};

export const inventory = [connection, availability, events];
