import type { Document } from '../../../../kit/xml/document';
import type { EventName } from './names';

/** Something that happened in Sterling. */
export interface Occurrence {
	event: EventName;
	/** Primary key of the document it happened to. */
	key: string;
	/** When, as Sterling printed it. */
	time: string;
	/** Tells apart what may happen to one document more than once; absent where it happens only once. */
	version?: string;
}

/** What the trigger and the push template put out: which event, then the document in Sterling's own names. */
export type EventItem = Document & { event: EventName; eventKey: string; eventTime: string };

/** Names one occurrence for good: the same one never has two names, two never share one. */
export function eventKey({ event, key, version }: Occurrence): string {
	return [event, key, version].filter(Boolean).join(':');
}

/**
 * The item of an occurrence. Sterling's attributes begin with a capital, so the three members of the event
 * stand beside the document without a clash.
 */
export function eventItem(occurrence: Occurrence, document: Document): EventItem {
	return {
		event: occurrence.event,
		eventKey: eventKey(occurrence),
		eventTime: occurrence.time,
		...document,
	} as EventItem;
}
