import { EVENTS } from '../../../../nodes/IbmSterlingOms/trigger/names';
import { Bench, line, numbered } from '../../../support/bench';
import { Trigger } from './active';

const bench = Bench.forFile({ withoutOrders: true });

beforeAll(() => bench.sandbox.clock.freeze());
/** Tests share one Sterling: what one of them does lies long behind the next. */
beforeEach(() => later(3600));

const later = (seconds: number) => bench.sandbox.clock.advance(seconds * 1000);

async function started(parameters: object = {}): Promise<Trigger> {
	const trigger = new Trigger(bench.sandbox, { events: [...EVENTS], output: 'event', ...parameters });
	expect(await trigger.activate()).toEqual([]);
	return trigger;
}

/** A change of an order that no API of the sandbox allows for. */
function touch(orderNo: string): void {
	const { database } = bench.sandbox.store;
	const order = bench.stored(orderNo)!;
	database.put('Order', {
		...order,
		Modifyts: database.timestamp(),
		Lockid: String(Number(order.Lockid) + 1),
	});
}

/** Events of a poll after everything has settled, as `event number`. */
async function emitted(trigger: Trigger): Promise<string[]> {
	const items = await trigger.after(60);
	return items.map(({ event, ...item }) => `${event} ${item.OrderNo ?? item.SalesOrderNo ?? item.ShipmentNo}`).sort();
}

test('a new order is told once, and not before the lag', async () => {
	const trigger = await started();
	later(5);
	const key = bench.place('NEW-1');
	expect(await trigger.after(10)).toEqual([]);
	expect(await trigger.after(50)).toEqual([
		expect.objectContaining({
			event: 'orderCreated',
			eventKey: `orderCreated:${key}`,
			eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
			OrderHeaderKey: key,
			OrderNo: 'NEW-1',
			EnterpriseCode: 'AURORA',
		}),
	]);
	expect(await emitted(trigger)).toEqual([]);
	expect(await emitted(trigger)).toEqual([]);
});

test('a change is an update, the creation is none', async () => {
	const trigger = await started();
	bench.place('UPD-1');
	later(1);
	bench.call('changeOrder', { ...numbered('UPD-1'), CustomerPONo: 'within the creation' });
	expect(await emitted(trigger)).toEqual(['orderCreated UPD-1']);
	bench.call('changeOrder', { ...numbered('UPD-1'), CustomerPONo: 'PO-1' });
	expect(await emitted(trigger)).toEqual(['orderUpdated UPD-1']);
	bench.call('changeOrder', { ...numbered('UPD-1'), CustomerPONo: 'PO-2' });
	bench.call('changeOrder', { ...numbered('UPD-1'), CustomerPONo: 'PO-3' });
	expect(await emitted(trigger)).toEqual(['orderUpdated UPD-1']);
	expect(await emitted(trigger)).toEqual([]);
});

test('two changes of one second are told apart by Lockid', async () => {
	const trigger = await started({ events: ['orderUpdated'], options: { lag: 0 } });
	bench.place('LOCK-1');
	later(60);
	bench.call('changeOrder', { ...numbered('LOCK-1'), CustomerPONo: 'PO-1' });
	bench.sandbox.store.database.commitLagMs = 30_000;
	bench.call('changeOrder', { ...numbered('LOCK-1'), CustomerPONo: 'PO-2' });
	bench.sandbox.store.database.commitLagMs = 0;
	const [first] = await trigger.after(2);
	const [second] = await trigger.after(60);
	expect(first.eventTime).toBe(second.eventTime);
	expect(first.eventKey).not.toBe(second.eventKey);
});

test('a cancelled order is told once, whatever happens to it afterwards', async () => {
	const trigger = await started({ events: ['orderCancelled'] });
	bench.place('CAN-1');
	bench.place('CAN-2', { OrderLines: { OrderLine: [line('1'), line('1', 'MUG-RED')] } });
	later(20);
	bench.call('cancelOrder', numbered('CAN-1'));
	const [cancelled] = bench.lines('CAN-2');
	bench.call('changeOrder', {
		...numbered('CAN-2'),
		OrderLines: { OrderLine: [{ OrderLineKey: cancelled.OrderLineKey, OrderedQty: '0' }] },
	});
	expect(await emitted(trigger)).toEqual(['orderCancelled CAN-1']);
	later(600);
	touch('CAN-1');
	expect(await emitted(trigger)).toEqual([]);
	bench.call('cancelOrder', numbered('CAN-2'));
	expect(await emitted(trigger)).toEqual(['orderCancelled CAN-2']);
});

