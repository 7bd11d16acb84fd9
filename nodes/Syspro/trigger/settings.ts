import type { ChangeOptions, Kind } from '../../../clients/syspro';
import type { Parameters } from '../../../kit/n8n/parameters';
import { conditionsIn } from '../run/conditions';
import { choicesIn, dayIn, optionalCode } from '../run/input';
import { DEFAULTS } from './properties';

/** Everything that the node's parameters say about a poll. */
export interface Settings {
	kind: Kind;
	changes: ChangeOptions;
	/** What is watched, as the cursor belongs to it: with another choice the trigger begins again. */
	choice: string;
}

const WITH_STATUS = ['purchaseOrder', 'dispatchNote'];

/** @throws Refusal for parameters that are missing or no numbers */
export function readSettings(parameters: Parameters): Settings {
	const kind = (parameters.text('event') || 'purchaseOrder') as Kind;
	const changes: ChangeOptions = {
		query: {
			...(WITH_STATUS.includes(kind) ? { statuses: choicesIn(parameters, 'statuses') ?? [] } : {}),
			supplier: optionalCode(parameters, 'options.supplier'),
			customer: optionalCode(parameters, 'options.customer'),
			conditions: conditionsIn(parameters, 'options.conditions'),
		},
		overlapDays: parameters.number('options.overlapDays', DEFAULTS.overlapDays, { min: 1 }),
		reportsExisting: parameters.option<string>('options', 'startWith', 'new') === 'existing',
		startDate: dayIn(parameters, 'options.startDate'),
		withChanged: parameters.text('startOn') !== 'new',
		limit: parameters.number('options.recordsPerPoll', DEFAULTS.recordsPerPoll, { min: 1 }),
	};
	return { kind, changes, choice: kind };
}
