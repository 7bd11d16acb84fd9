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
import { credentialTest, listSearch, loadOptions } from './pickers';

/** The action node. What it offers is in the catalogue under `operations/`. */
export class IbmInventory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM Sterling Inventory Visibility',
		name: 'ibmInventory',
		icon: { light: 'file:../../icons/inventory.svg', dark: 'file:../../icons/inventory.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: SUBTITLE,
		description:
			'Read and change stock, reservations and delivery dates of IBM Sterling Inventory Visibility and Promising',
		defaults: { name: 'IBM Sterling Inventory Visibility' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmInventoryApi', required: true, testedBy: 'inventoryConnection' }],
		hints: [dryRunHint('the node returns the requests and sends nothing.'), ...warningsOf(RESOURCES)],
		properties: describe(RESOURCES, 'availability'),
	};

	methods = { credentialTest, listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
