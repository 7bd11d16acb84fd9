import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parseEvents, type EventKind } from '../../../clients/inventory';
import { eventItem } from '../../../nodes/IbmInventory/run/event';
import { properties } from '../../../nodes/IbmInventory/trigger/properties';

const page = readFileSync(resolve(__dirname, '../../../docs/inventory-visibility.md'), 'utf8');
const pairs = [...page.matchAll(/<!-- event -->\n```json\n([^`]+)```\n\n```json\n([^`]+)```/g)].map(
	([, raw, item]): [string, string] => [raw, item],
);
const [, kinds] = properties.flatMap(({ name, options = [] }) => (name === 'events' ? [name, options] : [])) as [
	string,
	Array<{ value: EventKind }>,
];

test.each(pairs)('the event becomes the item: %s', (raw, item) => {
	const [event] = parseEvents(raw);
	expect(eventItem(event, true)).toMatchObject(JSON.parse(item) as object);
});

test('every event of the trigger has an example, or is named beside one', () => {
	const shown = pairs.map(([, item]) => (JSON.parse(item) as { event: EventKind }).event);
	const snapshots: EventKind[] = ['nodeSnapshot', 'networkSnapshot', 'supplySnapshot', 'demandSnapshot'];
	expect([...shown, ...snapshots].sort()).toEqual(kinds.map(({ value }) => value).sort());
});
