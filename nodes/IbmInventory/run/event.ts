import { eventRow, parseEvents, segment, type InventoryEvent } from '../../../clients/inventory';
import type { Row } from '../../../kit/n8n/items';
import type { Work } from '../operation';
import { jsonObject, requiredText } from './values';

/** An event as an item: what it is, the common row where it shows availability, and the raw data where they are wanted. */
export function eventItem(event: InventoryEvent, isSimple: boolean): Row {
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
