import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INode, INodeType } from 'n8n-workflow';

import { writeHeader } from '../../../../clients/mq/rfh2';
import { TriggerWorkflow } from '../../../../engine/trigger';
import { runWorkflow } from '../../../../engine/workflow';
import { workNode } from '../../../../engine/workNode';
import { mqConnection } from '../../../../nodes/IbmMq/pickers/credentialTest';
import { listen } from '../../../../nodes/IbmMq/trigger/listen';
import { TestClock, until } from '../memory';

const [ONE, TWO, ASIDE] = ['DEV.QUEUE.1', 'DEV.QUEUE.2', 'DEV.BACKOUT'];
const PREFIX = 'n8n-nodes-ibm-sterling';

/** A node by its file: outside of jest, the name without its extension would find the codex file. */
async function nodeOf(name: string): Promise<INodeType> {
	const path = resolve(__dirname, '../../../../nodes/IbmMq', `${name}.node.ts`);
	const classes = (await import(path)) as Record<string, new () => INodeType>;
	return new classes[name]();
}

const credential = {
	connectWith: 'client',
	hostAndPort: 'mq.example(1414)',
	queueManager: 'QM1',
	channel: 'APP.SVRCONN',
	cipherSpec: '',
	user: 'app',
	password: 'App-Password-1',
};
const credentials = { mq: credential };
const owner = { ibmMqApi: { id: 'mq', name: 'MQ' } };

/** A header MQRFH2 whose one folder is not closed, in ISO-8859-1: its bytes are its characters. */
const damaged = writeHeader({ format: 'MQSTR', codedCharacterSetId: 819, encoding: 546, folders: ['<usr>'] }).toString(
	'latin1',
);

/** Tells the process that started this one. */
const tell = (name: string, value: unknown) => process.stdout.write(`${JSON.stringify([name, value])}\n`);

