import type { INode, INodeType } from 'n8n-workflow';

import { CREDENTIAL_ID, NODE_TYPE, oneNode } from '../../engine/oneNode';
import type { Contender, CreateJob, Outcome } from '../jobs';
import { Floor } from './floor';
import { each, measureWarm, type Done } from './measure';
import { connectionTo, credentialTo, loadAll, nodeOf, sterling } from './package';

const ITEMS = ['MUG-BLUE', 'MUG-RED'];

/** Orders that are created together to warm up. */
const PART = 250;

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
	addresses: { billTo: { firstName: 'Ada', lastName: 'Example', city: 'Exampleton', country: 'US' } },
};

/** How a contender creates orders `{prefix}-1` to `{prefix}-{count}`, with connections and a login of its own each time. */
type Create = (prefix: string, count: number) => Promise<Done>;

interface Creating {
	create: Create;
	close: () => Promise<void>;
}

/** Creates orders as one of the contenders. */
export async function create(job: CreateJob): Promise<Outcome> {
	const { create: createAll, close } = await contenderOf(job);
	let turn = 0;
	const work = async (count: number, isWarmUp: boolean) =>
		await createAll(isWarmUp ? `W${++turn}${job.prefix}` : job.prefix, count);
	return await measureWarm({ work, close }, job.count, job.isCold ? 0 : PART);
}

async function contenderOf(job: CreateJob): Promise<Creating> {
	if (job.contender === 'floor') return floorOf(job);
	const { closeConnections } = sterling();
	loadAll();
	return { create: job.contender === 'client' ? clientOf(job) : await workflowOf(job), close: closeConnections };
}

function floorOf({ target, inFlight }: CreateJob): Creating {
	let floor: Floor;
	return {
		async create(prefix, count) {
			floor = new Floor(target, inFlight);
			await floor.logIn();
			return await each(count, inFlight, async (number) => {
				await floor.invoke('createOrder', orderOf(`${prefix}-${number}`));
			});
		},
		close: async () => await floor.close(),
	};
}

function clientOf({ target, inFlight, dataFormat }: CreateJob): Create {
	const { SterlingClient } = sterling();
	return async (prefix, count) => {
		const client = new SterlingClient(connectionTo(target, dataFormat, inFlight));
		return await each(count, inFlight, async (number) => {
			const input = orderOf(`${prefix}-${number}`);
			await client.send({ api: 'createOrder', root: 'Order', kind: 'write', input });
		});
	};
}

async function workflowOf({ target, inFlight, dataFormat, contender }: CreateJob): Promise<Create> {
	const { runWorkflow } = await import('../../engine/workflow');
	const { helperNode } = await import('./helper');
	const { idleNode, noopNode } = await import('./idle');
	const failures = { count: 0 };
	const isHelper = contender === 'helper';
	const own = nodeOf('IbmSterlingOms');
	const others: Partial<Record<Contender, INodeType>> = {
		helper: helperNode(target, inFlight, orderOf, failures),
		noop: noopNode(own),
		idle: idleNode(own, ['orderNo', 'lines', 'addresses']),
	};
	const type = others[contender] ?? own;
	const given = isHelper ? { orderNo: parameters.orderNo } : parameters;
	const file = oneNode(given, { onError: 'continueRegularOutput' });
	const credentials = { [CREDENTIAL_ID]: credentialTo(target, dataFormat, inFlight) };
	return async (prefix, count) => {
		const input = Array.from({ length: count }, (_, i) => ({ orderNo: `${prefix}-${i + 1}` }));
		const finished = await runWorkflow(file, { nodeTypes: { [NODE_TYPE]: type }, credentials, input });
		if (finished.error) throw finished.error;
		const failed = failures.count || finished.json('Sterling').filter(({ OrderNo }) => !OrderNo).length;
		return { done: count - failed, failed };
	};
}
