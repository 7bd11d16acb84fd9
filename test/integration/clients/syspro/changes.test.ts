import fc from 'fast-check';

import type { ChangesCursor, ChangeOptions, Kind } from '../../../../clients/syspro';
import { dispatch, invoice, placeSalesOrder, type SysproSandbox } from '../../../../sandbox/syspro';
import { SysproBench } from '../../../support/sysproBench';

const bench = SysproBench.forFile({ empty: true });

/** A trigger: polls, and keeps the cursor as n8n does. */
class Poller {
	cursor: ChangesCursor | undefined;
	readonly reported: string[] = [];

	constructor(
		private readonly kind: Kind,
		private readonly options: ChangeOptions = {},
	) {}

	async poll(): Promise<string[]> {
		const { records, cursor } = await bench.client().changes(this.kind, this.cursor, this.options);
		this.cursor = JSON.parse(JSON.stringify(cursor)) as ChangesCursor;
		const found = records.map(({ change, record }) => `${change} ${record.id}`);
		this.reported.push(...found);
		return found;
	}
}

const line = { stockCode: 'A100', quantity: '5' };

beforeEach(() => bench.sandbox.clock.freeze(Date.parse('2026-03-10T22:00:00Z')));

it('takes stock first, and reports what comes then: once, and once more when it was changed', async () => {
	const { company } = bench;
	company.printPurchaseOrder(company.placePurchaseOrder('0000100', [line]));
	const poller = new Poller('purchaseOrder');
	expect(await poller.poll()).toEqual([]);
	const order = company.placePurchaseOrder('0000100', [line]);
	expect(await poller.poll()).toEqual([]);
	company.printPurchaseOrder(order);
	expect(await poller.poll()).toEqual([`new ${order}`]);
	expect(await poller.poll()).toEqual([]);
	company.receive(order, '1', 2);
	expect(await poller.poll()).toEqual([]);
	company.changePurchaseLine(order, '1', { MOrderQty: '7' });
	company.printPurchaseOrder(order);
	expect(await poller.poll()).toEqual([`changed ${order}`]);
	company.changePurchaseLine(order, '1', { MOrderQty: '5' });
	company.printPurchaseOrder(order);
	expect(await poller.poll()).toEqual([`changed ${order}`]);
});

it('reports an old order that is printed only now', async () => {
	const { company } = bench;
	const old = company.placePurchaseOrder('0000100', [line], { OrderEntryDate: company.day(-90) });
	const poller = new Poller('purchaseOrder');
	await poller.poll();
	company.printPurchaseOrder(old);
	expect(await poller.poll()).toEqual([`new ${old}`]);
});

it('reads what belongs to an order once, though it comes up by the day of its entry and by that of its print', async () => {
	const { company } = bench;
	const poller = new Poller('purchaseOrder', { reportsExisting: true, query: { supplier: '0000300' } });
	const orders = [1, 2].map(() => company.placePurchaseOrder('0000300', [line]));
	for (const order of orders) company.printPurchaseOrder(order);
	expect(await poller.poll()).toEqual(orders.map((order) => `new ${order}`));
	expect(bench.requests.ApSupplier).toBe(1);
});

it('misses no change between the two reads of a poll: the next one reports it', async () => {
	const { company } = bench;
	const { database } = company;
	const poller = new Poller('purchaseOrder', { reportsExisting: true, query: { supplier: '0000300' } });
	await poller.poll();
	const order = company.placePurchaseOrder('0000300', [line]);
	company.printPurchaseOrder(order);
	const table = database.table.bind(database);
	const spy = jest.spyOn(database, 'table').mockImplementation((name) => {
		// What the first read of an order ends with.
		if (name === 'ApSupplierAddr') {
			company.changePurchaseLine(order, '1', { MOrderQty: '7' });
			company.printPurchaseOrder(order);
		}
		return table(name);
	});
	expect(await poller.poll()).toEqual([`new ${order}`]);
	spy.mockRestore();
	expect(await poller.poll()).toEqual([`changed ${order}`]);
});

it('reports invoices of the future and of the past within the overlap, several at one instant', async () => {
	const { company } = bench;
	const poller = new Poller('invoice', { overlapDays: 5 });
	await poller.poll();
	const numbers = [30, 0, 0, -4].map((offset) =>
		invoice(company, placeSalesOrder(company, '0001000', [line]), { InvoiceDate: company.day(offset) }),
	);
	expect((await poller.poll()).sort()).toEqual(numbers.map((number) => `new 0001000/${number}/I`).sort());
	bench.sandbox.clock.advance(20 * 86_400_000);
	expect(await poller.poll()).toEqual([]);
});

it('reports a dispatch note without a delivery date, and does not report it again when it is invoiced', async () => {
	const { company } = bench;
	const poller = new Poller('dispatchNote');
	await poller.poll();
	const order = placeSalesOrder(company, '0001000', [line]);
	const note = dispatch(company, order, { ActualDeliveryDate: '', PlannedDeliverDate: company.day(-60) });
	expect(await poller.poll()).toEqual([`new ${note}`]);
	for (let count = 0; count < 3; count++) {
		bench.sandbox.clock.advance(2 * 86_400_000);
		expect(await poller.poll()).toEqual([]);
	}
	invoice(company, order);
	expect(await poller.poll()).toEqual([]);
});

