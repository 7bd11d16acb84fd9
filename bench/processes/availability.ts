import { Agent } from 'undici';

import { CREDENTIAL_ID, oneNode } from '../../engine/oneNode';
import { runWorkflow } from '../../engine/workflow';
import type { InventoryConnection } from '../../clients/inventory';
import type { AvailabilityJob, Outcome, Target } from '../jobs';
import { each, measureWarm, type Contending } from './measure';
import { inventory, loadAll, nodeOf, sterling } from './package';

const TYPE = 'n8n-nodes-ibm-sterling.ibmInventory';
const PER_CALL = 100;
/** Items that are asked for together to warm up. */
const PART = 1000;

const itemsOf = (count: number) => Array.from({ length: count }, (_, i) => `ITEM-${i + 1}`);
const lineOf = (itemId: string) => ({
	itemId,
	unitOfMeasure: 'EACH',
	deliveryMethod: 'SHP',
	shipNodes: ['AUR_DC1'],
});

/** Asks for the availability of so many items, with connections and a token of its own each time. */
export async function availability(job: AvailabilityJob): Promise<Outcome> {
	return await measureWarm(contenderOf(job), job.count, PART);
}

function contenderOf(job: AvailabilityJob): Contending {
	if (job.contender === 'floor') return floorOf(job);
	loadAll();
	return { work: job.contender === 'client' ? clientOf(job) : nodeFor(job), close: sterling().closeConnections };
}

/** The same calls by hand: a bare pool, JSON.stringify and JSON.parse. */
function floorOf({ target, inFlight }: AvailabilityJob): Contending {
	let agent: Agent;
	const { origin } = new URL(target.url);
	const post = async (path: string, headers: Record<string, string>, body: string) => {
		const request = { origin, path: `/inventory/${target.tenantId}/${path}`, method: 'POST' as const, headers, body };
		return JSON.parse(await (await agent.request(request)).body.text()) as Record<string, unknown>;
	};
	const work = async (count: number) => {
		agent = new Agent({ connections: inFlight, connect: { ca: target.ca } });
		const items = itemsOf(count);
		const basic = Buffer.from(`${target.loginId}:${target.password}`).toString('base64');
		const form = { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' };
		const { access_token } = await post('v1/oauth2/token', form, 'grant_type=client_credentials');
		const headers = { Authorization: `Bearer ${String(access_token)}`, 'Content-Type': 'application/json' };
		let done = 0;
		await each(Math.ceil(count / PER_CALL), inFlight, async (number) => {
			const part = items.slice((number - 1) * PER_CALL, number * PER_CALL);
			const asked = part.map((itemId, i) => ({ lineId: String(i + 1), ...lineOf(itemId) }));
			const body = JSON.stringify({ availabilityType: 'SELL', considerSafetyStock: true, lines: asked });
			const { lines } = await post('v2/availability/node', headers, body);
			done += (lines as unknown[]).length;
		});
		return { done, failed: count - done };
	};
	return { work, close: async () => await agent.close() };
}

function clientOf({ target, inFlight }: AvailabilityJob): Contending['work'] {
	const { availabilityOf, InventoryClient } = inventory();
	const header = { availabilityType: 'SELL', considerSafetyStock: true };
	return async (count) => {
		const client = new InventoryClient(connectionTo(target, inFlight));
		const questions = itemsOf(count).map((itemId) => ({ header, line: lineOf(itemId) }));
		const outcomes = await availabilityOf(client, 'node', questions, { stopOnFailure: true, keepRaw: false });
		const done = outcomes.filter(({ status }) => status === 'done').length;
		return { done, failed: count - done };
	};
}

function nodeFor({ target, inFlight }: AvailabilityJob): Contending['work'] {
	const parameters = {
		resource: 'availability',
		operation: 'getNode',
		itemId: '={{ $json.sku }}',
		unitOfMeasure: 'EACH',
		shipNodes: ['AUR_DC1'],
		deliveryMethod: 'SHP',
	};
	const credentials = { ibmInventoryApi: { id: CREDENTIAL_ID, name: 'Sandbox' } };
	const nodeTypes = { [TYPE]: nodeOf('IbmInventory', 'IbmInventory') };
	return async (count) => {
		const { error, items } = await runWorkflow(oneNode(parameters, { type: TYPE, credentials }), {
			nodeTypes,
			credentials: { [CREDENTIAL_ID]: credentialTo(target, inFlight) },
			input: itemsOf(count).map((sku) => ({ sku })),
		});
		if (error) throw error;
		const done = items('Sterling').length;
		return { done, failed: count - done };
	};
}

function connectionTo({ url, ca, loginId, password, tenantId = '' }: Target, maxInFlight: number): InventoryConnection {
	return {
		baseUrl: url,
		tenantId,
		authentication: { style: 'oauth2', clientId: loginId, clientSecret: password, oneTokenForAll: false },
		tls: { ca },
		timeoutMs: 60_000,
		maxInFlight,
		actionsPerCall: PER_CALL,
	};
}

/** The same as data of a credential. */
function credentialTo({ url, ca, loginId, password, tenantId = '' }: Target, maxInFlight: number) {
	return {
		baseUrl: url,
		tenantId,
		authentication: 'oauth2',
		clientId: loginId,
		clientSecret: password,
		caCertificate: ca,
		advanced: true,
		actionsPerCall: PER_CALL,
		maxInFlight,
		timeout: 60,
	};
}
