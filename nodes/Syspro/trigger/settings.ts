import type { ChangeOptions, Kind } from '../../../clients/syspro';
import { dayIn } from '../../../kit/n8n/instant';
import type { Parameters } from '../../../kit/n8n/parameters';
import { conditionsIn } from '../run/conditions';
import { optionalCode, statusesIn } from '../run/input';
import { DEFAULTS } from './properties';

/** Everything that the node's parameters say about a poll. */
export interface Settings {
	kind: Kind;
	changes: ChangeOptions;
	/** What is watched, as the cursor belongs to it: with another choice the trigger begins again. */
	choice: string;
}

/** @throws Refusal for parameters that are missing, no numbers or no choices */
export function readSettings(parameters: Parameters): Settings {
	const kind = parameters.choice('event', 'purchaseOrder') as Kind;
	const changes: ChangeOptions = {
		query: {
			statuses: statusesIn(parameters, kind),
			supplier: optionalCode(parameters, 'options.supplier'),
			customer: optionalCode(parameters, 'options.customer'),
			conditions: conditionsIn(parameters, 'options.conditions'),
		},
		overlapDays: parameters.number('options.overlapDays', DEFAULTS.overlapDays, { min: 1 }),
		reportsExisting: parameters.choice('options.startWith', 'new') === 'existing',
		startDate: dayIn(parameters, 'options.startDate'),
		withChanged: parameters.choice('startOn', 'all') !== 'new',
		limit: parameters.number('options.recordsPerPoll', DEFAULTS.recordsPerPoll, { min: 1 }),
	};
	return { kind, changes, choice: kind };
}
