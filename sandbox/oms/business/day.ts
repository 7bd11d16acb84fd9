import type { JsonObject } from '../document/json';
import { randomFrom } from '../../kit/random';
import { planOf, type PlanOptions, type Step } from './plan';

/** Calls an API of Sterling, in process or over the wire. Rejects where Sterling refuses. */
export type Caller = (api: string, input: JsonObject) => Promise<JsonObject | undefined>;

type DayEvent =
	| 'orderCreated'
	| 'orderUpdated'
	| 'orderCancelled'
	| 'orderReleased'
	| 'orderLineBackordered'
	| 'shipmentCreated'
	| 'shipmentUpdated'
	| 'returnCreated';

/** Something that happened in Sterling, as the one who did it knows it. */
export interface Happened {
	event: DayEvent;
	/** Key of the order, line, release, shipment or return. */
	key: string;
	orderNo: string;
}

interface DayOptions extends PlanOptions {
	/** First part of the order numbers. */
	prefix?: string;
	/** Called before each step with its minute of the day: waits, or sets a clock. */
	until?: (minute: number) => Promise<void> | void;
	/** Called for what has happened. */
	happened?: (what: Happened) => void;
	/** Called for a step that fails because somebody else was at the order; without it the day ends there. */
	refused?: (why: unknown) => void;
}

const ENTERPRISE = 'AURORA';
const CATALOG: Array<[item: string, price: string]> = [
	['MUG-BLUE', '9.90'],
	['MUG-RED', '9.90'],
	['LAMP-DESK', '39.00'],
	['CHAIR-OAK', '129.00'],
	['TENT-2P', '149.00'],
];
const CUSTOMERS = [
	['Ada', 'Example', 'Exampleton'],
	['Ben', 'Sample', 'Sampleford'],
	['Cleo', 'Instance', 'Testbury'],
];

type Row = Record<string, string>;

const rows = (value: unknown): Row[] => (value === undefined ? [] : ([value].flat() as Row[]));

/**
 * Plays one day. Orders of the demo enterprise arrive and are worked on by the plan, each step by Sterling's
 * APIs.
 */
class Day {
	private readonly random: () => number;

	/** Lines whose back order was reported already: it is reported once for each time that they get into it. */
	private readonly backordered = new Set<string>();

	constructor(
		private readonly call: Caller,
		private readonly options: DayOptions,
	) {
		this.random = randomFrom((options.seed ?? 1) + 1);
	}

	async step({ kind, order }: Step): Promise<void> {
		const orderNo = `${this.options.prefix ?? 'DAY'}-${order + 1}`;
		await this[kind](orderNo);
	}

	private async arrive(orderNo: string): Promise<void> {
		const [FirstName, LastName, City] = CUSTOMERS[this.below(CUSTOMERS.length)];
		const address = { FirstName, LastName, City, AddressLine1: '1 Example Street', Country: 'US' };
		const lines = Array.from({ length: 1 + this.below(3) }, (_, index) => {
			const [ItemID, UnitPrice] = CATALOG[this.below(CATALOG.length)];
			return {
				PrimeLineNo: String(index + 1),
				SubLineNo: '1',
				OrderedQty: String(1 + this.below(3)),
				Item: { ItemID, UnitOfMeasure: 'EACH', ProductClass: 'GOOD' },
				LinePriceInfo: { UnitPrice },
			};
		});
		const created = await this.call('createOrder', {
			...named(orderNo),
			OrderType: 'WEB',
			EntryType: this.below(4) === 0 ? 'CALL' : 'WEB',
			PersonInfoBillTo: address,
			PersonInfoShipTo: address,
			OrderLines: { OrderLine: lines },
			Extn: { ExtnChannel: this.below(2) === 0 ? 'APP' : 'WEB' },
		});
		this.record('orderCreated', created?.OrderHeaderKey, orderNo);
	}

	private async change(orderNo: string): Promise<void> {
		await this.call('changeOrder', {
			...named(orderNo),
			CustomerPONo: `PO-${this.below(100_000)}`,
			Override: 'Y',
		});
		this.record('orderUpdated', (await this.order(orderNo)).OrderHeaderKey, orderNo);
	}

	private async hold(orderNo: string, Status = '1100'): Promise<void> {
		const OrderHoldType = [{ HoldType: 'FRAUD_HOLD', Status, ReasonText: 'Looked at by hand' }];
		await this.call('changeOrder', { ...named(orderNo), OrderHoldTypes: { OrderHoldType } });
		this.record('orderUpdated', (await this.order(orderNo)).OrderHeaderKey, orderNo);
	}

	private async resolve(orderNo: string): Promise<void> {
		await this.hold(orderNo, '1300');
	}

	private async cancel(orderNo: string): Promise<void> {
		await this.call('cancelOrder', { ...named(orderNo), ModificationReasonCode: 'CUST_REQ' });
		this.record('orderCancelled', (await this.order(orderNo)).OrderHeaderKey, orderNo);
	}

