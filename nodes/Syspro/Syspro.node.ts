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
export class Syspro implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SYSPRO',
		name: 'syspro',
		icon: { light: 'file:../../icons/syspro.svg', dark: 'file:../../icons/syspro.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description:
			'Read orders, invoices, dispatch notes, stock and partners of SYSPRO, also as EDI documents, and post what partners send',
		defaults: { name: 'SYSPRO' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sysproApi', required: true, testedBy: 'sysproConnection' }],
		hints: [dryRunHint('the node returns the request and sends nothing to SYSPRO.'), ...warningsOf(RESOURCES)],
		properties: describe(RESOURCES, 'purchaseOrder'),
	};

	methods = { credentialTest, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
