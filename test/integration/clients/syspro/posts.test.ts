import type { SalesOrderInput } from '../../../../clients/syspro';
import type { ServiceError } from '../../../../kit/errors';
import { SysproBench } from '../../../support/sysproBench';

const bench = SysproBench.forFile();
const failureOf = async (work: Promise<unknown>) =>
	await work.then(
		() => {
			throw new Error('It was expected to fail');
		},
		(error: unknown) => error as ServiceError,
	);

let counter = 0;
const order = (more: Partial<SalesOrderInput> = {}): SalesOrderInput => ({
	customer: '0001000',
	customerPoNumber: `PO-${(counter += 1)}`,
	orderDate: '2026-05-04',
	shipTo: { lines: ['Straße 1 – Tor “B”', '', 'Köln'], postalCode: '50667' },
	lines: [{ stockCode: 'A100', quantity: '2.5', price: '19.99', uom: 'EA' }],
	comments: ['Über die Rampe'],
	...more,
});
const ordersOf = (number: string) => bench.company.database.where('SorMaster', { CustomerPoNumber: number });

it('imports a sales order with all its characters', async () => {
	const input = order();
	const result = await bench.client().postSalesOrder(input);
	expect(result).toMatchObject({
		how: 'posted',
		validateOnly: false,
		key: { SalesOrder: expect.stringMatching(/^0{8}\d+$/) as string },
	});
	const { header, lines, parties } = await bench.client().read('salesOrder', result.key.SalesOrder);
	expect(header).toMatchObject({ customerPoNumber: input.customerPoNumber, orderDate: '2026-05-04' });
	expect(parties.shipTo?.address).toEqual({
		lines: ['Straße 1 – Tor “B”', '', 'Köln'],
		postalCode: '50667',
	});
	expect(lines[0]).toMatchObject({ quantity: '2.5', price: '19.99' });
	expect(lines[1]).toMatchObject({ kind: 'comment', comment: 'Über die Rampe' });
});

it('only checks where it is told to, whatever further parameters say', async () => {
	const input = order();
	for (const parameters of [{}, { ValidateOnly: 'N' }]) {
		expect(await bench.client().postSalesOrder(input, { validateOnly: true, parameters })).toMatchObject({
			validateOnly: true,
			keys: [],
		});
	}
	expect(ordersOf(input.customerPoNumber)).toEqual([]);
	const wrong = order({ lines: [{ stockCode: 'NOPE', quantity: '1' }] });
	const failure = await failureOf(bench.client().postSalesOrder(wrong, { validateOnly: true }));
	expect(failure).toMatchObject({
		category: 'invalidInput',
		code: '240004',
		message: "Stock code 'NOPE' not found",
		attributes: { stockcode: 'NOPE' },
		effect: 'none',
	});
});

it('reports an order that is there, refuses it, or imports another one', async () => {
	const input = order();
	const { key } = await bench.client().postSalesOrder(input);
	expect(await bench.client().postSalesOrder(input)).toMatchObject({ how: 'existing', key });
	expect(await failureOf(bench.client().postSalesOrder({ ...input, whenExists: 'refuse' }))).toMatchObject({
		category: 'duplicate',
	});
	const again = await bench.client().postSalesOrder({ ...input, whenExists: 'import' });
	expect(again.key).not.toEqual(key);
	expect(ordersOf(input.customerPoNumber)).toHaveLength(2);
});

it.each([['drop'], ['truncate'], ['html'], ['status']] as const)(
	'finds what a post has written whose response was lost: %s',
	async (kind) => {
		bench.sandbox.faults.add({ kind, api: 'SORTOI', afterWork: true });
		const input = order();
		const result = await bench.client().postSalesOrder(input);
		expect(result.how).toBe('found');
		expect(ordersOf(input.customerPoNumber).map(({ SalesOrder }) => SalesOrder)).toEqual([result.key.SalesOrder]);
		expect(bench.requests.SORTOI).toBe(1);
	},
);

it.each(['drop', 'html', 'errorUnder200'] as const)(
	'never sends a post again that may have arrived: %s before the work',
	async (kind) => {
		bench.sandbox.faults.add({ kind, api: 'SORTOI' });
		const input = order();
		const failure = await failureOf(bench.client().postSalesOrder(input));
		expect(failure.category).toBe('uncertain');
		expect(failure.hint).toContain('Look for the record');
		expect(bench.requests.SORTOI).toBe(1);
		expect(ordersOf(input.customerPoNumber)).toEqual([]);
	},
);

