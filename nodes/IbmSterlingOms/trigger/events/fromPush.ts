import { isElement, type Document, type Value } from '../../../../kit/xml/document';
import { getPath } from '../../../../kit/xml/path';
import { defined } from '../../../../kit/record';
import { simplify } from '../../documents/shape';
import { EVENT_TABLE } from '../eventTable';
import { eventItem, eventKey, type EventItem } from '../item';
import { KIND_OF, KINDS } from '../kinds';
import { EVENTS, isEvent, type EventName } from '../names';
import { secondsOf, sterlingTime } from '../time';
import { messagesOf, text, type Message, type Received } from './envelope';
import { eventOfId } from './eventIds';
import { NotAnEvent } from './notAnEvent';
import { documentsIn, type Found } from './find';

export type { Received } from './envelope';

interface PushOptions {
	/**
	 * Whether the documents are simplified as the trigger does it; otherwise they keep all that Sterling sent.
	 */
	simplified?: boolean;
	/** The time for events that carry none. */
	now?: Date;
}

/** What each item contains made of: the document that it shows, and the row that says which and when. */
interface Part {
	kind: keyof typeof KINDS;
	document: Document;
	row: Document;
}

/**
 * The items of what Sterling (or something in between) posted to a webhook, in the same shape as the
 * trigger's. Takes the documents of events as JSON or XML, with or without their root element, in wrappers, or as
 * CloudEvents (structured, binary or a batch). Which event it is says YFSTranEventID of the document, or else `?event=`
 * of the address, or else the CloudEvent's type.
 * @throws Error for whatever is not one or more documents of the event's kind, each with a key of its own
 */
export function fromPush(received: Received, { simplified = true, now = new Date() }: PushOptions = {}): EventItem[] {
	return messagesOf(received).flatMap((message, position) => {
		const found = documentsIn(message.value);
		if (found.length === 0) throw nothingIn(message);
		let index = 0;
		return found.flatMap((one) => {
			const event = eventOf(one, received, message);
			return partsOf(one, event).map((part) => {
				const arrival = { now, position: `${position}.${index++}` };
				const { key, time, version } = identify(event, part, message, arrival);
				const shown = simplified ? simplify(part.document, KINDS[KIND_OF[event]].levels.lines) : part.document;
				const beside = event === 'orderReleased' ? besideOrder(part.row) : {};
				return eventItem({ event, eventKey: eventKey(event, key, version), eventTime: time }, { ...shown, ...beside });
			});
		});
	});
}

function eventOf({ document, eventId = '' }: Found, { query = {} }: Received, { type, format }: Message): EventName {
	const asked = query.event;
	if (asked !== undefined && asked !== '' && !isEvent(asked)) {
		throw new Error(`?event= of the address must be one of ${EVENTS.join(', ')}.`);
	}
	const last = type?.split('.').at(-1);
	const event = eventOfId(eventId) ?? (isEvent(asked) ? asked : isEvent(last) ? last : undefined);
	if (!event) {
		const known = eventId || type;
		const given = known ? `"${known.slice(0, 80)}" is not a known event` : 'it names none';
		throw new NotAnEvent(`The ${format} document does not say which event it is (${given})`, {
			webhook: ': add, for example, ?event=orderCreated to the address.',
			queue: ': choose the event in the trigger, or have the sender name it in YFSTranEventID.',
		});
	}
	if (event === 'orderCreated' && document.DocumentType === '0003') return 'returnCreated';
	// Cancelling a part of an order raises the same event; the order's lowest status shows, where it is sent
	// along.
	const lowest = text(document.MinOrderStatus);
	const isPart = event === 'orderCancelled' && lowest !== undefined && !/^9000(\.|$)/.test(lowest);
	return isPart ? 'orderUpdated' : event;
}

/**
 * The parts of the posted document that the event is about.
 * @throws Error where the document has none
 */
function partsOf({ root, document }: Found, event: EventName): Part[] {
	const wanted = KINDS[KIND_OF[event]].inputRoot;
	const own = (name: Part['kind'], found: Document): Part => ({ kind: name, document: found, row: found });
	const parts: Part[] = [];
	if (event === 'orderReleased' && root === 'OrderRelease') {
		parts.push({ kind: 'release', document: orderOf(document), row: document });
	} else if (event === 'orderReleased' && root === 'Order') {
		const releases = rows(document, 'OrderReleases.OrderRelease').map((row) => ({ ...headerOf(document), ...row }));
		parts.push(...releases.map((row): Part => ({ kind: 'release', document, row })));
		if (releases.length === 0) parts.push(own('order', document));
	} else if (root === wanted) {
		parts.push(own(KIND_OF[event], document));
	} else if (wanted === 'OrderLine' && root !== 'Shipment') {
		const header = headerOf(document);
		const lines = rows(document, 'OrderLines.OrderLine');
		const { OrderHeaderKey } = header;
		parts.push(...lines.map((line) => own('line', { OrderHeaderKey, ...line, Order: header })));
	} else if (wanted === 'OrderRelease' && root === 'Order') {
		const releases = rows(document, 'OrderReleases.OrderRelease');
		parts.push(...releases.map((release) => own('release', { ...headerOf(document), ...release })));
	} else if (wanted === 'Order' && root !== 'Shipment') {
		parts.push(own('order', orderOf(document)));
	}
	if (parts.length === 0)
		throw new Error(`The event ${event} needs the element ${wanted}; the ${root} that arrived has none.`);
	return parts;
}

