import type { Contract, Json } from './contract';

const address = { FirstName: 'Eve', LastName: 'Tester', City: 'Exampleton', Country: 'US' };

/** An order of AURORA that is released at AUR_DC1. */
export interface Released {
	order: Record<string, string>;
	release: Json;
	/** Keys of its lines, in order. */
	lines: string[];
}

/** Creates, schedules and releases an order with one line for each quantity. */
export async function released(wire: Contract, OrderNo: string, quantities: number[]): Promise<Released> {
	const order = { OrderNo, EnterpriseCode: 'AURORA', DocumentType: '0001' };
	const items = ['MUG-BLUE', 'MUG-RED', 'LAMP-DESK'];
	await wire.ok('createOrder', {
		...order,
		PersonInfoBillTo: address,
		PersonInfoShipTo: address,
		BillToID: 'C-100',
		OrderLines: {
			OrderLine: quantities.map((quantity, index) => ({
				OrderedQty: String(quantity),
				Item: { ItemID: items[index], UnitOfMeasure: 'EACH' },
				LinePriceInfo: { UnitPrice: '10.00' },
			})),
		},
	});
	await wire.void('scheduleOrder', { ...order, ScheduleAndRelease: 'Y' });
	const {
		OrderRelease: [release],
	} = await wire.ok('getOrderReleaseList', { SalesOrderNo: OrderNo });
	const details = await wire.ok('getOrderDetails', order);
	return { order, release, lines: details.OrderLines.OrderLine.map((line: Json) => line.OrderLineKey) };
}

/** A shipment of everything that is released; its identifying attributes. */
export async function shipped(wire: Contract, { release }: Released, more: object = {}): Promise<Json> {
	return wire.ok('createShipment', {
		OrderReleases: {
			OrderRelease: [{ OrderReleaseKey: release.OrderReleaseKey, AssociationAction: 'Add' }],
		},
		...more,
	});
}

/** Quantities of an order by status, such as { 3200: 2, 9000: 1 }. */
export function quantities(wire: Contract, { OrderNo }: Record<string, string>, type = '0001'): Record<string, number> {
	const order = wire.sandbox.store.order(OrderNo, 'AURORA', type);
	const sums: Record<string, number> = {};
	for (const row of wire.sandbox.store.database.where('OrderStatus', 'OrderHeaderKey', order?.OrderHeaderKey ?? '')) {
		sums[row.Status] = (sums[row.Status] ?? 0) + Number(row.StatusQty);
	}
	return sums;
}