async function run(parameters: INode['parameters']) {
	const start = { id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const node = { id: '2', name: 'MQ', type: `${PREFIX}.ibmMq`, typeVersion: 1, parameters, credentials: owner };
	return await runWorkflow(
		{
			nodes: [
				{ ...start, position: [0, 0] },
				{ ...node, position: [200, 0] },
			],
			connections: { Start: { main: [[{ node: 'MQ', type: 'main', index: 0 }]] } },
			pinData: { Start: [{ json: {} }] },
		},
		{ nodeTypes: { [node.type]: await nodeOf('IbmMq') }, credentials },
	);
}

async function items(operation: string, more: INode['parameters'] = {}): Promise<Array<Record<string, unknown>>> {
	const finished = await run({ resource: 'message', operation, queue: ONE, ...more });
	if (finished.error) throw finished.error;
	return finished.json('MQ');
}

const put = async (text: string, more: INode['parameters'] = {}) =>
	await items('put', { contentSource: 'text', text, ...more });
const texts = async (queue: string) =>
	(await items('browse', { queue, returnAll: true })).map(({ text, data, problem }) => text ?? data ?? problem);

/** The action node, each operation once, and what its failures say. */
async function playAction(): Promise<void> {
	const test = mqConnection.call({ helpers: {} } as never, { data: credential } as never);
	tell('credential', await test);
	const wrong = mqConnection.call({ helpers: {} } as never, { data: { ...credential, queueManager: 'X' } } as never);
	tell('wrong', (await wrong).message);
	const properties = { property: [{ name: 'colour', type: 'string', value: 'red' }] };
	const [{ messageId }] = await put('<Order OrderNo="Ü-1"/>', { properties, options: { priority: 3 } });
	await put('two');
	await put('three');
	tell('browsed', await texts(ONE));
	tell('counted', await items('count'));
	const [{ depth, backoutThreshold }] = (await run({ resource: 'queue', operation: 'get', queue: ONE })).json('MQ');
	tell('queue', [depth, backoutThreshold]);
	const match = { messageId: String(messageId) };
	const [got] = await items('get', { match });
	tell('got', [got.data, got.properties, got.priority, got.backoutCount]);
	await items('move', { targetQueue: TWO, limit: 1 });
	tell('moved', [await texts(ONE), await texts(TWO)]);
	tell(
		'many',
		(await items('getMany', { limit: 10 })).map(({ text }) => text),
	);
	const refused = await run({ resource: 'message', operation: 'get', queue: 'NO.SUCH' });
	tell('refused', refused.error?.message);
	const large = await run({
		resource: 'message',
		operation: 'put',
		queue: 'DEV.SMALL',
		contentSource: 'text',
		text: 'x'.repeat(101),
	});
	tell('too big', large.error?.message);
	await items('getMany', { queue: TWO, limit: 10 });
}

async function activate(options: Record<string, unknown>, behave: (text: string) => Promise<void> | void) {
	const clock = new TestClock();
	const trigger = await nodeOf('IbmMqTrigger');
	trigger.trigger = async function () {
		return await listen(this, { clock });
	};
	const nodes: INode[] = [
		{ id: '1', name: 'MQ', type: `${PREFIX}.ibmMqTrigger`, typeVersion: 1, position: [0, 0], parameters: {} },
		{ id: '2', name: 'Work', type: 'work', typeVersion: 1, position: [200, 0], parameters: {} },
	];
	nodes[0].parameters = { queue: ONE, output: 'message', content: 'text', options: options as never };
	nodes[0].credentials = owner;
	const workflow = new TriggerWorkflow(
		{ nodes, connections: { MQ: { main: [[{ node: 'Work', type: 'main', index: 0 }]] } } },
		{
			nodeTypes: {
				[`${PREFIX}.ibmMqTrigger`]: trigger,
				work: workNode(async ({ text }) => await behave(String(text))),
			},
			credentials,
		},
	);
	await workflow.activate();
	/** Lets time pass until something holds. */
	const wait = async (holds: () => boolean) =>
		await until(() => {
			for (const ms of [1000, 2000, 4000]) clock.pass(ms);
			return holds();
		});
	return { workflow, wait };
}

/** The trigger: success, failure, poison, what cannot be read, a broken connection, and switching off in flight. */
async function playTrigger(fault: string): Promise<void> {
	const ran: string[] = [];
	const behave = (text: string) => {
		ran.push(text);
		if (text === 'poison' || (text === 'twice' && ran.filter((one) => one === 'twice').length < 3))
			throw new Error('No');
	};
	await put('one');
	await put('twice');
	await put('poison');
	await put(damaged, { options: { format: 'MQHRF2', encoding: 'latin1' } });
	await put('last');
	const { workflow, wait } = await activate({}, behave);
	await wait(() => ran.includes('last') && workflow.reports.length === 2);
	tell('ran', ran);
	tell(
		'reports',
		workflow.reports.map(({ message }) => message),
	);
	writeFileSync(fault, 'MQGET 2009');
	await put('after a broken connection');
	await wait(() => ran.includes('after a broken connection'));
	await workflow.deactivate();
	tell('errors', workflow.errors.map(String));
	tell('left', [await texts(ONE), await texts(ASIDE)]);
	await playInFlight();
	await playParallel();
}

async function playInFlight(): Promise<void> {
	await put('in flight');
	let started = false;
	let go: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => (go = resolve));
	const { workflow, wait } = await activate({}, async () => {
		started = true;
		await gate;
	});
	await wait(() => started);
	tell('hidden', await texts(ONE));
	await workflow.deactivate();
	tell('back', await texts(ONE));
	go();
	await until(() => workflow.runs.length === 1);
	await items('getMany', { limit: 1 });
}

async function playParallel(): Promise<void> {
	const ran: string[] = [];
	let together = 0;
	let most = 0;
	for (let at = 0; at < 6; at++) await put(`parallel ${at}`);
	const { workflow, wait } = await activate({ parallelMessages: 3 }, async (text) => {
		most = Math.max(most, ++together);
		await new Promise((resolve) => setImmediate(resolve));
		if (ran.length === 0) await until(() => together > 1);
		ran.push(text);
		together -= 1;
	});
	await wait(() => ran.length === 6);
	await workflow.deactivate();
	tell('parallel', [[...ran].sort(), most > 1, await texts(ONE)]);
}

void (async () => {
	await playAction();
	await playTrigger(process.env.MQM_FAULT ?? '');
	tell('end', true);
})().catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
