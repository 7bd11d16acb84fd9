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
import { sysproCredential } from '../../support/syspro/nodes';

jest.setTimeout(120_000);

let syspro: SysproSandbox;
let b2b: B2biSandbox;
let table: DataTable;
let mails: Mail[];

beforeEach(async () => {
	syspro = await startSyspro();
	b2b = await startB2bi({ withoutMessages: true });
	table = new DataTable();
	mails = [];
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
			...baseNodes(table, mails),
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

test('syspro-edi-inbox: a changed order is shown to a person, and changed after the approval; an order comes in once', async () => {
	await run('syspro-purchase-orders-to-edi');
	const isa = 'ISA*00*          *00*          *ZZ*';
	const envelope = (from: string, group: string, body: string[]) =>
		[
			`${isa}${from.padEnd(15)}*ZZ*ACME           *261127*0930*U*00401*000000900*0*T*>`,
			`GS*${group}*${from}*ACME*20261127*0930*900*X*004010`,
			...body,
			`SE*${body.length + 1}*0001`,
			'GE*1*900',
			'IEA*1*000000900~',
		].join('~');
	// A customer's order, twice, and a response that promises less.
	const order = envelope('BAYSIDE', 'PO', [
		'ST*850*0001',
		'BEG*00*SA*BAY-900**20261127',
		'PO1*1*4*EA*25**VP*A100',
		'CTT*1',
	]);
	const response = envelope('ACMESUP', 'PR', [
		'ST*855*0001',
		'BAK*00*AC*1*20261127',
		'PO1*1*38400*EA*1.25**BP*A100',
		'ACK*IQ*38000*EA',
		'CTT*1',
	]);
	b2b.store.deposit('/ACME/Inbox', '850_BAY-900.edi', order);
	b2b.store.deposit('/ACME/Inbox', '850_BAY-900.edi', order);
	b2b.store.deposit('/ACME/Inbox', '855_1.edi', response);
	b2b.store.deposit('/ACME/Inbox', 'price-list.edi', 'sku;price');
	const orders = () => syspro.company.database.where('SorMaster', { CustomerPoNumber: 'BAY-900' });
	for (let time = 1; time <= 2; time++) {
		await run('syspro-edi-inbox');
		expect(orders()).toHaveLength(1);
		expect(mails.map(({ subject }) => subject)).toEqual([`Purchase order ${NUMBER}: Acme Supplies proposes changes`]);
		expect(table.rows.find(({ documentId }) => documentId === `purchaseOrder:${NUMBER}`)).toMatchObject({
			response: 'changed',
			questions: 'Line 1: quantity 38400 becomes 38000',
		});
	}
	const line = syspro.company.database.find('PorMasterDetail', { PurchaseOrder: NUMBER, Line: '1' });
	expect(Number(line?.MOrderQty)).toBe(38_000);
	expect(table.rows.map(({ state }) => state).sort()).toEqual(['acknowledged', 'acknowledged', 'imported', 'other']);
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
	b2b.log.clear();
	syspro.log.clear();
	await run('syspro-partners', { preview: false });
	expect(writes()).toEqual([]);
});
