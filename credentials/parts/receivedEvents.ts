import type { INodeProperties } from 'n8n-workflow';

/** What a sender of events logs in to n8n with. */
export const receivedEvents: INodeProperties[] = [
	{
		displayName: 'Receive Events',
		name: 'receiveEvents',
		type: 'boolean',
		default: false,
		description:
			'Whether the trigger receives events with this credential. IBM uses the ID and secret below to get a token from n8n.',
	},
	{
		displayName: 'Event Client ID',
		name: 'eventClientId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. ibm-events',
		displayOptions: { show: { receiveEvents: [true] } },
		description: 'ID of your choice that you register with IBM',
	},
	{
		displayName: 'Event Client Secret',
		name: 'eventClientSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: { show: { receiveEvents: [true] } },
		description: 'Long random secret of your choice that you register with IBM',
	},
	{
		displayName: 'Fixed Event Token',
		name: 'eventToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		displayOptions: { show: { receiveEvents: [true] } },
		description:
			'Long random token that does not expire, for bridges that cannot get one. Leave empty if only IBM sends events.',
	},
];
