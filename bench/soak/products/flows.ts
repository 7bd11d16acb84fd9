import { createRunExecutionData, type INode, type INodeType } from 'n8n-workflow';

import { locate, oneNode } from '../../../engine/oneNode';
import { ActiveWorkflow, type Polled } from '../../../engine/poll';
import { runWorkflow } from '../../../engine/workflow';
import { Batch, type Desk } from '../batch';
import type { TakeNote } from '../ledger';
import type { Flow } from '../writers';
import { MADE, PASSED, type Targets } from '../productNames';

/** Nodes of the package, and what their flows need. */
export interface ProductEngine {
	nodeOf: (name: string, folder: string) => INodeType;
	targets: Targets;
	note: TakeNote;
	/** Waits until nothing that was sent can still be at work in a product. */
	settle: () => Promise<void>;
	random: () => number;
}

interface Product {
	key: keyof Targets;
	folder: string;
	node: string;
	type: string;
	credential: string;
}

const PRODUCTS: Record<keyof Targets, Product> = {
	b2bi: {
		key: 'b2bi',
		folder: 'IbmB2bIntegrator',
		node: 'IbmB2bIntegrator',
		type: 'n8n-nodes-ibm-sterling.ibmB2bIntegrator',
		credential: 'ibmB2bIntegratorApi',
	},
	syspro: {
		key: 'syspro',
		folder: 'Syspro',
		node: 'Syspro',
		type: 'n8n-nodes-ibm-sterling.syspro',
		credential: 'sysproApi',
	},
	mq: {
		key: 'mq',
		folder: 'IbmMq',
		node: 'IbmMq',
		type: 'n8n-nodes-ibm-sterling.ibmMq',
		credential: 'ibmMqApi',
	},
};

const CREDENTIAL_ID = 'product';
const NAME = '={{ $json.name }}';
const QUEUE = 'DEV.QUEUE.2';

interface Task {
	name: string;
	/** Of a message of MQ: 48 hexadecimal digits of its own. */
	id: string;
}

/** How each product is written to, and how a doubtful write is looked up: by a name or key of its own. */
const WORK: Record<keyof Targets, { parameters: INode['parameters']; look?: INode['parameters'] }> = {
	b2bi: {
		parameters: {
			resource: 'message',
			operation: 'send',
			mailbox: locate('path', '/CONTOSO'),
			name: NAME,
			contentSource: 'text',
			text: '=content of {{ $json.name }}',
			options: { ifExists: 'skip' },
		},
	},
	syspro: {
		parameters: {
			resource: 'salesOrder',
			operation: 'create',
			customer: locate('code', '0001000'),
			document: '={{ $json.document }}',
		},
	},
	mq: {
		parameters: {
			resource: 'message',
			operation: 'put',
			queue: QUEUE,
			contentSource: 'text',
			text: NAME,
			options: { messageId: '={{ $json.id }}' },
		},
		look: { resource: 'message', operation: 'count', queue: QUEUE, match: { messageId: '={{ $json.id }}' } },
	},
};

/** An order as the X12 node reads it from an 850. */
const orderOf = (number: string) => ({
	type: 'purchaseOrder',
	number,
	date: '2026-01-15',
	lines: [{ number: '1', quantity: '1', unit: 'EA', itemIds: { vendorPart: 'A100' } }],
});

/** The workflows that write to the products: nothing is sent twice, however often it is tried. */
export function productWriters(engine: ProductEngine, size: number): Flow[] {
	let number = 0;
	return Object.values(PRODUCTS).map((product): Flow => {
		const { key, node, folder, type, credential } = product;
		const nodeType = engine.nodeOf(node, folder);
		const desk: Desk = {
			note: engine.note,
			settle: engine.settle,
			run: async (parameters, input) => {
				const credentials = { [credential]: { id: CREDENTIAL_ID, name: 'Soak' } };
				const finished = await runWorkflow(
					oneNode(parameters, { type, credentials, onError: 'continueRegularOutput' }),
					{
						nodeTypes: { [type]: nodeType },
						credentials: { [CREDENTIAL_ID]: engine.targets[key] },
						input: input as Array<Record<string, unknown>>,
					},
				);
				if (finished.error) throw finished.error;
				return finished.items('Sterling');
			},
		};
		const { parameters, look } = WORK[key];
		const batch = new Batch<Task>(
			{
				name: MADE[key],
				parameters,
				done: () => undefined,
				...(look ? { look: { parameters: look, shows: (_task, { count }) => Number(count) > 0 } } : {}),
			},
			desk,
		);
		const tasks = (): Task[] =>
			Array.from({ length: size }, () => {
				number += 1;
				const name = `${key === 'syspro' ? 'soak' : 'out'}-${number}`;
				engine.note({ kind: 'want', of: MADE[key], name });
				const task = { name, id: number.toString(16).padStart(48, '0') };
				return key === 'syspro' ? { ...task, document: orderOf(name) } : task;
			});
		return {
			name: MADE[key],
			round: async () => await batch.round(tasks()),
			finish: async () => {
				await batch.settled();
				await batch.round([]);
				return batch.open.length;
			},
		};
	});
}

/** Polls in a row that have to pass on nothing until a trigger has passed on everything. */
const IDLE_POLLS = 3;

/** The workflows that start with a trigger that polls; n8n is restarted now and then. */
export function productTriggers(engine: ProductEngine): Array<Flow & { activate: () => Promise<void> }> {
	const mailbox = { mailbox: locate('path', '/ACME/Inbox'), content: 'text', afterwards: 'delete' };
	return [
		polled(engine, PRODUCTS.b2bi, { ...mailbox, options: { startWith: 'existing' } }, 'name'),
		polled(engine, PRODUCTS.syspro, { startOn: 'new', options: { startWith: 'existing' } }, 'id'),
	];
}

function polled(
	engine: ProductEngine,
	{ key, folder, node, type, credential }: Product,
	parameters: INode['parameters'],
	shows: string,
): Flow & { activate: () => Promise<void> } {
	const of = PASSED[key];
	const trigger = `${type}Trigger`;
	const workflow = new ActiveWorkflow(
		{
			name: of,
			connections: {},
			nodes: [
				{
					...{ id: of, name: 'Events', type: trigger, typeVersion: 1, position: [0, 0], parameters },
					credentials: { [credential]: { id: CREDENTIAL_ID, name: 'Soak' } },
				},
			],
		},
		{
			nodeTypes: { [trigger]: engine.nodeOf(`${node}Trigger`, folder) },
			credentials: { [CREDENTIAL_ID]: engine.targets[key] },
			cursors: 'durable',
		},
	);
	let idle = 0;
	const take = ({ items, error, finish }: Polled): number => {
		finish?.({ status: 'success', data: createRunExecutionData() });
		engine.note({ kind: 'ended', of: `polls, ${of}`, as: error ? 'failed' : 'done' });
		for (const { json } of items ?? []) engine.note({ kind: 'passed', of, name: String(json[shows]) });
		return error ? 1 : (items ?? []).length;
	};
	return {
		name: of,
		activate: async () => void take(await workflow.activate()),
		round: async () => {
			if (engine.random() < 0.1) workflow.restart();
			take(await workflow.poll());
		},
		finish: async () => {
			idle = take(await workflow.poll()) === 0 ? idle + 1 : 0;
			return Math.max(0, IDLE_POLLS - idle);
		},
	};
}
