import type { INodeProperties } from 'n8n-workflow';

import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { choice, date, flag, group, number, shownFor } from '../../../kit/n8n/fields/basic';
import { conditions } from '../fields/conditions';
import { output } from '../fields/edi';
import { customer, supplier } from '../fields/locators';
import { statuses } from '../fields/statuses';

/** What the options are where the user leaves them out. */
export const DEFAULTS = { overlapDays: 2, recordsPerPoll: 100 };

const OUTPUTS = { purchaseOrder: '850', invoice: '810', dispatchNote: '856' } as const;

/** The output of an event, under the conditions of its own. */
const outputOf = (event: keyof typeof OUTPUTS): INodeProperties[] =>
	output(OUTPUTS[event]).map(({ property }) => ({
		...property,
		displayOptions: { show: { ...property.displayOptions?.show, event: [event] } },
	}));

const simple: INodeProperties = shownFor(
	{ event: ['supplier', 'customer'] },
	flag('Simplify', 'simplify', 'Whether to return a simplified version of the response instead of the raw data', {
		default: true,
	}),
);

/** The parameters of the trigger. n8n adds the poll times. */
export const properties: INodeProperties[] = [
	{
		displayName:
			'SYSPRO keeps dates without a time, so each poll reads the last days again and returns what is new. Poll every 5 to 15 minutes: more frequent polls only use license seats and database time.',
		name: 'intervalNotice',
		type: 'notice',
		default: '',
	},
	choice('Event', 'event', 'What starts the workflow', [
		{ name: 'Purchase Order', value: 'purchaseOrder', description: 'New or changed, in the statuses below' },
		{ name: 'Customer', value: 'customer', description: 'New or changed' },
		{ name: 'Dispatch Note', value: 'dispatchNote', description: 'New or changed, in the statuses below' },
		{ name: 'Invoice or Credit Note', value: 'invoice', description: 'New or changed' },
		{ name: 'Supplier', value: 'supplier', description: 'New or changed' },
	]),
	choice('Start On', 'startOn', 'Records that start the workflow', [
		{ name: 'New and Changed', value: 'all' },
		{ name: 'New Only', value: 'new' },
	]),
	shownFor({ event: ['purchaseOrder'] }, statuses('purchaseOrder')),
	shownFor({ event: ['dispatchNote'] }, statuses('dispatchNote')),
	...outputOf('purchaseOrder'),
	...outputOf('invoice'),
	...outputOf('dispatchNote'),
	simple,
	group('Options', 'options', 'Add Option', 'Which records to look at, and how far back', [
		conditions('Further conditions on columns of the main table'),
		emptyFilters,
		filter(
			customer('Customer whose documents start the workflow', { required: false }),
			'documents of all customers would start the workflow',
		),
		number(
			'Overlap (Days)',
			'overlapDays',
			'How many days back documents may be dated. Each poll reads these days again.',
			{ typeOptions: { minValue: 1 }, default: DEFAULTS.overlapDays },
		),
		number(
			'Records per Poll',
			'recordsPerPoll',
			'Maximum number of records per poll. The rest follows with the next poll.',
			{ typeOptions: { minValue: 1 }, default: DEFAULTS.recordsPerPoll },
		),
		choice('Start With', 'startWith', 'Which records a new trigger returns first', [
			{ name: 'New Records', value: 'new' },
			{
				name: 'Records That Already Exist',
				value: 'existing',
				description: 'From Start Date on, or within the overlap',
			},
		]),
		filter(
			date('Start Date', 'startDate', 'First day of the existing records to return'),
			'only existing records within the overlap would be returned',
		),
		filter(
			supplier('Supplier whose documents start the workflow', { required: false }),
			'documents of all suppliers would start the workflow',
		),
	]).property,
];
