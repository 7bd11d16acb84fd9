import { readList, readObject, text, instant, number, type Json } from '../body';
import type { StockRecord } from '../ledger';
import { filteredBy, readRecord, shownRecord } from '../records';
import { badRequest, notFound } from '../refusal';
import type { Answered, Asked, Parts, Route } from '../route';
import type { Transaction } from '../world';

type Kind = StockRecord['kind'];

/** Reads, sync (absolute) and adjust (by a difference) of supplies and demands, which differ in their times alone. */
const routesOf = (kind: Kind, list: 'supplies' | 'demands'): Route[] => [
	{
		name: `${list}.get`,
		service: 'inventory',
		method: 'GET',
		path: `v1/${list}`,
		handle: ({ query }, { world }) => {
			const isAsked = filteredBy(query);
			const item = {
				itemId: text(query.get('itemId')),
				unitOfMeasure: text(query.get('unitOfMeasure')),
				productClass: text(query.get('productClass')),
			};
			const records = query.has('productClass')
				? world.ledger.of(kind, item)
				: world.ledger
						.known()
						.filter((one) => one.itemId === item.itemId && one.unitOfMeasure === item.unitOfMeasure)
						.flatMap((one) => world.ledger.of(kind, one));
			return { status: 200, body: records.filter(isAsked).map(shownRecord) };
		},
	},
	{
		name: `${list}.sync`,
		service: 'inventory',
		method: 'PUT',
		path: `v1/${list}`,
		actions: (body) => readList(readObject(body), list).length,
		handle: (asked, parts) => sync(asked, parts, kind, list),
	},
	{
		name: `${list}.adjust`,
		service: 'inventory',
		method: 'POST',
		path: `v1/${list}`,
		actions: (body) => readList(readObject(body), list).length,
		handle: (asked, parts) => adjust(asked, parts, kind, list),
	},
];

function sync({ body }: Asked, { world, events }: Parts, kind: Kind, list: string): Answered {
	const given = readObject(body);
	const now = world.clock.now();
	const read = readList(given, list).map((one) => ({
		record: readRecord(world, kind, one, 'quantity'),
		at: instant(one.sourceTs, now),
	}));
	const transaction: Transaction = {
		id: world.id(),
		batchId: text(given.batchId) || world.id(),
		at: now,
		records: read.map(({ record }) => record),
		applied: false,
	};
	world.transactions.set(transaction.id, transaction);
	world.later(() => {
		transaction.applied = true;
		for (const { record, at } of read) {
			const changed = world.ledger.set(record, at);
			if (changed === undefined) continue;
			if (given.enableFulfillmentOption === true && record.quantity > 0) switchOn(world, record);
			events.stock(record, changed);
		}
	});
	return { status: 202, body: { supplySyncTransactionId: transaction.id, batchId: transaction.batchId } };
}

/** Stock that arrives switches an item on again that was turned off at its node. */
function switchOn(world: Parts['world'], record: StockRecord): void {
	world.fulfillment = world.fulfillment.filter(
		(rule) => !(rule.itemId === record.itemId && rule.shipNode === record.shipNode),
	);
}

function adjust({ body }: Asked, { world, events }: Parts, kind: Kind, list: string): Answered {
	const changes = readList(readObject(body), list).map((one) => ({
		record: readRecord(world, kind, one, 'changedQuantity'),
		consumed: one.reservations === undefined ? [] : readList(one, 'reservations'),
	}));
	for (const { consumed } of changes) consumed.forEach((one) => checkConsumed(one, world));
	world.later(() => {
		for (const { record, consumed } of changes) {
			consumed.forEach((one) => consume(one, world));
			events.stock(world.ledger.change(record), record.quantity);
		}
	});
	return { status: 202 };
}

function checkConsumed(one: Json, world: Parts['world']): void {
	const held = world.reservation(text(one.id));
	if (!held) throw badRequest(`Reservation ${text(one.id)} does not exist.`);
	if (number(one, 'quantity') > held.quantity) throw badRequest(`Reservation ${held.id} holds ${held.quantity} only.`);
}

/** Takes what became an order off its reservation, in one step with the demand. */
function consume(one: Json, world: Parts['world']): void {
	const held = world.reservation(text(one.id));
	if (!held) return;
	const left = held.quantity - number(one, 'quantity');
	if (left > 0) world.reserve({ ...held, quantity: left });
	else world.release(held);
}

/** What became of a sync; the names of the members are this sandbox's own. */
const transparency: Route[] = [
	{
		name: 'supplies.transaction',
		service: 'inventory',
		method: 'GET',
		path: 'v1/supplies/transaction/{id}/status',
		handle: ({ params }, { world }) => ({ status: 200, body: statusOf(transactionOf(params.id, world)) }),
	},
	{
		name: 'supplies.transactionRecords',
		service: 'inventory',
		method: 'GET',
		path: 'v1/supplies/transaction/{id}/records',
		handle: ({ params }, { world }) => {
			const transaction = transactionOf(params.id, world);
			const status = transaction.applied ? 'PROCESSED' : 'PENDING';
			return { status: 200, body: transaction.records.map((record) => ({ ...shownRecord(record), status })) };
		},
	},
	{
		name: 'supplies.batch',
		service: 'inventory',
		method: 'GET',
		path: 'v1/supplies/transaction/status',
		handle: ({ query }, { world }) => {
			const all = [...world.transactions.values()].filter(({ batchId }) => batchId === query.get('batchId'));
			return { status: 200, body: all.map(statusOf) };
		},
	},
];

function transactionOf(id: string, world: Parts['world']): Transaction {
	const transaction = world.transactions.get(id);
	if (!transaction) throw notFound(`Transaction ${id} does not exist.`);
	return transaction;
}

function statusOf({ id, batchId, applied, records }: Transaction): Json {
	return {
		supplySyncTransactionId: id,
		batchId,
		status: applied ? 'COMPLETED' : 'IN_PROGRESS',
		totalCount: records.length,
		processedCount: applied ? records.length : 0,
	};
}

/** How much demand an item has, by type (seen in a marketplace connector). */
const aggregates: Route = {
	name: 'demands.aggregate',
	service: 'inventory',
	method: 'POST',
	path: 'v2/demands/aggregate-requests',
	handle: ({ body }, { world }) => {
		const data = (readObject(body).data ?? {}) as Json;
		const valuesOf = (name: string) => ((data[name] as Json | undefined)?.values as string[] | undefined) ?? undefined;
		const item = {
			itemId: text(data.itemId),
			unitOfMeasure: text(data.unitOfMeasure),
			productClass: text(data.productClass),
		};
		const [nodes, types] = [valuesOf('shipNode'), valuesOf('type')];
		const found = world.ledger
			.of('demand', item)
			.filter((one) => (nodes?.includes(one.shipNode) ?? true) && (types?.includes(one.type) ?? true));
		if (found.length === 0) return { status: 200, body: { data: [] } };
		const byType = [...new Set(found.map(({ type }) => type))].map((type) => ({
			type,
			totalQuantity: found.filter((one) => one.type === type).reduce((total, { quantity }) => total + quantity, 0),
		}));
		return { status: 200, body: { data: [{ aggregations: byType }] } };
	},
};

export const stockRoutes: readonly Route[] = [
	...transparency,
	...routesOf('supply', 'supplies'),
	...routesOf('demand', 'demands'),
	aggregates,
];
