import { EVENT_TABLE } from '../../nodes/IbmSterlingOms/trigger/eventTable';
import { table } from './markdown';

/** One row an event of the trigger. */
export function eventsOverview(): string {
	const byName = [...EVENT_TABLE].sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return table(
		['Event', 'When'],
		byName.map(({ name, description }) => [`**${name}**`, description]),
	);
}
