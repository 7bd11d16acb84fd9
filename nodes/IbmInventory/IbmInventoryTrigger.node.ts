import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { credentialTest } from './pickers';
import { properties } from './trigger/properties';

/**
 * The trigger: events that IBM sends to this n8n. It has two addresses, one for the events and one at which IBM fetches
 * the token that it sends them with.
 */
export class IbmInventoryTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM Sterling Inventory Visibility Trigger',
		name: 'ibmInventoryTrigger',
		icon: { light: 'file:../../icons/inventory.svg', dark: 'file:../../icons/inventory.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when IBM Sterling Inventory Visibility reports a change of stock',
		defaults: { name: 'IBM Sterling Inventory Visibility Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmInventoryApi', required: true, testedBy: 'inventoryConnection' }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'events' },
			{ name: 'setup', httpMethod: 'POST', responseMode: 'onReceived', path: 'token' },
		],
		properties,
	};

	methods = { credentialTest };

	/** IBM support sets the addresses up, so there is nothing to register; what would refuse IBM is said at activation. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const { checkCredential } = await import('./trigger/activate');
				return await checkCredential(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receive } = await import('./trigger/receive');
		return await receive(this);
	}
}
