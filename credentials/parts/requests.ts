import type { INodeProperties } from 'n8n-workflow';

/** Headers that a gateway in front of the system demands; `system` is its name. */
export function extraHeaders(system: string): INodeProperties {
	return {
		displayName: 'Extra Headers',
		name: 'headers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Header',
		default: {},
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. X-Gateway-Key',
						description: 'Name of the header',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						typeOptions: { password: true },
						default: '',
						description: 'Value of the header',
					},
				],
			},
		],
		description: `Headers that a gateway in front of ${system} requires, such as an API key`,
	};
}

/** How many requests run at once, and how long each may take. */
export const limits: INodeProperties[] = [
	{
		displayName: 'Concurrent Requests',
		name: 'maxInFlight',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 64 },
		default: 8,
		description: 'Maximum number of concurrent requests that each n8n process sends with this credential',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 86_400 },
		default: 60,
		description:
			'How long to wait for a response. Prefer a longer timeout: a write that times out may still have been carried out.',
	},
];
