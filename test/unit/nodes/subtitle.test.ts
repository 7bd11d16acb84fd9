import { NodeHelpers, Workflow, type INodeParameters } from 'n8n-workflow';

import { nodeTypesOf } from '../../../engine/nodeTypes';
import { NODE_TYPE, oneNode } from '../../../engine/oneNode';
import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';

const node = new IbmSterlingOms();

/** The text as n8n works it out for the node on the canvas. */
function worked(expression: unknown, parameters: INodeParameters): unknown {
	const { nodes, connections } = oneNode(parameters);
	const workflow = new Workflow({ nodes, connections, active: false, nodeTypes: nodeTypesOf({ [NODE_TYPE]: node }) });
	const sterling = workflow.getNode('Sterling')!;
	sterling.parameters =
		NodeHelpers.getNodeParameters(node.description.properties, parameters, true, false, sterling, node.description) ??
		{};
	return workflow.expression.getSimpleParameterValue(sterling, expression as string, 'internal', {});
}

test.each([
	[{ resource: 'order', operation: 'cancel', options: { dryRun: true } }, 'cancel: order (dry run)', true],
	[{ resource: 'order', operation: 'cancel', options: { dryRun: false } }, 'cancel: order', false],
	[{ resource: 'order', operation: 'cancel' }, 'cancel: order', false],
	[{ resource: 'order', operation: 'getHistory' }, 'getHistory: order', false],
	[{ resource: 'inventory', operation: 'getSupply' }, 'getSupply: inventory', false],
])('the subtitle and the hint of %p', (parameters, subtitle, isHinted) => {
	expect(worked(node.description.subtitle, parameters)).toBe(subtitle);
	const [hint] = node.description.hints ?? [];
	expect(Boolean(worked(hint.displayCondition, parameters))).toBe(isHinted);
});
