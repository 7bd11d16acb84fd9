import type { SterlingClient } from '../../../../clients/oms/client';
import { asArray, isElement, type Document, type Value } from '../../../../kit/xml/document';
import type { EventItem } from '../events/item';
import { itemsOf } from './documents';
import { callFor, sightingsOf, type Reading, type Told } from './read';
import type { Settings } from './pollOnce';

/** Rows that are looked through, newest first, and items that are shown of each event. */
const ROWS = 50;
const ITEMS_PER_EVENT = 3;

/**
 * Recent examples of each event, for trying the workflow out: the newest documents that show it, whenever it
 * happened. Reads no cursor and moves none. Empty where no recent document shows any of the events.
 */
export async function sample(client: SterlingClient, { readings, outputs }: Settings): Promise<EventItem[]> {
	const told = await Promise.all(readings.map((reading) => recent(client, reading)));
	return await itemsOf(client, told.flat(), outputs);
}

async function recent(client: SterlingClient, reading: Reading): Promise<Told[]> {
	const { list, key } = reading.source;
	const call = callFor(reading, []);
	const newest: Document = {
		OrderBy: { Attribute: [{ Name: key, Desc: 'Y' }] },
		MaximumRecords: String(ROWS),
	};
	const { document } = await client.send({ ...call, input: { ...call.input, ...newest } });
	const rows = asArray(document[list] as Value | Value[] | undefined).filter(isElement);
	const told = rows.flatMap((row) => sightingsOf(row, reading));
	return reading.events.flatMap(({ value }) =>
		told.filter(({ occurrence }) => occurrence.event === value).slice(0, ITEMS_PER_EVENT),
	);
}
