import { steering } from '../../../kit/n8n/fields/field';
import { service } from '../fields/locators';
import { apiName, apiOptions, batchOptions, callInput, calls, serviceOptions } from '../fields/call';
import { writeOptions } from '../fields/options';
import type { Operation, Resource } from '../operation';

const operations: Operation[] = [
	{
		type: 'custom',
		value: 'batch',
		name: 'Batch',
		action: 'Run several calls in one transaction',
		description: 'Run several APIs or services in one transaction: all of them take effect, or none',
		api: 'multiApi',
		kind: 'write',
		fields: [calls(), writeOptions({ delivery: false, more: batchOptions })],
		run: async (context) => await (await import('../run/api')).runBatch(context),
	},
	{
		type: 'custom',
		value: 'executeService',
		name: 'Execute Service',
		action: 'Execute a service',
		description: 'Call a service (flow) that was set up in Sterling',
		api: 'executeFlow',
		kind: 'write',
		fields: [steering(service()), ...callInput(), writeOptions({ delivery: false, more: serviceOptions })],
		run: async (context) => await (await import('../run/api')).executeService(context),
	},
	{
		type: 'custom',
		value: 'invoke',
		name: 'Invoke API',
		action: 'Invoke any API',
		description: 'Call any API of Sterling by its name',
		api: 'invoke',
		kind: 'write',
		fields: [apiName(), ...callInput(), writeOptions({ delivery: false, more: apiOptions })],
		run: async (context) => await (await import('../run/api')).invokeApi(context),
	},
];

export const api: Resource = { value: 'api', name: 'API', operations };
