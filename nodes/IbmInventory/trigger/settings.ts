import type { Parameters } from '../../../kit/n8n/parameters';

/** What the trigger's parameters say of the events. */
export interface Settings {
	/** The kinds of events that start the workflow. */
	kinds: readonly string[];
	isSimple: boolean;
	dropOlder: boolean;
	/** How many events and items are remembered. */
	keep: number;
}

/** @throws Refusal for what cannot be used, such as a kind of event that does not exist: it would never come */
export function readSettings(parameters: Parameters): Settings {
	const kinds = parameters.names('events');
	if (kinds.length === 0) parameters.refuseEmpty('events', 'Choose at least one event.');
	return {
		kinds,
		isSimple: parameters.flag('simplify', true),
		dropOlder: parameters.flag('options.dropOlder'),
		keep: parameters.number('options.remember'),
	};
}

/** How long a token lasts that the trigger issues. @throws Refusal for what is no number of hours */
export const tokenSecondsOf = (parameters: Parameters): number => 3600 * parameters.number('options.tokenHours');
