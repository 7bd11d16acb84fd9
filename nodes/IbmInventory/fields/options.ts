import type { INodeProperties } from 'n8n-workflow';

import { alphabetical } from '../../../kit/n8n/alphabetical';
import { steering, type Field } from '../../../kit/n8n/fields/field';

/** What is set rarely, behind one button. */
export const options = (...entries: INodeProperties[]): Field =>
	steering({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: alphabetical(entries, ({ displayName }) => displayName),
	});

export const dryRun = (): INodeProperties => ({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show the request instead of sending it. Nothing is changed.',
});

export const simplify = (description?: string): Field =>
	steering({
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: description ?? 'Whether to return a simplified version of the response instead of the raw data',
	});

/** Everything that is found, or only so many. */
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
