import type { INodeProperties } from 'n8n-workflow';

import { simplify } from '../../../kit/n8n/fields/output';
import { options } from '../../../kit/n8n/fields/basic';

/** Kinds of events, by the values that workflows store. */
export const EVENTS = [
	{ name: 'Demand Changed', value: 'demand', description: 'A demand was added, changed or removed' },
	{ name: 'Demand Snapshot', value: 'demandSnapshot', description: 'The current state of a demand, on request' },
	{
		name: 'Network Availability Changed',
		value: 'networkAvailability',
		description: 'The availability in a distribution group changed',
	},
	{
		name: 'Network Snapshot',
		value: 'networkSnapshot',
		description: 'The current availability in a distribution group, on request',
	},
	{
		name: 'Node Availability Changed',
		value: 'nodeAvailability',
		description: 'The availability at a ship node changed',
	},
	{ name: 'Node Snapshot', value: 'nodeSnapshot', description: 'The current availability at a ship node, on request' },
	{ name: 'Other', value: 'other', description: 'Events that this version does not know' },
	{ name: 'Supply Changed', value: 'supply', description: 'A supply was added, changed or removed' },
	{ name: 'Supply Snapshot', value: 'supplySnapshot', description: 'The current state of a supply, on request' },
];

export const properties: INodeProperties[] = [
	{
		displayName:
			'Give IBM support both production URLs above (/events receives the events, /token issues the access token) and the event client ID and secret of the credential. IBM requires port 443 and a public certificate.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: EVENTS,
		default: ['nodeAvailability', 'networkAvailability', 'nodeSnapshot', 'networkSnapshot'],
		required: true,
		description: 'Events that start the workflow. IBM also configures which ones it sends.',
	},
	simplify(undefined, 'Whether to return only the common availability row if there is one, without the raw data')
		.property,
	options(
		{
			displayName: 'Drop Older Figures',
			name: 'dropOlder',
			type: 'boolean',
			default: true,
			description:
				'Whether to skip an event with older figures than those already received for the same item and place. Inventory Visibility does not guarantee the order.',
		},
		{
			displayName: 'Remember',
			name: 'remember',
			type: 'number',
			typeOptions: { minValue: 100, maxValue: 20000 },
			default: 2000,
			description: 'Number of events and items to remember, so that a duplicate does not start the workflow again',
		},
		{
			displayName: 'Token Lifetime (Hours)',
			name: 'tokenHours',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 8760, numberPrecision: 2 },
			default: 12,
			description: 'How long the tokens that n8n issues to IBM are valid. Give IBM support the same number.',
		},
	).property,
];
