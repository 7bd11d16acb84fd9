import type { IExecuteFunctions } from 'n8n-workflow';

import { Deliveries } from '../../../nodes/IbmMq/run/delivery';
import { mqCredential, mqForFile, textsIn } from '../../support/mq/nodes';

const bench = mqForFile();
const QUEUE = 'OMS.IN.CREATEORDER';

test('documents that are put at once go over one connection, which is closed', async () => {
	const { sandbox } = bench;
	const before = sandbox.clients.length;
	const node = {
		getCredentials: async () => Promise.resolve(mqCredential(sandbox)),
		helpers: {},
	} as unknown as IExecuteFunctions;
	const deliveries = new Deliveries(node);
	const once = async <T>(_key: string, work: () => Promise<T>) => await work();
	const texts = ['<Order OrderNo="1"/>', '<Order OrderNo="2"/>', '<Order OrderNo="3"/>'];
	await Promise.all(texts.map(async (text) => await deliveries.put({ queue: QUEUE, text }, once)));
	await deliveries.close();
	expect(textsIn(sandbox, QUEUE).sort()).toEqual(texts);
	expect(sandbox.clients.length - before).toBe(1);
});
