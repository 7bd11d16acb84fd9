import type { Sandbox } from '../../sandbox';
import type { JsonObject } from '../../sandbox/oms/document/json';
import { scheduleAndRelease } from './aurora';
import { stock } from './stock';

/** Orders and returns for loyalty points: what a shop, a warehouse and its customers would do. */
export class LoyaltyStore {
	constructor(private readonly sandbox: Sandbox) {
		for (const item of ['LOYAL-1', 'LOYAL-2']) stock(sandbox, item, 'AUR_DC1', 1000);
	}

	/** A sales order over 100.00 USD: 10 x 9.00 and 1 x 10.00. */
	sell(OrderNo: string, email: string, more: JsonObject = {}): void {
		const line = (ItemID: string, OrderedQty: string, UnitPrice: string) => ({
			OrderedQty,
			Item: { ItemID, UnitOfMeasure: 'EACH' },
			LinePriceInfo: { UnitPrice, IsPriceLocked: 'Y' },
		});
		this.sandbox.store.call('createOrder', {
			...this.named(OrderNo),
			CustomerEMailID: email,
			PersonInfoBillTo: { FirstName: 'Lia', City: 'Exampleton', Country: 'US', EMailID: email },
			PriceInfo: { Currency: 'USD' },
			OrderLines: { OrderLine: [line('LOYAL-1', '10', '9.00'), line('LOYAL-2', '1', '10.00')] },
			...more,
		});
	}

	ship(OrderNo: string): void {
		scheduleAndRelease(this.sandbox, OrderNo);
		for (const { OrderReleaseKey } of this.rowsOf('OrderRelease', OrderNo)) {
			const OrderRelease = [{ OrderReleaseKey, AssociationAction: 'Add' }];
			const ShipmentNo = `S-${OrderNo}`;
			this.sandbox.store.call('createShipment', { ShipmentNo, ConfirmShip: 'Y', OrderReleases: { OrderRelease } });
		}
	}

	cancel(OrderNo: string, DocumentType = '0001'): void {
		this.sandbox.store.call('cancelOrder', this.named(OrderNo, DocumentType));
	}

	/** A return of these quantities of the order's lines. */
	takeBack(OrderNo: string, returnNo: string, quantities: number[]): void {
		const lines = this.rowsOf('OrderLine', OrderNo);
		const OrderLine = quantities.map((quantity, i) => ({
			OrderedQty: String(quantity),
			ReturnReason: 'DAMAGED',
			ShipNode: 'AUR_DC1',
			DerivedFrom: { OrderLineKey: lines[i]!.OrderLineKey },
		}));
		this.sandbox.store.call('createOrder', { ...this.named(returnNo, '0003'), OrderLines: { OrderLine } });
	}

	/** A return of goods that nobody knows the order of. */
	takeBlindly(returnNo: string): void {
		const OrderLine = [{ OrderedQty: '1', Item: { ItemID: 'LOYAL-1', UnitOfMeasure: 'EACH' } }];
		this.sandbox.store.call('createOrder', { ...this.named(returnNo, '0003'), OrderLines: { OrderLine } });
	}

	/** All of a return arrives. */
	receive(returnNo: string): void {
		const { call } = this.sandbox.store;
		const { OrderHeaderKey } = this.sandbox.store.order(returnNo, 'AURORA', '0003')!;
		const receipt = { ReceiptNo: `C-${returnNo}`, ReceivingNode: 'AUR_DC1', DocumentType: '0003' };
		const lines = this.rowsOf('OrderLine', returnNo, '0003');
		call('startReceipt', { ...receipt, Shipment: { OrderHeaderKey } });
		const ReceiptLine = lines.map(({ OrderLineKey, OrderedQty }) => ({ OrderLineKey, Quantity: OrderedQty }));
		call('receiveOrder', { ...receipt, ReceiptLines: { ReceiptLine } });
	}

	/** Makes the order look as if nothing had changed it for years, and returns its key. */
	leaveAlone(OrderNo: string): string {
		const row = this.sandbox.store.order(OrderNo)!;
		this.sandbox.store.database.table('Order').put({ ...row, Modifyts: '2020-01-01T00:00:00+00:00' });
		return row.OrderHeaderKey!;
	}

	private rowsOf(entity: string, OrderNo: string, documentType = '0001') {
		const key = this.sandbox.store.order(OrderNo, 'AURORA', documentType)?.OrderHeaderKey;
		return this.sandbox.store.rows(entity).filter((row) => row.OrderHeaderKey === key);
	}

	private named(OrderNo: string, DocumentType = '0001') {
		return { OrderNo, EnterpriseCode: 'AURORA', DocumentType };
	}
}
