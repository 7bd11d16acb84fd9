import assert from 'node:assert/strict';
import { type INode, type INodeProperties, type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';
import type { NodeType } from '../lib/apiTypes';
import { readTemplate, templateNames } from './template';
import type { TemplateCheck } from './scene';

const hasVersion = ({ version }: NodeType, wanted: number) => [version].flat().includes(wanted);

/** What this n8n finds wrong with the node: an unknown type or version, or parameters that it would mark red. */
function problemsOf(node: INode, types: NodeType[]): string[] {
	const named = types.filter(({ name }) => name === node.type);
	const type = named.find((each) => hasVersion(each, node.typeVersion));
	if (!type) return [`${node.name}: n8n has no ${node.type} of version ${node.typeVersion}`];
	const description = type as unknown as INodeTypeDescription;
	const properties = type.properties as unknown as INodeProperties[];
	const parameters = NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description);
	const issues = NodeHelpers.getNodeParametersIssues(
		properties,
		{ ...node, parameters: parameters ?? {} },
		description,
	);
	return Object.values(issues?.parameters ?? {})
		.flat()
		.map((issue) => `${node.name}: ${issue}`);
}

/** Each node of each template exists in this n8n, in its version, with parameters that are complete. */
const fits: TemplateCheck = {
	name: 'templates: every node exists in this n8n and is filled in',
	async run({ api }) {
		const types = await api.nodeTypes();
		const names = templateNames();
		const problems = names.flatMap((name) =>
			readTemplate(name).nodes.flatMap((node) =>
				problemsOf(node as unknown as INode, types).map((problem) => `${name}: ${problem}`),
			),
		);
		assert.deepEqual(problems, []);
		return names.join(', ');
	},
};

export const fit = [fits];
