import type { INode } from 'n8n-workflow';

import type { Finished } from '../../engine/workflow';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { closeAllPools } from '../../kit/http/pools';
import { locate, refused, run, runNode, type RunOptions } from './workflow';

type Parameters = INode['parameters'];
type Row = Readonly<Record<string, string>>;

/** Data formats that every operation must work in. */
export const FORMATS = ['json', 'xml'] as const;

/** An order as the sandbox takes it, of a customer who lives somewhere. */
export const ORDER = {
	EnterpriseCode: 'AURORA',
	DocumentType: '0001',
	PersonInfoBillTo: { FirstName: 'Ada', LastName: 'Example', City: 'Exampleton', Country: 'US' },
};

/** A line of so many mugs. */
export const line = (quantity: string, itemId = 'MUG-BLUE') => ({
	OrderedQty: quantity,
	Item: { ItemID: itemId, UnitOfMeasure: 'EACH' },
	LinePriceInfo: { UnitPrice: '9.90' },
});

/** A sandbox with mutual TLS and what tests do with it: run nodes, set the scene, look at what came of it. */
export class Bench {
	private started?: Sandbox;

	constructor(
		private readonly owner: Bench | undefined,
		private readonly credential: Record<string, unknown> = {},
	) {}

	/** Starts with the tests of a file, ends after them, and takes faults out of force after each. */
	static forFile(options: SandboxOptions = {}, credential: Record<string, unknown> = {}): Bench {
		const bench = new Bench(undefined, credential);
		beforeAll(async () => {
			bench.started = await startSandbox({ mutualTls: true, ...options });
		});
		afterEach(() => bench.sandbox.faults.clear());
		afterAll(async () => {
			await closeAllPools();
			await bench.sandbox.close();
		});
		return bench;
	}

	get sandbox(): Sandbox {
		const sandbox = this.owner?.sandbox ?? this.started;
		if (!sandbox) throw new Error('The sandbox starts with the first test');
		return sandbox;
	}

	/** The same sandbox with another credential. */
	with(credential: Record<string, unknown>): Bench {
		return new Bench(this.owner ?? this, { ...this.credential, ...credential });
	}

	/** Items that the node puts out. */
	run(parameters: Parameters, options?: RunOptions) {
		return run(this.sandbox, parameters, this.withCredential(options));
	}

	/** The one item that the node puts out. */
	async one(parameters: Parameters, options?: RunOptions): Promise<Record<string, unknown>> {
		const rows = await this.run(parameters, options);
		expect(rows).toHaveLength(1);
		return rows[0];
	}

	/** The error that ends the run. */
	refused(parameters: Parameters, options?: RunOptions) {
		return refused(this.sandbox, parameters, this.withCredential(options));
	}

	/** The whole run, whatever came of it. */
	runNode(parameters: Parameters, options?: RunOptions): Promise<Finished> {
		return runNode(this.sandbox, parameters, this.withCredential(options));
	}

	/** Runs an API inside the sandbox, past the wire. */
	call(api: string, input: object, template?: string): Record<string, unknown> {
		return (this.sandbox.store.call(api, input as never, template) ?? {}) as Record<string, unknown>;
	}

	/** Puts an order of two mugs into the store; returns its key. */
	place(orderNo: string, more: object = {}): string {
		const order = { ...ORDER, OrderNo: orderNo, OrderLines: { OrderLine: [line('2')] }, ...more };
		return String(this.call('createOrder', order).OrderHeaderKey);
	}

	/** Schedules and releases an order in the store. */
	release(orderNo: string): void {
		this.call('scheduleOrder', { ...numbered(orderNo), ScheduleAndRelease: 'Y' });
	}

	/** Releases an order and ships it, which makes an invoice. */
	ship(orderNo: string): void {
		this.release(orderNo);
		for (const { OrderReleaseKey } of this.rows('OrderRelease', orderNo)) {
			const OrderRelease = [{ OrderReleaseKey, AssociationAction: 'Add' }];
			this.call('createShipment', {
				ShipmentNo: `S-${orderNo}`,
				ConfirmShip: 'Y',
				OrderReleases: { OrderRelease },
			});
		}
	}

	/** The order as it is stored; undefined where there is none. */
	stored(orderNo: string): Row | undefined {
		return this.sandbox.store.order(orderNo);
	}

	/** Stored rows of an entity that belong to an order. */
	rows(entity: string, orderNo: string): Row[] {
		const key = this.stored(orderNo)?.OrderHeaderKey;
		return this.sandbox.store.rows(entity).filter((row) => (row.OrderHeaderKey ?? row.TableKey) === key);
	}

	/** Lines of a stored order, in order. */
	lines(orderNo: string): Row[] {
		return this.rows('OrderLine', orderNo);
	}

	/** How often each API was called since the log was cleared. */
	get requests(): Record<string, number> {
		return this.sandbox.log.counters.requestsByApi;
	}

	private withCredential(options: RunOptions = {}): RunOptions {
		return { ...options, credential: { ...this.credential, ...options.credential } };
	}
}

/** The attributes that name an order by its number. */
export const numbered = (OrderNo: string) => ({ OrderNo, EnterpriseCode: 'AURORA', DocumentType: '0001' });

/** Parameters of an operation on an order that is named by its number. */
export const onOrder = (operation: string, orderNo: string, more: Parameters = {}): Parameters => ({
	resource: 'order',
	operation,
	order: locate('number', orderNo),
	...more,
});

/** Parameters of an operation of the resource `order` that names none. */
export const orders = (operation: string, more: Parameters = {}): Parameters => ({
	resource: 'order',
	operation,
	...more,
});
