import { Bench, FORMATS, onOrder, orders } from '../../support/bench';
import { locate } from '../../support/workflow';

const line = [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '1' }];
const create = orders('create', {
	orderNo: '={{ $json.no }}',
	lines: { line },
	addresses: { billTo: { city: 'Exampleton', country: 'US' } },
});

describe.each(['standard', 'basic', 'jwt'] as const)('%s authentication with mutual TLS', (authentication) => {
	const bench = Bench.forFile({ authentication, withoutOrders: true }, { authentication });

	describe.each(FORMATS)('over %s', (dataFormat) => {
		const wire = bench.with({ dataFormat });
		const name = (text: string) => `${text}-${dataFormat}`;

		it('creates, reads, changes and reads again', async () => {
			const created = await wire.one(create, { input: [{ no: name('AUTH') }] });
			const byKey = { resource: 'order', order: locate('key', String(created.OrderHeaderKey)) };
			expect(await wire.one({ ...byKey, operation: 'get' })).toMatchObject({
				OrderNo: name('AUTH'),
			});
			await wire.run({ ...byKey, operation: 'update', additionalFields: { orderName: 'Changed' } });
			const parameters = { resource: 'api', operation: 'invoke', apiName: 'getOrderDetails' };
			const document = JSON.stringify({ OrderHeaderKey: created.OrderHeaderKey });
			expect(await wire.one({ ...parameters, document })).toMatchObject({ OrderName: 'Changed' });
			const service = {
				resource: 'api',
				operation: 'executeService',
				serviceName: locate('name', 'DemoEcho'),
			};
			expect(await wire.one({ ...service, document: '<Order/>' })).toMatchObject({
				RootElement: 'Order',
			});
		});

		it('logs in once for many nodes and items, or not at all', async () => {
			await wire.run(onOrder('get', name('AUTH')));
			wire.sandbox.log.clear();
			const input = Array.from({ length: 20 }, () => ({}));
			expect(await wire.run(onOrder('get', name('AUTH')), { input })).toHaveLength(20);
			expect(wire.sandbox.log.counters.logins).toBe(0);
			const expected = authentication === 'basic' ? 0 : 1;
			const other = wire.sandbox.users.find(({ loginId }) => loginId === 'admin')!;
			const credential = {
				loginId: other.loginId,
				password: other.password,
				maxInFlight: 8 + FORMATS.indexOf(dataFormat),
			};
			await wire.run(onOrder('get', name('AUTH')), { input, credential });
			expect(wire.sandbox.log.counters.logins).toBeLessThanOrEqual(expected);
		});
	});

	it('is refused with the wrong password, once for all items and in plain words', async () => {
		bench.sandbox.log.clear();
		const input = Array.from({ length: 10 }, () => ({}));
		const error = await bench.refused(orders('getMany'), {
			input,
			credential: { password: 'not-the-password' },
		});
		expect(error.description).toMatch(/Check login ID(,| and) password/);
		const attempts = authentication === 'basic' ? 8 : 1;
		expect(bench.sandbox.log.counters.requests).toBeLessThanOrEqual(attempts);
	});
});

const ITEMS = 80;

describe(`a token that ends in the middle of ${ITEMS} items`, () => {
	const bench = Bench.forFile({ withoutOrders: true });
	const input = (prefix: string) => Array.from({ length: ITEMS }, (_, i) => ({ no: `${prefix}-${i}` }));

	it.each(FORMATS)('costs one login and loses nothing: reads over %s', async (dataFormat) => {
		const wire = bench.with({ dataFormat });
		wire.place(`READ-${dataFormat}`);
		await wire.run(onOrder('get', `READ-${dataFormat}`));
		wire.sandbox.log.clear();
		wire.sandbox.faults.add({ kind: 'expireToken', api: 'getPage', skip: 30 });
		const rows = await wire.run(onOrder('get', `READ-${dataFormat}`), { input: input('R') });
		expect(rows).toHaveLength(ITEMS);
		expect(rows.every((row) => row.OrderNo === `READ-${dataFormat}`)).toBe(true);
		expect(wire.sandbox.log.counters.logins).toBe(1);
	});

	it.each(FORMATS)('costs one login and writes each order once: writes over %s', async (dataFormat) => {
		const wire = bench.with({ dataFormat });
		await wire.run(orders('getMany', { limit: 1 }));
		wire.sandbox.log.clear();
		wire.sandbox.faults.add({ kind: 'expireToken', api: 'createOrder', skip: 50 });
		const items = input(`W-${dataFormat}`);
		const rows = await wire.run(create, { input: items });
		expect(rows.map(({ OrderNo }) => OrderNo)).toEqual(items.map(({ no }) => no));
		const stored = wire.sandbox.store.orders().filter(({ OrderNo }) => OrderNo.startsWith(`W-${dataFormat}-`));
		expect(stored).toHaveLength(ITEMS);
		expect(wire.sandbox.log.counters.logins).toBe(1);
	});

	it('that lapsed while nothing was done is renewed as well', async () => {
		bench.place('IDLE');
		await bench.run(onOrder('get', 'IDLE'));
		bench.sandbox.log.clear();
		bench.sandbox.clock.advance(31 * 60_000);
		expect(await bench.run(onOrder('get', 'IDLE'), { input: [{}, {}] })).toHaveLength(2);
		expect(bench.sandbox.log.counters.logins).toBe(1);
	});
});
