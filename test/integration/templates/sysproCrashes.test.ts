import fc from 'fast-check';

import { runWorkflow, type Finished } from '../../../engine/workflow';
import { closeAllPools } from '../../../kit/http/pools';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { X12 } from '../../../nodes/X12/X12.node';
import { startSyspro, type SysproSandbox } from '../../../sandbox/syspro';
import { Crashes } from '../../support/base/crashes';
import { DataTable } from '../../support/base/dataTable';
import { baseNodes, type Mail } from '../../support/base/nodes';
import { templateFor } from '../../support/base/template';
import { b2biCredential, b2biForFile } from '../../support/b2bi/nodes';
import { invoice, order } from '../../support/syspro/interchanges';
import { sysproCredential } from '../../support/syspro/nodes';
import { watching } from '../../support/watch';

jest.setTimeout(180_000);

/** Zipper, which has a unit that X12 knows. */
const ORDER = [{ stockCode: '02', quantity: '12', price: '0.35' }];
const NUMBERS = ['000000000000001', '000000000000002', '000000000000003'];
let companies: SysproSandbox[] = [];

const bench = b2biForFile({ withoutMessages: true });

/** One company with its ledger and the mailboxes, and the workflows over them. */
async function scene() {
	const { sandbox } = bench;
	const syspro = await startSyspro({ empty: true, plainHttp: true });
	companies.push(syspro);
	NUMBERS.forEach(() => syspro.company.printPurchaseOrder(syspro.company.placePurchaseOrder('0000200', ORDER)));
	const table = new DataTable();
	const mails: Mail[] = [];
	const crashes = new Crashes();
	crashes.over(table);
	sandbox.store.messages.clear();
	Object.assign(sandbox.behaviour.partner, { verdict: 'accept', rejectedOrders: [] });
	const nodeTypes = crashes.around({
		...baseNodes(table, mails),
		'n8n-nodes-ibm-sterling.syspro': new Syspro(),
		'n8n-nodes-ibm-sterling.x12': new X12(),
		'n8n-nodes-ibm-sterling.ibmB2bIntegrator': new IbmB2bIntegrator(),
	});
	const credentials = {
		b2bi: b2biCredential(sandbox),
		syspro: sysproCredential(syspro),
	};
	const files = {
		out: templateFor('syspro-purchase-orders-to-edi', { ledger: '1' }),
		in: templateFor('syspro-edi-inbox', { ledger: '1' }),
	};
	return {
		table,
		mails,
		database: syspro.company.database,
		deposit: (name: string, text: string) => sandbox.store.deposit('/ACME/Inbox', name, text),
		crashes,
		async run(which: keyof typeof files): Promise<Finished> {
			const finished = await watching(() => runWorkflow(files[which], { nodeTypes, credentials }));
			sandbox.clock.advance(30_000);
			sandbox.settle();
			return finished;
		},
		/** Names of the messages of a mailbox. */
		mailbox: (path: string) => {
			const mailbox = [...sandbox.store.mailboxes.values()].find((each) => each.path === path);
			return [...sandbox.store.messages.values()].filter(({ mailboxId }) => mailboxId === mailbox?.id);
		},
		contentOf: (message: Parameters<typeof sandbox.store.contentOf>[0]) => sandbox.store.contentOf(message).toString(),
	};
}

async function isQuiet(world: Awaited<ReturnType<typeof scene>>): Promise<void> {
	for (const which of ['out', 'in', 'out', 'in'] as const) {
		world.crashes.plan(undefined);
		const { error } = await world.run(which);
		if (error) throw error;
	}
}

afterEach(async () => {
	await closeAllPools();
	for (const company of companies) await company.close();
	companies = [];
});

test('three orders go out, and their acknowledgements and responses come back', async () => {
	const world = await scene();
	bench.sandbox.behaviour.partner.rejectedOrders = ['000000000000003'];
	await isQuiet(world);
	expect(world.table.rows.map(({ number, state, response }) => [number, state, response])).toEqual([
		['000000000000001', 'acknowledged', 'accepted'],
		['000000000000002', 'acknowledged', 'accepted'],
		['000000000000003', 'acknowledged', 'rejected'],
	]);
	expect(world.mails).toEqual([]);
	const before = JSON.stringify(world.table.rows);
	await isQuiet(world);
	expect(JSON.stringify(world.table.rows)).toBe(before);
});

test('whatever step is cut off, each order is exactly one 850, each acknowledgement is matched, and what comes in is in SYSPRO once', async () => {
	const moments = fc.array(fc.tuple(fc.constantFrom('out' as const, 'in' as const), fc.nat({ max: 90 })), {
		maxLength: 6,
	});
	await fc.assert(
		fc.asyncProperty(moments, async (kills) => {
			const world = await scene();
			world.deposit('850_BAY-900.edi', order());
			world.deposit('810_INV-77.edi', invoice());
			for (const [which, at] of kills) {
				world.crashes.plan(at);
				await world.run(which);
			}
			await isQuiet(world);
			for (const path of ['/ACME', '/NORTHWIND/Inbox']) {
				const messages = world.mailbox(path).filter(({ name }) => name.startsWith('850_'));
				expect(messages.map(({ name }) => name).sort()).toEqual(NUMBERS.map((number) => `850_${number}.edi`));
			}
			const counts = [
				world.database.where('SorMaster', { CustomerPoNumber: 'BAY-900' }).length,
				world.database.where('ApInvoice', { Invoice: 'INV-77' }).length,
			];
			expect(counts).toEqual([1, 1]);
			const outgoing = world.table.rows.filter(({ kind }) => kind === '850');
			const incoming = world.table.rows.filter(({ kind }) => kind !== '850');
			expect(incoming.map(({ state }) => state).sort()).toEqual(['entered', 'imported']);
			expect(outgoing).toHaveLength(NUMBERS.length);
			for (const row of outgoing) {
				expect(row).toMatchObject({ state: 'acknowledged', acknowledgement: 'accepted', response: 'accepted' });
				const message = world.mailbox('/ACME').find(({ name }) => name === row.messageName)!;
				expect(String(message.id)).toBe(row.messageId);
				expect(world.contentOf(message)).toContain(`GE*1*${String(row.groupControlNumber)}~`);
				expect(world.contentOf(message)).toContain(`*${String(row.number)}*`);
			}
		}),
		{ numRuns: 8 },
	);
});
