import type { INodeProperties } from 'n8n-workflow';

import { steering, type Field } from './field';

/** Whether the response is simplified; always shown unless `displayOptions` say otherwise. */
export const simplify = (
	displayOptions?: INodeProperties['displayOptions'],
	description = 'Whether to return a simplified version of the response instead of the raw data',
): Field =>
	steering({
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		...(displayOptions ? { displayOptions } : {}),
		description,
	});

/** Return All and Limit, as n8n's own nodes have them: 50 rows unless all are wanted. */
export const returnAll = (): Field[] => [
	steering({
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	}),
	steering({
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	}),
];
