import { Contract } from './contract';

const wire = Contract.forFile({ withoutOrders: true });

let counter = 0;

/** A new item without stock. */
async function newItem(): Promise<Record<string, string>> {
	counter += 1;
	const names = { ItemID: `INV-${counter}`, UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA' };
	await wire.void('manageItem', { Item: names });
	return names;
}

const adjust = (item: object, Quantity: string, more: object = {}) =>
	wire.void('adjustInventory', { Item: [{ ...item, ShipNode: 'AUR_DC1', SupplyType: 'ONHAND', Quantity, ...more }] });

const promise = (item: Record<string, string>, RequiredQty: string, more: object = {}, line: object = {}) => ({
	OrganizationCode: 'AURORA',
	EnterpriseCode: 'AURORA',
	...more,
	PromiseLines: {
		PromiseLine: [{ LineId: '1', ItemID: item.ItemID, UnitOfMeasure: 'EACH', RequiredQty, ...line }],
	},
});

async function supply(item: object, more: object = { ShipNode: 'AUR_DC1' }): Promise<string[]> {
	const answer = await wire.ok('getInventorySupply', { ...item, ...more });
	return (answer.Supplies.InventorySupply ?? []).map(
		(row: Record<string, string>) => `${row.ShipNode} ${row.SupplyType} ${row.Quantity}`,
	);
}

async function free(item: Record<string, string>): Promise<string> {
	const answer = await wire.ok('getAvailableInventory', promise(item, '1'));
	return answer.PromiseLines.PromiseLine[0].Availability.AvailableInventory.AvailableQuantity;
}

const reserve = (item: Record<string, string>, quantity: string, ReservationID: string, more: object = {}) =>
	wire.ok('reserveAvailableInventory', promise(item, quantity, { ReservationParameters: { ReservationID, ...more } }));

const cancel = (item: object, ReservationID: string, more: object = {}) => ({
	...item,
	ProductClass: '',
	ShipNode: 'AUR_DC1',
	ReservationID,
	...more,
});

describe('adjustInventory', () => {
	test('ADJUSTMENT is signed, ABSOLUTE sets; 204 without a body [captured, payload 05]', async () => {
		const item = await newItem();
		await adjust(item, '10');
		await adjust(item, '-3', { AdjustmentType: 'ADJUSTMENT' });
		expect(await supply(item)).toEqual(['AUR_DC1 ONHAND 7']);
		await adjust(item, '100', { AdjustmentType: 'ABSOLUTE', Availability: 'TRACK' });
		expect(await supply(item)).toEqual(['AUR_DC1 ONHAND 100']);
	});

	test('many items at once, all or none', async () => {
		const item = await newItem();
		const row = { ...item, SupplyType: 'ONHAND', Quantity: '5' };
		await wire.void('adjustInventory', {
			Item: [
				{ ...row, ShipNode: 'AUR_DC1' },
				{ ...row, ShipNode: 'AUR_DC2' },
			],
		});
		await wire.refusal('adjustInventory', {
			Item: [
				{ ...row, ShipNode: 'AUR_DC1' },
				{ ...row, ShipNode: 'NOWHERE' },
			],
		});
		expect(await supply(item, { ConsiderAllNodes: 'Y' })).toEqual(['AUR_DC1 ONHAND 5', 'AUR_DC2 ONHAND 5']);
	});

	test('YFS10048 for an unknown node, YCM0033 for an unknown item [captured]', async () => {
		const item = await newItem();
		expect(
			await wire.refusal('adjustInventory', { Item: { ...item, ShipNode: 'NOWHERE', Quantity: '1' } }),
		).toMatchObject({ ErrorCode: 'YFS10048' });
		expect(
			await wire.refusal('adjustInventory', { Item: { ...item, ItemID: 'NO', ShipNode: 'AUR_DC1', Quantity: '1' } }),
		).toMatchObject({ ErrorCode: 'YCM0033', MoreInfo: { ItemID: 'NO' } });
	});

	test('Availability INFINITE never runs out [apis §1.7]', async () => {
		const item = await newItem();
		await adjust(item, '0', { Availability: 'INFINITE' });
		const answer = await wire.ok('findInventory', promise(item, '100000'));
		expect(answer.SuggestedOption.Option.HasAnyUnavailableQty).toBe('N');
	});
});

describe('availability', () => {
	test('getAvailableInventory: a node alone is an object, several are an array [captured, payload 19]', async () => {
		const item = await newItem();
		await adjust(item, '26');
		const read = async () =>
			(await wire.ok('getAvailableInventory', promise(item, '1'))).PromiseLines.PromiseLine[0].Availability
				.AvailableInventory;
		expect(await read()).toMatchObject({
			AvailableQuantity: '26.00',
			AvailableOnhandQuantity: '26.00',
			AvailableFutureQuantity: '0.00',
			ShipNodeAvailableInventory: { Inventory: { Node: 'AUR_DC1', AvailableQuantity: '26.00' } },
		});
		await adjust(item, '4', { ShipNode: 'AUR_STORE1' });
		expect((await read()).ShipNodeAvailableInventory.Inventory).toMatchObject([
			{ Node: 'AUR_DC1' },
			{ Node: 'AUR_STORE1' },
		]);
	});

	test('findInventory: option with interactions, assignments and dates [captured, payload 07]', async () => {
		const item = await newItem();
		await adjust(item, '20');
		const { SuggestedOption, Options } = await wire.ok('findInventory', promise(item, '20'));
		expect(Options).toEqual({ TotalNumberOfRecords: '0' });
		expect(SuggestedOption.Option).toMatchObject({
			TotalShipments: '1',
			NodeQty: '20.00',
			HasAnyUnavailableQty: 'N',
			Interactions: { TotalNumberOfRecords: '1', Interaction: [{ Node: 'AUR_DC1' }] },
			PromiseLines: {
				PromiseLine: [{ Assignments: { Assignment: [{ ShipNode: 'AUR_DC1', Quantity: '20.00' }] } }],
			},
		});
		expect(SuggestedOption.Option.FirstDate).toMatch(/^\d{4}-\d\d-\d\dT/);
	});

	test('findInventory: several options when they are asked for, each from its own node (inferred)', async () => {
		const item = await newItem();
		await adjust(item, '5');
		await adjust(item, '5', { ShipNode: 'AUR_DC2' });
		const { SuggestedOption, Options } = await wire.ok('findInventory', promise(item, '5', { MaximumRecords: '5' }));
		expect(SuggestedOption.Option.Interactions.Interaction[0].Node).toBe('AUR_DC1');
		expect(Options.Option[0].Interactions.Interaction[0].Node).toBe('AUR_DC2');
	});

	test('findInventory: dated supply gives a later date, what nobody has is unavailable', async () => {
		const item = await newItem();
		await adjust(item, '2');
		const ETA = new Date(wire.sandbox.clock.now() + 10 * 86_400_000).toISOString().slice(0, 19);
		await adjust(item, '3', { SupplyType: 'PO', ETA });
		const later = (await wire.ok('findInventory', promise(item, '5'))).SuggestedOption.Option;
		expect(later.HasAnyUnavailableQty).toBe('N');
		expect(Date.parse(later.LastDate) - Date.parse(later.FirstDate)).toBeGreaterThan(9 * 86_400_000);
		const short = (await wire.ok('findInventory', promise(item, '9'))).SuggestedOption;
		expect(short.Option.HasAnyUnavailableQty).toBe('Y');
		expect(short.UnavailableLines.UnavailableLine[0]).toMatchObject({ LineId: '1', UnavailableQty: '4.00' });
	});

	test.each(['getAvailableInventory', 'findInventory', 'reserveAvailableInventory'])(
		'%s refuses an unknown item (YCM0033) and node (YFS10048)',
		async (api) => {
			const item = await newItem();
			expect(await wire.refusal(api, promise({ ItemID: 'NO' }, '1'))).toMatchObject({ ErrorCode: 'YCM0033' });
			expect(await wire.refusal(api, promise(item, '1', {}, { ShipNode: 'NO' }))).toMatchObject({
				ErrorCode: 'YFS10048',
			});
		},
	);

	test('getATP and getShipNodeInventory show supply less demand', async () => {
		const item = await newItem();
		await adjust(item, '9');
		await reserve(item, '4', 'ATP-1');
		const atp = await wire.ok('getATP', { ...item, ShipNode: 'AUR_DC1' });
		expect(atp.Item.AvailableToPromiseInventory.AvailableQuantity).toBe('5.00');
		const node = await wire.ok('getShipNodeInventory', { ShipNode: 'AUR_DC1', ItemID: item.ItemID });
		expect(node.InventoryItemList.InventoryItem).toMatchObject([{ Quantity: '9.00', AvailableQuantity: '5.00' }]);
	});

	test('an output template cuts the document down', async () => {
		const item = await newItem();
		const { Promise: cut } = await wire.paged('findInventory', 'Promise', promise(item, '1'), {
			Promise: { SuggestedOption: { Option: { OptionNo: '' } } },
		});
		expect(cut).toEqual({ SuggestedOption: { Option: { OptionNo: '1' } } });
	});
});

describe('reservations', () => {
	test('reserveAvailableInventory takes stock until it expires [captured: Reservations/Reservation]', async () => {
		const item = await newItem();
		await adjust(item, '10');
		const ExpirationDate = new Date(wire.sandbox.clock.now() + 15 * 60_000).toISOString().slice(0, 19);
		const answer = await reserve(item, '4', 'R-1', { ExpirationDate });
		expect(answer.PromiseLines.PromiseLine[0].Reservations.Reservation).toMatchObject([
			{ ReservationID: 'R-1', ReservedQty: '4.00', ShipNode: 'AUR_DC1' },
		]);
		expect(await free(item)).toBe('6.00');
		const listed = () => wire.ok('getInventoryReservationList', { ReservationID: 'R-1' });
		expect((await listed()).InventoryReservation).toMatchObject([{ Quantity: '4' }]);
		wire.sandbox.clock.advance(16 * 60_000);
		expect(await free(item)).toBe('10.00');
		expect(await listed()).not.toHaveProperty('InventoryReservation');
	});

	test('AllowPartialReservation decides whether a part is reserved; a missing id is generated', async () => {
		const item = await newItem();
		await adjust(item, '3');
		const [none] = (await reserve(item, '5', 'R-2')).PromiseLines.PromiseLine;
		expect(none).toMatchObject({ ReservedQty: '0.00', UnavailableQty: '5.00' });
		const answer = await reserve(item, '5', '', { AllowPartialReservation: 'Y' });
		expect(answer.PromiseLines.PromiseLine[0]).toMatchObject({ ReservedQty: '3.00', UnavailableQty: '2.00' });
		expect(answer.ReservationParameters.ReservationID).toMatch(/^\d{21}$/);
	});

	test('cancelReservation gives back a part or all (root and attributes inferred)', async () => {
		const item = await newItem();
		await adjust(item, '10');
		await reserve(item, '6', 'R-3');
		await wire.void('cancelReservation', cancel(item, 'R-3', { QtyToBeCancelled: '2' }));
		expect(await free(item)).toBe('6.00');
		await wire.void('cancelReservation', cancel(item, 'R-3'));
		expect(await free(item)).toBe('10.00');
		expect(await wire.refusal('cancelReservation', cancel(item, 'R-3'))).toMatchObject({ ErrorCode: 'YFS10001' });
	});

	test('createAsyncRequest carries out an adjustment when the agent runs [apis §1.8]', async () => {
		const item = await newItem();
		await wire.void('createAsyncRequest', {
			API: {
				IsService: 'N',
				Name: 'adjustInventory',
				Input: { Items: { Item: [{ ...item, ShipNode: 'AUR_DC1', Quantity: '8' }] } },
			},
		});
		expect(await supply(item)).toEqual([]);
		expect(wire.sandbox.runAsyncAgent()).toEqual({ done: 1, failed: 0 });
		expect(await supply(item)).toEqual(['AUR_DC1 ONHAND 8']);
	});
});

test('supply is reserved when an order is scheduled, and falls when it is shipped', async () => {
	const item = await newItem();
	await adjust(item, '10');
	const order = { OrderNo: 'INV-ORDER', EnterpriseCode: 'AURORA', DocumentType: '0001' };
	await wire.ok('createOrder', {
		...order,
		PersonInfoBillTo: { City: 'Exampleton', Country: 'US' },
		OrderLines: { OrderLine: [{ OrderedQty: '4', Item: { ItemID: item.ItemID, UnitOfMeasure: 'EACH' } }] },
	});
	await wire.void('scheduleOrder', { ...order, ScheduleAndRelease: 'Y' });
	expect([await free(item), await supply(item)]).toEqual(['6.00', ['AUR_DC1 ONHAND 10']]);
	const {
		OrderRelease: [release],
	} = await wire.ok('getOrderReleaseList', { SalesOrderNo: 'INV-ORDER' });
	await wire.ok('createShipment', {
		ConfirmShip: 'Y',
		OrderReleases: {
			OrderRelease: [{ OrderReleaseKey: release.OrderReleaseKey, AssociationAction: 'Add' }],
		},
	});
	expect([await free(item), await supply(item)]).toEqual(['6.00', ['AUR_DC1 ONHAND 6']]);
});
