import assert from 'node:assert/strict';

import { startB2bi } from '../../sandbox/b2bi';
import { record, startInventorySandbox } from '../../sandbox/inventory';
import { startMq } from '../../sandbox/mq';
import { startSyspro } from '../../sandbox/syspro';
import { outputOf } from '../lib/api';
import type { StoredWorkflow, WorkflowNode } from '../lib/apiTypes';
import type { Check } from '../lib/checks';
import { TRIGGER_TYPE } from '../lib/connection';
import { waitFor } from '../lib/process';
import { mqCredentialData } from '../lib/queueManager';
import { chain, located } from '../lib/workflows';
import { placeOrder } from '../checks/trigger';
import type { QueueStage } from './stage';

const PACKAGE = 'n8n-nodes-ibm-sterling';
const TRIGGER = 'Trigger';
const EVERY_MINUTE = { pollTimes: { item: [{ mode: 'everyMinute' }] } };

/** n8n 2.x responds before the first poll, so that takes what has come meanwhile, too. */
const EXISTING = { ...EVERY_MINUTE, options: { startWith: 'existing' } };

/** A product whose trigger starts a workflow. */
interface Source {
	name: string;
	node: WorkflowNode;
	/** Lets something happen. @returns what the items of it show */
	happens: (n: number) => string;
	/** Brings what has happened to n8n, for a product that calls n8n. */
	deliver?: () => Promise<void>;
	close: () => Promise<void>;
}

type Opened = Omit<Source, 'node' | 'name'> & {
	type: string;
	credentialData: object;
	parameters: object;
	more?: object;
};

async function b2bi(): Promise<Opened> {
	const sandbox = await startB2bi({ withoutMessages: true });
	const [{ userId, password }] = sandbox.users;
	const login = { baseUrl: sandbox.url, authentication: 'basic', userId, password, caCertificate: sandbox.ca };
	return {
		type: 'ibmB2bIntegrator',
		credentialData: { ...login, clientIdentity: 'none', serverTimeZone: 'UTC' },
		parameters: {
			...{ mailbox: located('path', '/ACME/Inbox'), content: 'text', afterwards: 'leave' },
			...EXISTING,
		},
		happens: (n) => sandbox.store.deposit('/ACME/Inbox', `FILE-${n}`, 'ISA*').name,
		close: async () => await sandbox.close(),
	};
}

async function syspro(): Promise<Opened> {
	const sandbox = await startSyspro();
	const [{ operator, password }] = sandbox.operators;
	return {
		type: 'syspro',
		credentialData: {
			...{ enetUrl: sandbox.enetUrl, operator, operatorPassword: password, company: sandbox.companyId },
			...{ companyPassword: sandbox.companyPassword, odataUrl: sandbox.odataUrl, odataOperator: operator },
			...{ odataPassword: password, caCertificate: sandbox.ca },
		},
		parameters: { startOn: 'new', ...EXISTING },
		happens: () => {
			const { company } = sandbox;
			const number = company.placePurchaseOrder('0000200', [{ stockCode: '02', quantity: '5', price: '1' }]);
			company.printPurchaseOrder(number);
			return number;
		},
		close: async () => await sandbox.close(),
	};
}

async function mq(): Promise<Opened> {
	const sandbox = await startMq({ tls: true, mutualTls: true, withoutMessages: true });
	return {
		type: 'ibmMq',
		credentialData: mqCredentialData(sandbox),
		parameters: { queue: 'DEV.QUEUE.1', output: 'message' },
		happens: (n) => {
			sandbox.manager.send('DEV.QUEUE.1', `MESSAGE-${n}`);
			return `MESSAGE-${n}`;
		},
		close: async () => await sandbox.close(),
	};
}

async function inventory({ n8n }: QueueStage): Promise<Opened> {
	const sandbox = await startInventorySandbox();
	const client = { clientId: 'ibm-events', clientSecret: 'Event-Secret-123456' };
	const path = 'queue-inventory-events';
	const at = (end: string) => `${n8n.url}/webhook/${path}/${end}`;
	return {
		type: 'ibmInventory',
		credentialData: {
			...{ baseUrl: sandbox.url, tenantId: sandbox.tenantId, authentication: 'oauth2', ...sandbox.client },
			...{ caCertificate: sandbox.ca, receiveEvents: true },
			...{ eventClientId: client.clientId, eventClientSecret: client.clientSecret },
		},
		parameters: { events: ['supply'] },
		more: { webhookId: path },
		happens: (n) => {
			const supply = record('supply', `ITEM-${n}`, 'AUR_DC1', 7);
			sandbox.events.stock(supply, sandbox.world.ledger.set(supply, sandbox.clock.now()) ?? 0);
			return `ITEM-${n}`;
		},
		// IBM sends each event until it is taken, and at times twice.
		deliver: async () =>
			await waitFor(
				async () =>
					(await sandbox.deliver({ ...client, url: at('events'), tokenUrl: at('token') }, { twice: true })).failed
						.length === 0,
				90_000,
				() => 'n8n does not accept the events of Inventory Visibility',
			).then(() => undefined),
		close: async () => await sandbox.close(),
	};
}

