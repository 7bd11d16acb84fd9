import assert from 'node:assert/strict';
import type { TemplateCheck } from '../scene';
import { onGround } from './ground';
import type { LedgerKind } from './ledger';

const NUMBER = '000000000000001';
const OUTGOING: Array<[template: string, messages: string[]]> = [
	['syspro-purchase-orders-to-edi', [`850_${NUMBER}.edi`, '850_000000000000002.edi']],
	['syspro-invoices-to-edi', [`810_0001000-${NUMBER}-C.edi`, `810_0001000-${NUMBER}-I.edi`]],
	['syspro-dispatches-to-edi', [`856_${NUMBER}.edi`]],
];

/** Documents leave once, however often the workflows run. */
export const outbound = (kind: LedgerKind): TemplateCheck[] => [
	onGround('syspro-…-to-edi: orders, invoices and dispatch notes leave once in two runs', kind, async (ground) => {
		const { syspro, ledger, bring, run, names } = ground;
		const sent: string[] = [];
		for (const [template, messages] of OUTGOING) {
			const workflow = await bring(template);
			sent.push(...messages);
			for (let time = 1; time <= 2; time++) {
				await run(workflow);
				assert.deepEqual(names('/ACME'), [...sent].sort());
				assert.equal(syspro.sessions.seats, 0);
			}
		}
		const rows = await ledger.rows();
		assert.deepEqual(
			rows.map(({ messageName, state }) => [messageName, state]).sort(),
			sent.map((name) => [name, 'sent']).sort(),
		);
		assert.equal(new Set(rows.map(({ interchangeControlNumber }) => interchangeControlNumber)).size, rows.length);
		return sent.join(', ');
	}),
	onGround(
		'syspro-edi-watch: reports what is late and what is broken, once or until it is settled',
		kind,
		async (ground) => {
			const { syspro, b2b, mails, bring, run } = ground;
			b2b.behaviour.partner.verdict = 'never';
			syspro.company.database.find('PorMasterDetail', { PurchaseOrder: NUMBER, Line: '1' })!.MPriceUom = 'BX';
			await run(await bring('syspro-purchase-orders-to-edi'));
			const watch = await bring('syspro-edi-watch', { lateHours: 0 });
			const lines = () =>
				mails
					.at(-1)!
					.text.split('\n')
					.filter((line) => /^[A-Z]+:/.test(line))
					.map((line) => line.split(',')[0]!.trim());
			await run(watch);
			assert.deepEqual(lines().sort(), [
				'LATE: 850 000000000000002 with Northwind Traders',
				`PROBLEM: 850 ${NUMBER} with Acme Supplies`,
			]);
			await run(watch);
			assert.deepEqual(lines(), ['LATE: 850 000000000000002 with Northwind Traders']);
			assert.equal(mails.length, 2);
			return mails[0]!.text;
		},
	),
];

/** Both sides are in step after one run, and a second one writes nothing. */
export const partners: TemplateCheck = onGround(
	'syspro-partners: both sides in step, nothing in a preview, nothing the second time',
	'a data table',
	async ({ syspro, b2b, bring, run }) => {
		const writes = () => [
			...b2b.log.list().filter(({ method }) => method !== 'GET'),
			...syspro.log.list().filter(({ path }) => /Setup/i.test(path)),
		];
		const isWrite = ({ path }: { path: string }) => !/Setup/i.test(path);
		await run(await bring('syspro-partners'));
		assert.deepEqual(writes().filter(isWrite), []);
		const workflow = await bring('syspro-partners', { preview: false });
		await run(workflow);
		const known = [...b2b.tables.partners.rows.values()];
		const northwind = known.find(({ partnerName }) => partnerName === 'NORTHWIND')!;
		assert.deepEqual([northwind.code, northwind.city], ['0000200', 'Sevilla']);
		const bayside = syspro.company.database.find('ArCustomer', { Customer: '0001000' })!;
		bayside.EdiSenderCode = 'OLD';
		await run(workflow);
		assert.equal(bayside.EdiSenderCode, 'BAYSIDE');
		b2b.log.clear();
		syspro.log.clear();
		await run(workflow);
		assert.deepEqual(writes(), []);
		return known.map(({ partnerName, code }) => `${String(partnerName)} ${String(code)}`).join(', ');
	},
);
