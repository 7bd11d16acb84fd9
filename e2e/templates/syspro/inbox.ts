import assert from 'node:assert/strict';
import { invoice, order, response, shipNotice } from '../../../test/support/syspro/interchanges';
import { waitFor } from '../../lib/process';
import type { Mail } from '../../standIns/smtp';
import type { TemplateCheck, TemplateScene } from '../scene';
import { type Ground, onGround, triggerOf } from './ground';
import type { LedgerKind } from './ledger';

const NUMBER = '000000000000001';

/** Follows one of the two links of a mail, as a browser does. */
export async function decide({ html }: Mail, isApproved: boolean): Promise<void> {
	const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url!.replaceAll('&amp;', '&'));
	const link = links.find((url) => url.includes(`approved=${isApproved}`));
	assert.ok(link, `no link says ${isApproved}: ${html.slice(0, 2000)}`);
	const { status } = await fetch(link, { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } });
	assert.equal(status, 200, link);
}

/** Runs the inbox, and returns the mails that ask for approval in the order in which they come. */
export async function runAndDecide(
	{ api }: TemplateScene,
	{ mails, b2b }: Pick<Ground, 'mails' | 'b2b'>,
	workflow: Parameters<Ground['run']>[0],
	verdict: (mail: Mail) => boolean,
): Promise<void> {
	let answered = mails.length;
	const id = await api.startWorkflow(workflow, triggerOf(workflow));
	await waitFor(
		async () => {
			const { status, data } = await api.execution(id);
			if (status === 'error' || status === 'crashed') throw new Error(data.resultData.error?.message ?? status);
			// n8n asks the next question only after it has waited for the last response.
			if (status === 'waiting' && mails.length > answered) await decide(mails[answered]!, verdict(mails[answered++]!));
			return status === 'success';
		},
		120_000,
		() => `the inbox did not end; mails: ${mails.map(({ subject }) => subject).join(', ')}`,
	);
	b2b.clock.advance(60_000);
	b2b.settle();
}

/** What partners send is worked on once, and people decide on changes and receipts. */
export const inbox = (kind: LedgerKind): TemplateCheck[] => [
	onGround(
		'syspro-edi-inbox: acknowledgements, responses, orders, invoices and ship notices once in two runs, after approvals',
		kind,
		async (ground, scene) => {
			const { syspro, b2b, ledger, mails, bring, run, names } = ground;
			const { database } = syspro.company;
			await run(await bring('syspro-purchase-orders-to-edi'));
			const workflow = await bring('syspro-edi-inbox', { ledgerCode: '10-4530' });
			for (let time = 1; time <= 2; time++) {
				for (const [name, text] of [
					['850_BAY-900.edi', order()],
					['855_1.edi', response(time === 1 ? 38_000 : 37_000)],
					['810_INV-77.edi', invoice()],
					['856_SHIP-7.edi', shipNotice()],
					['price-list.edi', 'sku;price'],
				] as const) {
					b2b.store.deposit('/ACME/Inbox', name, text);
				}
				await runAndDecide(scene, ground, workflow, () => true);
				assert.equal(database.where('SorMaster', { CustomerPoNumber: 'BAY-900' }).length, 1);
				assert.deepEqual(
					database.where('ApInvoice', { Invoice: 'INV-77' }).map(({ OrigInvValue }) => Number(OrigInvValue)),
					[48_000],
				);
				assert.deepEqual(
					database.where('GrnDetails', { DeliveryNote: 'SHIP-7' }).map(({ QtyReceived }) => QtyReceived),
					['400'],
				);
				const [line] = database.where('PorMasterDetail', { PurchaseOrder: NUMBER, Line: '1' });
				assert.equal(Number(line!.MOrderQty), 38_000, 'the second response was not asked about');
				assert.equal(syspro.sessions.seats, 0);
			}
			assert.deepEqual(mails.map(({ subject }) => subject).sort(), [
				`Purchase order ${NUMBER}: Acme Supplies proposes changes`,
				'Ship notice SHIP-7 of ACME: book the receipt?',
			]);
			const rows = (await ledger.rows()).map(({ kind: what, number, state, response: said }) =>
				[what, number, state, said].map((value) => value || '-').join(' '),
			);
			assert.deepEqual(rows.sort(), [
				'810 in INV-77 entered -',
				'850 000000000000001 acknowledged question',
				'850 000000000000002 acknowledged accepted',
				'850 in BAY-900 imported 000000000000004',
				'856 in SHIP-7 expected received',
				'file - other -',
				'file - other -',
			]);
			assert.ok(names('/ACME/Inbox').length >= 10);
			return rows.join('; ');
		},
	),
];
