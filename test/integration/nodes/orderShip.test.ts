import { Bench, FORMATS, line, onOrder } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;

	it('order:ship ships everything that is released, as one confirmed shipment', async () => {
		wire.place(name('ALL'), { OrderLines: { OrderLine: [line('2'), line('1', 'LAMP-DESK')] } });
		wire.release(name('ALL'));
		const shipped = await wire.one(
			onOrder('ship', name('ALL'), {
				shipmentNo: name('S-ALL'),
				trackingNo: '1Z9',
				additionalFields: { scac: locate('code', 'UPSN') },
			}),
		);
		expect(shipped).toMatchObject({ OrderNo: name('ALL'), ShipmentNo: name('S-ALL') });
		expect(wire.stored(name('ALL'))).toMatchObject({ MinOrderStatus: '3700', MaxOrderStatus: '3700' });
		const row = wire.sandbox.store.rows('Shipment').find(({ ShipmentNo }) => ShipmentNo === name('S-ALL'));
		expect(row).toMatchObject({ TrackingNo: '1Z9', SCAC: 'UPSN', Status: '1400' });
	});

	it('ships some of it by item or number, and the rest with the next run', async () => {
		wire.place(name('PART'), { OrderLines: { OrderLine: [line('5'), line('1', 'LAMP-DESK')] } });
		wire.release(name('PART'));
		await wire.run(onOrder('ship', name('PART'), { lines: { line: [{ itemId: 'MUG-BLUE', quantity: '2' }] } }));
		expect(wire.stored(name('PART'))).toMatchObject({ MinOrderStatus: '3200', MaxOrderStatus: '3700' });
		const more = await wire.refused(
			onOrder('ship', name('PART'), { lines: { line: [{ primeLineNo: '1', quantity: '4' }] } }),
		);
		expect(more.message).toBe('Order Lines → Line 1: 4 should be shipped, but only 3 are released');
		await wire.run(onOrder('ship', name('PART')));
		expect(wire.stored(name('PART'))).toMatchObject({ MinOrderStatus: '3700' });
	});

	it('ships the rows of a sheet, one call for each order', async () => {
		for (const orderNo of [name('R1'), name('R2')]) {
			wire.place(orderNo, { OrderLines: { OrderLine: [line('2'), line('1', 'LAMP-DESK')] } });
			wire.release(orderNo);
		}
		const rows = [
			{ order: name('R1'), sku: 'MUG-BLUE', tracking: '1Z1' },
			{ order: name('R2'), sku: 'LAMP-DESK', tracking: '1Z2' },
			{ order: name('R1'), sku: 'LAMP-DESK', tracking: '1Z1' },
		];
		wire.sandbox.log.clear();
		const made = await wire.run(
			onOrder('ship', '={{ $json.order }}', {
				trackingNo: '={{ $json.tracking }}',
				inputMode: 'items',
				lineColumns: { mappingMode: 'defineBelow', value: { 'Item.ItemID': '={{ $json.sku }}' }, schema: [] },
			}),
			{ input: rows },
		);
		expect(made).toHaveLength(2);
		expect(wire.requests.createShipment).toBe(2);
		expect(wire.stored(name('R1'))).toMatchObject({ MinOrderStatus: '3700' });
		expect(wire.stored(name('R2'))).toMatchObject({ MinOrderStatus: '3200', MaxOrderStatus: '3700' });
	});

	it('says when nothing is released, and releases first where told to', async () => {
		wire.place(name('OPEN'));
		const error = await wire.refused(onOrder('ship', name('OPEN')));
		expect(error.message).toMatch(/^Nothing of the order is released/);
		await wire.run(onOrder('ship', name('OPEN'), { releaseFirst: true }));
		expect(wire.stored(name('OPEN'))).toMatchObject({ MinOrderStatus: '3700' });
	});

	it('shows what it would send on a dry run', async () => {
		wire.place(name('DRY'));
		wire.release(name('DRY'));
		const { dryRun, request } = (await wire.one(onOrder('ship', name('DRY'), { options: { dryRun: true } }))) as {
			dryRun: boolean;
			request: { path: string; json: object };
		};
		expect({ dryRun, path: request.path }).toEqual({ dryRun: true, path: '/smcfs/restapi/invoke/createShipment' });
		expect(request.json).toMatchObject({ ConfirmShip: 'Y', ShipmentLines: { ShipmentLine: [{ Quantity: '2' }] } });
		expect(wire.stored(name('DRY'))).toMatchObject({ MinOrderStatus: '3200' });
	});
});
