import { asArray, isElement, type Document } from '../../../kit/xml/document';
import type { EventName } from './names';
import type { KindName } from './kinds';
import { secondsOf, sterlingTime } from './time';
import { getPath } from '../../../kit/xml/path';
import { attributes } from '../documents/shape';

/** When something happened to a row, and what distinguishes it from other occurrences. */
interface Moment {
	/** As Sterling printed it. */
	time: string;
	version?: string;
}

export interface EventDefinition {
	value: EventName;
	name: string;
	description: string;
	/** The list that is polled for it. */
	source: KindName;
	/** Key of the row for the document of the item, where that is another one than the row itself. */
	documentKey?: string;
	/** Attributes of the row that stand beside such a document. */
	beside?: readonly string[];
	/** The time stamp of a row that moves when it happens. */
	stamp: 'Createts' | 'Modifyts';
	/** What the row must carry for `find`, beside what the source reads anyway. */
	needs?: readonly string[];
	/** From the first status up to, but without the second: narrows the query where no other event shares it. */
	statuses?: readonly [string, string];
	/** What happened according to the row, if anything. `creationGrace` in seconds. */
	find: (row: Document, options: { creationGrace: number }) => Moment | undefined;
}

/**
 * The events and how a poll recognises them: it sees states, not moments. What happens to a row once hangs on
 * a time that never changes, so it is emitted once; a change is identified by its Modifyts. How each state shows
 * follows from the factory's columns and statuses; see docs/trigger.md for what cannot be seen.
 */
export const EVENT_TABLE: readonly EventDefinition[] = [
	{
		value: 'orderCancelled',
		name: 'Order Cancelled',
		description: 'An order was cancelled as a whole',
		source: 'order',
		stamp: 'Modifyts',
		needs: attributes('OrderStatuses.OrderStatus.Status OrderStatuses.OrderStatus.StatusDate'),
		statuses: ['9000', '9001'],
		find: (row) => (isOneOf(row.MinOrderStatus, CANCELLED) ? entered(row, CANCELLED) : undefined),
	},
	{
		value: 'orderCreated',
		name: 'Order Created',
		description: 'An order was created',
		source: 'order',
		stamp: 'Createts',
		find: created,
	},
	{
		value: 'orderLineBackordered',
		name: 'Order Line Backordered',
		description: 'Some quantity of an order line was backordered',
		source: 'line',
		stamp: 'Modifyts',
		statuses: ['1300', '1401'],
		find: (row) => (isBackordered(row) ? entered(row, BACKORDERED) : undefined),
	},
	{
		value: 'orderReleaseCreatedOrUpdated',
		name: 'Order Release Created or Updated',
		description: 'A release was created or changed',
		source: 'release',
		stamp: 'Modifyts',
		needs: ['Lockid'],
		find: modified,
	},
	{
		value: 'orderReleased',
		name: 'Order Released',
		description: 'An order was released to a node; one item for each release',
		source: 'release',
		documentKey: 'OrderHeaderKey',
		beside: ['OrderReleaseKey', 'ReleaseNo'],
		stamp: 'Createts',
		find: created,
	},
	{
		value: 'orderUpdated',
		name: 'Order Updated',
		description: 'An order changed after it was created',
		source: 'order',
		stamp: 'Modifyts',
		needs: ['Lockid'],
		find: updated,
	},
	{
		value: 'returnCreated',
		name: 'Return Created',
		description: 'A return was created',
		source: 'return',
		stamp: 'Createts',
		find: created,
	},
	{
		value: 'shipmentCreated',
		name: 'Shipment Created',
		description: 'A shipment was created',
		source: 'shipment',
		stamp: 'Createts',
		find: created,
	},
	{
		value: 'shipmentUpdated',
		name: 'Shipment Updated',
		description: 'A shipment changed after it was created, for example because it was confirmed',
		source: 'shipment',
		stamp: 'Modifyts',
		needs: ['Lockid'],
		find: updated,
	},
];

const CANCELLED = ['9000'];
/** Backordered, and Backordered From Node. */
const BACKORDERED = ['1300', '1400'];

function created(row: Document): Moment {
	return { time: text(row.Createts) };
}

/** Lockid counts the changes of a row, so it distinguishes two changes within a second; it may be missing. */
function modified(row: Document): Moment {
	const time = text(row.Modifyts);
	return { time, version: [instant(time), text(row.Lockid)].filter(Boolean).join('#') };
}

/** Creating a document may stamp it twice within one transaction; that is no update yet. */
function updated(row: Document, { creationGrace }: { creationGrace: number }): Moment | undefined {
	const [from, to] = [secondsOf(row.Createts), secondsOf(row.Modifyts)];
	if (from !== undefined && to !== undefined && to - from <= creationGrace) return undefined;
	return modified(row);
}

/**
 * The last time that some quantity got into one of these statuses, by the status dates of the row: changes
 * afterwards do not move it. Rows without status dates fall back on Modifyts, and may then report the same
 * again when they change.
 */
function entered(row: Document, codes: readonly string[]): Moment {
	const [last] = quantities(row)
		.filter(({ Status }) => isOneOf(Status, codes))
		.map(({ StatusDate }) => text(StatusDate))
		.filter((date) => secondsOf(date) !== undefined)
		.sort((a, b) => secondsOf(b)! - secondsOf(a)!);
	const modifiedAt = text(row.Modifyts);
	if (last === undefined) return { time: modifiedAt };
	// A status date may be given by hand: one in the future must not hold the event back.
	const isAhead = secondsOf(last)! > (secondsOf(modifiedAt) ?? Infinity);
	return { time: isAhead ? modifiedAt : last, version: instant(last) };
}

function isBackordered(row: Document): boolean {
	const statuses = [...quantities(row).map(({ Status }) => Status), row.MinLineStatus, row.MaxLineStatus];
	return statuses.some((status) => isOneOf(status, BACKORDERED));
}

/** The status rows that still hold a quantity. */
function quantities(row: Document): Document[] {
	const statuses = asArray(getPath(row, 'OrderStatuses.OrderStatus') as Document[] | undefined).filter(isElement);
	return statuses.filter(({ StatusQty }) => StatusQty === undefined || Number(StatusQty) > 0);
}

/**
 * Extensions of a status append segments (`1300.10`); codes are compared segment by segment, never as
 * numbers.
 */
function isOneOf(value: unknown, codes: readonly string[]): boolean {
	const status = text(value);
	return codes.some((code) => status === code || status.startsWith(`${code}.`));
}

/** The same text for the same instant, whatever zone a node of the cluster prints. */
function instant(time: string): string {
	const seconds = secondsOf(time);
	return seconds === undefined ? time : sterlingTime(seconds);
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