/** All triggers of the package, with a credential for each. */
async function sourcesOn(stage: QueueStage): Promise<Source[]> {
	const { api, credential } = stage;
	const base = { name: TRIGGER, typeVersion: 1, position: [0, 0] as [number, number] };
	const opened = await Promise.all([b2bi(), syspro(), mq(), inventory(stage)]);
	const others = await Promise.all(
		opened.map(async ({ type, credentialData, parameters, more, ...source }): Promise<Source> => {
			const { id, name } = await api.createCredential(`Queue ${type}`, `${type}Api`, { ...credentialData });
			const credentials = { [`${type}Api`]: { id, name } };
			const node = { ...base, type: `${PACKAGE}.${type}Trigger`, parameters, credentials, ...more } as WorkflowNode;
			return { ...source, name: type, node };
		}),
	);
	const { id, name } = credential;
	const oms: Source = {
		name: 'ibmSterlingOms',
		node: {
			...{ ...base, type: TRIGGER_TYPE, credentials: { ibmSterlingOmsApi: { id, name } } },
			parameters: { events: ['orderCreated'], ...EVERY_MINUTE, options: { lag: 0 } },
		},
		happens: (n) => {
			placeOrder(stage, `QUEUED-${n}`);
			return `QUEUED-${n}`;
		},
		close: async () => await Promise.resolve(),
	};
	return [oms, ...others];
}

/** Items of all executions of a workflow that have ended, oldest first. */
async function itemsOf({ api }: QueueStage, { id: workflow }: StoredWorkflow): Promise<Array<Record<string, unknown>>> {
	const ended = (await api.executions(workflow)).filter(({ status }) => status === 'success').reverse();
	const items: Array<Record<string, unknown>> = [];
	for (const { id } of ended) items.push(...outputOf(await api.waitForExecution(id), TRIGGER));
	return items;
}

/**
 * How often something started the workflow with success. A message that MQ got back says so (whoever had it was killed
 * before its end was known), so it may come beside the first one, or in its place.
 */
function timesOf(items: Array<Record<string, unknown>>, key: string): { first: number; again: number } {
	const all = items.filter((item) => JSON.stringify(item).includes(`"${key}"`));
	const again = all.filter(({ backoutCount }) => Number(backoutCount) > 0).length;
	return { first: all.length - again, again };
}

export const everyTrigger: Check<QueueStage> = {
	name: 'queue: every trigger fires once, also when a worker and the main process are killed',
	async run(stage) {
		const sources = await sourcesOn(stage);
		try {
			return await fireOnce(stage, sources);
		} finally {
			await Promise.all(sources.map(async ({ close }) => await close()));
		}
	},
};

async function fireOnce(stage: QueueStage, sources: readonly Source[]): Promise<string> {
	const { api, workers, addWorker, killMain } = stage;
	const nothing = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [0, 0], parameters: {} };
	const watched = await Promise.all(
		sources.map(async (source) => {
			const workflow = await api.createWorkflow(chain(source.name, [source.node, nothing as WorkflowNode]));
			await api.activate(workflow);
			return { ...source, workflow, keys: [] as string[] };
		}),
	);
	const happen = (n: number) => watched.forEach(({ happens, keys }) => keys.push(happens(n)));
	/** Waits until each workflow has shown what happened last. */
	const arrived = async () => {
		for (const { name, workflow, keys, deliver } of watched) {
			await deliver?.();
			const last = keys[keys.length - 1];
			await waitFor(
				async () => JSON.stringify(await itemsOf(stage, workflow)).includes(`"${last}"`),
				150_000,
				() => `${name}: ${last} did not start the workflow`,
			);
		}
	};
	// Polls take stock when they are activated; what happens afterwards counts.
	await waitFor(
		async () => stage.sandbox.log.counters.requests > 0,
		60_000,
		() => 'the trigger did not poll when it was activated',
	);
	happen(1);
	await arrived();
	const [worker] = workers.splice(0, 1);
	happen(2);
	await worker.kill();
	await arrived();
	await addWorker();
	const restart = await killMain();
	happen(3);
	await restart();
	await arrived();
	for (const { name, workflow, keys } of watched) {
		await api.deactivate(workflow);
		const items = await itemsOf(stage, workflow);
		for (const key of keys) {
			const { first, again } = timesOf(items, key);
			const isOnce = first === 1 || (first === 0 && again > 0);
			assert.ok(isOnce, `${name}: ${key} came ${first} times, and ${again} times again`);
		}
	}
	return `${watched.length} triggers, 3 events each, a worker and the main process killed between them`;
}
