import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { SUBTITLE } from '../../kit/n8n/beforeRun';
import { describe } from '../../kit/n8n/describe';
import { credentialTest as mqTest } from '../IbmMq/pickers';
import { DELIVERY } from './fields/delivery';
import { HINTS } from './hints';
import { RESOURCES } from './operations';
import { credentialTest, listSearch, resourceMapping } from './pickers';

/** Made once, however many nodes are made: it takes longer than most runs. */
const PROPERTIES = describe(RESOURCES, 'order');

/** The action node. What it offers is in the catalogue under `operations/`. */
export class IbmSterlingOms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM Sterling Order Management',
		name: 'ibmSterlingOms',
		icon: { light: 'file:../../icons/sterling.svg', dark: 'file:../../icons/sterling.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description: 'Create, read and change orders and other documents of IBM Sterling Order Management',
		defaults: { name: 'IBM Sterling Order Management' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'ibmSterlingOmsApi', required: true, testedBy: 'sterlingConnection' },
			{
				name: 'ibmMqApi',
				required: true,
				testedBy: 'mqConnection',
				displayOptions: { show: { [DELIVERY]: ['mq'] } },
			},
		],
		hints: HINTS,
		properties: PROPERTIES,
	};

	methods = { credentialTest: { ...credentialTest, ...mqTest }, listSearch, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
