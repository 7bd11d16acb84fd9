import type { INode } from 'n8n-workflow';

import { CREDENTIAL_ID, NODE_TYPE, oneNode } from '../../engine/oneNode';
import type { CreateJob, Outcome } from '../jobs';
import { Floor } from './floor';
import { each, measure } from './measure';
import { connectionTo, credentialTo, loadAll, nodeOf, sterling } from './package';

const ITEMS = ['MUG-BLUE', 'MUG-RED'];

/** The order that every contender sends. */
const orderOf = (OrderNo: string) => ({
	EnterpriseCode: 'AURORA',
	DocumentType: '0001',
	OrderNo,
	PersonInfoBillTo: { FirstName: 'Ada', LastName: 'Example', City: 'Exampleton', Country: 'US' },
	OrderLines: {
		OrderLine: ITEMS.map((ItemID) => ({
			OrderedQty: '1',
			Item: { ItemID, UnitOfMeasure: 'EACH' },
			LinePriceInfo: { UnitPrice: '9.90' },
		})),
	},
});

/** The same as parameters of the node, number by expression. */
const parameters: INode['parameters'] = {
	resource: 'order',
	operation: 'create',
	orderNo: '={{ $json.orderNo }}',
	lines: {
		line: ITEMS.map((itemId) => ({ itemId, unitOfMeasure: 'EACH', orderedQty: '1', unitPrice: '9.90' })),
	},
	billTo: { firstName: 'Ada', lastName: 'Example', city: 'Exampleton', country: 'US' },
};

/** Creates orders as one of the contenders. */
export async function create(job: CreateJob): Promise<Outcome> {
	switch (job.contender) {
		case 'floor':
			return await byFloor(job);
		case 'client':
			return await byClient(job);
		default:
			return await byWorkflow(job);
	}
}

async function byFloor({ target, count, inFlight, prefix }: CreateJob): Promise<Outcome> {
	const floor = new Floor(target, inFlight);
	const outcome = await measure(async () => {
		await floor.logIn();
		return await each(count, inFlight, async (number) => {
			await floor.invoke('createOrder', orderOf(`${prefix}-${number}`));
		});
	});
	await floor.close();
	return outcome;
}

async function byClient({ target, count, inFlight, prefix, dataFormat }: CreateJob): Promise<Outcome> {
	const { SterlingClient, closeAllPools } = sterling();
	loadAll();
	const client = new SterlingClient(connectionTo(target, dataFormat, inFlight));
	const outcome = await measure(
		async () =>
			await each(count, inFlight, async (number) => {
				const input = orderOf(`${prefix}-${number}`);
				await client.send({ api: 'createOrder', root: 'Order', kind: 'write', input });
			}),
	);
	await closeAllPools();
	return outcome;
}

async function byWorkflow(job: CreateJob): Promise<Outcome> {
	const { target, count, inFlight, prefix, dataFormat, contender } = job;
	const { runWorkflow } = await import('../../engine/workflow');
	const { helperNode } = await import('./helper');
	const failures = { count: 0 };
	loadAll();
	const isHelper = contender === 'helper';
	const type = isHelper ? helperNode(target, inFlight, orderOf, failures) : nodeOf('IbmSterlingOms');
	const given = isHelper ? { orderNo: parameters.orderNo } : parameters;
	const file = oneNode(given, { onError: 'continueRegularOutput' });
	const credentials = { [CREDENTIAL_ID]: credentialTo(target, dataFormat, inFlight) };
	const input = Array.from({ length: count }, (_, i) => ({ orderNo: `${prefix}-${i + 1}` }));
	const outcome = await measure(async () => {
		const finished = await runWorkflow(file, { nodeTypes: { [NODE_TYPE]: type }, credentials, input });
		if (finished.error) throw finished.error;
		const failed = failures.count || finished.json('Sterling').filter(({ OrderNo }) => !OrderNo).length;
		return { done: count - failed, failed };
	});
	if (!isHelper) await sterling().closeAllPools();
	return outcome;
}
