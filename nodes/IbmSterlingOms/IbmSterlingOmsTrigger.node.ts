import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { lazyMethods } from '../../kit/n8n/lazyMethods';
import { credentialTest, listSearch } from './pickers';
import { properties } from './trigger/fields/properties';

/**
 * The trigger: events of orders, releases, shipments and returns by polling. What it knows is in
 * `trigger/eventTable.ts`.
 */
export class IbmSterlingOmsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM Sterling Order Management Trigger',
		name: 'ibmSterlingOmsTrigger',
		icon: { light: 'file:../../icons/sterling.svg', dark: 'file:../../icons/sterling.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when orders, releases, shipments or returns are created or changed',
		defaults: { name: 'IBM Sterling Order Management Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmSterlingOmsApi', required: true, testedBy: 'sterlingConnection' }],
		properties,
	};

	methods = {
		credentialTest,
		listSearch: {
			...listSearch,
			...lazyMethods(
				async () => await import('./trigger/searchCustomFields'),
				['searchAttributes', 'searchCustomFields'],
			),
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollFor } = await import('./trigger/pollFor');
		return await pollFor(this);
	}
}
