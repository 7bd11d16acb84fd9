import { ActiveWorkflow } from '../../engine/poll';
import { CREDENTIAL_ID } from '../../engine/oneNode';
import type { DrainJob, Outcome } from '../jobs';
import { Floor, type Json } from './floor';
import { measureWarm } from './measure';
import { credentialTo, nodeOf, sterling } from './package';

const TYPE = 'n8n-nodes-ibm-sterling.ibmSterlingOmsTrigger';
/** Changes of a turn of warming up. */
const PART = 5000;
const IDLE_POLLS = 10;
const LONG_AGO = '2000-01-01T00:00:00Z';

/** Drains new orders as one of the contenders. */
export async function drain(job: DrainJob): Promise<Outcome> {
	return await (job.contender === 'floor' ? byFloor(job) : byTrigger(job));
}

/** Seconds that the server's clock is ahead of this machine's. */
let ahead = 0;

async function byTrigger({ target, changes, ...job }: DrainJob): Promise<Outcome> {
	// Two clocks that are right: a server that is far ahead of this machine is asked for its newest row as well.
	ahead = job.ahead;
	const clock = Date.now;
	Date.now = () => clock() + ahead * 1000;
	let workflow: ActiveWorkflow;
	// Looked through afterwards, so that looking is no part of what is measured.
	let keys: unknown[] = [];
	let largestCursor = 0;
	let polls = 0;
	const take = async (poll: 'activate' | 'poll') => {
		const { items, error } = await workflow[poll]();
		if (error) throw error;
		polls++;
		for (const { json } of items ?? []) keys.push(json.eventKey);
		largestCursor = Math.max(largestCursor, workflow.stored.length);
		return items?.length ?? 0;
	};
	const work = async (count: number) => {
		[keys, largestCursor, polls] = [[], 0, 0];
		workflow = workflowFor(target);
		await take('activate');
		while (keys.length < count && (await take('poll')) > 0);
		return { done: keys.length, failed: 0 };
	};
	const { closeConnections } = sterling();
	const outcome = await measureWarm({ work, close: closeConnections }, changes, PART);
	const done = new Set(keys).size;
	const pollsToDrain = polls;
	const idleCosts = await idle(target, () => take('poll'));
	const more = { polls: pollsToDrain, largestCursor, twice: keys.length - new Set(keys).size, ...idleCosts, ahead };
	await closeConnections();
	return { ...outcome, done, failed: changes - done, more };
}

/** A workflow of the trigger, from the first change on. */
function workflowFor(target: DrainJob['target']): ActiveWorkflow {
	return new ActiveWorkflow(
		{
			name: 'Drain',
			connections: {},
			nodes: [
				{
					id: '1',
					name: 'Events',
					type: TYPE,
					typeVersion: 1,
					position: [0, 0],
					parameters: { events: ['orderCreated'], output: 'event', options: { startFrom: LONG_AGO } },
					credentials: { ibmSterlingOmsApi: { id: CREDENTIAL_ID, name: 'Sterling' } },
				},
			],
		},
		{
			nodeTypes: { [TYPE]: nodeOf('IbmSterlingOmsTrigger') },
			credentials: { [CREDENTIAL_ID]: credentialTo(target, 'json', 1) },
			cursors: 'legacy',
		},
	);
}

/** What a poll costs when nothing has changed and a minute has passed since the last one. */
async function idle(target: DrainJob['target'], poll: () => Promise<number>): Promise<Record<string, number>> {
	const control = new Floor(target, 1);
	const advance = async (seconds: number) => {
		ahead += seconds;
		await control.advance(seconds);
	};
	// By now the overlap of windows lies behind the last change.
	for (let i = 0; i < 4; i++) {
		await advance(120);
		await poll();
	}
	const costs: number[] = [];
	for (let i = 0; i < IDLE_POLLS; i++) {
		await advance(60);
		const before = await control.requests();
		await poll();
		costs.push((await control.requests()) - before);
	}
	await control.close();
	return { idleRequestsLeast: Math.min(...costs), idleRequestsMost: Math.max(...costs) };
}

const ROW = [
	'OrderHeaderKey',
	'OrderNo',
	'EnterpriseCode',
	'DocumentType',
	'OrderDate',
	'OrderType',
	'EntryType',
	'Status',
	'MinOrderStatus',
	'MaxOrderStatus',
	'Createts',
	'Modifyts',
];

/** The same pages, read and parsed. */
async function byFloor({ target, changes, pageSize }: DrainJob): Promise<Outcome> {
	const work = async (count: number) => {
		const floor = new Floor(target, 1);
		await floor.logIn();
		let done = 0;
		let after = {};
		for (;;) {
			const page = await floor.invoke('getPage', {
				PageNumber: '1',
				PageSize: String(pageSize + 1),
				PaginationStrategy: 'GENERIC',
				Refresh: 'N',
				PageSetToken: '',
				API: {
					IsFlow: 'N',
					Name: 'getOrderList',
					Input: {
						Order: {
							EnterpriseCode: 'AURORA',
							DocumentType: '0001',
							MaximumRecords: String(pageSize + 1),
							...after,
							CreatetsQryType: 'GE',
							Createts: LONG_AGO,
							OrderBy: { Attribute: [{ Name: 'OrderHeaderKey', Desc: 'N' }] },
						},
					},
					Template: { OrderList: { Order: Object.fromEntries(ROW.map((name) => [name, ''])) } },
				},
			});
			const found = (page.Output as { OrderList: { Order?: Json[] } }).OrderList.Order ?? [];
			const rows = found.slice(0, pageSize);
			done += rows.length;
			if (found.length <= pageSize || done >= count) break;
			after = { OrderHeaderKey: rows[rows.length - 1].OrderHeaderKey, OrderHeaderKeyQryType: 'GT' };
		}
		await floor.close();
		return { done, failed: count - done };
	};
	return await measureWarm({ work }, changes, PART);
}
