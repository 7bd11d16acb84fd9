import { steering } from '../../../kit/n8n/fields/field';
import { simplify } from '../fields/options';
import type { InventoryResource } from './types';

export const event: InventoryResource = {
	value: 'event',
	name: 'Event',
	operations: [
		{
			value: 'parse',
			name: 'Parse',
			action: 'Parse inventory events',
			description: 'Make rows of events that came by Kafka, from files in Cloud Object Storage, or in another way',
			api: 'none',
			kind: 'read',
			fields: [
				steering({
					displayName: 'Events',
					name: 'events',
					type: 'json',
					default: '',
					required: true,
					placeholder: 'e.g. {{ $json.message }}',
					description: 'One event, a list, a batch of the older form, or text with one JSON object on each line',
				}),
				simplify('Whether to return the common availability row where there is one, instead of adding the raw data'),
			],
			work: async () => (await import('../run/event')).parse,
		},
	],
};
