import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { simplify } from '../../../kit/n8n/fields/output';

/** Kinds of events, by the values that workflows store. */
const EVENTS: INodePropertyOptions[] = [
	{ name: 'Demand Changed', value: 'demand', description: 'A demand was added, changed or removed' },
	{ name: 'Demand Snapshot', value: 'demandSnapshot', description: 'A demand as it is, on request' },
	{
		name: 'Network Availability Changed',
		value: 'networkAvailability',
		description: 'What is available in a distribution group changed',
	},
	{
		name: 'Network Snapshot',
		value: 'networkSnapshot',
		description: 'What is available in a distribution group, on request',
	},
	{
		name: 'Node Availability Changed',
		value: 'nodeAvailability',
		description: 'What is available at a ship node changed',
	},
	{ name: 'Node Snapshot', value: 'nodeSnapshot', description: 'What is available at a ship node, on request' },
	{ name: 'Other', value: 'other', description: 'Events of kinds that this version does not know' },
	{ name: 'Supply Changed', value: 'supply', description: 'A supply was added, changed or removed' },
	{ name: 'Supply Snapshot', value: 'supplySnapshot', description: 'A supply as it is, on request' },
];

export const properties: INodeProperties[] = [
	{
		displayName:
			'Give IBM support both production URLs above (the one that ends in /events for the events, the one that ends in /token for the access token), and the event client ID and secret of the credential. IBM needs port 443 and a public certificate.',
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
		description: 'Which events start the workflow. IBM also sets up on its side which ones it sends.',
	},
	simplify(
		undefined,
		'Whether to return the common availability row where there is one, instead of adding the raw data',
	).property,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Drop Older Figures',
				name: 'dropOlder',
				type: 'boolean',
				default: true,
				description:
					'Whether to leave out an event whose figures are older than those already received of the same item and place. Inventory Visibility promises no order.',
			},
			{
				displayName: 'Remember',
				name: 'remember',
				type: 'number',
				typeOptions: { minValue: 100, maxValue: 20000 },
				default: 2000,
				description: 'How many events and items to remember, so that what comes twice starts the workflow once',
			},
			{
				displayName: 'Token Lifetime (Hours)',
				name: 'tokenHours',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 12,
				description: 'How long a token is valid that IBM fetches here. Tell IBM support the same number.',
			},
		],
	},
];
