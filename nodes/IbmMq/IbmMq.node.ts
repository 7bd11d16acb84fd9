import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { dryRunHint, warningsOf } from '../../kit/n8n/beforeRun';
import { describe } from '../../kit/n8n/describe';
import { RESOURCES } from './operations';
import { credentialTest } from './pickers';

/** The action node. What it offers is in the catalogue under `operations/`. */
export class IbmMq implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'IBM MQ',
		name: 'ibmMq',
		icon: { light: 'file:../../icons/mq.svg', dark: 'file:../../icons/mq.dark.svg' },
		group: ['transform'],
		version: 1,
		// A dry run that was left on must be seen on the canvas.
		subtitle:
			'={{ $parameter["operation"] + ": " + $parameter["queue"] + (($parameter["options"] || {})["dryRun"] ? " (dry run)" : "") }}',
		description: 'Put, browse, get and move messages of IBM MQ queues',
		defaults: { name: 'IBM MQ' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ibmMqApi', required: true, testedBy: 'mqConnection' }],
		hints: [dryRunHint('the node returns what it would do and changes no queue.'), ...warningsOf(RESOURCES)],
		properties: describe(RESOURCES, 'message'),
	};

	methods = { credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { execute } = await import('./execute');
		return await execute(this);
	}
}
