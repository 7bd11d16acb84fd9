import { emptyFilters, filter } from '../../../kit/n8n/emptyFilters';
import { steering } from '../../../kit/n8n/fields/field';
import { dryRun, entries, options, text } from '../../../kit/n8n/fields/basic';
import type { InventoryResource } from '../operation';

export const api: InventoryResource = {
	value: 'api',
	name: 'API',
	operations: [
		{
			value: 'call',
			name: 'Call',
			action: 'Call any service',
			description: 'Call any path of any service of the tenant',
			api: '{method} {service}/{path}',
			kind: 'write',
			fields: [
				steering({
					displayName: 'Service',
					name: 'service',
					type: 'string',
					default: 'inventory',
					required: true,
					placeholder: 'e.g. inventory',
					description: 'First part of the address: inventory, promising, catalog, configuration, cas or optimizer',
				}),
				steering({
					displayName: 'Method',
					name: 'method',
					type: 'options',
					default: 'GET',
					options: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((value) => ({ name: value, value })),
					description: 'HTTP method of the call',
				}),
				steering({
					displayName: 'Path',
					name: 'path',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. v1/configuration/settings',
					description: 'Path below the tenant, with special characters encoded. Service and tenant are added.',
				}),
				steering(
					entries(
						'Query Parameters',
						'query',
						'Parameters after the question mark of the URL',
						{ entry: 'Parameter', key: 'parameter' },
						[
							text('Name', 'name', 'Name of the query parameter', 'itemId'),
							filter(
								text('Value', 'value', 'Value of the query parameter', 'SKU-1'),
								'the parameter would be left out, which often means all',
							),
						],
					),
				),
				steering({
					displayName: 'Body (JSON)',
					name: 'body',
					type: 'json',
					default: '',
					placeholder: 'e.g. {"lines": []}',
					displayOptions: { hide: { method: ['GET'] } },
					description: 'Body of the request. Leave empty to send none.',
				}),
				options(dryRun, emptyFilters, {
					displayName: 'Repeat After Faults',
					name: 'isKeyed',
					type: 'boolean',
					default: false,
					description:
						'Whether the call may be repeated after a lost response, because carrying it out twice has the same effect. GET, PUT and DELETE are always repeated.',
				}),
			],
			work: async () => (await import('../run/api')).callAny,
		},
	],
};
