import type { Message } from '../../../clients/mq';
import { ServiceError } from '../../../kit/errors';
import type { Row } from '../../../kit/n8n/items';
import { fromQueue } from '../../IbmSterlingOms/trigger/events/fromQueue';
import { bodyText, described, itemOf, withoutNuls, type MessageItem } from '../run/item';
import type { Settings } from './settings';

/** A message that cannot be made into items: no later attempt will do better. */
export class Unreadable extends Error {
	constructor(
		message: string,
		/** What to do about it. */
		readonly hint?: string,
	) {
		super(message);
	}
}

/**
 * The items that a message starts the workflow with: one, or one for each document of an event.
 * @throws Unreadable where it is not what the settings ask for
 */
export function itemsOf(message: Message, settings: Settings): MessageItem[] {
	// Its body is not what the application has put.
	if (message.problem) throw unreadable(message.problem);
	try {
		return settings.output === 'event' ? eventsOf(message, settings) : [labelled(message, settings)];
	} catch (error) {
		throw unreadable(error as Error);
	}
}

const unreadable = (error: Error): Unreadable =>
	new Unreadable(error.message, error instanceof ServiceError ? error.hint : undefined);

/**
 * Events as the OMS trigger puts them out; what the queue manager says stands beside them under `message`, so that a
 * workflow can be fed by either.
 */
function eventsOf(message: Message, { event, simplified }: Settings): MessageItem[] {
	const { properties, descriptor } = message;
	const { messageId: id, putAt: time } = descriptor;
	const found = fromQueue(withoutNuls(bodyText(message)), { id, time, properties, event }, simplified);
	const about = described(message);
	return found.map((item) => ({ row: { ...(item as Row), message: about } }));
}

function labelled(message: Message, { content, event }: Settings): MessageItem {
	const { row, file } = itemOf(message, content);
	return { row: event === undefined || row.event !== undefined ? row : { ...row, event }, file };
}
