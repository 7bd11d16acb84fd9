import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { describe } from '../../kit/n8n/describe';
import { RESOURCES } from './operations';

/** EDI documents of ANSI X12. What it offers is in the catalogue under `operations/`; it talks to no server. */
export class X12 implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'X12 EDI',
		name: 'x12',
		icon: { light: 'file:../../icons/x12.svg', dark: 'file:../../icons/x12.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Create, read, check and acknowledge orders, invoices, ship notices, stock reports and warehouse orders in ANSI X12',
		defaults: { name: 'X12 EDI' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: describe(RESOURCES, 'interchange'),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
