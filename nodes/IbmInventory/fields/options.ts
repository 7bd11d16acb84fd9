import type { INodeProperties } from 'n8n-workflow';

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
