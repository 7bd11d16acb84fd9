import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';

import { credentialTest } from './pickers';
import { properties } from './trigger/properties';

/** The trigger: the messages of a queue, each removed when its workflow has succeeded. */
export class IbmMqTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM MQ Trigger',
		name: 'ibmMqTrigger',
		icon: { light: 'file:../../icons/mq.svg', dark: 'file:../../icons/mq.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["queue"] }}',
		description: 'Starts the workflow when messages arrive in an IBM MQ queue',
		defaults: { name: 'IBM MQ Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmMqApi', required: true, testedBy: 'mqConnection' }],
		properties,
	};

	methods = { credentialTest };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const { listen } = await import('./trigger/listen');
		return await listen(this);
	}
}
