import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { dryRunHint, SUBTITLE, warningsOf } from '../../kit/n8n/beforeRun';
import { describe } from '../../kit/n8n/describe';
import { RESOURCES } from './operations';
import { credentialTest, listSearch } from './pickers';

/** The action node. What it offers is in the catalogue under `operations/`. */
export class IbmB2bIntegrator implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM Sterling B2B Integrator',
		name: 'ibmB2bIntegrator',
		icon: { light: 'file:../../icons/b2bi.svg', dark: 'file:../../icons/b2bi.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description: 'Send and read mailbox messages, and manage partners and routing in IBM Sterling B2B Integrator',
		defaults: { name: 'IBM Sterling B2B Integrator' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmB2bIntegratorApi', required: true, testedBy: 'b2bIntegratorConnection' }],
		hints: [dryRunHint('the node returns the request and sends nothing.'), ...warningsOf(RESOURCES)],
		properties: describe(RESOURCES, 'message'),
	};

	methods = { credentialTest, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
