import assert from 'node:assert/strict';
import { invoice, order, shipNotice } from '../../../test/support/syspro/interchanges';
import { waitFor } from '../../lib/process';
import type { TemplateCheck } from '../scene';
import { onGround, soon, triggerOf } from './ground';
import { decide, runAndDecide } from './inbox';
import type { LedgerKind } from './ledger';

const NUMBERS = ['000000000000001', '000000000000002'];
/** Longer than n8n lives in these checks. */
const LATE = { kind: 'slowHeaders', ms: 30_000, times: 0 } as const;

/** n8n is killed in the middle of its work and started again: nothing is doubled, nothing is lost. */
export const kills = (kind: LedgerKind): TemplateCheck[] => [
	onGround(
		'syspro-purchase-orders-to-edi: n8n is killed three times and each order is sent once',
		kind,
		async (ground, scene) => {
			const { syspro, b2b, ledger, bring, run, names } = ground;
			const { api } = scene;
			const workflow = await bring('syspro-purchase-orders-to-edi');
			const dies = async (isTime: () => boolean, what: string) => {
				const id = await api.startWorkflow(workflow, triggerOf(workflow));
				await soon(isTime, what);
				await scene.killAndRestart();
				const { status } = await api.execution(id);
				assert.notEqual(status, 'success', 'it had ended before it was killed');
				for (const { faults } of [syspro, b2b]) faults.clear();
			};
			// While SYSPRO is read; after the first message has arrived and before n8n knows; the same with the second.
			syspro.faults.add({ ...LATE, api: 'PorMasterDetail' });
			await dies(() => syspro.log.list('PorMasterDetail').length > 0, 'the read of the lines');
			const read = names('/ACME').length;
			for (const count of [1, 2]) {
				b2b.faults.add({ ...LATE, api: 'mailboxmessages', skip: 1 });
				await dies(() => names('/ACME').length >= count, `message ${count}`);
			}
			await run(workflow);
			await run(workflow);
			const sent = NUMBERS.map((number) => `850_${number}.edi`);
			assert.deepEqual([read, names('/ACME')], [0, sent]);
			const rows = await ledger.rows();
			assert.deepEqual(
				rows.map(({ messageName, state }) => [messageName, state]).sort(),
				sent.map((name) => [name, 'sent']),
			);
			await run(await bring('syspro-edi-inbox'));
			const acknowledged = (await ledger.rows()).map(({ state, response }) => [state, response]);
			assert.deepEqual(
				acknowledged,
				sent.map(() => ['acknowledged', 'accepted']),
			);
			return rows.map(({ messageName, messageId }) => `${messageName} is message ${messageId}`).join(', ');
		},
	),
	onGround('syspro-edi-inbox: n8n is killed twice, and what came in is in SYSPRO once', kind, async (ground, scene) => {
		const { syspro, b2b, ledger, mails, bring } = ground;
		const { database } = syspro.company;
		const { api } = scene;
		const workflow = await bring('syspro-edi-inbox', { ledgerCode: '10-4530' });
		b2b.store.deposit('/ACME/Inbox', '850_BAY-900.edi', order());
		b2b.store.deposit('/ACME/Inbox', '810_INV-77.edi', invoice());
		b2b.store.deposit('/ACME/Inbox', '856_SHIP-7.edi', shipNotice());
		const orders = () => database.where('SorMaster', { CustomerPoNumber: 'BAY-900' }).length;
		const invoices = () => database.where('ApInvoice', { Invoice: 'INV-77' }).length;
		for (const [object, count] of [
			['SORTOI', orders],
			['APSTIN', invoices],
		] as const) {
			// The check of the invoice comes first, and passes.
			syspro.faults.add({ ...LATE, api: object, ...(object === 'APSTIN' ? { skip: 1 } : {}) });
			await api.startWorkflow(workflow, triggerOf(workflow));
			await soon(() => count() === 1, object);
			await scene.killAndRestart();
			syspro.faults.clear();
		}
		// The next run asks about the ship notice, and n8n is killed while it waits for the response.
		const waiting = await api.startWorkflow(workflow, triggerOf(workflow));
		const isWaiting = async () => mails.length === 1 && (await api.execution(waiting)).status === 'waiting';
		await waitFor(isWaiting, 60_000, () => 'nobody was asked');
		await scene.killAndRestart();
		await decide(mails[0]!, true);
		await waitFor(
			async () => (await api.execution(waiting)).status === 'success',
			60_000,
			() => 'the workflow did not go on after the answer',
		);
		await runAndDecide(scene, ground, workflow, () => true);
		const receipts = database.where('GrnDetails', { DeliveryNote: 'SHIP-7' }).length;
		assert.deepEqual([orders(), invoices(), receipts, mails.length], [1, 1, 1, 1]);
		const rows = (await ledger.rows()).map(({ kind: what, state, response }) => `${what} ${state} ${response || '-'}`);
		assert.deepEqual(rows.sort(), ['810 in entered -', '850 in imported 000000000000004', '856 in expected received']);
		return rows.join('; ');
	}),
];
