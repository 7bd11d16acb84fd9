import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { ActiveWorkflow } from '../../../../engine/poll';
import { forgetSharedState } from '../../../../kit/http/sharedState';
import { SysproTrigger } from '../../../../nodes/Syspro/SysproTrigger.node';
import { NUMBER, runSyspro, sysproCredential, sysproForFile } from '../../../support/syspro/nodes';

const bench = sysproForFile();
/** Only e.net, so that each run logs on. */
const credential = { odataUrl: '' };
const TRIGGER = 'n8n-nodes-ibm-sterling.sysproTrigger';
const nodeTypes = { [TRIGGER]: new SysproTrigger() };

afterEach(() => {
	bench.sandbox.behaviour.refusals = {};
	// A refused logon is remembered for a while.
	forgetSharedState();
	expect(bench.sandbox.sessions.seats).toBe(0);
});

const orderOf = (number: string) => ({
	json: {
		document: {
			type: 'purchaseOrder',
			number,
			date: '2026-11-27',
			lines: [{ number: '1', quantity: '3', unit: 'EA', itemIds: { vendorPart: 'A100' } }],
		},
	},
});
const invoiceOf = (number: string) => ({
	json: { document: { type: 'invoice', number, date: '2026-11-27', total: '480' } },
});
const noticeOf = (number: string) => {
	const orders = [{ orderNumber: '1', items: [{ itemIds: { buyerPart: 'A100' }, quantity: '4', unit: 'EA' }] }];
	return { json: { document: { type: 'shipNotice', number, shipment: { orders } } } };
};
const create = { resource: 'salesOrder', operation: 'create', customer: locate('code', '0001000') };
const enter: INodeParameters = {
	resource: 'supplierInvoice',
	operation: 'create',
	supplier: locate('code', '0000100'),
	options: { ledgerCode: '10-4530' },
};
const get = { operation: 'get', purchaseOrder: locate('code', NUMBER) };

async function polled() {
	const workflow = new ActiveWorkflow(
		{
			nodes: [
				{
					...{ id: 't', name: 'Trigger', type: TRIGGER, typeVersion: 1, position: [0, 0], parameters: {} },
					credentials: { sysproApi: { id: 'syspro', name: 'Sandbox' } },
				},
			],
			connections: {},
		},
		{ cursors: 'legacy', nodeTypes, credentials: { syspro: sysproCredential(bench.sandbox, credential) } },
	);
	return await workflow.poll();
}

const NO_RIGHTS = 'The operator lacks the rights for this in SYSPRO.';
const CLOSED = /^SYSPRO or the company is not available at the moment: .* Run it again later\./;

describe.each<[string, Record<string, string>, string | RegExp]>([
	['no seat is free', { Logon: 'Maximum number of licensed users reached' }, /^No license seat is free\. /],
	['the company is locked', { Logon: 'Company EDU1 is locked by operator ADMIN' }, CLOSED],
	['a backup begins', { '*': 'Company EDU1 is being backed up' }, CLOSED],
	['the operator lacks rights', { '*': 'Operator does not have access to this program' }, NO_RIGHTS],
	[
		'the operator may not log on',
		{ Logon: 'Operator N8N not authorised to use company EDU1' },
		/^In SYSPRO, allow the operator to log on to this company, .* See Operator in the credential\./,
	],
	['the sessions are lost', { '*': 'Session expired' }, /^The session no longer exists: /],
])('where %s', (_case, refusals, hint) => {
	const [words] = Object.values(refusals);
	beforeEach(() => {
		const texts = Object.entries(refusals).map(([call, text]) => [call, `ERROR: ${text}`]);
		bench.sandbox.behaviour.refusals = Object.fromEntries(texts) as Record<string, string>;
	});

	it('a read, a write and the trigger say so', async () => {
		const said = { message: expect.stringMatching(`^${words}`), description: expect.stringMatching(hint) };
		const reading = await runSyspro(bench.sandbox, get, { credential });
		const writing = await runSyspro(bench.sandbox, create, { input: [orderOf('R-1')], credential });
		expect([reading.error, writing.error, (await polled()).error]).toMatchObject([said, said, said]);
	});

	it('each item is passed on with the error, and nothing is imported', async () => {
		const input = [orderOf('R-1'), orderOf('R-2')];
		const node = { onError: 'continueRegularOutput' } as const;
		const before = bench.sandbox.company.database.where('SorMaster', {}).length;
		const rows = (await runSyspro(bench.sandbox, create, { input, credential, node })).json('SYSPRO');
		expect(rows.map(({ error }) => String(error))).toEqual([
			expect.stringMatching(`^${words}`),
			expect.stringMatching(`^${words}`),
		]);
		expect(bench.sandbox.company.database.where('SorMaster', {})).toHaveLength(before);
	});
});

it('a business object without a licence fails the write, and a read goes another way', async () => {
	const refusal = (object: string) => `ERROR: Business object ${object} not licensed`;
	bench.sandbox.behaviour.refusals = { SORTOI: refusal('SORTOI'), PORQRY: refusal('PORQRY') };
	const { error } = await runSyspro(bench.sandbox, create, { input: [orderOf('R-1')], credential });
	expect(error).toMatchObject({
		message: 'Business object SORTOI not licensed',
		description: expect.stringContaining('the site and the operator have a license'),
	});
	expect((await runSyspro(bench.sandbox, get, { credential })).json('SYSPRO')).toMatchObject([{ id: NUMBER }]);
});

it.each(['ERROR: Maximum number of licensed users reached', 'ERROR: Backup in progress'])(
	'a run waits for the end of %s',
	async (body) => {
		bench.sandbox.faults.add({ kind: 'status', status: 200, body, api: 'Logon', times: 2 });
		const { error, json } = await runSyspro(bench.sandbox, create, { input: [orderOf(body.slice(7, 20))], credential });
		expect(error).toBeUndefined();
		expect(json('SYSPRO')).toMatchObject([{ how: 'posted' }]);
		expect(bench.sandbox.log.counters.requestsByApi).toMatchObject({ Logon: 3, SORTOI: 1, Logoff: 1 });
	},
);

it.each([
	['salesOrder:create', create, orderOf, 'SORTOI'],
	['supplierInvoice:create', enter, invoiceOf, 'APSTIN'],
	['purchaseOrder:receive', { operation: 'receive' }, noticeOf, 'PORTOR'],
] as const)('%s in three executions at the same time posts a document once', async (_name, parameters, of, object) => {
	const runs = await Promise.all(
		[1, 2, 3].map(async () => await runSyspro(bench.sandbox, parameters, { input: [of('TWICE-1')] })),
	);
	const rows = runs.flatMap((run) => (run.error ? [{ how: run.error.message }] : run.json('SYSPRO')));
	expect(rows.map(({ how }) => how).sort()).toEqual(['existing', 'existing', 'posted']);
	expect(bench.sandbox.log.counters.requestsByApi[object]).toBe(1);
});
