import { steering } from '../../../kit/n8n/fields/field';
import { simplify } from '../../../kit/n8n/fields/output';
import { dryRun, options } from '../../../kit/n8n/fields/basic';
import type { InventoryResource } from '../operation';

export const event: InventoryResource = {
	value: 'event',
	name: 'Event',
	operations: [
		{
			value: 'parse',
			name: 'Parse',
			action: 'Parse inventory events',
			description: 'Convert events from Kafka, files in Cloud Object Storage or another source to rows',
			api: 'no call',
			kind: 'read',
			fields: [
				steering({
					displayName: 'Events',
					name: 'events',
					type: 'json',
					default: '',
					required: true,
					placeholder: 'e.g. {{ $json.message }}',
					description: 'One event, a list, a batch in the older form, or text with one JSON object per line',
				}),
				simplify(undefined, 'Whether to return only the common availability row if there is one, without the raw data'),
			],
			work: async () => (await import('../run/event')).parse,
		},
		{
			value: 'requestSnapshot',
			name: 'Request Snapshot',
			action: 'Request a snapshot of availability',
			description: 'Have Inventory Visibility send the current availability of everything as events',
			api: 'POST inventory/v1/configuration/events/{eventId}/publish_all',
			kind: 'write',
			fields: [
				steering({
					displayName: 'Event ID',
					name: 'eventId',
					type: 'options',
					default: 'productAvailabilitySnapshot.v2',
					options: [
						{
							name: 'Network Availability',
							value: 'dgAvailabilitySnapshot.v2',
							description: 'Of each distribution group',
						},
						{ name: 'Node Availability', value: 'productAvailabilitySnapshot.v2', description: 'Of each ship node' },
					],
					description: 'What to send. IBM must have set up the event for your tenant.',
				}),
				options(dryRun, {
					displayName: 'Body (JSON)',
					name: 'body',
					type: 'json',
					default: '',
					placeholder: 'e.g. {"shipNode": "DC1"}',
					description: 'Body of the request, for example to restrict the snapshot to a node. IBM does not document it.',
				}),
			],
			work: async () => (await import('../run/event')).requestSnapshot,
		},
	],
};
