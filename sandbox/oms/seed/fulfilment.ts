import type { Element } from '../document/element';
import { elementFromJson, type JsonObject } from '../document/json';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { daysAfter } from '../pipeline/promise';

const address = {
	FirstName: 'Cleo',
	LastName: 'Specimen',
	City: 'Testbury',
	State: 'EX',
	ZipCode: '00000',
	Country: 'US',
};

function names(OrderNo: string, DocumentType = '0001'): Record<string, string> {
	return { OrderNo, EnterpriseCode: 'AURORA', DocumentType };
}

function call(context: Context, api: string, root: string, input: JsonObject): Element | undefined {
	return context.call(api, elementFromJson(root, input));
}

/** A sold order that is released, and its shipment; shipped when it is to be confirmed. */
function sell(context: Context, OrderNo: string, quantity: string, ConfirmShip: string): Row {
	call(context, 'createOrder', 'Order', {
		...names(OrderNo),
		BillToID: 'C-102',
		PersonInfoBillTo: address,
		PersonInfoShipTo: address,
		OrderLines: {
			OrderLine: [
				{
					OrderedQty: quantity,
					Item: { ItemID: 'LAMP-DESK', UnitOfMeasure: 'EACH' },
					LinePriceInfo: { UnitPrice: '39.00' },
				},
			],
		},
	});
	call(context, 'scheduleOrder', 'ScheduleOrder', { ...names(OrderNo), ScheduleAndRelease: 'Y' });
	const order = context.database.find('Order', names(OrderNo)) as Row;
	const [release] = context.database.where('OrderRelease', 'OrderHeaderKey', order.OrderHeaderKey);
	call(context, 'createShipment', 'Shipment', {
		ShipmentNo: `S-${OrderNo}-1`,
		SCAC: 'UPSN',
		CarrierServiceCode: 'Ground',
		ConfirmShip,
		OrderReleases: { OrderRelease: [{ OrderReleaseKey: release.OrderReleaseKey, AssociationAction: 'Add' }] },
		Containers: {
			Container: [
				{
					ContainerNo: `${OrderNo}-C1`,
					TrackingNo: `1Z${OrderNo.replace(/\D/g, '')}`,
					ContainerGrossWeight: '4.20',
					ContainerDetails: { ContainerDetail: [{ ItemID: 'LAMP-DESK', UnitOfMeasure: 'EACH', Quantity: quantity }] },
				},
			],
		},
	});
	return context.database.where('OrderLine', 'OrderHeaderKey', order.OrderHeaderKey)[0];
}

function takeBack(context: Context, OrderNo: string, sold: Row): Row {
	call(context, 'createOrder', 'Order', {
		...names(OrderNo, '0003'),
		DefaultCustomerInformation: 'Y',
		OrderLines: {
			OrderLine: [
				{
					OrderedQty: '1',
					ReturnReason: 'DAMAGED',
					DerivedFrom: { OrderLineKey: sold.OrderLineKey },
					ShipNode: 'AUR_DC1',
				},
			],
		},
	});
	return context.database.find('Order', names(OrderNo, '0003')) as Row;
}

function receive(context: Context, order: Row): void {
	const names = { ReceiptNo: `R-${order.OrderNo}`, ReceivingNode: 'AUR_DC1', DocumentType: '0003' };
	const [line] = context.database.where('OrderLine', 'OrderHeaderKey', order.OrderHeaderKey);
	call(context, 'startReceipt', 'Receipt', { ...names, Shipment: { OrderHeaderKey: order.OrderHeaderKey } });
	call(context, 'receiveOrder', 'Receipt', {
		...names,
		ReceiptLines: { ReceiptLine: [{ OrderLineKey: line.OrderLineKey, Quantity: '1' }] },
	});
}

/**
 * What follows on orders: AUR-0950 shipped, with the returns RO-3001 (created) and RO-3002 (received, receipt
 * R-RO-3002); AUR-0960 in the open shipment S-AUR-0960-1. Both shipments are packed in one container.
 */
export function seedFulfilment(context: Context): void {
	const sold = sell(context, 'AUR-0950', '3', 'Y');
	takeBack(context, 'RO-3001', sold);
	receive(context, takeBack(context, 'RO-3002', sold));
	sell(context, 'AUR-0960', '2', 'N');
}

/** Dated supply of TENT-2P (out of stock now), a reservation without end, attributes and categories of items. */
export function seedInventory(context: Context): void {
	call(context, 'adjustInventory', 'Items', {
		Item: [
			{
				ItemID: 'TENT-2P',
				UnitOfMeasure: 'EACH',
				OrganizationCode: 'AURORA',
				ShipNode: 'AUR_DC1',
				SupplyType: 'PO_PLACED',
				Quantity: '25',
				ETA: daysAfter(context.now(), 14),
				SupplyReference: 'PO-9001',
			},
		],
	});
	call(context, 'reserveAvailableInventory', 'Promise', {
		OrganizationCode: 'AURORA',
		ReservationParameters: { ReservationID: 'RSV-1001' },
		PromiseLines: { PromiseLine: [{ LineId: '1', ItemID: 'TOWEL-SET', UnitOfMeasure: 'CASE', RequiredQty: '5' }] },
	});
	const item = (ItemID: string, category: string, attributes: Record<string, string>): JsonObject => ({
		Action: 'Modify',
		ItemID,
		UnitOfMeasure: 'EACH',
		OrganizationCode: 'AURORA',
		CategoryList: {
			Category: [
				{
					CategoryPath: `/AuroraCatalog/${category}`,
					CategoryID: category,
					OrganizationCode: 'AURORA',
				},
			],
		},
		AdditionalAttributeList: {
			AdditionalAttribute: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
		},
	});
	call(context, 'manageItem', 'ItemList', {
		Item: [
			item('MUG-BLUE', 'HOME', { Colour: 'blue', Material: 'ceramic' }),
			item('MUG-RED', 'HOME', { Colour: 'red' }),
			item('TENT-2P', 'OUTDOOR', { Persons: '2' }),
		],
	});
}