/** The order that a release or line belongs to, as far as it is sent along. */
function orderOf(document: Document): Document {
	return { ...headerOf(document), ...(isElement(document.Order) ? document.Order : {}) };
}

function headerOf(document: Document): Document {
	const { OrderHeaderKey = '', OrderNo = '', EnterpriseCode = '', DocumentType = '' } = document;
	return { OrderHeaderKey, OrderNo: OrderNo || document.SalesOrderNo || '', EnterpriseCode, DocumentType };
}

function besideOrder({ OrderReleaseKey, ReleaseNo }: Document): Document {
	return defined({ OrderReleaseKey, ReleaseNo });
}

function rows(document: Document, path: string): Document[] {
	const found = getPath(document, path) as Value | undefined;
	return (Array.isArray(found) ? found : [found]).filter(isElement);
}

/** The key of the document, the time of the event, and what distinguishes this occurrence from others. */
function identify(event: EventName, part: Part, message: Message, arrival: { now: Date; position: string }) {
	const { row, kind } = part;
	const key = text(row[KINDS[kind].key]) ?? naturalKey(part) ?? idOf(message, arrival.position);
	if (key === undefined) {
		const { inputRoot, key: primary } = KINDS[kind];
		throw new Error(
			`The ${message.format} document ${inputRoot} has no ${primary} and nothing else that identifies it.`,
		);
	}
	const definition = EVENT_TABLE.find(({ value }) => value === event)!;
	// An order that was released does not say when; its own times are those of the order.
	const isSilent = event === 'orderReleased' && kind === 'order';
	const seen = isSilent ? undefined : definition.find(row, { creationGrace: -1 });
	const isOnce = definition.stamp === 'Createts' && !isSilent;
	if (seen && secondsOf(seen.time) !== undefined) {
		const version = seen.version ?? sterlingTime(secondsOf(seen.time)!);
		return { key, time: seen.time, version: isOnce ? undefined : version };
	}
	const sent = secondsOf(message.time);
	const time = sterlingTime(sent ?? Math.floor(arrival.now.getTime() / 1000));
	const messageId = message.id ?? (sent === undefined ? `${arrival.now.getTime()}.${arrival.position}` : undefined);
	return { key, time, version: isOnce ? undefined : [time, messageId].filter(Boolean).join('#') };
}

/** What people call the document by, complete: half of it would be shared with others. */
function naturalKey({ kind, row }: Part): string | undefined {
	const { EnterpriseCode, SellerOrganizationCode, DocumentType, ShipNode } = row;
	const order = kind === 'line' && isElement(row.Order) ? row.Order : row;
	const numbers: Record<Part['kind'], Array<Value | undefined>> = {
		order: [order.OrderNo],
		return: [order.OrderNo],
		release: [order.OrderNo || order.SalesOrderNo, row.ReleaseNo],
		line: [order.OrderNo, row.PrimeLineNo, row.SubLineNo ?? '1'],
		shipment: [row.ShipmentNo],
	};
	const known = numbers[kind].map(text);
	if (known.includes(undefined)) return undefined;
	const around =
		kind === 'shipment'
			? [EnterpriseCode ?? SellerOrganizationCode, ShipNode]
			: [order.EnterpriseCode ?? EnterpriseCode, order.DocumentType ?? DocumentType];
	return [...around.map(text), ...known].filter(Boolean).join('/');
}

function idOf({ id }: Message, position: string): string | undefined {
	return id && (position === '0.0' ? id : `${id}#${position}`);
}

function nothingIn({ value, format }: Message): Error {
	const names = isElement(value) ? Object.keys(value).slice(0, 3).join(', ').slice(0, 80) : '';
	const what = names === '' ? '' : ` (it has ${names})`;
	return new Error(
		`The ${format} document${what} contains no Order, OrderRelease, OrderLine or Shipment with a key or number.`,
	);
}