it('changes a purchase order, and finds the change where the response was lost', async () => {
	const purchaseOrder = bench.company.placePurchaseOrder('0000100', [
		{ stockCode: 'A100', quantity: '10' },
		{ stockCode: '02', quantity: '4' },
	]);
	bench.company.printPurchaseOrder(purchaseOrder);
	const client = bench.client();
	const change = { purchaseOrder, lines: [{ line: '1', quantity: '8', price: '9.5', dueDate: '2027-01-31' }] };
	expect(await client.changePurchaseOrder(change, { validateOnly: true })).toMatchObject({ validateOnly: true });
	expect((await client.read('purchaseOrder', purchaseOrder)).lines[0].quantity).toBe('10');
	bench.sandbox.faults.add({ kind: 'drop', api: 'PORTOI', afterWork: true });
	expect(await client.changePurchaseOrder(change)).toMatchObject({
		how: 'found',
		key: { PurchaseOrder: purchaseOrder },
	});
	const { header, lines } = await client.read('purchaseOrder', purchaseOrder);
	expect(lines[0]).toMatchObject({ quantity: '8', price: '9.5', dueDate: '2027-01-31' });
	expect(header.status).toBe('4');
	expect(bench.requests.PORTOI).toBe(2);
	const wrong = await failureOf(client.changePurchaseOrder({ purchaseOrder, lines: [{ line: '99', quantity: '1' }] }));
	expect(wrong).toMatchObject({ code: '420003', category: 'invalidInput' });
});

it('books a receipt once, also where the response was lost', async () => {
	const purchaseOrder = bench.company.placePurchaseOrder('0000100', [{ stockCode: 'A100', quantity: '10' }]);
	const client = bench.client();
	const receipt = (deliveryNote: string, quantity: string) => ({
		items: [{ purchaseOrder, line: '1', quantity, deliveryNote }],
	});
	const first = await client.postReceipt(receipt('DN-1', '2.5'));
	expect(first.key).toMatchObject({ PurchaseOrder: purchaseOrder, Line: '0001', Grn: expect.any(String) as string });
	expect(await client.postReceipt(receipt('DN-1', '2.50'))).toMatchObject({
		how: 'existing',
		key: { Grn: first.key.Grn },
	});
	expect(await client.postReceipt(receipt('DN-1', '2.5'), { validateOnly: true })).toMatchObject({
		how: 'existing',
		validateOnly: true,
	});
	bench.sandbox.faults.add({ kind: 'drop', api: 'PORTOR', afterWork: true });
	const lost = { items: [{ purchaseOrder, stockCode: 'A100', quantity: '4', deliveryNote: 'DN-2' }] };
	expect(await client.postReceipt(lost)).toMatchObject({ how: 'found', key: { PurchaseOrder: purchaseOrder } });
	const received = async () => (await client.read('purchaseOrder', purchaseOrder)).lines[0].quantityReceived;
	expect(await received()).toBe('6.5');
	const partly = await failureOf(client.postReceipt(receipt('DN-1', '3')));
	expect(partly).toMatchObject({ category: 'duplicate', effect: 'none' });
	expect(partly.message).toMatch(/^Delivery note DN-1 was already received with other lines or quantities/);
	expect(await failureOf(client.postReceipt({ ...receipt('DN-2', '4'), whenExists: 'refuse' }))).toMatchObject({
		category: 'duplicate',
	});
	expect(await client.postReceipt({ ...receipt('DN-2', '1'), whenExists: 'book' })).toMatchObject({ how: 'posted' });
	const failure = await failureOf(
		client.postReceipt({
			items: [
				{ purchaseOrder, line: '1', quantity: '1' },
				{ purchaseOrder, line: '7', quantity: '1' },
			],
		}),
	);
	expect(failure).toMatchObject({ category: 'invalidInput', code: '420005' });
	expect(await received()).toBe('7.5');
});

it.each([
	['no delivery note', undefined, []],
	['no list of goods received notes', 'DN-9', ['PORQRY']],
])('a receipt whose response was lost ends as uncertain where there is %s', async (_what, deliveryNote, missing) => {
	const purchaseOrder = bench.company.placePurchaseOrder('0000100', [{ stockCode: 'A100', quantity: '10' }]);
	bench.sandbox.behaviour.missingObjects = missing;
	bench.sandbox.faults.add({ kind: 'drop', api: 'PORTOR', afterWork: true });
	const items = [{ purchaseOrder, line: '1', quantity: '4', deliveryNote }];
	expect(await failureOf(bench.client().postReceipt({ items }))).toMatchObject({ category: 'uncertain' });
	expect(bench.requests.PORTOR).toBe(1);
});

