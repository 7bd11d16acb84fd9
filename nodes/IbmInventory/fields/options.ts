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
		description: 'Rarely needed settings',
		options: alphabetical(entries, ({ displayName }) => displayName),
	});

export const dryRun = (): INodeProperties => ({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to return the request instead of sending it',
});

/** For reads whose caller cannot wait, such as a product page. */
export const maxAttempts = (): INodeProperties => ({
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 5 },
	default: 5,
	description:
		'How often to try when the service fails. With 1, the node gives up after two timeouts at most. The value of the first item applies to all items.',
});
