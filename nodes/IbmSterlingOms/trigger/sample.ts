import type { SterlingClient } from '../../../clients/oms/client';
import { itemsOf } from './documents';
import type { EventItem } from './item';
import { eventsOf, type Occurrence } from './occurrence';
import { recentRows, type Reading } from './query';
import type { Settings } from './settings';

/** Rows that are looked through, newest first, and items that are shown of each event. */
const ROWS = 50;
const ITEMS_PER_EVENT = 3;

/**
 * Recent examples of each event, for trying the workflow out: the newest documents that show it, whenever it
 * happened. Reads no cursor and moves none. Empty where no recent document shows any of the events.
 */
export async function sample(client: SterlingClient, { readings, outputs }: Settings): Promise<EventItem[]> {
	const found = await Promise.all(readings.map((reading) => recent(client, reading)));
	return await itemsOf(client, found.flat(), outputs);
}

async function recent(client: SterlingClient, reading: Reading): Promise<Occurrence[]> {
	const rows = await recentRows(client, reading, ROWS);
	const found = rows.flatMap((row) => eventsOf(row, reading));
	return reading.events.flatMap(({ value }) =>
		found.filter(({ definition }) => definition.value === value).slice(0, ITEMS_PER_EVENT),
	);
}
