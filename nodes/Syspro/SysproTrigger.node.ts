import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { credentialTest, listSearch } from './pickers';
import { properties } from './trigger/properties';

/** The trigger: new and changed documents and partners, by polling. */
export class SysproTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SYSPRO Trigger',
		name: 'sysproTrigger',
		icon: { light: 'file:../../icons/syspro.svg', dark: 'file:../../icons/syspro.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when documents or partners are new or changed in SYSPRO',
		defaults: { name: 'SYSPRO Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sysproApi', required: true, testedBy: 'sysproConnection' }],
		properties,
	};

	methods = { credentialTest, listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollFor } = await import('./trigger/pollFor');
		return await pollFor(this);
	}
}