it('enters a supplier invoice once', async () => {
	const client = bench.client();
	const invoice = {
		supplier: '0000100',
		invoice: 'INV-9',
		value: '120.50',
		ledger: [{ code: '1000', value: '120.50' }],
	};
	bench.sandbox.faults.add({ kind: 'drop', api: 'APSTIN', afterWork: true });
	expect(await client.postSupplierInvoice(invoice)).toMatchObject({
		how: 'found',
		key: { Supplier: '0000100', Invoice: 'INV-9' },
	});
	const same = { ...invoice, value: '120.5' };
	expect(await client.postSupplierInvoice(same)).toMatchObject({ how: 'existing', key: { Invoice: 'INV-9' } });
	expect(await failureOf(client.postSupplierInvoice({ ...same, whenExists: 'refuse' }))).toMatchObject({
		category: 'duplicate',
		message: 'Supplier 0000100 already has the invoice INV-9.',
	});
	expect(await failureOf(client.postSupplierInvoice({ ...invoice, value: '99' }))).toMatchObject({
		category: 'duplicate',
		message: 'Supplier 0000100 already has the invoice INV-9 over 120.5, not 99.',
	});
	expect(bench.requests.APSTIN).toBe(1);
});

it('leaves the word to SYSPRO where the site shows no table of supplier invoices', async () => {
	bench.sandbox.behaviour.missingSets = ['ApInvoice'];
	bench.sandbox.behaviour.missingObjects = ['COMFND'];
	const client = bench.client();
	const invoice = { supplier: '0000100', invoice: 'INV-10', value: '7' };
	expect(await client.postSupplierInvoice(invoice)).toMatchObject({ how: 'posted' });
	expect(await failureOf(client.postSupplierInvoice(invoice))).toMatchObject({
		category: 'duplicate',
		message: "Invoice 'INV-10' already exists",
	});
	bench.sandbox.faults.add({ kind: 'drop', api: 'APSTIN', afterWork: true });
	expect(await failureOf(client.postSupplierInvoice({ ...invoice, invoice: 'INV-11' }))).toMatchObject({
		category: 'uncertain',
	});
});

it('updates a customer', async () => {
	const client = bench.client();
	bench.sandbox.faults.add({ kind: 'drop', api: 'ARSSCS', afterWork: true });
	expect(await client.updateCustomer('0002000', { EdiSenderCode: 'MOUNTAIN' })).toMatchObject({
		key: { Customer: '0002000' },
	});
	expect((await client.read('customer', '0002000')).header).toMatchObject({ ediSenderCode: 'MOUNTAIN' });
});

it('updates a supplier, repeated where the response was lost, and adds one once', async () => {
	const client = bench.client();
	bench.sandbox.faults.add({ kind: 'drop', api: 'APSSSP', afterWork: true });
	expect(await client.updateSupplier('0000300', { EdiReceiverCode: 'CAFE', EdiTypeFlag: 'E' })).toMatchObject({
		key: { Supplier: '0000300' },
	});
	expect((await client.read('supplier', '0000300')).header).toMatchObject({
		ediReceiverCode: 'CAFE',
		ediTypeFlag: 'E',
	});
	bench.sandbox.faults.add({ kind: 'drop', api: 'APSSSP', afterWork: true });
	expect(await client.addSupplier('NEW-1', { SupplierName: 'New one' })).toMatchObject({
		how: 'found',
		key: { Supplier: 'NEW-1' },
	});
	expect(await failureOf(client.addSupplier('NEW-1', { SupplierName: 'New one' }))).toMatchObject({
		category: 'duplicate',
	});
});

it.each([
	[{ customerPoNumber: 'x'.repeat(31) }, 'CustomerPoNumber has 31 characters'],
	[{ lines: [{ stockCode: 'A100', quantity: '1,5' }] }, 'OrderQty is not a number'],
	[{ orderDate: '04.05.2026' }, 'OrderDate is not a date'],
	[{ shipTo: { lines: ['Tōkyō'] } }, 'SYSPRO cannot store the character "ō"'],
	[{ shipTo: { lines: ['1', '2', '3', '4', '5', '6'] } }, 'has 6 lines'],
	[{ lines: [] }, 'There are no lines'],
	[
		{ lines: Array.from({ length: 200 }, () => ({ stockCode: 'A100', quantity: '1', price: '10' })) },
		'too large for e.net',
	],
])('says what cannot be sent before anything is: %j', async (more, message) => {
	const failure = await failureOf(bench.client().postSalesOrder(order(more as Partial<SalesOrderInput>)));
	expect(failure).toMatchObject({ category: 'invalidInput', effect: 'none' });
	expect(failure.message).toContain(message);
	expect(bench.requests.SORTOI).toBeUndefined();
});
