import { eventRow, parseEvents, segment, type InventoryEvent } from '../../../clients/inventory';
import { ServiceError } from '../../../kit/errors';
import type { Row } from '../../../kit/n8n/items';
import type { Work } from '../operation';
import { jsonObject } from './values';

/**
 * An event as an item: what it is, the common row where it shows availability, and the raw data where they are wanted.
 * One that cannot be read is passed on with what is wrong with it: it must not spoil the others, and IBM would send it
 * again and again.
 */
export function eventItem(event: InventoryEvent, isSimple: boolean): Row {
	if (event.unread) return unreadItem(event, event.unread);
	try {
		return readItem(event, isSimple);
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return unreadItem(event, { problem: error.message, raw: event.data });
	}
}

function unreadItem(
	{ id: eventId, type, kind, time }: InventoryEvent,
	{ problem, raw }: { problem: string; raw: unknown },
): Row {
	return { event: kind, problem, eventId, type, time, raw };
}

function readItem(event: InventoryEvent, isSimple: boolean): Row {
	const { id, type, kind, time, data } = event;
	const row = eventRow(event);
	if (row && isSimple) return { event: kind, ...row, eventId: id };
	if (isSimple) return { event: kind, ...data, eventId: id };
	return { event: kind, ...row, eventId: id, type, time, raw: data };
}

export const parse: Work = {
	run: async ({ parameters, hint }) => {
		const given = parameters.raw('events');
		if (given === undefined || given === '')
			parameters.refuseEmpty('events', 'Provide the body of the request from IBM.');
		const items = parseEvents(given).map((event) => eventItem(event, parameters.flag('simplify', true)));
		if (items.some(({ problem }) => problem !== undefined))
			hint('Some events cannot be read: see "problem" and "raw".');
		return items;
	},
};

/** The verb is inferred. Asked for twice, it sends the same figures twice, which harms nobody. */
export const requestSnapshot: Work = {
	call: (context) => ({
		service: 'inventory',
		method: 'POST',
		path: `v1/configuration/events/${segment(context.parameters.requiredText('eventId'))}/publish_all`,
		kind: 'keyed',
		body: jsonObject(context, 'options.body'),
	}),
	rows: (_body, context) => [{ eventId: context.parameters.requiredText('eventId'), requested: true }],
};
