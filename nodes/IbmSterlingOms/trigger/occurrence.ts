import { ServiceError } from '../../../kit/errors';
import type { Document } from '../../../kit/xml/document';
import type { EventDefinition } from './eventTable';
import { eventKey, type EventItem } from './item';
import type { Source } from './sources';
import { secondsOf } from './time';

/** Something that happened to a row of Sterling, with the row that shows it. */
export interface Occurrence {
	/** The `eventKey` of its item. */
	name: string;
	/** Seconds since 1970. */
	at: number;
	/** When, as Sterling printed it. */
	time: string;
	/** Primary key of the row. */
	key: string;
	definition: EventDefinition;
	row: Document;
}

/** What a source and its events are, and how long a change still belongs to the creation (seconds). */
interface Wanted {
	source: Source;
	events: readonly EventDefinition[];
	creationGrace: number;
}

/**
 * Everything that a row shows, whenever it happened.
 * @throws ServiceError `badAnswer` for a row without a time that can be relied on
 */
export function eventsOf(row: Document, { source, events, creationGrace }: Wanted): Occurrence[] {
	const key = row[source.key] as string;
	const happened: Occurrence[] = [];
	for (const definition of events) {
		const found = definition.find(row, { creationGrace });
		if (!found) continue;
		const { time, version } = found;
		const at = secondsOf(time);
		if (at === undefined) throw unreadable(definition, time);
		happened.push({ name: eventKey(definition.value, key, version), at, time, key, definition, row });
	}
	return happened;
}

/** What the item of an occurrence begins with: its document comes behind. */
export function headOf({ definition, name, time }: Occurrence): EventItem {
	return { event: definition.value, eventKey: name, eventTime: time };
}

function unreadable({ name, stamp }: EventDefinition, time: string): ServiceError {
	const found = time === '' ? 'no time' : `"${time}"`;
	const message = `${name} needs the ${stamp} of a row, and Sterling returned ${found}.`;
	const hint = 'The login may not be allowed to read this attribute, or Sterling returns times without their offset.';
	return new ServiceError('badAnswer', message, { hint });
}
