import { locate } from '../../../../engine/oneNode';
import { Bench, line, numbered, onOrder } from '../../../support/bench';
import { fetchTestEvent, Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => bench.sandbox.clock.freeze());
beforeEach(() => later(3600));

const later = (seconds: number) => bench.sandbox.clock.advance(seconds * 1000);

/** Order numbers of what a trigger with these parameters tells about what `happens`. */
async function numbersOf(parameters: object, happens: () => void): Promise<unknown[]> {
	const trigger = new Trigger(bench.sandbox, { events: ['orderCreated'], output: 'event', ...parameters });
	await trigger.activate();
	happens();
	const items = await trigger.after(60);
	return items.map(({ OrderNo, SalesOrderNo }) => OrderNo ?? SalesOrderNo).sort();
}

describe('filters', () => {
	const orders = (prefix: string) => () => {
		bench.place(`${prefix}-A`, { OrderType: 'WEB', EntryType: 'CALL', Extn: { ExtnChannel: 'APP' } });
		bench.place(`${prefix}-B`, { OrderType: 'B2B', EntryType: 'WEB', Extn: { ExtnChannel: 'WEB' } });
		bench.call('createOrder', {
			EnterpriseCode: 'BOREALIS',
			OrderNo: `${prefix}-C`,
			PersonInfoBillTo: { City: 'Exampleton' },
			OrderLines: { OrderLine: [line('1', 'BOLT-M8')] },
		});
	};

	test.each([
		['enterprise', { enterpriseCode: locate('code', 'BOREALIS') }, ['C']],
		['the enterprise of the credential', {}, ['A', 'B']],
		['document type', { documentType: locate('code', '0005') }, []],
		['order type', { orderType: 'WEB' }, ['A']],
		['entry type', { entryType: 'WEB' }, ['B']],
		['custom field', { customFields: { field: [{ name: 'ExtnChannel', value: 'APP' }] } }, ['A']],
		['status from', { statusFrom: locate('code', '1500') }, []],
		['status range', { statusFrom: locate('code', '1000'), statusTo: locate('code', '1200') }, ['A', 'B']],
	])('by %s', async (name, filters, expected) => {
		const prefix = `F-${name.replaceAll(' ', '')}`;
		expect(await numbersOf({ filters }, orders(prefix))).toEqual(expected.map((end) => `${prefix}-${end}`));
	});

	test('by a condition on any attribute', async () => {
		const condition = [{ attribute: 'OrderNo', operator: 'FLIKE', value: 'COND-A' }];
		expect(await numbersOf({ conditions: { condition } }, orders('COND'))).toEqual(['COND-A']);
	});

	test('by the node of lines and releases, and by the order’s own attributes on them', async () => {
		const happens = () => {
			bench.place('N-1', {
				OrderType: 'WEB',
				OrderLines: { OrderLine: [{ ...line('1'), ShipNode: 'AUR_DC1' }] },
			});
			bench.place('N-2', {
				OrderType: 'WEB',
				OrderLines: { OrderLine: [{ ...line('1'), ShipNode: 'AUR_DC2' }] },
			});
			bench.place('N-3', {
				OrderType: 'B2B',
				OrderLines: { OrderLine: [{ ...line('1'), ShipNode: 'AUR_DC1' }] },
			});
			for (const orderNo of ['N-1', 'N-2', 'N-3'])
				bench.call('scheduleOrder', { ...numbered(orderNo), ScheduleAndRelease: 'Y', CheckInventory: 'N' });
		};
		const filters = { shipNode: locate('code', 'AUR_DC1'), orderType: 'WEB' };
		const events = ['orderCreated', 'orderReleaseCreatedOrUpdated'];
		expect(await numbersOf({ events, filters }, happens)).toEqual(['N-1', 'N-1']);
	});

	test('one that the documents do not have stops with an explanation', async () => {
		const parameters = { events: ['shipmentCreated'], filters: { orderType: 'WEB' } };
		await expect(numbersOf(parameters, () => undefined)).rejects.toThrow(/Shipments have no order type/);
	});

	test('two on one attribute stop with an explanation', async () => {
		const condition = [{ attribute: 'Createts', operator: 'GE', value: '2020-01-01' }];
		const polls = numbersOf({ conditions: { condition } }, () => undefined);
		await expect(polls).rejects.toThrow(/two filters on Createts/);
	});
});

