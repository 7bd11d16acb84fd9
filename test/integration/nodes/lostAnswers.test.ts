import type { INode } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { Bench, FORMATS, onOrder, orders } from '../../support/bench';
import { pauses } from '../../support/pauses';

const bench = Bench.forFile({ withoutOrders: true });
const line = [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '1' }];
const create = (orderNo?: string) =>
	orders('create', { orderNo, lines: { line }, addresses: { billTo: { city: 'Exampleton' } } });
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
			expect(error.message).toMatch(/^The record existed before: it was created at 20/);
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

	const sold = { orderedQty: '1', numbers: { derivedOrderNo: name('SOLD'), primeLineNo: '1' } };
	const address = { corporateAddress: { address: { city: 'Exampleton', country: 'US' } } };
	it.each([
		['catalogItem', 'manageItem', { itemId: name('SKU') }, 'ItemID'],
		['customer', 'createCustomer', { customerId: name('C') }, 'CustomerID'],
		['organization', 'createOrganizationHierarchy', { organizationCode: name('ORG'), ...address }, 'OrganizationCode'],
		['return', 'createOrder', { orderNo: name('RET'), lines: { line: [sold] } }, 'OrderNo'],
	])('a create of %s is looked up as well', async (resource, api, parameters, named) => {
		if (!wire.stored(name('SOLD'))) {
			wire.place(name('SOLD'));
			wire.ship(name('SOLD'));
		}
		strike({ kind: 'drop', api, afterWork: true });
		const made = await wire.one({ resource, operation: 'create', ...parameters } as INode['parameters']);
		expect(made).toMatchObject({ [named]: Object.values(parameters)[0] });
		expect(made).not.toHaveProperty('Createts');
		expect(wire.requests[api]).toBe(1);
	});

	/** An order of the name, without faults; the fault strikes the API. */
	const losing = (text: string, fault: Fault) => {
		wire.place(name(text));
		strike(fault);
		return name(text);
	};
	const poNumber = { additionalFields: { customerPoNo: 'PO-1' } };

	it.each<[string, string, INode['parameters']]>([
		['update', 'changeOrder', poNumber],
		['cancel', 'cancelOrder', {}],
	])('%s is found done by its record, and says so', async (operation, api, more) => {
		const orderNo = losing(`DONE-${operation}`, { kind: 'drop', api, afterWork: true });
		const finished = await wire.runNode(onOrder(operation, orderNo, more));
		expect(finished.json('Sterling')).toEqual([expect.objectContaining({ OrderNo: orderNo })]);
		expect(JSON.stringify(finished.hints('Sterling'))).toMatch(/No usable response to \w+ arrived. The record has /);
		expect(wire.requests[api]).toBe(1);
	});

	it.each<[string, string, INode['parameters'], RegExp]>([
		['update', 'changeOrder', poNumber, /does not show the change: it has no CustomerPONo\./],
		['cancel', 'cancelOrder', {}, /is not cancelled. It has Status Created, MinOrderStatus 1100/],
	])('%s that did not arrive is uncertain, and says what the record shows', async (operation, api, more, said) => {
		const orderNo = losing(`NOT-${operation}`, { kind: 'drop', api });
		const error = await wire.refused(onOrder(operation, orderNo, more));
		expect(error.message).toMatch(said);
		expect(wire.requests[api]).toBe(1);
	});

	it('a note is never judged by its record', async () => {
		const orderNo = losing('NOTE', { kind: 'drop', api: 'changeOrder', afterWork: true });
		const error = await wire.refused(onOrder('addNote', orderNo, { noteText: 'Once' }));
		expect(error.message).toMatch(/cannot show whether it was carried out. It has Status Created/);
		expect(wire.rows('Note', orderNo)).toHaveLength(1);
	});

	it('what a write is refused with after it was sent again is compared with the record', async () => {
		const busy: Fault = { kind: 'status', status: 429, retryAfter: 0, api: ['changeOrder', 'deleteOrder'] };
		const details = async (operation: string, more: INode['parameters'] = {}) => {
			strike(busy);
			const node = { onError: 'continueRegularOutput' } as const;
			return (await wire.one(onOrder(operation, name('MISSING'), more), { node })).details;
		};
		// Each attempt was refused before any work, and the record is not there: Sterling's own word counts.
		expect(await details('update', poNumber)).toMatchObject({ category: 'notFound' });
		expect(wire.requests.changeOrder).toBe(2);
		expect(await details('delete')).toMatchObject({
			category: 'uncertain',
			message: expect.stringContaining('either the first attempt deleted it, or it never existed'),
		});
		expect(wire.requests.deleteOrder).toBe(2);
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
	pauses.length = 0;
	await bench.run(create('PATIENT'));
	expect(Math.max(...pauses)).toBeGreaterThanOrEqual(1000);
});
