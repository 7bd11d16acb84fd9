import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { PURCHASE_ORDER, type PartnerManner } from '../../../../sandbox/b2bi';
import { b2bi, b2biForFile } from '../../../support/b2bi/nodes';

const bench = b2biForFile({ withoutMessages: true });
beforeEach(() => bench.sandbox.store.messages.clear());

async function order(manner: Partial<PartnerManner>): Promise<void> {
	Object.assign(bench.sandbox.behaviour.partner, { verdict: 'accept', rejectedOrders: [], ...manner });
	await b2bi(bench.sandbox, {
		resource: 'message',
		operation: 'send',
		mailbox: locate('list', '/ACME'),
		name: '850_PO-4711.edi',
		contentSource: 'text',
		text: PURCHASE_ORDER,
	});
}

/** Names and contents in our inbox after so many seconds. */
async function after(seconds: number): Promise<Record<string, string>> {
	bench.sandbox.clock.advance(seconds * 1000);
	const list: INodeParameters = {
		resource: 'message',
		operation: 'getMany',
		mailbox: locate('list', '/ACME/Inbox'),
		returnAll: true,
	};
	const rows = await b2bi(bench.sandbox, list);
	const contents = rows.map(async ({ id, name }) => {
		const download = { message: locate('id', String(id)), contentOutput: 'text', outputField: 'text' };
		const [row] = await b2bi(bench.sandbox, { resource: 'message', operation: 'download', ...download });
		return [String(name), String(row.text)];
	});
	return Object.fromEntries(await Promise.all(contents));
}

it('an order goes out by a routing channel, and acknowledgment and response come back', async () => {
	await order({});
	expect(await after(1)).toEqual({});
	const acknowledged = await after(10);
	expect(Object.keys(acknowledged)).toEqual(['997_850_PO-4711.edi']);
	expect(acknowledged['997_850_PO-4711.edi']).toMatch(
		/^ISA.*\*ZZ\*NORTHWIND +\*ZZ\*ACME .*AK1\*PO\*71~AK2\*850\*0001~AK5\*A~/s,
	);
	const responded = await after(20);
	expect(responded['855_850_PO-4711.edi']).toMatch(
		/BAK\*00\*AD\*PO-4711\*20260115~PO1\*1\*12\*EA\*.*ACK\*IA\*12\*EA~/s,
	);
});

it.each<[Partial<PartnerManner>, string[], RegExp]>([
	[{ verdict: 'rejectOrder' }, ['855_850_PO-4711.edi', '997_850_PO-4711.edi'], /BAK\*00\*RJ\*PO-4711/],
	[{ rejectedOrders: ['PO-4711'] }, ['855_850_PO-4711.edi', '997_850_PO-4711.edi'], /BAK\*00\*RJ\*PO-4711/],
	[{ verdict: 'rejectSyntax' }, ['997_850_PO-4711.edi'], /AK5\*R\*5~AK9\*R\*1\*1\*0~/],
	[{ verdict: 'never' }, [], /^$/],
])('a partner that %j', async (manner, names, words) => {
	await order(manner);
	const inbox = await after(60);
	expect(Object.keys(inbox).sort()).toEqual(names);
	expect(Object.values(inbox).join('')).toMatch(words);
});

it('a partner that responds late does so', async () => {
	await order({ respondAfterMs: 3_600_000 });
	expect(Object.keys(await after(60))).toEqual(['997_850_PO-4711.edi']);
	expect(Object.keys(await after(3_600)).sort()).toEqual(['855_850_PO-4711.edi', '997_850_PO-4711.edi']);
});

it('a rule starts its process when the schedule comes to it', async () => {
	const { sandbox } = bench;
	sandbox.store.deposit('/ACME/Drop', 'in.edi', PURCHASE_ORDER);
	const list = () => sandbox.processes.service().list!(new URLSearchParams(), { user: sandbox.users[0] });
	expect(list()).toEqual([]);
	sandbox.clock.advance(sandbox.behaviour.ruleIntervalMs + 1000);
	sandbox.settle();
	expect(list()).toMatchObject([{ wfdName: 'EDIDeenvelope' }, { wfdName: 'EDIDeenvelope', exeState: 'Success' }]);
});