describe('output', () => {
	async function first(parameters: object): Promise<Record<string, unknown>> {
		const trigger = new Trigger(bench.sandbox, { events: ['orderCreated'], ...parameters });
		await trigger.activate();
		bench.place(`OUT-${JSON.stringify(parameters).length}`, { Extn: { ExtnChannel: 'APP' } });
		const [item] = await trigger.after(60);
		return item;
	}

	test('with lines is the default, simplified', async () => {
		const item = await first({});
		expect(item).toMatchObject({
			event: 'orderCreated',
			BillTo: { City: 'Exampleton' },
			customFields: { ExtnChannel: 'APP' },
			OrderLines: [{ ItemID: 'MUG-BLUE', OrderedQty: '2' }],
		});
	});

	test('looks as a read of the order does, without empty attributes', async () => {
		const { event: _event, eventKey: _key, eventTime: _time, ...document } = await first({ output: 'lines' });
		const { OrderNo } = document as { OrderNo: string };
		expect(document).toEqual(await bench.one(onOrder('get', OrderNo, { output: 'lines' })));
		expect(JSON.stringify(document)).not.toContain('""');
	});

	test('with lines as Sterling answers it', async () => {
		const item = await first({ output: 'lines', simplify: false });
		expect(item).toMatchObject({
			event: 'orderCreated',
			OrderLines: { OrderLine: [{ Item: { ItemID: 'MUG-BLUE' } }] },
		});
	});

	test('everything', async () => {
		const item = await first({ output: 'everything' });
		expect(item).toMatchObject({
			eventKey: expect.any(String),
			Extn: { ExtnChannel: 'APP' },
			OverallTotals: expect.any(Object),
		});
	});

	test('own template', async () => {
		const item = await first({
			output: 'template',
			template: '<Order OrderNo=""><PriceInfo Currency=""/></Order>',
		});
		const { event, eventKey, eventTime, OrderHeaderKey, OrderNo, PriceInfo, ...others } = item;
		expect(others).toEqual({});
		expect([event, eventKey, eventTime, OrderHeaderKey, OrderNo, PriceInfo]).not.toContain(undefined);
	});

	test('a template for two kinds of documents stops with an explanation', async () => {
		const parameters = {
			events: ['orderCreated', 'shipmentCreated'],
			output: 'template',
			template: '{"OrderNo": ""}',
		};
		await expect(first(parameters)).rejects.toThrow(
			/one kind of document, but the events are about order and shipment/,
		);
	});

	test('documents are read in bulk', async () => {
		const trigger = new Trigger(bench.sandbox, { events: ['orderCreated', 'orderUpdated'], output: 'lines' });
		await trigger.activate();
		for (let i = 0; i < 120; i++) bench.place(`BULK-${i}`);
		bench.sandbox.log.clear();
		expect(await trigger.after(60)).toHaveLength(120);
		// One page of rows, and three times up to fifty documents.
		expect(bench.requests).toEqual({ getPage: 1, multiApi: 3 });
	});
});

test('events over XML', async () => {
	const credential = { dataFormat: 'xml' };
	const trigger = new Trigger(bench.sandbox, { events: ['orderCreated', 'orderUpdated'] }, { credential });
	await trigger.activate();
	bench.place('XML-1', { Extn: { ExtnChannel: 'APP' } });
	expect(await trigger.after(60)).toEqual([
		expect.objectContaining({
			event: 'orderCreated',
			OrderNo: 'XML-1',
			OrderLines: [expect.objectContaining({ ItemID: 'MUG-BLUE' })],
			customFields: expect.objectContaining({ ExtnChannel: 'APP' }),
		}),
	]);
});

