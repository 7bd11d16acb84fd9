import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';

/** A node that does something with each item, one after another, and passes all of them on. It fails where `work` does. */
export function workNode(work: (json: Record<string, unknown>) => Promise<void> | void): INodeType {
	return {
		description: {
			displayName: 'Work',
			name: 'work',
			group: ['transform'],
			version: 1,
			description: 'Does something with each item',
			defaults: { name: 'Work' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const items = this.getInputData();
			for (const { json } of items) await work(json);
			return [items];
		},
	};
}
