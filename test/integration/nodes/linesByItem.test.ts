import type { INode } from 'n8n-workflow';

import { Bench, FORMATS, line } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const LAMP = { itemId: locate('id', 'LAMP-DESK') };
const MUG = { itemId: locate('id', 'MUG-BLUE') };

describe.each(FORMATS)('lines that are named by their item, over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const on = (resource: string, operation: string, more: INode['parameters']) => ({ resource, operation, ...more });

	/** An order of a lamp and twice of mugs, released. */
	const released = (orderNo: string): string => {
		const number = `${orderNo}-${dataFormat}`;
		wire.place(number, { OrderLines: { OrderLine: [line('2', 'LAMP-DESK'), line('1'), line('3')] } });
		wire.release(number);
		return number;
	};
	const shipment = (orderNo: string): string => {
		const OrderRelease = wire.rows('OrderRelease', orderNo).map(({ OrderReleaseKey }) => ({ OrderReleaseKey }));
		const made = wire.call('createShipment', { ShipmentNo: `S-${orderNo}`, OrderReleases: { OrderRelease } });
		return String(made.ShipmentKey);
	};
	const messageOf = async (parameters: INode['parameters']) => (await wire.runNode(parameters)).error?.message;

	it('of a shipment are confirmed', async () => {
		const number = released('CONFIRM');
		const key = shipment(number);
		const confirm = (...lines: Array<INode['parameters']>) =>
			on('shipment', 'confirm', { shipment: locate('key', key), lines: { line: lines }, notShipped: 'backorder' });
		expect(await messageOf(confirm({ ...MUG, quantity: '1' }))).toBe(
			'Shipment Lines → Line 1: the shipment has several lines with item MUG-BLUE: 2, 3',
		);
		expect(await messageOf(confirm({ itemId: locate('id', 'TENT-2P'), quantity: '1' }))).toBe(
			'Shipment Lines → Line 1: the shipment has no open line with item TENT-2P',
		);
		await wire.run(confirm({ ...LAMP, quantity: '1' }));
		const lamp = wire.sandbox.store
			.rows('ShipmentLine')
			.find((row) => row.ShipmentKey === key && row.ItemID === 'LAMP-DESK');
		expect(lamp).toMatchObject({ Quantity: '1' });
	});

	it('are read once for each item, however often they are needed', async () => {
		const number = released('ONCE');
		const order = locate('number', number);
		const cancel = (orderedQty: string) =>
			on('order', 'cancelLines', { order, lines: { line: [{ ...LAMP, orderedQty }] }, override: true });
		wire.sandbox.log.clear();
		await wire.run(cancel('={{ $json.keep }}'), { input: [{ keep: '1.5' }, { keep: '1' }] });
		expect(wire.requests).toMatchObject({ getPage: 2, changeOrder: 2 });
		expect(wire.lines(number)[0]).toMatchObject({ ItemID: 'LAMP-DESK', OrderedQty: '1' });
		expect(await messageOf(cancel('1.2'))).toContain('1.2 is more than the ordered quantity of the line, 1');
	});

	it('of a shipment are changed', async () => {
		const key = shipment(released('CHANGE'));
		const numbers = { itemId: locate('id', 'LAMP-DESK') };
		await wire.run(
			on('shipment', 'update', {
				shipment: locate('key', key),
				lines: { line: [{ lineAction: 'Modify', numbers, quantity: '1' }] },
			}),
		);
		const rows = wire.sandbox.store.rows('ShipmentLine').filter((row) => row.ShipmentKey === key);
		expect(rows.map(({ ItemID, Quantity }) => [ItemID, Quantity])).toEqual([
			['LAMP-DESK', '1'],
			['MUG-BLUE', '1'],
			['MUG-BLUE', '3'],
		]);
	});

	it.each([
		['CANCEL', '1', '3200'],
		['BACKORDER', '2', '1400'],
	])('of a release: %s, the release named by its number', async (lineAction, quantity, least) => {
		const number = released(`RELEASE-${lineAction}`);
		const update = on('orderRelease', 'update', {
			orderRelease: locate('number', number),
			releaseNo: '1',
			lines: { line: [{ lineAction, ...LAMP, statusQuantity: '1' }] },
		});
		await wire.run(update);
		expect(wire.lines(number).map(({ OrderedQty }) => OrderedQty)).toEqual([quantity, '1', '3']);
		expect(wire.lines(number).map(({ MinLineStatus }) => MinLineStatus)).toEqual([least, '3200', '3200']);
	});

	it('of an order are returned, and of the return received', async () => {
		const number = released('RETURN');
		wire.ship(number);
		const returned = `RET-${number}`;
		const create = (numbers: INode['parameters']) =>
			on('return', 'create', { orderNo: returned, lines: { line: [{ numbers, orderedQty: '1' }] } });
		expect(await messageOf(create({ ...MUG, derivedOrderNo: number }))).toBe(
			'Return Lines → Line 1: the order has several lines with item MUG-BLUE: 2, 3',
		);
		expect(await messageOf(create(LAMP))).toBe('Return Lines → Line 1: the original order is not given');
		expect(await messageOf(create({ ...LAMP, derivedOrderNo: number, primeLineNo: '2' }))).toBe(
			'Return Lines → Line 1: that line of the order has item MUG-BLUE in EACH, not LAMP-DESK',
		);
		const [{ OrderHeaderKey }] = await wire.run(create({ ...LAMP, derivedOrderNo: number }));
		const [line] = wire.sandbox.store.rows('OrderLine').filter((row) => row.OrderHeaderKey === OrderHeaderKey);
		expect(line).toMatchObject({ ItemID: 'LAMP-DESK', DerivedFromOrderLineKey: wire.lines(number)[0].OrderLineKey });
		const receive = (item: INode['parameters']) =>
			on('return', 'receive', {
				returnOrder: locate('key', String(OrderHeaderKey)),
				lines: { line: [{ ...item, receivingNode: locate('code', 'AUR_DC1') }] },
			});
		expect(await messageOf(receive(MUG))).toBe('Lines → Line 1: the return has no open line with item MUG-BLUE');
		expect(await wire.run(receive(LAMP))).toMatchObject([{ ReceiptLines: [{ Quantity: '1' }], closed: true }]);
	});
});
