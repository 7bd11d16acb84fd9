import type { INodeProperties } from 'n8n-workflow';

import { steering, type Field } from '../../../kit/n8n/fields/field';

/** A picker with a list of the tenant's own, or an ID that is typed. */
function locator(
	displayName: string,
	name: string,
	searchListMethod: string,
	placeholder: string,
	{ required = true, ...more }: Partial<INodeProperties> & { description: string },
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
			{ displayName: 'ID', name: 'id', type: 'string', placeholder },
		],
		...(required ? { required } : {}),
		...more,
	};
}

export const shipNode = (description: string, more: Partial<INodeProperties> = {}): Field =>
	steering(locator('Ship Node', 'shipNode', 'searchShipNodes', 'e.g. DC1', { ...more, description }));

export const distributionGroup = (description: string, more: Partial<INodeProperties> = {}): Field =>
	steering(
		locator('Distribution Group', 'distributionGroup', 'searchDistributionGroups', 'e.g. US_ALL', {
			...more,
			description,
		}),
	);

/** Several nodes, chosen from the tenant's own or given as a list by an expression. */
export const nodeList = (more: Partial<INodeProperties> = {}): Field =>
	steering({
		displayName: 'Ship Node Names or IDs',
		name: 'shipNodes',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getShipNodes' },
		default: [],
		required: true,
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		...more,
	});

/** At which nodes to look: chosen ones, those of a group, or all. */
export const nodes = (): Field[] => [
	steering({
		displayName: 'Nodes',
		name: 'nodeSource',
		type: 'options',
		default: 'chosen',
		options: [
			{ name: 'All', value: 'all', description: 'Every ship node of the tenant' },
			{ name: 'Chosen', value: 'chosen', description: 'The ship nodes that you choose' },
			{ name: 'Of a Distribution Group', value: 'group', description: 'The ship nodes of a group' },
		],
		description: 'Nodes to look up. Each node counts as one action.',
	}),
	nodeList({ displayOptions: { show: { nodeSource: ['chosen'] } } }),
	distributionGroup('Group whose nodes to read', { displayOptions: { show: { nodeSource: ['group'] } } }),
];
