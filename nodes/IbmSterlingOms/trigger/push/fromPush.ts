import type { Document, Value } from '../../../../kit/xml/document';
import { getPath, isElement } from '../../../../kit/n8n/path';
import { simplify } from '../../documents/shape';
import { eventOfId } from './eventIds';
import { eventItem, eventKey, type EventItem } from '../item';
import { KIND_OF, KINDS, type Kind } from '../kinds';
import { isEvent, type EventName } from '../names';
import { secondsOf, sterlingTime } from '../time';

/** What a webhook of n8n receives: an item of its Webhook node. */
export interface Received {
	body?: unknown;
	headers?: Record<string, unknown>;
	query?: Record<string, unknown>;
}

interface PushOptions {
	/**
	 * Whether the documents are simplified as the trigger does it; otherwise they stay as Sterling sent them.
	 */
	simplified?: boolean;
	/** The time for events that carry none. */
	now?: Date;
}

/** One message: the document that Sterling sent, and what its envelope says about it. */
interface Message {
	data: Document;
	type?: string;
	time?: string;
	id?: string;
}

/**
 * The items of what Sterling (or something in between) posted to a webhook, in the same shape as the
 * trigger's. Takes the document of an event as JSON with its root element, bare or as a CloudEvent
 * (structured, binary or a batch). Which event it is says YFSTranEventID of the document, or else `?event=`
 * of the address, or else the CloudEvent's type.
 * @throws Error for a body that is no JSON document, and for one that does not tell which event it is
 */
export function fromPush(received: Received, { simplified = true, now = new Date() }: PushOptions = {}): EventItem[] {
	return messagesOf(received).flatMap((message) => {
		const { root, document } = rooted(message.data);
		const event = eventOf(document, received, message);
		const kind = KINDS[KIND_OF[event]];
		return documentsOf(root, document, kind).map((found) => {
			const key = keyOf(found, kind, message);
			const time = timeOf(event, found, message) ?? sterlingTime(Math.floor(now.getTime() / 1000));
			const version = happensOnce(event) ? undefined : sterlingTime(secondsOf(time)!);
			const shown = simplified ? simplify(found, kind.levels.lines) : found;
			return eventItem({ event, eventKey: eventKey(event, key, version), eventTime: time }, shown);
		});
	});
}

function messagesOf({ body, headers = {} }: Received): Message[] {
	const content = parsed(body);
	const messages = Array.isArray(content) ? content : [content];
	return messages.map((message) => {
		if (!isElement(message)) throw new Error('The body is no JSON document');
		if (message.specversion === undefined) {
			return {
				data: message,
				type: text(headers['ce-type']),
				time: text(headers['ce-time']),
				id: text(headers['ce-id']),
			};
		}
		const data = parsed(message.data ?? decoded(message.data_base64));
		if (!isElement(data)) throw new Error('The CloudEvent has no JSON document as its data');
		return {
			data: data as Document,
			type: text(message.type),
			time: text(message.time),
			id: text(message.id),
		};
	});
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	if (value.trim().startsWith('<')) {
		throw new Error('The body is XML: let Sterling send JSON, or put an XML node in front (without explicit arrays)');
	}
	try {
		return JSON.parse(value);
	} catch {
		throw new Error('The body is no JSON document');
	}
}

function decoded(base64: unknown): string {
	return Buffer.from(String(base64 ?? ''), 'base64').toString('utf8');
}

/** Sterling keeps the root element of an event's document under its name (captured). */
function rooted(data: Document): { root: string; document: Document } {
	const roots = new Set(Object.values(KINDS).map(({ list }) => list));
	const named = Object.entries(data).find(([name, value]) => roots.has(name) && isElement(value));
	if (named)
		return {
			root: named[0],
			document: { YFSTranEventID: data.YFSTranEventID ?? '', ...(named[1] as Document) },
		};
	const byKey = [KINDS.shipment, KINDS.release, KINDS.line, KINDS.order].find(({ key }) => data[key] !== undefined);
	return { root: byKey?.list ?? '', document: data };
}

function eventOf(document: Document, { query = {} }: Received, { type }: Message): EventName {
	const id = text(document.YFSTranEventID) ?? '';
	const named = [query.event, type?.split('.').at(-1)].find(isEvent) as EventName | undefined;
	const event = eventOfId(id) ?? named;
	if (!event) {
		const found = id || type ? `"${id || type}" is none that is known` : 'it names none';
		throw new Error(
			`The document does not tell its event (${found}): add ?event=orderCreated or the like to the address`,
		);
	}
	if (event === 'orderCreated' && document.DocumentType === '0003') return 'returnCreated';
	// Cancelling a part of an order raises the same event; the order's lowest status tells, where it is sent
	// along.
	const lowest = text(document.MinOrderStatus);
	const isPart = event === 'orderCancelled' && lowest !== undefined && !/^9000(\.|$)/.test(lowest);
	return isPart ? 'orderUpdated' : event;
}

/** The documents that the event is about: the posted one, or those of its parts that the event tells of. */
function documentsOf(root: string, document: Document, { list }: Kind): Document[] {
	if (root === list || root === '') return [document];
	const { OrderHeaderKey = '', OrderNo = '', EnterpriseCode = '', DocumentType = '' } = document;
	const header = {
		OrderHeaderKey,
		OrderNo: OrderNo || document.SalesOrderNo || '',
		EnterpriseCode,
		DocumentType,
	};
	if (list === 'OrderLine') {
		return rows(document, 'OrderLines.OrderLine').map((line) => ({ OrderHeaderKey, ...line, Order: header }));
	}
	if (list === 'OrderRelease' && root === 'Order') return rows(document, 'OrderReleases.OrderRelease');
	if (list === 'Order') return [{ ...header, ...(isElement(document.Order) ? document.Order : {}) }];
	return [document];
}

function rows(document: Document, path: string): Document[] {
	const found = getPath(document, path) as Value | undefined;
	return (Array.isArray(found) ? found : [found]).filter(isElement);
}

function keyOf(document: Document, { key }: Kind, { id }: Message): string {
	const natural = [document.EnterpriseCode, document.OrderNo ?? document.ShipmentNo].filter(Boolean).join('/');
	return text(document[key]) ?? (natural || id || '');
}

function happensOnce(event: EventName): boolean {
	return event.endsWith('Created');
}

function timeOf(event: EventName, document: Document, { time }: Message): string | undefined {
	const stamps = happensOnce(event) ? [document.Createts] : [document.Modifyts];
	const sent = secondsOf(time);
	const [stamp] = stamps.map(text).filter((value) => secondsOf(value) !== undefined);
	return stamp ?? (sent === undefined ? undefined : sterlingTime(sent));
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
