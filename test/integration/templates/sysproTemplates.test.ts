import { runWorkflow, type Finished } from '../../../engine/workflow';
import { closeAllPools } from '../../../kit/http/pools';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { Syspro } from '../../../nodes/Syspro/Syspro.node';
import { X12 } from '../../../nodes/X12/X12.node';
import { startB2bi, type B2biSandbox } from '../../../sandbox/b2bi';
import { startSyspro, type SysproSandbox } from '../../../sandbox/syspro';
import { DataTable } from '../../support/base/dataTable';
import { baseNodes, type Mail } from '../../support/base/nodes';
import { templateFor } from '../../support/base/template';
import { b2biCredential } from '../../support/b2bi/nodes';
import { invoice, order, response, shipNotice } from '../../support/syspro/interchanges';
import { sysproCredential } from '../../support/syspro/nodes';

jest.setTimeout(120_000);

let syspro: SysproSandbox;
let b2b: B2biSandbox;
let table: DataTable;
let mails: Mail[];
let approves: boolean;

beforeEach(async () => {
	syspro = await startSyspro();
	b2b = await startB2bi({ withoutMessages: true });
	table = new DataTable();
	mails = [];
	approves = true;
});
afterEach(async () => {
	await closeAllPools();
	await syspro.close();
	await b2b.close();
});

async function run(name: string, settings: Record<string, unknown> = {}): Promise<Finished> {
	const file = templateFor(name, { ledger: '1', ...settings });
	for (const node of file.nodes) {
		// What a user fills in: the units of this company.
		const options = node.parameters.x12 as Record<string, unknown> | undefined;
		if (options) options.unitTable = { row: [{ code: 'MR', name: 'M' }] };
	}
	const finished = await runWorkflow(file, {
		nodeTypes: {
			...baseNodes(table, mails, () => approves),
			'n8n-nodes-ibm-sterling.syspro': new Syspro(),
			'n8n-nodes-ibm-sterling.x12': new X12(),
			'n8n-nodes-ibm-sterling.ibmB2bIntegrator': new IbmB2bIntegrator(),
		},
		credentials: { b2bi: b2biCredential(b2b), syspro: sysproCredential(syspro) },
	});
	if (finished.error) throw finished.error;
	b2b.clock.advance(60_000);
	b2b.settle();
	expect(syspro.sessions.seats).toBe(0);
	return finished;
}

const names = (path: string) => {
	const mailbox = [...b2b.store.mailboxes.values()].find((each) => each.path === path);
	return [...b2b.store.messages.values()]
		.filter(({ mailboxId }) => mailboxId === mailbox?.id)
		.map(({ name }) => name)
		.sort();
};
const NUMBER = '000000000000001';

test.each([
	['syspro-purchase-orders-to-edi', [`850_${NUMBER}.edi`, '850_000000000000002.edi']],
	['syspro-invoices-to-edi', [`810_0001000-${NUMBER}-C.edi`, `810_0001000-${NUMBER}-I.edi`]],
	['syspro-dispatches-to-edi', [`856_${NUMBER}.edi`]],
])('%s sends each document once, however often it runs', async (name, messages) => {
	await run(name);
	await run(name);
	expect(names('/ACME')).toEqual(messages);
	expect(table.rows.map(({ state, messageName }) => [state, messageName]).sort()).toEqual(
		messages.map((message) => ['sent', message]),
	);
});

test('a document that cannot be translated is a row with the reason, and is sent when it can be', async () => {
	const line = syspro.company.database.find('PorMasterDetail', { PurchaseOrder: NUMBER, Line: '1' })!;
	const unit = line.MPriceUom;
	line.MPriceUom = 'BX';
	await run('syspro-purchase-orders-to-edi');
	expect(names('/ACME')).toEqual(['850_000000000000002.edi']);
	expect(table.rows.find(({ number }) => number === NUMBER)).toMatchObject({
		state: 'problem',
		problem: expect.stringMatching(/price is per BX/),
	});
	line.MPriceUom = unit;
	await run('syspro-purchase-orders-to-edi');
	expect(names('/ACME')).toHaveLength(2);
	expect(table.rows.find(({ number }) => number === NUMBER)).toMatchObject({ state: 'sent', problem: '' });
});

