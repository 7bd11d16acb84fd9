import type { Outcome, ReadJob } from '../jobs';
import { Floor, type Json } from './floor';
import { measureWarm, type Done } from './measure';
import { connectionTo, sterling } from './package';

const FILTER = { EnterpriseCode: 'AURORA', DocumentType: '0001' };
const TEMPLATE = {
	Order: {
		OrderHeaderKey: '',
		OrderNo: '',
		OrderDate: '',
		Status: '',
		EnterpriseCode: '',
		DocumentType: '',
		PriceInfo: { TotalAmount: '', Currency: '' },
		PersonInfoBillTo: { FirstName: '', LastName: '', City: '', Country: '' },
		OrderLines: {
			OrderLine: {
				PrimeLineNo: '',
				OrderedQty: '',
				Status: '',
				Item: { ItemID: '', UnitOfMeasure: '' },
				LinePriceInfo: { UnitPrice: '', LineTotal: '' },
			},
		},
	},
};

/** Most pages whose memory is looked at, so that looking does not weigh on the figures. */
const SAMPLES = 8;

/** Orders of a turn of warming up. */
const PART = 5000;

/** Reads all orders page by page as one of the contenders. */
export async function read(job: ReadJob): Promise<Outcome> {
	const { keep, pageSize } = job;
	const work = async (limit: number): Promise<Done> => {
		const every = Math.max(1, Math.floor(limit / pageSize / SAMPLES));
		const heap: number[] = [];
		const kept: unknown[] = [];
		let done = 0;
		let page = 0;
		const pages = job.contender === 'floor' ? byFloor(job, limit) : byClient(job, limit);
		for await (const rows of pages) {
			done += rows.length;
			if (keep) kept.push(...rows);
			else if (page++ % every === 0) heap.push(heapNow());
		}
		const more = keep ? undefined : { firstHeap: heap[1] ?? heap[0], lastHeap: heap[heap.length - 1] };
		return { done, failed: limit - done, more };
	};
	return await measureWarm({ work }, job.limit, PART);
}

function heapNow(): number {
	global.gc?.();
	return process.memoryUsage().heapUsed;
}

/** The same requests as the client's, by hand. */
async function* byFloor({ target, pageSize }: ReadJob, limit: number): AsyncGenerator<unknown[]> {
	const floor = new Floor(target, 1);
	await floor.logIn();
	let left = limit;
	let after = {};
	while (left > 0) {
		const size = Math.min(pageSize, left);
		const MaximumRecords = String(size + 1);
		const OrderBy = { Attribute: [{ Name: 'OrderHeaderKey', Desc: 'N' }] };
		const page = await floor.invoke('getPage', {
			PageNumber: '1',
			PageSize: MaximumRecords,
			PaginationStrategy: 'GENERIC',
			Refresh: 'N',
			PageSetToken: '',
			API: {
				IsFlow: 'N',
				Name: 'getOrderList',
				Input: { Order: { ...FILTER, ...after, MaximumRecords, OrderBy } },
				Template: { OrderList: TEMPLATE },
			},
		});
		const output = page.Output as { OrderList: { Order?: Json[] } };
		const rows = (output.OrderList.Order ?? []).slice(0, size);
		yield rows;
		left -= rows.length;
		if (rows.length < size) break;
		after = { OrderHeaderKey: rows[rows.length - 1].OrderHeaderKey, OrderHeaderKeyQryType: 'GT' };
	}
	await floor.close();
}

async function* byClient({ target, dataFormat, pageSize }: ReadJob, limit: number): AsyncGenerator<unknown[]> {
	const { SterlingClient, closeConnections } = sterling();
	const client = new SterlingClient(connectionTo(target, dataFormat, 1));
	const call = { api: 'getOrderList', root: 'Order', kind: 'read', input: FILTER, template: TEMPLATE } as const;
	const options = { key: 'OrderHeaderKey', list: 'Order', pageSize, limit };
	for await (const { rows } of client.pages(call, options)) yield rows;
	await closeConnections();
}
