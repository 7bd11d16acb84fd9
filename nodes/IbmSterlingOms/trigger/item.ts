import type { Document } from '../../../kit/xml/document';
import type { EventName } from './names';

/** What the trigger and the push template put out: which event, then the document in Sterling's own names. */
export type EventItem = Document & { event: EventName; eventKey: string; eventTime: string };

/**
 * Names one occurrence permanently: the same one never has two names, two never share one. `key` is the primary key of
 * the document, `version` distinguishes what may happen to it more than once.
 */
export function eventKey(event: EventName, key: string, version?: string): string {
	return version ? `${event}:${key}:${version}` : `${event}:${key}`;
}

/**
 * The item of an event. Sterling's attributes begin with a capital, so the three members of the event
 * stand beside the document without a clash.
 */
export function eventItem(event: Pick<EventItem, 'event' | 'eventKey' | 'eventTime'>, document: Document): EventItem {
	const { event: name, eventKey: key, eventTime } = event;
	return { event: name, eventKey: key, eventTime, ...document } as EventItem;
}
