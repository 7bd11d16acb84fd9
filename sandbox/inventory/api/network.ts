import { readList, readObject, text } from '../body';
import { badRequest, notFound } from '../refusal';
import type { Route } from '../route';
import type { Override, ShipNode } from '../world';

const WEEK = 7 * 24 * 60 * 60_000;

/** Ship nodes and distribution groups [IBM's clients; data-node-fulfillment-options]. */
export const networkRoutes: readonly Route[] = [
	{
		name: 'shipNodes.list',
		service: 'inventory',
		method: 'GET',
		path: 'v1/configuration/shipNodes',
		handle: (_asked, { world }) => ({ status: 200, body: [...world.nodes.values()] }),
	},
	{
		name: 'shipNodes.get',
		service: 'inventory',
		method: 'GET',
		path: 'v1/configuration/shipNodes/{shipNode}',
		handle: ({ params }, { world }) => {
			const node = world.nodes.get(params.shipNode);
			if (!node) throw notFound(`Ship node ${params.shipNode} does not exist.`);
			return { status: 200, body: node };
		},
	},
	{
		name: 'shipNodes.put',
		service: 'inventory',
		method: 'PUT',
		path: 'v1/configuration/shipNodes/{shipNode}',
		handle: ({ params, body }, { world, events }) => {
			const given = readObject(body);
			const node: ShipNode = { shipNode: params.shipNode };
			for (const name of ['latitude', 'longitude'] as const) {
				if (typeof given[name] === 'number') node[name] = given[name];
			}
			if (given.fulfillmentOverrides !== undefined) {
				node.fulfillmentOverrides = readOverrides(given.fulfillmentOverrides, world.clock.now());
			}
			world.nodes.set(params.shipNode, node);
			events.node(params.shipNode);
			return { status: 200, body: node };
		},
	},
	{
		name: 'shipNodes.delete',
		service: 'inventory',
		method: 'DELETE',
		path: 'v1/configuration/shipNodes/{shipNode}',
		handle: ({ params }, { world }) => {
			if (!world.nodes.delete(params.shipNode)) throw notFound(`Ship node ${params.shipNode} does not exist.`);
			return { status: 204 };
		},
	},
	{
		name: 'groups.list',
		service: 'inventory',
		method: 'GET',
		path: 'v1/configuration/distributionGroups',
		handle: (_asked, { world }) => ({
			status: 200,
			body: [...world.groups.keys()].map((distributionGroupId) => ({ distributionGroupId })),
		}),
	},
	{
		name: 'groups.get',
		service: 'inventory',
		method: 'GET',
		path: 'v1/configuration/distributionGroups/{group}',
		handle: ({ params }, { world }) => {
			const nodes = world.groups.get(params.group);
			if (!nodes) throw notFound(`Distribution group ${params.group} does not exist.`);
			return { status: 200, body: { shipNodes: nodes.map((shipNode) => ({ shipNode })) } };
		},
	},
	{
		name: 'groups.put',
		service: 'inventory',
		method: 'PUT',
		path: 'v1/configuration/distributionGroups/{group}',
		handle: ({ params, body }, { world }) => {
			const nodes = readList(readObject(body), 'shipNodes').map(({ shipNode }) => text(shipNode));
			const unknown = nodes.find((node) => !world.nodes.has(node));
			if (unknown !== undefined) throw badRequest(`Ship node ${unknown} does not exist.`);
			world.groups.set(params.group, [...new Set(nodes)]);
			return { status: 204 };
		},
	},
	{
		name: 'groups.delete',
		service: 'inventory',
		method: 'DELETE',
		path: 'v1/configuration/distributionGroups/{group}',
		handle: ({ params }, { world }) => {
			if (!world.groups.delete(params.group)) throw notFound(`Distribution group ${params.group} does not exist.`);
			return { status: 204 };
		},
	},
];

/** The inner names are this sandbox's own; that an end is at most seven days ahead is IBM's rule. */
function readOverrides(given: unknown, now: number): Override[] {
	if (!Array.isArray(given)) throw badRequest('Badly formed message: fulfillmentOverrides must be a list.');
	const overrides = given as Override[];
	for (const { fulfillmentAllowed, expirationTs } of overrides) {
		if (typeof fulfillmentAllowed !== 'boolean') throw badRequest('fulfillmentAllowed must be true or false.');
		if (expirationTs !== undefined && !(Date.parse(expirationTs) <= now + WEEK)) {
			throw badRequest('The expiration of an override may be at most seven days ahead.');
		}
	}
	return overrides;
}
