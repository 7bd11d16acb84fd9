import { eventRow, parseEvents, segment, type InventoryEvent } from '../../../clients/inventory';
import { ServiceError } from '../../../kit/errors';
import type { Row } from '../../../kit/n8n/items';
import type { Work } from '../operation';
import { jsonObject, requiredText } from './values';

/**
 * An event as an item: what it is, the common row where it shows availability, and the raw data where they are wanted.
 * One that cannot be read is passed on with what is wrong with it: it must not spoil the others, and IBM would send it
 * again and again.
 */
export function eventItem(event: InventoryEvent, isSimple: boolean): Row {
	try {
		return readItem(event, isSimple);
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		const { id: eventId, type, kind, time, data: raw } = event;
		return { event: kind, problem: error.message, eventId, type, time, raw };
	}
}

function readItem(event: InventoryEvent, isSimple: boolean): Row {
	const { id, type, kind, time, data } = event;
	const row = eventRow(event);
	if (row && isSimple) return { event: kind, ...row, eventId: id };
	if (isSimple) return { event: kind, ...data, eventId: id };
	return { event: kind, ...row, eventId: id, type, time, raw: data };
}

export const parse: Work = {
	run: async ({ parameters }) => {
		const given = parameters.raw('events');
		if (given === undefined || given === '') throw new TypeError('Events is empty');
		return parseEvents(given).map((event) => eventItem(event, parameters.raw('simplify') !== false));
	},
};

/** The verb is inferred. Asked for twice, it sends the same figures twice, which harms nobody. */
export const requestSnapshot: Work = {
	call: (context) => ({
		service: 'inventory',
		method: 'POST',
		path: `v1/configuration/events/${segment(requiredText(context, 'eventId', 'Event ID'))}/publish_all`,
		kind: 'keyed',
		body: jsonObject(context.parameters.option<unknown>('options', 'body', undefined), 'Body'),
	}),
	rows: (_body, context) => [{ eventId: requiredText(context, 'eventId', 'Event ID'), requested: true }],
};
