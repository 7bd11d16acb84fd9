import { request } from 'node:https';

import { CREDENTIAL_ID } from '../../engine/oneNode';
import { WebhookWorkflow, type WebhookOptions } from '../../engine/webhook';
import { closeAllPools } from '../../kit/http/pools';
import { IbmInventoryTrigger } from '../../nodes/IbmInventory/IbmInventoryTrigger.node';
import { record, startInventorySandbox, type InventorySandbox, type Subscriber } from '../../sandbox/inventory';
import { Authority } from '../../sandbox/kit/certificates';
import { inventoryCredential } from './inventoryBench';
import { secrets } from './watch';

const TYPE = 'n8n-nodes-ibm-sterling.ibmInventoryTrigger';
/** One for all runs: making the description takes longer than most of them. */
const nodeTypes = { [TYPE]: new IbmInventoryTrigger() };
export const CLIENT = { clientId: 'ibm-events', clientSecret: 'Event-Secret-123456' };
/** A token that never changes, for senders that cannot fetch one. */
export const FIXED = 'fixed-token-of-a-bridge';
/** All kinds of events. */
export const ALL = ['nodeAvailability', 'networkAvailability', 'nodeSnapshot', 'networkSnapshot', 'supply', 'demand'];

const authority = new Authority();
const { certificate: cert, key } = authority.server();
const ca = authority.certificate;

/** A workflow with the trigger, and its addresses as IBM would have them. */
export interface Stage extends Subscriber {
	workflow: WebhookWorkflow;
	items: () => Array<Record<string, unknown>>;
}

/** Sends something as anybody could. */
export async function send(
	url: string,
	headers: Record<string, string>,
	body: string,
): Promise<{ status: number; body: string }> {
	return await new Promise((resolve, reject) => {
		const sent = request(
			url,
			{ method: 'POST', ca, headers: { 'Content-Type': 'application/json', ...headers } },
			(response) => {
				let text = '';
				response.on('data', (chunk: Buffer) => (text += chunk.toString()));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
}

/** The proof with which IBM asks for a token. */
export const basic = (id = CLIENT.clientId, secret = CLIENT.clientSecret) => ({
	Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
	'Content-Type': 'application/x-www-form-urlencoded',
});
export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
export const GRANT = 'grant_type=client_credentials';

/** A token, as IBM fetches one. */
export async function tokenOf(at: Stage): Promise<string> {
	const { body } = await send(at.tokenUrl, basic(at.clientId, at.clientSecret), GRANT);
	return (JSON.parse(body) as { access_token: string }).access_token;
}

/** An event of stock, as IBM sends it. */
export const event = (id: string, more: object = {}) => ({
	type: 'productAvailability.v2',
	id,
	data: {
		productId: 'X',
		shipNode: 'DC1',
		computeTs: '2030-01-01T00:00:00Z',
		currentAvailability: { availableQuantity: 1 },
		...more,
	},
});

/** A sandbox for all tests of a file, and workflows with the trigger that end after their test. */
export function triggerForFile() {
	let sandbox: InventorySandbox;
	let open: WebhookWorkflow[] = [];
	beforeAll(async () => {
		sandbox = await startInventorySandbox();
		secrets.add('event secret', CLIENT.clientSecret);
		secrets.add('fixed token', FIXED);
	});
	afterEach(async () => {
		await Promise.all(open.map(async (workflow) => await workflow.close()));
		open = [];
		sandbox.events.take();
	});
	afterAll(async () => {
		await closeAllPools();
		await sandbox.close();
	});
	/** An activated workflow with the trigger, and its addresses as IBM would have them. */
	const stage = async (
		parameters: object = {},
		credential: object = {},
		more: Partial<WebhookOptions> = {},
		id = '1',
	): Promise<Stage> => {
		const data: Record<string, unknown> = inventoryCredential(sandbox, {
			receiveEvents: true,
			eventClientId: CLIENT.clientId,
			eventClientSecret: CLIENT.clientSecret,
			eventToken: FIXED,
			...credential,
		});
		const node = {
			id,
			name: 'Inventory',
			type: TYPE,
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: { events: ALL, ...parameters },
			credentials: { ibmInventoryApi: { id: CREDENTIAL_ID, name: 'Sandbox' } },
		};
		const workflow = new WebhookWorkflow(
			{ nodes: [node], connections: {} },
			{
				nodeTypes,
				credentials: { [CREDENTIAL_ID]: data as never },
				tls: { cert, key },
				...more,
			},
		);
		open.push(workflow);
		const urls = await workflow.open();
		const items = () => workflow.executions.flat().map(({ json }) => json);
		return {
			workflow,
			items,
			url: urls.events,
			tokenUrl: urls.token,
			ca,
			...CLIENT,
			clientSecret: String(data.eventClientSecret),
		};
	};
	/** A change of stock in the sandbox, which raises events. */
	const change = (itemId: string, quantity: number): void => {
		const one = record('supply', itemId, 'AUR_DC1', quantity);
		const now = sandbox.clock.now();
		sandbox.events.stock(one, sandbox.world.ledger.set(one, now) ?? 0);
	};
	return {
		get sandbox() {
			return sandbox;
		},
		stage,
		change,
	};
}
