import type { IDataObject } from 'n8n-workflow';

import { locate } from '../../engine/oneNode';
import { Batch, type Desk, type Work } from './batch';

/** Something that workflows do over and over. */
export interface Flow {
	name: string;
	/** Once more, with new work. */
	round: () => Promise<void>;
	/** Once more, with what is left of earlier rounds; returns how much that was. */
	finish: () => Promise<number>;
}

interface Sizes {
	/** New orders in each round, of each kind. */
	orders: number;
	/** Orders changed, and notes added, in each round. */
	changes: number;
}

/** Orders that are known and may be changed: the newest, so that each comes to rest after a while. */
const MOST_KNOWN = 100;
const TEXT = '={{ $json.text }}';
const REFERENCE = '={{ $json.reference }}';

const create = {
	resource: 'order',
	operation: 'create',
	lines: { line: [{ itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '1', unitPrice: '9.90' }] },
	addresses: { billTo: { firstName: 'Ada', lastName: 'Example', city: 'Exampleton', country: 'US' } },
	additionalFields: { customerPoNo: REFERENCE },
};
const byReference = { resource: 'order', operation: 'getMany', returnAll: true, filters: { customerPoNo: REFERENCE } };
const thisOrder = { resource: 'order', order: locate('number', '={{ $json.orderNo }}') };

interface NewOrder {
	reference: string;
	orderNo?: string;
}
interface Change {
	orderNo: string;
	text: string;
}
interface Parcel {
	shipmentNo: string;
	orderReleaseKey: string;
	orderLineKey: string;
	quantity: string;
}

/** The workflows that write: orders with and without a number of their own, changes, notes and shipments. */
export function writersOf(desk: Desk, { orders, changes }: Sizes): Flow[] {
	const known: string[] = [];
	let number = 0;
	const created = (_task: NewOrder, { OrderNo }: IDataObject) => {
		// A confirmation without a document does not say what the order is called.
		if (OrderNo === undefined) return;
		known.push(String(OrderNo));
		if (known.length > MOST_KNOWN) known.shift();
	};
	const newOrders = (name: string, parameters: IDataObject, numbered: boolean): Flow => {
		const work: Work<NewOrder> = {
			name,
			parameters: { ...create, ...parameters } as Work<NewOrder>['parameters'],
			look: { parameters: byReference, shows: ({ reference }, item) => item.CustomerPONo === reference },
			done: created,
		};
		return flowOf(name, new Batch(work, desk), () =>
			Array.from({ length: orders }, () => {
				const reference = `R-${++number}`;
				desk.note({ kind: 'order', reference });
				return numbered ? { reference, orderNo: `SOAK-${number}` } : { reference };
			}),
		);
	};

	/** Changes of known orders, one at a time of each. */
	const changesOf = (work: Work<Change>, noteOf: (change: Change) => void): Flow => {
		const batch = new Batch(work, desk);
		return flowOf(work.name, batch, () => {
			const busy = new Set(batch.open.map(({ orderNo }) => orderNo));
			const free = known.filter((orderNo) => !busy.has(orderNo));
			return free
				.slice(-changes * 3)
				.filter((_orderNo, i) => i % 3 === 0)
				.map((orderNo) => {
					const change = { orderNo, text: `${work.name} ${++number}` };
					noteOf(change);
					return change;
				});
		});
	};

	return [
		newOrders('orders with a number', { orderNo: '={{ $json.orderNo }}' }, true),
		newOrders('orders without one', {}, false),
		changesOf(
			{
				name: 'changes',
				parameters: { ...thisOrder, operation: 'update', additionalFields: { orderName: TEXT } },
				done: () => undefined,
			},
			({ orderNo, text }) => desk.note({ kind: 'name', orderNo, name: text }),
		),
		changesOf(
			{
				name: 'notes',
				parameters: { ...thisOrder, operation: 'addNote', noteText: TEXT },
				look: {
					parameters: { ...thisOrder, operation: 'get', output: 'lines' },
					shows: ({ text }, { Notes }) => ((Notes ?? []) as IDataObject[]).some(({ NoteText }) => NoteText === text),
				},
				done: () => undefined,
			},
			({ text }) => desk.note({ kind: 'text', text }),
		),
		warehouse(desk),
	];
}

/** Reads what is released and ships it, a parcel for each release. */
function warehouse(desk: Desk): Flow {
	const name = 'shipments';
	const node = locate('code', 'AUR_DC1');
	const sent = new Set<string>();
	const batch = new Batch<Parcel>(
		{
			name,
			parameters: {
				resource: 'shipment',
				operation: 'create',
				shipmentNo: '={{ $json.shipmentNo }}',
				shipNode: node,
				confirmShip: true,
				lines: {
					line: [
						{
							orderReleaseKey: '={{ $json.orderReleaseKey }}',
							orderLineKey: '={{ $json.orderLineKey }}',
							quantity: '={{ $json.quantity }}',
						},
					],
				},
			},
			look: {
				parameters: {
					resource: 'shipment',
					operation: 'get',
					shipNode: node,
					shipment: locate('number', '={{ $json.shipmentNo }}'),
				},
				shows: ({ shipmentNo }, { ShipmentNo }) => ShipmentNo === shipmentNo,
			},
			done: ({ orderReleaseKey }) => void sent.delete(orderReleaseKey),
		},
		desk,
	);
	const released = {
		resource: 'orderRelease',
		operation: 'getMany',
		returnAll: true,
		output: 'details',
		filters: { status: locate('code', '3200') },
	};
	const parcels = async () => {
		const items = await desk.run(released, [{}]);
		const fresh = items.map(({ json }) => json).filter(({ OrderReleaseKey: key }) => key && !sent.has(String(key)));
		return fresh.map((release): Parcel => {
			const [line] = release.OrderLines as IDataObject[];
			const orderReleaseKey = String(release.OrderReleaseKey);
			const shipmentNo = `S-${orderReleaseKey}`;
			sent.add(orderReleaseKey);
			desk.note({ kind: 'shipment', shipmentNo });
			const quantity = String(line.StatusQuantity || line.OrderedQty);
			return { shipmentNo, orderReleaseKey, orderLineKey: String(line.OrderLineKey), quantity };
		});
	};
	return flowOf(name, batch, parcels, true);
}

/** With `goesOn` the flow has new work even at the end: what is released has to be shipped. */
function flowOf<T extends object>(
	name: string,
	batch: Batch<T>,
	tasks: () => T[] | Promise<T[]>,
	goesOn = false,
): Flow {
	const round = async () => await batch.round(await tasks());
	return {
		name,
		round,
		async finish() {
			await batch.settled();
			await (goesOn ? round() : batch.round([]));
			return batch.open.length;
		},
	};
}
