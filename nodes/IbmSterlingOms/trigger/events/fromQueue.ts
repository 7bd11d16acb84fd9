import { normalise } from '../../../../clients/oms/normalise';
import { isElement, type Value } from '../../../../kit/xml/document';
import type { EventItem } from '../item';
import { read, text as filled } from './envelope';
import { eventOfId } from './eventIds';
import { fromPush } from './fromPush';
import { NotAnEvent } from './notAnEvent';

/** The attribute, and the message property, that names Sterling's own event. */
const EVENT_ID = 'YFSTranEventID';

type Properties = Readonly<Record<string, unknown>>;

/** What is known of a message beside its text. */
interface About {
	/** Its ID, which stays the same when it is delivered again. */
	id: string;
	/** When it was put: ISO 8601, empty where unknown. */
	time: string;
	properties: Properties;
	/** The event of a document that names none. */
	event?: string;
}

/**
 * The items of the event document of a message, in the same shape as the trigger's and the push template's: a workflow
 * can be fed by any of them. Which event it is says YFSTranEventID of the document, or else of the properties, or else
 * the queue.
 * @throws Error for whatever is not one or more documents of the event's kind, each with a key of its own
 */
export function fromQueue(body: string, { id, time, properties, event }: About, simplified: boolean): EventItem[] {
	const named = eventOfId(idIn(properties) ?? '') ?? event;
	try {
		return fromPush(
			{ body, query: named ? { event: named } : {}, headers: { 'ce-id': id, 'ce-time': time } },
			{ simplified },
		);
	} catch (error) {
		throw error instanceof NotAnEvent ? new Error(error.ofQueue) : error;
	}
}

/** The document in a text of XML or JSON, in the form of a response; undefined where it is neither. */
export function documentIn(given: string): Value | undefined {
	try {
		const value = read(given)?.value;
		return value === undefined ? undefined : normalised(value);
	} catch {
		return undefined;
	}
}

/** The event of a document or its message: the name that it has here, or else the one that Sterling gave it. */
export function eventIn(value: Value | undefined, properties: Properties): string | undefined {
	const roots = isElement(value) ? [value, ...Object.values(value)] : [];
	const inDocument = roots.filter(isElement).map((element) => filled(element[EVENT_ID]));
	const id = inDocument.find((one) => one !== undefined) ?? idIn(properties);
	return id === undefined ? undefined : (eventOfId(id) ?? id);
}

const idIn = (properties: Properties): string | undefined => filled(properties[EVENT_ID]);

/** Lists of each document are arrays, as in a response. */
function normalised(value: Value): Value {
	if (!isElement(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([root, member]) => [root, isElement(member) ? normalise(member, root) : member]),
	);
}
