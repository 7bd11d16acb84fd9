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

it('only checks where it is told to', async () => {
	const input = order();
	expect(await bench.client().postSalesOrder(input, { validateOnly: true })).toMatchObject({
		validateOnly: true,
		keys: [],
	});
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
	const first = await client.postReceipt({
		items: [{ purchaseOrder, line: '1', quantity: '2.5', deliveryNote: 'DN-1' }],
	});
	expect(first.key).toMatchObject({ PurchaseOrder: purchaseOrder, Line: '0001', Grn: expect.any(String) as string });
	bench.sandbox.faults.add({ kind: 'drop', api: 'PORTOR', afterWork: true });
	expect(await client.postReceipt({ items: [{ purchaseOrder, stockCode: 'A100', quantity: '4' }] })).toMatchObject({
		how: 'found',
	});
	expect((await client.read('purchaseOrder', purchaseOrder)).lines[0].quantityReceived).toBe('6.5');
	const failure = await failureOf(
		client.postReceipt({
			items: [
				{ purchaseOrder, line: '1', quantity: '1' },
				{ purchaseOrder, line: '7', quantity: '1' },
			],
		}),
	);
	expect(failure).toMatchObject({ category: 'invalidInput', code: '420005' });
	expect((await client.read('purchaseOrder', purchaseOrder)).lines[0].quantityReceived).toBe('6.5');
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
	expect(await failureOf(client.postSupplierInvoice(invoice))).toMatchObject({
		category: 'duplicate',
		message: "Invoice 'INV-9' already exists",
	});
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
