import type { INode } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { Bench, FORMATS, onOrder, orders } from '../../support/bench';

const bench = Bench.forFile({ withoutOrders: true });
const line = [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '1' }];
const create = (orderNo?: string) => orders('create', { orderNo, lines: { line }, billTo: { city: 'Exampleton' } });
const READS = ['getPage', 'getOrderList'];

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;
	const strike = (fault: Fault) => {
		wire.sandbox.log.clear();
		wire.sandbox.faults.add(fault);
	};

	describe('a create whose answer is lost', () => {
		it('is looked up by its number: one order, and an item as usual', async () => {
			strike({ kind: 'drop', api: 'createOrder', afterWork: true });
			expect(await wire.one(create(name('FOUND')))).toEqual({
				OrderHeaderKey: wire.stored(name('FOUND'))?.OrderHeaderKey,
				OrderNo: name('FOUND'),
				EnterpriseCode: 'AURORA',
				DocumentType: '0001',
			});
			expect(wire.requests.createOrder).toBe(1);
		});

		it('does not take an older order of its number for its own', async () => {
			wire.place(name('OLDER'), { CustomerPONo: 'another one' });
			wire.sandbox.clock.advance(60_000);
			strike({ kind: 'drop', api: 'createOrder' });
			const error = await wire.refused(create(name('OLDER')));
			expect(error.message).toMatch(/^The record was there before: it was created at 20/);
			expect(error.description).toMatch(/changed nothing/);
			expect(wire.requests.createOrder).toBe(1);
		});

		it('without a number is uncertain, and never sent twice', async () => {
			const before = wire.sandbox.store.orders().length;
			strike({ kind: 'drop', api: 'createOrder', afterWork: true });
			const error = await wire.refused(create());
			expect(error.message).toMatch(
				/^No usable response arrived for a write, so it may or may not have been carried out/,
			);
			expect(error.description).toMatch(/^It was not sent again/);
			expect(wire.sandbox.store.orders()).toHaveLength(before + 1);
			expect(wire.requests.createOrder).toBe(1);
		});

		it('says so in the details of its item, and lets the others be', async () => {
			strike({ kind: 'truncate', api: 'createOrder', skip: 1 });
			const rows = await wire.run(create(), {
				input: [{}, {}, {}],
				credential: { maxInFlight: 1 },
				node: { onError: 'continueRegularOutput' },
			});
			const [first, second, third] = rows as Array<Record<string, unknown>>;
			expect(second.details).toMatchObject({ category: 'uncertain', api: 'createOrder' });
			expect([first.OrderNo, third.OrderNo]).toEqual([expect.any(String), expect.any(String)]);
			expect(wire.requests.createOrder).toBe(3);
		});
	});

	const address = { corporateAddress: { city: 'Exampleton', country: 'US' } };
	it.each([
		['catalogItem', 'manageItem', { itemId: name('SKU') }, 'ItemID'],
		['customer', 'createCustomer', { customerId: name('C') }, 'CustomerID'],
		['organization', 'createOrganizationHierarchy', { organizationCode: name('ORG'), ...address }, 'OrganizationCode'],
		['return', 'createOrder', { orderNo: name('RET'), billTo: { city: 'Exampleton' } }, 'OrderNo'],
	])('a create of %s is looked up as well', async (resource, api, parameters, named) => {
		strike({ kind: 'drop', api, afterWork: true });
		const made = await wire.one({ resource, operation: 'create', ...parameters } as INode['parameters']);
		expect(made).toMatchObject({ [named]: Object.values(parameters)[0] });
		expect(made).not.toHaveProperty('Createts');
		expect(wire.requests[api]).toBe(1);
	});

	it.each([
		['update', onOrder('update', name('WRITE'), { additionalFields: { orderName: 'Once' } }), 'changeOrder'],
		['addNote', onOrder('addNote', name('WRITE'), { noteText: 'Once' }), 'changeOrder'],
		['cancel', onOrder('cancel', name('WRITE')), 'cancelOrder'],
	])('%s is not sent again either', async (_operation, parameters, api) => {
		if (!wire.stored(name('WRITE'))) wire.place(name('WRITE'));
		strike({ kind: 'drop', api, afterWork: true });
		const error = await wire.refused(parameters);
		expect(error.message).toMatch(/may or may not have been carried out/);
		expect(wire.requests[api]).toBe(1);
	});

	it.each<[string, Fault]>([
		['dropped', { kind: 'drop', api: READS }],
		['truncated', { kind: 'truncate', api: READS }],
		['a bad gateway', { kind: 'status', status: 502, api: READS }],
	])('a read is repeated when %s', async (_what, fault) => {
		if (!wire.stored(name('READ'))) wire.place(name('READ'));
		strike(fault);
		expect(await wire.one(onOrder('get', name('READ')))).toMatchObject({ OrderNo: name('READ') });
		expect(wire.requests.getPage).toBe(2);
	});

	it.each<[string, Fault]>([
		['429', { kind: 'status', status: 429, retryAfter: 0 }],
		['a lock', { kind: 'lock' }],
	])('a write that provably did nothing is sent again: %s', async (what, fault) => {
		strike({ ...fault, api: 'createOrder' });
		const orderNo = name(`AGAIN-${what.replace(' ', '-')}`);
		expect(await wire.one(create(orderNo))).toMatchObject({ OrderNo: orderNo });
		expect(wire.requests.createOrder).toBe(2);
		expect(wire.sandbox.store.orders().filter((order) => order.OrderNo === orderNo)).toHaveLength(1);
	});

	it('all items complete when the server asks for fewer requests', async () => {
		strike({ kind: 'status', status: 429, retryAfter: 0, api: 'createOrder', times: 5 });
		const input = Array.from({ length: 15 }, (_, i) => ({ no: name(`FEWER-${i}`) }));
		const rows = await wire.run(create('={{ $json.no }}'), { input });
		expect(rows.map(({ OrderNo }) => OrderNo)).toEqual(input.map(({ no }) => no));
		expect(wire.requests.createOrder).toBe(20);
	});
});

it('waits as long as the server asks', async () => {
	bench.sandbox.faults.add({ kind: 'status', status: 429, retryAfter: 1, api: 'createOrder' });
	const began = Date.now();
	await bench.run(create('PATIENT'));
	expect(Date.now() - began).toBeGreaterThanOrEqual(1000);
});