test('release, shipment and its confirmation', async () => {
	const trigger = await started({ events: EVENTS.filter((event) => event !== 'orderUpdated') });
	bench.place('SHIP-1');
	later(20);
	bench.release('SHIP-1');
	expect(await emitted(trigger)).toEqual([
		'orderCreated SHIP-1',
		'orderReleaseCreatedOrUpdated SHIP-1',
		'orderReleased SHIP-1',
	]);
	const [{ OrderReleaseKey }] = bench.rows('OrderRelease', 'SHIP-1');
	const OrderRelease = [{ OrderReleaseKey, AssociationAction: 'Add' }];
	bench.call('createShipment', { ShipmentNo: 'S-1', OrderReleases: { OrderRelease } });
	expect(await emitted(trigger)).toEqual(['orderReleaseCreatedOrUpdated SHIP-1', 'shipmentCreated SHIP-1']);
	bench.call('confirmShipment', { ShipmentKey: bench.rows('Shipment', 'SHIP-1')[0].ShipmentKey });
	expect(await emitted(trigger)).toEqual(['orderReleaseCreatedOrUpdated SHIP-1', 'shipmentUpdated SHIP-1']);
	expect(await emitted(trigger)).toEqual([]);
});

test('an order that is released to several nodes is told for each of them', async () => {
	bench.call('adjustInventory', {
		Item: ['AUR_DC1', 'AUR_DC2'].map((ShipNode) => ({
			...{ ItemID: 'TENT-2P', UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA', ShipNode },
			...{ SupplyType: 'ONHAND', Quantity: '2', AdjustmentType: 'ABSOLUTE' },
		})),
	});
	const trigger = await started({ events: ['orderReleased'], output: 'lines' });
	bench.place('SPLIT-1', { OrderLines: { OrderLine: [line('4', 'TENT-2P')] } });
	bench.release('SPLIT-1');
	const items = await trigger.after(60);
	expect(items.map(({ OrderNo, ReleaseNo }) => [OrderNo, ReleaseNo])).toEqual([
		['SPLIT-1', '1'],
		['SPLIT-1', '2'],
	]);
	expect(items[0].OrderLines).toHaveLength(1);
	expect(items[0].OrderReleaseKey).not.toBe(items[1].OrderReleaseKey);
});

test('a backordered line is told with the quantities in each status', async () => {
	const trigger = await started({ events: ['orderLineBackordered'] });
	bench.place('BACK-1', { OrderLines: { OrderLine: [line('1'), line('5000', 'TENT-2P')] } });
	later(20);
	bench.call('scheduleOrder', numbered('BACK-1'));
	const items = await trigger.after(60);
	expect(items).toEqual([
		expect.objectContaining({
			event: 'orderLineBackordered',
			OrderNo: 'BACK-1',
			EnterpriseCode: 'AURORA',
			ItemID: 'TENT-2P',
			Statuses: expect.arrayContaining([expect.objectContaining({ Status: '1300' })]),
		}),
	]);
	expect(await emitted(trigger)).toEqual([]);
	bench.call('changeOrder', {
		...numbered('BACK-1'),
		OrderLines: {
			OrderLine: [{ OrderLineKey: bench.lines('BACK-1')[1].OrderLineKey, ReqShipDate: '2031-01-01' }],
		},
	});
	expect(await emitted(trigger)).toEqual([]);
});

test('a return is told as a return and not as an order', async () => {
	bench.place('SOLD-1');
	bench.ship('SOLD-1');
	const trigger = await started();
	const [{ OrderLineKey }] = bench.lines('SOLD-1');
	bench.call('createOrder', {
		EnterpriseCode: 'AURORA',
		DocumentType: '0003',
		OrderNo: 'RET-1',
		OrderLines: { OrderLine: [{ OrderedQty: '1', DerivedFrom: { OrderLineKey }, ReturnReason: 'DAMAGED' }] },
	});
	const events = await emitted(trigger);
	expect(events).toContain('returnCreated RET-1');
	expect(events.filter((event) => event.endsWith('RET-1'))).toHaveLength(1);
});

test('where status changes leave the header’s Modifyts alone, status events are told all the same', async () => {
	bench.sandbox.behaviour.statusChangeTouchesHeader = false;
	const trigger = await started({ events: ['orderCancelled', 'orderReleased', 'orderLineBackordered'] });
	bench.place('STILL-1');
	bench.place('STILL-2');
	bench.place('STILL-3', { OrderLines: { OrderLine: [line('7000', 'TENT-2P')] } });
	later(20);
	bench.call('cancelOrder', numbered('STILL-1'));
	bench.release('STILL-2');
	bench.call('scheduleOrder', numbered('STILL-3'));
	expect(await emitted(trigger)).toEqual([
		'orderCancelled STILL-1',
		'orderLineBackordered STILL-3',
		'orderReleased STILL-2',
	]);
	bench.sandbox.behaviour.statusChangeTouchesHeader = true;
});
