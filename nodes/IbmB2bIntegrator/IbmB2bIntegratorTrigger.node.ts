import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { credentialTest, listSearch } from './pickers';
import { properties } from './trigger/properties';

/** The trigger: new messages of mailboxes by polling. */
export class IbmB2bIntegratorTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM Sterling B2B Integrator Trigger',
		name: 'ibmB2bIntegratorTrigger',
		icon: { light: 'file:../../icons/b2bi.svg', dark: 'file:../../icons/b2bi.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["mailbox"].value }}',
		description: 'Starts the workflow when messages arrive in a mailbox',
		defaults: { name: 'IBM Sterling B2B Integrator Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmB2bIntegratorApi', required: true, testedBy: 'b2bIntegratorConnection' }],
		properties,
	};

	methods = { credentialTest, listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollFor } = await import('./trigger/pollFor');
		return await pollFor(this);
	}
}
