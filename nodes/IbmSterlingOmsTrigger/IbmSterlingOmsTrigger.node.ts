import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { credentialTest, listSearch } from '../shared/methods';
import { properties } from './fields/properties';
import { searchCustomFields } from './methods/customFields';
import { pollFor } from './pollFor';

/**
 * The trigger: events of orders, releases, shipments and returns by polling. What it knows stands in
 * `events.ts`.
 */
export class IbmSterlingOmsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM Sterling Order Management Trigger',
		name: 'ibmSterlingOmsTrigger',
		icon: { light: 'file:../../icons/sterling.svg', dark: 'file:../../icons/sterling.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when orders, releases, shipments or returns come in or change',
		defaults: { name: 'IBM Sterling Order Management Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmSterlingOmsApi', required: true, testedBy: 'sterlingConnection' }],
		properties,
	};

	methods = { credentialTest, listSearch: { ...listSearch, searchCustomFields } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollFor(this);
	}
}
