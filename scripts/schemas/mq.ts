import { resolve } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { startMq, type MqSandbox } from '../../sandbox/mq';
import { schemaFile, writeSchemas } from './files';
import { rowsOf } from './rows';

const FOLDER = resolve(__dirname, '../../nodes/IbmMq/__schema__/v1.0.0');

const [QUEUE, OTHER] = ['DEV.QUEUE.1', 'DEV.QUEUE.2'];

/** Each operation, with parameters under which the sandbox has something to return. */
const OPERATIONS: Array<[file: string, parameters: INodeParameters]> = [
	['message/browse', { queue: QUEUE }],
	['message/count', { queue: QUEUE }],
	['message/get', { queue: QUEUE }],
	['message/getMany', { queue: QUEUE }],
	['message/move', { queue: QUEUE, targetQueue: OTHER }],
	['message/put', { queue: QUEUE, text: 'Hello' }],
	['queue/get', { queue: OTHER }],
];

/**
 * Output schemas of IBM MQ, by file below `__schema__/v1.0.0`: n8n shows them as preview before a node has run. They are
 * taken from what the node returns for a document and a text.
 */
export async function generateMqSchemas(): Promise<Map<string, string>> {
	const sandbox = await startMq({ plainHttp: true, withoutMessages: true });
	try {
		sandbox.manager.define(OTHER, { backoutThreshold: 3, backoutRequeueQueue: 'OMS.POISON', description: 'Orders' });
		const files = new Map<string, string>();
		for (const [operation, parameters] of OPERATIONS) {
			sandbox.manager.queue(QUEUE).clear();
			send(sandbox);
			files.set(`${operation}.json`, schemaFile(await run(sandbox, operation, parameters)));
		}
		return files;
	} finally {
		await sandbox.close();
	}
}

const MESSAGE_IN_GROUP = 8;

/** A message with all that one may have; of its document nothing, which is anybody's own. */
function send({ manager }: MqSandbox): void {
	const descriptor = {
		correlationId: Buffer.alloc(24, 1),
		expiry: 600,
		replyToQueue: OTHER,
		replyToQueueManager: manager.name,
		groupId: Buffer.alloc(24, 2),
		flags: MESSAGE_IN_GROUP,
	};
	for (const body of ['{}', 'text']) manager.send(QUEUE, { body, descriptor });
}

async function run({ address, manager, channel, users: [user] }: MqSandbox, operation: string, given: INodeParameters) {
	const { userId, password } = user;
	const to = { connectWith: 'builtIn', hostAndPort: address, queueManager: manager.name, channel };
	return await rowsOf({ node: 'ibmMq', credential: { ...to, user: userId, password } }, operation, given);
}

if (require.main === module) void writeSchemas(FOLDER, generateMqSchemas, 'IBM MQ');