it('reports suppliers that are new or changed, as a whole', async () => {
	const { company } = bench;
	const poller = new Poller('supplier');
	await poller.poll();
	const row = company.database.find('ApSupplier', { Supplier: 'ZX-9' });
	Object.assign(row ?? {}, { EdiReceiverCode: 'OLD-WORKS' });
	expect(await poller.poll()).toEqual(['changed ZX-9']);
	Object.assign(row ?? {}, { EdiReceiverCode: '' });
	expect(await poller.poll()).toEqual(['changed ZX-9']);
	bench.sandbox.clock.advance(90 * 86_400_000);
	expect(await poller.poll()).toEqual([]);
});

it('keeps what one poll has no room for', async () => {
	const { company } = bench;
	const poller = new Poller('purchaseOrder', { limit: 2 });
	await poller.poll();
	const numbers = Array.from({ length: 5 }, () => company.placePurchaseOrder('0000100', [line]));
	for (const number of numbers) company.printPurchaseOrder(number);
	const found = [await poller.poll(), await poller.poll(), await poller.poll(), await poller.poll()];
	expect(found.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
	expect(found.flat()).toEqual(numbers.map((number) => `new ${number}`));
});

it.each([
	[{ v: 2 }, 'damaged'],
	[{ v: 1, rev: 0, kind: 'invoice', since: '2026-01-01', known: {} }, 'one of invoice'],
	[{ v: 1, rev: 0, kind: 'supplier', since: 'yesterday', known: {} }, 'damaged'],
])('a position that is none is refused: %j', async (cursor, message) => {
	await expect(bench.client().changes('supplier', cursor as unknown as ChangesCursor)).rejects.toMatchObject({
		category: 'configuration',
		message: expect.stringContaining(message) as string,
	});
});

/** What may happen between two polls. `dated` is how far back an order is dated. */
type Step =
	| { do: 'place'; dated: number; print: boolean }
	| { do: 'print' | 'change' | 'receive' | 'cancel'; pick: number }
	| { do: 'wait'; hours: number }
	| { do: 'poll'; fault: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ do: fc.constant('place' as const), dated: fc.integer({ min: 0, max: 2 }), print: fc.boolean() }),
	fc.record({ do: fc.constantFrom('print' as const, 'change' as const, 'receive' as const), pick: fc.nat(20) }),
	fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }),
	fc.record({ do: fc.constant('poll' as const), fault: fc.boolean() }),
);

/** The orders of one run, and what the trigger has to report of each: what a supplier would be sent. */
class Business {
	readonly expected = new Map<string, string[]>();
	private readonly orders: string[] = [];
	private quantity = 100;

	constructor(private readonly sandbox: SysproSandbox) {}

	carryOut(step: Exclude<Step, { do: 'poll' }>): void {
		const { company, clock } = this.sandbox;
		if (step.do === 'wait') return clock.advance(step.hours * 3_600_000);
		if (step.do === 'place') {
			const order = company.placePurchaseOrder('0000100', [line], { OrderEntryDate: company.day(-step.dated) });
			this.orders.push(order);
			if (step.print) company.printPurchaseOrder(order);
			return;
		}
		const order = this.orders[step.pick % Math.max(1, this.orders.length)];
		if (order === undefined) return;
		if (step.do === 'print') company.printPurchaseOrder(order);
		if (step.do === 'change') company.changePurchaseLine(order, '1', { MOrderQty: String((this.quantity += 1)) });
		if (step.do === 'receive') company.receive(order, '1', 0.01);
	}

	/** What can be seen at a poll is what has to be reported, once for each content. */
	note(): void {
		const { database } = this.sandbox.company;
		for (const order of this.orders) {
			if (database.find('PorMasterHdr', { PurchaseOrder: order })?.OrderStatus !== '4') continue;
			const quantity = database.find('PorMasterDetail', { PurchaseOrder: order, Line: '1' })?.MOrderQty ?? '';
			const seen = this.expected.get(order) ?? [];
			if (seen[seen.length - 1] !== quantity) this.expected.set(order, [...seen, quantity]);
		}
	}
}

it('loses nothing and reports nothing twice, whatever happens between polls', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
			const business = new Business(bench.sandbox);
			const reported = new Map<string, string[]>();
			let cursor: ChangesCursor | undefined;
			const poll = async (fault: boolean) => {
				if (fault) bench.sandbox.faults.add({ kind: 'status', api: ['PorMasterHdr', 'PorMasterDetail'], times: 1 });
				business.note();
				const changes = await bench.client().changes('purchaseOrder', cursor, { overlapDays: 3 });
				for (const { record } of changes.records)
					reported.set(record.id, [...(reported.get(record.id) ?? []), record.lines[0].quantity ?? '']);
				cursor = changes.cursor;
			};
			await poll(false);
			for (const each of steps) await (each.do === 'poll' ? poll(each.fault) : business.carryOut(each));
			await poll(false);
			expect(reported).toEqual(business.expected);
		}),
		{ numRuns: 15 },
	);
}, 60_000);
