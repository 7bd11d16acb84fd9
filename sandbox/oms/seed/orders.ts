import { Element } from '../document/element';
import { elementFromJson, type JsonObject } from '../document/json';
import type { Context } from '../engine/context';
import type { Row } from '../store/entity';
import { personInfo } from './person';

interface Line {
	item: string;
	quantity: number;
	price: string;
	unit?: string;
	extn?: JsonObject;
	custom?: JsonObject;
}

function order(
	enterprise: string,
	number: string,
	who: [string, string, string],
	lines: Line[],
	more: JsonObject = {},
): Element {
	const address = personInfo(...who);
	return elementFromJson('Order', {
		EnterpriseCode: enterprise,
		DocumentType: '0001',
		OrderNo: number,
		EntryType: 'WEB',
		OrderType: 'WEB',
		PriceInfo: { Currency: enterprise === 'AURORA' ? 'USD' : 'EUR' },
		PersonInfoBillTo: address,
		PersonInfoShipTo: address,
		OrderLines: {
			OrderLine: lines.map((line, index) => ({
				PrimeLineNo: String(index + 1),
				SubLineNo: '1',
				OrderedQty: String(line.quantity),
				DeliveryMethod: 'SHP',
				Item: { ItemID: line.item, UnitOfMeasure: line.unit ?? 'EACH', ProductClass: 'GOOD' },
				LinePriceInfo: { UnitPrice: line.price, IsPriceLocked: 'Y' },
				...(line.extn ? { Extn: line.extn } : {}),
				...(line.custom ? { CustomAttributes: line.custom } : {}),
			})),
		},
		...more,
	});
}

const ada: [string, string, string] = ['Ada', 'Example', 'Exampleton'];
const ben: [string, string, string] = ['Ben', 'Sample', 'Sampleford'];
const dora: [string, string, string] = ['Dora', 'Buyer', 'Specimen Hill'];

function named(root: string, number: string, enterprise: string, more: Record<string, string> = {}): Element {
	return new Element(root, { OrderNo: number, EnterpriseCode: enterprise, DocumentType: '0001', ...more });
}

function ship(context: Context, orderNo: string, enterprise: string): void {
	const order = context.database.find('Order', {
		OrderNo: orderNo,
		EnterpriseCode: enterprise,
		DocumentType: '0001',
	}) as Row;
	for (const release of context.database.where('OrderRelease', 'OrderHeaderKey', order.OrderHeaderKey)) {
		context.call(
			'createShipment',
			new Element(
				'Shipment',
				{
					ConfirmShip: 'Y',
					ShipmentNo: `S-${orderNo}-${release.ReleaseNo}`,
					SCAC: 'UPSN',
					CarrierServiceCode: 'Ground',
					TrackingNo: `1Z${orderNo.replace(/\D/g, '')}`,
				},
				[
					new Element('OrderReleases', {}, [
						new Element('OrderRelease', { OrderReleaseKey: release.OrderReleaseKey, AssociationAction: 'Add' }),
					]),
					new Element('Extn', { ExtnDockDoor: 'D-4' }),
				],
			),
		);
	}
}