	private async schedule(orderNo: string): Promise<void> {
		await this.call('scheduleOrder', named(orderNo));
		for (const line of await this.lines(orderNo)) {
			if (!isBackordered(line) || this.backordered.has(line.OrderLineKey)) continue;
			this.backordered.add(line.OrderLineKey);
			this.record('orderLineBackordered', line.OrderLineKey, orderNo);
		}
	}

	/** Goods come in for what waits, and it is scheduled again. */
	private async restock(orderNo: string): Promise<void> {
		const waiting = (await this.lines(orderNo)).filter(isBackordered);
		if (waiting.length === 0) return;
		await this.call('adjustInventory', {
			Item: waiting.map(({ Item, OrderedQty }) => ({
				ItemID: (Item as unknown as Row).ItemID,
				UnitOfMeasure: 'EACH',
				OrganizationCode: ENTERPRISE,
				ShipNode: 'AUR_DC1',
				SupplyType: 'ONHAND',
				AdjustmentType: 'ADJUSTMENT',
				Quantity: OrderedQty,
			})),
		});
		await this.schedule(orderNo);
	}

	private async release(orderNo: string): Promise<void> {
		const before = new Set((await this.releases(orderNo)).map(({ OrderReleaseKey }) => OrderReleaseKey));
		await this.call('releaseOrder', named(orderNo));
		for (const { OrderReleaseKey } of await this.releases(orderNo)) {
			if (!before.has(OrderReleaseKey)) this.record('orderReleased', OrderReleaseKey, orderNo);
		}
	}

	private async ship(orderNo: string): Promise<void> {
		for (const { OrderReleaseKey, ReleaseNo } of await this.releases(orderNo)) {
			const created = await this.call('createShipment', {
				ShipmentNo: `S-${orderNo}-${ReleaseNo}`,
				SCAC: 'UPSN',
				TrackingNo: `1Z${this.below(1_000_000)}`,
				OrderReleases: { OrderRelease: [{ OrderReleaseKey, AssociationAction: 'Add' }] },
			});
			this.record('shipmentCreated', created?.ShipmentKey, orderNo);
		}
	}

	private async confirm(orderNo: string): Promise<void> {
		for (const { ShipmentKey } of await this.shipments(orderNo)) {
			await this.call('confirmShipment', { ShipmentKey });
			this.record('shipmentUpdated', ShipmentKey, orderNo);
		}
	}

	/** The first line comes back. */
	private async return(orderNo: string): Promise<void> {
		if ((await this.shipments(orderNo)).length === 0) return;
		const [{ OrderLineKey }] = await this.lines(orderNo);
		const OrderLine = [{ OrderedQty: '1', DerivedFrom: { OrderLineKey }, ReturnReason: 'DAMAGED' }];
		const created = await this.call('createOrder', {
			EnterpriseCode: ENTERPRISE,
			DocumentType: '0003',
			OrderNo: `R-${orderNo}`,
			OrderLines: { OrderLine },
		});
		this.record('returnCreated', created?.OrderHeaderKey, `R-${orderNo}`);
	}

	private async order(orderNo: string): Promise<Row> {
		return rows((await this.call('getOrderList', { ...named(orderNo), MaximumRecords: '1' }))?.Order)[0];
	}

	private async lines(orderNo: string): Promise<Row[]> {
		return rows((await this.call('getOrderLineList', { Order: named(orderNo) }))?.OrderLine);
	}

	private async releases(orderNo: string): Promise<Row[]> {
		return rows((await this.call('getOrderReleaseList', { SalesOrderNo: orderNo }))?.OrderRelease);
	}

	private async shipments(orderNo: string): Promise<Row[]> {
		return rows((await this.call('getShipmentList', { OrderNo: orderNo }))?.Shipment);
	}

	private record(event: DayEvent, key: unknown, orderNo: string): void {
		this.options.happened?.({ event, key: String(key), orderNo });
	}

	private below(limit: number): number {
		return Math.floor(this.random() * limit);
	}
}

const named = (OrderNo: string): JsonObject => ({
	OrderNo,
	EnterpriseCode: ENTERPRISE,
	DocumentType: '0001',
});

const isBackordered = ({ MinLineStatus }: Row): boolean => MinLineStatus === '1300' || MinLineStatus === '1400';

/**
 * Plays a day of business: orders arrive, lines are backordered and restocked, releases, shipments and
 * returns are made. `until` decides how fast.
 */
export async function playDay(call: Caller, options: DayOptions): Promise<void> {
	const day = new Day(call, options);
	for (const step of planOf(options)) {
		await options.until?.(step.minute);
		try {
			await day.step(step);
		} catch (error) {
			if (!options.refused) throw error;
			options.refused(error);
		}
	}
}
