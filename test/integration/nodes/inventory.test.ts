import type { INode } from 'n8n-workflow';

import { Bench, FORMATS } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const inventory = (operation: string, more: INode['parameters'] = {}) => ({
	resource: 'inventory',
	operation,
	...more,
});
const at = (itemId: string) => ({ itemId: locate('id', itemId), unitOfMeasure: locate('code', 'EACH') });
const DC = locate('code', 'AUR_DC1');

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const id = (text: string) => `${text}-${dataFormat}`;
	/** A new item with so much stock at the first distribution centre. */
	const stocked = (text: string, quantity: string) => {
		const item = { ItemID: id(text), UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA' };
		wire.call('manageItem', { Item: [{ Action: 'Create', ...item }] });
		const supply = { ...item, ShipNode: 'AUR_DC1', SupplyType: 'ONHAND', Quantity: quantity };
		wire.call('adjustInventory', { Item: [supply] });
		return id(text);
	};
	const supplyOf = async (itemId: string) =>
		(await wire.run(inventory('getSupply', at(itemId)))).map(
			(row) => `${row.ShipNode} ${row.SupplyType} ${row.Quantity}`,
		);
	const available = async (itemId: string) =>
		(
			await wire.one(
				inventory('checkAvailability', { lines: { line: [{ itemId, unitOfMeasure: 'EACH', requiredQty: '1' }] } }),
			)
		).AvailableQuantity;

	it('inventory:adjust adds, takes and sets; inventory:getSupply tells', async () => {
		const item = stocked('COUNT', '10');
		const adjust = (adjustmentType: string, quantity: unknown) =>
			wire.one(inventory('adjust', { ...at(item), shipNode: DC, adjustmentType, quantity } as INode['parameters']));
		expect(await adjust('ADJUSTMENT', -3)).toMatchObject({ ItemID: item, ShipNode: 'AUR_DC1', success: true });
		expect(await supplyOf(item)).toEqual(['AUR_DC1 ONHAND 7']);
		await adjust('ABSOLUTE', '100');
		expect(await supplyOf(item)).toEqual(['AUR_DC1 ONHAND 100']);
	});

	it('inventory:adjust takes many items as a whole document', async () => {
		const items = [stocked('BULK1', '1'), stocked('BULK2', '1')];
		const document = JSON.stringify({
			Item: items.map((ItemID) => ({
				ItemID,
				UnitOfMeasure: 'EACH',
				ShipNode: 'AUR_DC1',
				SupplyType: 'ONHAND',
				AdjustmentType: 'ABSOLUTE',
				Quantity: '9',
			})),
		});
		await wire.run(inventory('adjust', { inputMode: 'document', document }));
		for (const item of items) expect(await supplyOf(item)).toEqual(['AUR_DC1 ONHAND 9']);
	});

	it('inventory:adjust names an unknown node', async () => {
		const item = stocked('NODE', '1');
		const error = await wire.refused(
			inventory('adjust', { ...at(item), shipNode: locate('code', 'NOWHERE'), quantity: '1' }),
		);
		expect(error.message).toContain('[YFS10048]');
	});

	it.each(['array', 'object'] as const)(
		'inventory:checkAvailability reads quantities by node, whether Sterling answers them as %s',
		async (singleMember) => {
			const item = stocked(`AVAILABLE-${singleMember}`, '26');
			wire.sandbox.behaviour.singleMember = singleMember;
			try {
				const lines = { line: [{ itemId: item, unitOfMeasure: 'EACH', requiredQty: '2' }] };
				expect(await wire.run(inventory('checkAvailability', { lines }))).toMatchObject([
					{
						LineId: '1',
						ItemID: item,
						AvailableQuantity: expect.stringMatching(/^26/),
						Nodes: [{ Node: 'AUR_DC1', AvailableQuantity: expect.stringMatching(/^26/) }],
					},
				]);
			} finally {
				wire.sandbox.behaviour.singleMember = 'array';
			}
		},
	);

	it('inventory:checkAvailability names an unknown item', async () => {
		const lines = { line: [{ itemId: 'NO-SUCH', unitOfMeasure: 'EACH', requiredQty: '1' }] };
		expect((await wire.refused(inventory('checkAvailability', { lines }))).message).toContain('[YCM0033]');
	});

	it('inventory:findFulfillment tells nodes and dates, and what cannot be had', async () => {
		const item = stocked('PROMISE', '3');
		const lines = { line: [{ itemId: item, unitOfMeasure: 'EACH', requiredQty: '2', deliveryMethod: 'SHP' }] };
		const [found] = await wire.run(
			inventory('findFulfillment', { lines, shipTo: { address: { zipCode: '00000', country: 'US' } } }),
		);
		expect(found).toMatchObject({
			Options: expect.arrayContaining([
				expect.objectContaining({
					Suggested: true,
					Lines: [
						expect.objectContaining({ ItemID: item, Assignments: [expect.objectContaining({ ShipNode: 'AUR_DC1' })] }),
					],
				}),
			]),
		});
		const tooMany = { line: [{ itemId: item, unitOfMeasure: 'EACH', requiredQty: '50' }] };
		const [short] = await wire.run(inventory('findFulfillment', { lines: tooMany }));
		expect(short.UnavailableLines).toMatchObject([{ ItemID: item }]);
	});

	it('inventory:reserve takes stock until inventory:cancelReservation gives it back', async () => {
		const item = stocked('HOLD', '5');
		const lines = { line: [{ itemId: item, unitOfMeasure: 'EACH', requiredQty: '2', shipNode: 'AUR_DC1' }] };
		await wire.run(inventory('reserve', { reservationId: id('cart-1'), expirationDate: '2099-01-01T00:00:00', lines }));
		expect(await available(item)).toMatch(/^3/);
		await wire.run(
			inventory('cancelReservation', { reservationId: id('cart-1'), ...at(item), shipNode: DC, quantity: '2' }),
		);
		expect(await available(item)).toMatch(/^5/);
	});

	it('inventory:reserve hints at an end that has passed', async () => {
		const lines = {
			line: [{ itemId: stocked('LATE', '5'), unitOfMeasure: 'EACH', requiredQty: '2', shipNode: 'AUR_DC1' }],
		};
		const options = { dryRun: true };
		const expiring = inventory('reserve', { expirationDate: '2020-01-01T00:00:00Z', lines, options });
		expect((await wire.runNode(expiring)).hints('Sterling')).toContain(
			'Expires is 2020-01-01T00:00:00Z, which has passed. Sterling may not keep the reservation.',
		);
	});

	it('inventory:reserve is refused or partial when there is too little', async () => {
		const item = stocked('LITTLE', '1');
		const lines = { line: [{ itemId: item, unitOfMeasure: 'EACH', requiredQty: '2', shipNode: 'AUR_DC1' }] };
		const reserve = async (allowPartialReservation: boolean) => {
			const finished = await wire.runNode(
				inventory('reserve', {
					reservationId: id(`cart-${String(allowPartialReservation)}`),
					allowPartialReservation,
					lines,
				}),
			);
			return finished.hints('Sterling');
		};
		expect(await reserve(false)).toEqual([`Less was reserved than requested: 0 of 2 of item ${item}.`]);
		expect(await available(item)).toMatch(/^1/);
		expect(await reserve(true)).toEqual([`Less was reserved than requested: 1 of 2 of item ${item}.`]);
		expect(await available(item)).toMatch(/^0/);
	});

	it('inventory:cancelReservation names a reservation that does not exist', async () => {
		const item = stocked('NONE', '1');
		const error = await wire.refused(
			inventory('cancelReservation', { reservationId: 'no-such', ...at(item), shipNode: DC, quantity: '1' }),
		);
		expect(error.message).not.toBe('');
	});

	it('inventory:getSupply names an unknown item', async () => {
		const error = await wire.refused(inventory('getSupply', at('NO-SUCH')));
		expect(error.message).toContain('[YCM0033]');
	});
});
