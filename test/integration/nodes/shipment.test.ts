import type { INode } from 'n8n-workflow';

import { Bench, FORMATS, line } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const shipments = (operation: string, more: INode['parameters'] = {}) => ({ resource: 'shipment', operation, ...more });
const byNumber = (shipmentNo: string) => ({
	shipment: locate('number', shipmentNo),
	shipNode: locate('code', 'AUR_DC1'),
});

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;
	const stored = (shipmentNo: string) =>
		wire.sandbox.store.rows('Shipment').find((row) => row.ShipmentNo === shipmentNo);

	/** Places and releases an order of four mugs; returns the line that a shipment takes. */
	const released = (orderNo: string) => {
		wire.place(orderNo, { OrderLines: { OrderLine: [line('4')] } });
		wire.release(orderNo);
		const [{ OrderReleaseKey: orderReleaseKey }] = wire.rows('OrderRelease', orderNo);
		const [{ OrderLineKey: orderLineKey }] = wire.lines(orderNo);
		return { orderReleaseKey, orderLineKey, quantity: '4' };
	};
	const create = (text: string, more: INode['parameters'] = {}): INode['parameters'] =>
		shipments('create', {
			shipmentNo: name(`S-${text}`),
			shipNode: locate('code', 'AUR_DC1'),
			lines: { line: [released(name(text))] },
			...more,
		});

	it('shipment:create hints at lines without a quantity', async () => {
		const lines = { line: [released(name('SOME')), { ...released(name('ANY')), quantity: '' }] };
		const finished = await wire.runNode(create('SOME-SHIPPED', { lines, options: { dryRun: true } }));
		expect(finished.hints('Sterling')).toContainEqual(expect.stringMatching(/^Line 2 has no Quantity\./));
	});

	it('shipment:create ships what was released, in containers', async () => {
		const containers = {
			container: [
				{
					containerNo: 'C1',
					trackingNo: '1Z999',
					contents: { content: [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', quantity: '4', shipmentLineNo: '1' }] },
				},
			],
		};
		const made = await wire.one(create('NEW', { containers, additionalFields: { scac: locate('code', 'UPSN') } }));
		expect(made).toMatchObject({ ShipmentKey: expect.any(String), ShipmentNo: name('S-NEW'), ShipNode: 'AUR_DC1' });
		const read = await wire.one(shipments('get', { ...byNumber(name('S-NEW')), output: 'details' }));
		expect(read).toMatchObject({
			SCAC: 'UPSN',
			ShipmentLines: [{ ItemID: 'MUG-BLUE', Quantity: '4' }],
			Containers: [{ ContainerNo: 'C1', TrackingNo: '1Z999' }],
		});
		expect(wire.stored(name('NEW'))).toMatchObject({ MaxOrderStatus: '3350' });
	});

	it('shipment:create confirms at once', async () => {
		await wire.run(create('GONE', { confirmShip: true }));
		expect(wire.stored(name('GONE'))).toMatchObject({ MinOrderStatus: '3700', MaxOrderStatus: '3700' });
	});

	it('shipment:create names a node that does not exist', async () => {
		const error = await wire.refused(create('NOWHERE', { shipNode: locate('code', 'NO_NODE') }));
		expect(error.message).toMatch(/\[YFS10048\]/);
		expect(stored(name('S-NOWHERE'))).toBeUndefined();
	});

	it('shipment:upsert creates, then changes', async () => {
		await wire.run({ ...create('UP'), operation: 'upsert' });
		const same = { shipmentNo: name('S-UP'), shipNode: locate('code', 'AUR_DC1') };
		await wire.run(shipments('upsert', { ...same, additionalFields: { trackingNo: '1Z1' } }));
		expect(stored(name('S-UP'))).toMatchObject({ TrackingNo: '1Z1' });
	});

	it('shipment:update changes header and containers by key', async () => {
		const made = await wire.one(create('EDIT'));
		await wire.run(
			shipments('update', {
				shipment: locate('key', String(made.ShipmentKey)),
				containers: { container: [{ containerAction: 'Create', containerNo: 'C7', trackingNo: '1Z7' }] },
				additionalFields: { trackingNo: '1Z2' },
			}),
		);
		const read = await wire.one(shipments('get', { ...byNumber(name('S-EDIT')), output: 'details' }));
		expect(read).toMatchObject({ TrackingNo: '1Z2', Containers: [{ ContainerNo: 'C7' }] });
	});

	it('shipment:confirm backorders what was not shipped', async () => {
		await wire.run(create('SHORT'));
		await wire.run(
			shipments('confirm', {
				...byNumber(name('S-SHORT')),
				lines: { line: [{ shipmentLineNo: '1', shipmentSubLineNo: '0', quantity: '3' }] },
				notShipped: 'backorder',
			}),
		);
		expect(wire.stored(name('SHORT'))).toMatchObject({ MinOrderStatus: '1400', MaxOrderStatus: '3700' });
	});

	it('shipment:confirm refuses a shipment that has left', async () => {
		await wire.run(create('TWICE', { confirmShip: true }));
		const error = await wire.refused(shipments('confirm', byNumber(name('S-TWICE'))));
		expect(error.message).toContain('[YDM00025]');
	});

	it('shipment:cancel keeps the record', async () => {
		await wire.run(create('OFF'));
		await wire.run(shipments('cancel', byNumber(name('S-OFF'))));
		expect(stored(name('S-OFF'))).toMatchObject({ Status: '9000' });
	});

	it('shipment:delete refuses one with lines and removes an empty one', async () => {
		await wire.run(create('FULL'));
		const error = await wire.refused(shipments('delete', byNumber(name('S-FULL'))));
		expect(error.message).toContain('[YDM00112]');
		expect(error.description).toMatch(/[Cc]ancel|remove/);
		await wire.run(shipments('upsert', { shipmentNo: name('S-EMPTY'), shipNode: locate('code', 'AUR_DC1') }));
		expect(await wire.one(shipments('delete', byNumber(name('S-EMPTY'))))).toMatchObject({ deleted: true });
		expect(stored(name('S-EMPTY'))).toBeUndefined();
	});

	it('shipment:getMany finds shipments of an order, with the state that the user calls it', async () => {
		await wire.run(create('MANY', { confirmShip: true }));
		const rows = await wire.run(
			shipments('getMany', {
				filters: { orderNo: name('MANY') },
				options: { statusNames: true, statusMap: { rule: [{ status: '1400.*', state: 'on its way' }] } },
			}),
		);
		expect(rows).toMatchObject([{ ShipmentNo: name('S-MANY'), Status: '1400', StatusState: 'on its way' }]);
		expect(rows[0].StatusName).toMatch(/Shipped/);
	});
});