const rowOf = (documentId: string) => table.rows.find((row) => row.documentId === documentId);
const waiting = () => [...b2b.store.messages.values()].filter(({ extractability }) => !isDone(extractability));
const isDone = (extractability: object) => 'count' in extractability && extractability.count === 0;

test('syspro-edi-inbox: a changed order is shown to a person, and changed after the approval; an order comes in once', async () => {
	await run('syspro-purchase-orders-to-edi');
	b2b.store.deposit('/ACME/Inbox', '850_BAY-900.edi', order());
	b2b.store.deposit('/ACME/Inbox', '850_BAY-900.edi', order());
	b2b.store.deposit('/ACME/Inbox', '855_1.edi', response(38_000));
	b2b.store.deposit('/ACME/Inbox', 'price-list.edi', 'sku;price');
	const orders = () => syspro.company.database.where('SorMaster', { CustomerPoNumber: 'BAY-900' });
	for (let time = 1; time <= 2; time++) {
		await run('syspro-edi-inbox');
		expect(orders()).toHaveLength(1);
		expect(mails.map(({ subject }) => subject)).toEqual([`Purchase order ${NUMBER}: Acme Supplies proposes changes`]);
		expect(rowOf(`purchaseOrder:${NUMBER}`)).toMatchObject({
			response: 'changed',
			questions: 'Line 1: quantity 38400 becomes 38000',
		});
	}
	const line = syspro.company.database.find('PorMasterDetail', { PurchaseOrder: NUMBER, Line: '1' });
	expect(Number(line?.MOrderQty)).toBe(38_000);
	expect(table.rows.map(({ state }) => state).sort()).toEqual(['acknowledged', 'acknowledged', 'imported', 'other']);
});

test("syspro-edi-inbox: a supplier's invoice is entered once, and a receipt is booked once after an approval", async () => {
	const receipts = () => syspro.company.database.where('GrnDetails', { DeliveryNote: 'SHIP-7' });
	const invoices = () => syspro.company.database.where('ApInvoice', { Invoice: 'INV-77' });
	approves = false;
	for (let time = 1; time <= 2; time++) {
		// The partner sends both twice.
		b2b.store.deposit('/ACME/Inbox', '810_INV-77.edi', invoice());
		b2b.store.deposit('/ACME/Inbox', '856_SHIP-7.edi', shipNotice());
		await run('syspro-edi-inbox');
		expect(invoices()).toMatchObject([{ Supplier: '0000100', OrigInvValue: '48000' }]);
		expect(rowOf('supplierInvoice:0000100:INV-77')).toMatchObject({ state: 'entered', kind: '810 in' });
		expect(receipts()).toEqual([]);
		expect(mails.map(({ subject }) => subject)).toEqual(['Ship notice SHIP-7 of ACME: book the receipt?']);
		expect(rowOf('shipNotice:ACME:SHIP-7')).toMatchObject({
			questions: `Order ${NUMBER}, line 1: receive 400 EA of A100`,
		});
	}
	// Somebody asks again, and approves.
	approves = true;
	Object.assign(rowOf('shipNotice:ACME:SHIP-7')!, { response: 'question', askedAt: null });
	await run('syspro-edi-inbox');
	expect(receipts()).toMatchObject([{ QtyReceived: '400', PurchaseOrder: NUMBER }]);
	expect(rowOf('shipNotice:ACME:SHIP-7')).toMatchObject({ response: 'received' });
	b2b.store.deposit('/ACME/Inbox', '856_SHIP-7.edi', shipNotice());
	await run('syspro-edi-inbox');
	expect(receipts()).toHaveLength(1);
	expect(mails).toHaveLength(2);
	expect(waiting().filter(({ name }) => /^8(10|56)/.test(name))).toEqual([]);
});

