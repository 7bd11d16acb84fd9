import type { Sandbox } from '../../sandbox';
import { randomFrom } from '../../sandbox/kit/random';
import { isTooSlow, TOO_SLOW_MS, TROUBLES, type Trouble } from '../../test/integration/faults/faults';
import type { Truth } from './ledger';

export interface WorldOptions {
	seed: number;
	/** Milliseconds of a response that comes too late for the client; without it none comes late. */
	tooSlowMs?: number;
	/** Longest transaction of others (milliseconds). */
	longestMs: number;
	/** Sterling's time stands still but for steps of so many milliseconds at most; without it, it passes as ours. */
	stepMs?: number;
	/** Changes by others in each round. */
	changes: number;
	/** Rounds without new troubles after a stretch of troubles, on average. */
	calmRounds: number;
}

/** What the workflows under test call, save for the login. */
const APIS = [
	'changeOrder',
	'createOrder',
	'createShipment',
	'getOrderList',
	'getOrderReleaseList',
	'getPage',
	'getShipmentList',
	'multiApi',
];
const AURORA = { EnterpriseCode: 'AURORA', DocumentType: '0001' };
/** Rounds of a stretch of troubles, on average. */
const STORMY_ROUNDS = 20;
/** Orders of others that continue changing. */
const MOST_ORDERS = 200;

/** Faults of the server that pass; those of a wrong connection do not, and a wrong clock is beyond the promise. */
const PASSING = TROUBLES.filter(({ connection, clockHours }) => !connection && !clockHours);

/**
 * What continues around the workflows: the server has its troubles, and others create, change and release orders, some of
 * it in long transactions. Everything at random, from a seed.
 */
export class World {
	private readonly random: () => number;
	private readonly troubles: readonly Trouble[];
	private readonly wire: Truth['wire'] = { requests: 0, handshakes: 0, logins: 0, struck: {} };
	private readonly orders: Array<{ orderNo: string; lockedUntil: number }> = [];
	private made = 0;
	private spell = { isStormy: false, left: 0 };

	constructor(
		private readonly sandbox: Sandbox,
		private readonly options: WorldOptions,
	) {
		this.random = randomFrom(options.seed);
		this.troubles = options.tooSlowMs ? PASSING : PASSING.filter((trouble) => !isTooSlow(trouble));
		if (options.stepMs) sandbox.clock.freeze(Date.parse('2031-01-01T00:00:00Z'));
		this.call('adjustInventory', {
			Items: {
				Item: [
					{
						ItemID: 'MUG-BLUE',
						UnitOfMeasure: 'EACH',
						ProductClass: 'GOOD',
						OrganizationCode: 'AURORA',
						ShipNode: 'AUR_DC1',
						SupplyType: 'ONHAND',
						AdjustmentType: 'ADJUSTMENT',
						Quantity: '10000000',
					},
				],
			},
		});
	}

	/** Whether troubles strike at present. */
	get isStormy(): boolean {
		return this.spell.isStormy;
	}

	round(): void {
		const { changes, stepMs = 0 } = this.options;
		this.weather();
		for (let i = 0; i < changes; i++) {
			if (stepMs) this.sandbox.clock.advance(Math.floor((this.random() * stepMs) / changes));
			this.change();
		}
	}

	/** No more troubles. */
	calm(): void {
		this.sandbox.faults.clear();
		this.tally();
	}

	truth(): Truth {
		const { store } = this.sandbox;
		return {
			orders: store.orders().map((row) => ({
				key: row.OrderHeaderKey,
				orderNo: row.OrderNo,
				reference: row.CustomerPONo ?? '',
				name: row.OrderName ?? '',
				lock: Number(row.Lockid ?? 0),
				created: row.Createts,
				modified: row.Modifyts,
			})),
			notes: store.rows('Note').map(({ NoteText }) => NoteText),
			releases: store.rows('OrderRelease').map(({ OrderReleaseKey, Status }) => ({
				key: OrderReleaseKey,
				shipped: Status !== '3200',
			})),
			shipments: store.rows('Shipment').map(({ ShipmentKey, ShipmentNo }) => ({
				key: ShipmentKey,
				shipmentNo: ShipmentNo,
			})),
			wire: this.wire,
		};
	}

	/** Stretches with up to three troubles at a time, then calm; what of the last ones has not struck is over. */
	private weather(): void {
		this.calm();
		const { faults } = this.sandbox;
		if (this.spell.left-- <= 0) {
			const isStormy = !this.spell.isStormy;
			const rounds = isStormy ? STORMY_ROUNDS : this.options.calmRounds;
			this.spell = { isStormy, left: Math.round(rounds * (0.5 + this.random())) };
		}
		if (!this.spell.isStormy) return;
		for (let left = Math.floor(this.random() * 4); left > 0; left--) {
			const { faults: ofWork = [], login = [] } = this.oneOf(this.troubles);
			for (const fault of login) faults.add({ ...fault, ms: this.slowness(fault.ms), api: 'login' });
			for (const fault of ofWork) faults.add({ api: APIS, ...fault, ms: this.slowness(fault.ms) });
			// A login has its troubles only where one is needed.
			if (login.length > 0) this.sandbox.tokens.expire();
		}
	}

	private slowness(ms: number | undefined): number | undefined {
		return ms === TOO_SLOW_MS ? this.options.tooSlowMs : ms;
	}

	private change(): void {
		const { clock, store } = this.sandbox;
		const takes = this.random() < 0.3 ? Math.floor(this.random() * this.options.longestMs) : 0;
		store.database.commitLagMs = takes;
		// A transaction locks what it changes until it commits.
		const free = this.orders.filter(({ lockedUntil }) => lockedUntil <= clock.now());
		const known = free.length > 0 && this.random() < 0.6 ? this.oneOf(free) : undefined;
		const order = known ?? this.create();
		if (known && this.random() < 0.3) this.release(order.orderNo);
		else if (known) this.call('changeOrder', { ...AURORA, OrderNo: order.orderNo, OrderType: `T${this.made++}` });
		order.lockedUntil = clock.now() + takes;
		store.database.commitLagMs = 0;
	}

	private create() {
		const order = { orderNo: `OTHERS-${++this.made}`, lockedUntil: 0 };
		this.call('createOrder', {
			...AURORA,
			OrderNo: order.orderNo,
			PersonInfoBillTo: { FirstName: 'Ada', LastName: 'Example', City: 'Exampleton', Country: 'US' },
			OrderLines: { OrderLine: [{ OrderedQty: '1', Item: { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' } }] },
		});
		this.orders.push(order);
		if (this.orders.length > MOST_ORDERS) this.orders.shift();
		return order;
	}

	/** What is released is the warehouse's from then on. */
	private release(orderNo: string): void {
		this.call('scheduleOrder', { ...AURORA, OrderNo: orderNo, ScheduleAndRelease: 'Y' });
		this.orders.splice(
			this.orders.findIndex((order) => order.orderNo === orderNo),
			1,
		);
	}

	private call(api: string, input: object): void {
		this.sandbox.store.call(api, input as never);
	}

	private oneOf<T>(all: readonly T[]): T {
		return all[Math.floor(this.random() * all.length)];
	}

	/** Adds up what the log has of the requests since it was last emptied: it keeps the newest ones only. */
	private tally(): void {
		const { log } = this.sandbox;
		const { struck } = this.wire;
		for (const { fault } of log.list()) if (fault) struck[fault] = (struck[fault] ?? 0) + 1;
		for (const name of ['requests', 'handshakes', 'logins'] as const) this.wire[name] += log.counters[name];
		log.clear();
	}
}
