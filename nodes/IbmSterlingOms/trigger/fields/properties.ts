import type { INodeProperties } from 'n8n-workflow';

import { options } from '../../../../kit/n8n/fields/basic';
import { conditions } from '../../fields/filters';
import { emptyFilters } from '../../../../kit/n8n/emptyFilters';
import { output } from '../../fields/output';
import { EVENT_TABLE } from '../eventTable';
import { filters } from './filters';

/** Output level at which no documents are read. */
export const EVENT_ONLY = 'event';

/** What the options are where the user leaves them out. */
export const DEFAULTS = {
	creationGrace: 2,
	eventsPerPoll: 1000,
	lag: 30,
	overlap: 180,
	queryTimeout: 60,
	readFromHistory: 'N',
};

const LEVELS = [
	{ name: 'With Lines', value: 'lines', description: 'The document with lines and addresses' },
	{
		name: 'Event Only',
		value: EVENT_ONLY,
		description: 'Keys, numbers, status and time of the event. No further reads.',
	},
	{ name: 'Everything', value: 'everything', description: 'The document as Sterling returns it' },
];

const option = (
	displayName: string,
	name: keyof typeof DEFAULTS,
	description: string,
	minValue = 0,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue },
	default: DEFAULTS[name],
	description,
});

const rare: INodeProperties[] = [
	option(
		'Creation Grace (Seconds)',
		'creationGrace',
		'How long after a creation changes still count as part of it, not as an update. Raise this if creating takes longer.',
	),
	option(
		'Events per Poll',
		'eventsPerPoll',
		'Maximum number of events per poll. The rest follows with the next poll, in the same order.',
		1,
	),
	option('Lag (Seconds)', 'lag', 'How long an event is held back so that its transaction can complete'),
	option(
		'Overlap (Seconds)',
		'overlap',
		'How far each poll looks back before the previous one. Lag plus overlap is the longest transaction whose events are not missed.',
	),
	option('Query Timeout (Seconds)', 'queryTimeout', 'Time after which Sterling cancels the query', 1),
	{
		displayName: 'Read From',
		name: 'readFromHistory',
		type: 'options',
		default: DEFAULTS.readFromHistory,
		options: [
			{ name: 'Current and History', value: 'B', description: 'Slower, but finds old documents as well' },
			{ name: 'Current Only', value: 'N', description: 'Documents that Sterling has not moved' },
		],
		description: 'Where to look for orders and returns. Sterling moves old ones to history tables.',
	},
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'dateTime',
		default: '',
		description: 'Time from which a new trigger returns events. Leave empty to start now. Has no effect later.',
	},
	emptyFilters,
];

/** The parameters of the trigger. n8n adds the poll times. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: [],
		options: EVENT_TABLE.map(({ name, value, description }) => ({ name, value, description })),
		description: 'Events that start the workflow',
	},
	filters(),
	conditions('Extn.ExtnChannel').property,
	...output(LEVELS, { stored: false, plain: [EVENT_ONLY] }).map(({ property }) => property),
	options(...rare).property,
];