test('syspro-edi-inbox: what SYSPRO refuses or cannot take now stays in the mailbox, and the others go on', async () => {
	b2b.store.deposit('/ACME/Inbox', '810_stranger.edi', invoice('NOBODY'));
	b2b.store.deposit('/ACME/Inbox', '810_INV-77.edi', invoice());
	b2b.store.deposit('/ACME/Inbox', '850_BAY-900.edi', order());
	syspro.faults.add({ kind: 'status', api: 'SORTOI', times: 0 });
	await run('syspro-edi-inbox');
	const stuck = () => waiting().map(({ name }) => name);
	expect(stuck()).toEqual(['810_stranger.edi', '850_BAY-900.edi']);
	const problems = () => table.rows.filter(({ state }) => state === 'problem').map(({ number }) => number);
	expect(problems()).toEqual(['BAY-900', 'INV-77']);
	expect(table.rows.find(({ messageName }) => messageName === '810_stranger.edi')?.problem).toBe(
		'No supplier has the EDI code NOBODY.',
	);
	syspro.faults.clear();
	await run('syspro-edi-inbox');
	expect([stuck(), problems()]).toEqual([['810_stranger.edi'], ['INV-77']]);
	syspro.company.database.find('ApSupplier', { Supplier: '0000300' })!.EdiReceiverCode = 'NOBODY';
	await run('syspro-edi-inbox');
	expect([stuck(), problems()]).toEqual([[], []]);
	expect(syspro.company.database.where('ApInvoice', { Invoice: 'INV-77' })).toHaveLength(2);
});

test('syspro-edi-watch reports what needs somebody, once or until it is settled', async () => {
	const row = (documentId: string, more: object) => table.insert({ documentId, number: documentId, ...more });
	const long = '2020-01-01T00:00:00.000Z';
	row('late', { state: 'sent', sentAt: long });
	row('fresh', { state: 'sent', sentAt: new Date().toISOString() });
	row('fine', { state: 'acknowledged', sentAt: long, acknowledgement: 'accepted' });
	row('refused', { state: 'rejected', acknowledgement: 'rejected', sentAt: long, problem: 'AK5 R' });
	row('asked', { state: 'acknowledged', acknowledgement: 'accepted', response: 'question', questions: 'Line 1' });
	row('broken', { state: 'problem', problem: 'No currency' });
	const lines = () =>
		mails
			.at(-1)
			?.text.split('\n')
			.filter((line) => /^[A-Z]+:/.test(line))
			.map((line) => line.split(' ')[0]);
	await run('syspro-edi-watch');
	expect(lines()).toEqual(['LATE:', 'REJECTED:', 'QUESTION:', 'PROBLEM:']);
	await run('syspro-edi-watch');
	expect(lines()).toEqual(['LATE:', 'QUESTION:']);
	expect(mails).toHaveLength(2);
});

test('syspro-partners keeps both sides in step, writes nothing in a preview, and nothing the second time', async () => {
	const writes = () => [
		...b2b.log.list().filter(({ method }) => method !== 'GET'),
		...syspro.log.list().filter(({ path }) => /Setup/i.test(path)),
	];
	await run('syspro-partners');
	expect(writes().filter(({ path }) => !/Setup/i.test(path))).toEqual([]);
	const partner = () => [...b2b.tables.partners.rows.values()].find(({ partnerName }) => partnerName === 'NORTHWIND');
	expect(partner()?.code).toBe('S0042');
	await run('syspro-partners', { preview: false });
	expect(partner()).toMatchObject({
		code: '0000200',
		addressLine1: 'Calle Mayor 5',
		city: 'Sevilla',
		postalCode: '41001',
	});
	expect([...b2b.tables.partners.rows.values()].map(({ partnerName }) => partnerName)).toContain('BAYSIDE');
	// A partner that is known by the customer's code, under another name.
	const bayside = [...b2b.tables.partners.rows.values()].find(({ partnerName }) => partnerName === 'BAYSIDE')!;
	expect(bayside.code).toBe('C-0001000');
	const customer = () => syspro.company.database.find('ArCustomer', { Customer: '0001000' });
	customer()!.EdiSenderCode = 'OLD';
	await run('syspro-partners');
	expect(customer()).toMatchObject({ EdiSenderCode: 'OLD' });
	await run('syspro-partners', { preview: false });
	expect(customer()).toMatchObject({ EdiSenderCode: 'BAYSIDE', Name: 'Bayside Outfitters' });
	b2b.log.clear();
	syspro.log.clear();
	await run('syspro-partners', { preview: false });
	expect(writes()).toEqual([]);
});
