import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/** The node with all its parameters, but one that does nothing: what is left is n8n's engine. */
export function noopNode({ description }: INodeType): INodeType {
	return {
		description,
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const items = this.getInputData().map(({ json }, index) => ({
				json: { OrderNo: json.orderNo },
				pairedItem: index,
			}));
			return await Promise.resolve([items]);
		},
	};
}

/** The node with all its parameters, but one that only reads those of each item, as nodes usually do. */
export function idleNode({ description }: INodeType, names: readonly string[]): INodeType {
	return {
		description,
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			const items = this.getInputData().map((_item, index) => {
				const [OrderNo] = names.map((name) => this.getNodeParameter(name, index) as string);
				return { json: { OrderNo }, pairedItem: index };
			});
			return await Promise.resolve([items]);
		},
	};
}