/** A dozen orders: created, on hold, scheduled, backordered, released, shipped, cancelled, draft, history. */
export function seedOrders(context: Context): void {
	const create = (element: Element): void => {
		context.call('createOrder', element);
	};
	create(
		order('AURORA', 'AUR-1001', ada, [{ item: 'MUG-BLUE', quantity: 2, price: '9.90' }], {
			Extn: { ExtnGiftText: 'Happy birthday', ExtnChannel: 'WEB', ExtnLoyaltyTier: 'GOLD' },
			BillToID: 'C-100',
			CustomAttributes: { IsPreOrder: 'N', GiftOccasion: 'BIRTHDAY' },
			References: { Reference: [{ Name: 'Campaign', Value: 'SPRING' }] },
		}),
	);
	create(
		order(
			'AURORA',
			'AUR-1002',
			ben,
			[
				{
					item: 'LAMP-DESK',
					quantity: 1,
					price: '39.00',
					extn: { ExtnGiftWrap: 'Y' },
					custom: { WrapStyle: 'RIBBON' },
				},
				{ item: 'MUG-RED', quantity: 4, price: '9.90' },
			],
			{ BillToID: 'C-101', Extn: { ExtnChannel: 'APP' } },
		),
	);
	create(order('AURORA', 'AUR-1003', ada, [{ item: 'MUG-BLUE', quantity: 3, price: '9.90' }]));
	context.call('scheduleOrder', named('ScheduleOrder', 'AUR-1003', 'AURORA'));
	create(order('AURORA', 'AUR-1004', ben, [{ item: 'TENT-2P', quantity: 1, price: '149.00' }]));
	context.call('scheduleOrder', named('ScheduleOrder', 'AUR-1004', 'AURORA'));
	create(order('AURORA', 'AUR-1005', ada, [{ item: 'LAMP-DESK', quantity: 2, price: '39.00' }]));
	context.call('scheduleOrder', named('ScheduleOrder', 'AUR-1005', 'AURORA', { ScheduleAndRelease: 'Y' }));
	create(
		order(
			'AURORA',
			'AUR-1006',
			ben,
			[
				{ item: 'MUG-BLUE', quantity: 1, price: '9.90' },
				{ item: 'MUG-RED', quantity: 1, price: '9.90' },
			],
			{
				HeaderCharges: {
					HeaderCharge: [{ ChargeCategory: 'Shipping', ChargeName: 'Standard', ChargeAmount: '5.00' }],
				},
			},
		),
	);
	context.call('scheduleOrder', named('ScheduleOrder', 'AUR-1006', 'AURORA', { ScheduleAndRelease: 'Y' }));
	ship(context, 'AUR-1006', 'AURORA');
	create(order('AURORA', 'AUR-1007', ada, [{ item: 'MUG-RED', quantity: 6, price: '9.90' }]));
	context.call('cancelOrder', named('Order', 'AUR-1007', 'AURORA', { ModificationReasonCode: 'CUST_REQ' }));
	create(
		order('AURORA', 'AUR-1008', ben, [{ item: 'LAMP-DESK', quantity: 9, price: '39.00' }], {
			OrderHoldTypes: { OrderHoldType: [{ HoldType: 'FRAUD_HOLD', ReasonText: 'Large order' }] },
		}),
	);
	create(
		order('AURORA', 'AUR-1009', ada, [{ item: 'CHAIR-OAK', quantity: 1, price: '129.00' }], {
			DraftOrderFlag: 'Y',
		}),
	);
	create(
		order('AURORA', 'AUR-1010', ben, [
			{ item: 'MUG-BLUE', quantity: 1, price: '9.90' },
			{ item: 'TENT-2P', quantity: 2, price: '149.00' },
		]),
	);
	context.call('scheduleOrder', named('ScheduleOrder', 'AUR-1010', 'AURORA', { ScheduleAndRelease: 'Y' }));
	ship(context, 'AUR-1010', 'AURORA');
	const business = {
		Extn: { ExtnCostCentre: 'CC-7', ExtnDepotRegion: 'NORTH' },
		BuyerOrganizationCode: 'BUYER1',
		CustomAttributes: { ProjectCode: 'PRJ-1' },
	};
	create(
		order(
			'BOREALIS',
			'BOR-2001',
			dora,
			[
				{
					item: 'BOLT-M8',
					quantity: 500,
					price: '0.30',
					extn: { ExtnPalletNo: 'P-1' },
					custom: { PalletCount: '2' },
				},
			],
			{ ...business, CustomerPONo: 'PO-77', OrderType: 'B2B' },
		),
	);
	create(order('BOREALIS', 'BOR-2002', dora, [{ item: 'PUMP-100', quantity: 12, price: '420.00' }], business));
	context.call('scheduleOrder', named('ScheduleOrder', 'BOR-2002', 'BOREALIS'));
	create(order('AURORA', 'AUR-0901', ada, [{ item: 'MUG-BLUE', quantity: 1, price: '8.90' }]));
	moveToHistory(context, 'AUR-0901', 'AURORA');
}

/** What the purge agent does with old orders: they are read with ReadFromHistory Y or B only. */
function moveToHistory(context: Context, orderNo: string, enterprise: string): void {
	const row = context.database.find('Order', {
		OrderNo: orderNo,
		EnterpriseCode: enterprise,
		DocumentType: '0001',
	}) as Row;
	context.update('Order', row, { isHistory: 'Y' });
	for (const line of context.database.where('OrderLine', 'OrderHeaderKey', row.OrderHeaderKey)) {
		context.update('OrderLine', line, { isHistory: 'Y' });
	}
}