describe('start and amount', () => {
	test('from a date', async () => {
		later(600);
		bench.place('PAST-1');
		const from = new Date(bench.sandbox.clock.now() - 60_000).toISOString();
		later(600);
		const trigger = new Trigger(bench.sandbox, {
			events: ['orderCreated'],
			options: { startFrom: from },
			output: 'event',
		});
		expect((await trigger.activate()).map(({ OrderNo }) => OrderNo)).toEqual(['PAST-1']);
		expect(await trigger.after(60)).toEqual([]);
	});

	test('without one from the second of the activation on, since times have no fractions', async () => {
		later(600);
		const { clock } = bench.sandbox;
		const second = Math.ceil(clock.now() / 1000) * 1000;
		clock.set(second - 100);
		bench.place('SECOND-BEFORE');
		clock.set(second + 200);
		bench.place('SECOND-OWN');
		clock.set(second + 700);
		const trigger = new Trigger(bench.sandbox, { events: ['orderCreated'], output: 'event' });
		await trigger.activate();
		bench.place('SECOND-AFTER');
		expect((await trigger.after(60)).map(({ OrderNo }) => OrderNo)).toEqual(['SECOND-OWN', 'SECOND-AFTER']);
	});

	test('no more events per poll than wanted, the rest with the next ones', async () => {
		const options = { eventsPerPoll: 4 };
		const trigger = new Trigger(bench.sandbox, { events: ['orderCreated'], options, output: 'event' });
		await trigger.activate();
		for (let i = 0; i < 10; i++) bench.place(`PART-${i}`);
		const counts = [await trigger.after(60), await trigger.after(60), await trigger.after(60), await trigger.after(60)];
		expect(counts.map((items) => items.length)).toEqual([4, 4, 2, 0]);
	});

	test('orders in history only where wanted', async () => {
		const emitted = async (options: { readFromHistory?: string }) => {
			const trigger = new Trigger(bench.sandbox, { events: ['orderCreated'], options, output: 'lines' });
			await trigger.activate();
			const key = bench.place(`HIST-${JSON.stringify(options).length}`);
			const { database } = bench.sandbox.store;
			database.put('Order', { ...database.get('Order', key), isHistory: 'Y' });
			return await trigger.after(60);
		};
		expect(await emitted({})).toEqual([]);
		expect(await emitted({ readFromHistory: 'B' })).toEqual([
			expect.objectContaining({ OrderLines: expect.any(Array) }),
		]);
	});
});

describe('fetching a test event', () => {
	test('shows recent documents of each event, touching no cursor', async () => {
		bench.place('TEST-1');
		const items = await fetchTestEvent(bench.sandbox, {
			events: ['orderCreated', 'orderCancelled'],
			output: 'lines',
		});
		expect(items.length).toBeGreaterThan(0);
		expect(items[0]).toMatchObject({
			event: 'orderCreated',
			OrderNo: 'TEST-1',
			OrderLines: [{ ItemID: 'MUG-BLUE' }],
		});
	});

	test('explains that there is none', async () => {
		const parameters = { events: ['orderCreated'], filters: { orderType: 'NONE-SUCH' } };
		await expect(fetchTestEvent(bench.sandbox, parameters)).rejects.toThrow(/nothing recent that matches/);
	});

	test('a poll that finds nothing costs one request', async () => {
		const trigger = new Trigger(bench.sandbox, { events: ['orderCreated', 'orderUpdated'], output: 'lines' });
		await trigger.activate();
		await trigger.after(600);
		bench.sandbox.log.clear();
		for (let minute = 1; minute <= 3; minute++) {
			expect(await trigger.after(60)).toEqual([]);
			expect(bench.requests).toEqual({ getPage: minute });
		}
	});
});
