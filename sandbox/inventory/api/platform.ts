import { readList, readObject, required, text } from '../body';
import { notFound } from '../refusal';
import type { Route } from '../route';

const SNAPSHOTS: Record<string, 'node' | 'network'> = {
	'productAvailabilitySnapshot.v2': 'node',
	'ProductAvailabilityToSell.ShipNodeSnapshot': 'node',
	'dgAvailabilitySnapshot.v2': 'network',
	'ProductAvailabilityToSell.DistributionGroupSnapshot': 'network',
};

/** Snapshot events on request. The verb is inferred, so POST and PUT are both taken. */
const publishAll = (method: 'POST' | 'PUT'): Route => ({
	name: 'events.publishAll',
	service: 'inventory',
	method,
	path: 'v1/configuration/events/{eventId}/publish_all',
	handle: ({ params, body }, { events }) => {
		const kind = SNAPSHOTS[params.eventId];
		if (!kind) throw notFound(`Event ${params.eventId} does not exist.`);
		const given = body.trim() === '' ? {} : readObject(body);
		events.publishAll(kind, text(given.shipNode ?? given.distributionGroupId) || undefined);
		return { status: 202 };
	},
});

/** The catalog and the richer node master, services of their own; and what belongs to the platform. */
export const platformRoutes: readonly Route[] = [
	publishAll('POST'),
	publishAll('PUT'),
	{
		name: 'catalog.items',
		service: 'catalog',
		method: 'POST',
		path: 'v1/items',
		handle: ({ body }, { world }) => {
			for (const item of readList(readObject(body), 'items')) world.catalog.set(required(item, 'itemId'), item);
			return { status: 202 };
		},
	},
	{
		name: 'configuration.node',
		service: 'configuration',
		method: 'PUT',
		path: 'v1/nodes/{nodeId}',
		handle: ({ params, body }, { world }) => {
			const given = readObject(body);
			const { latitude, longitude } = (given.geoCode ?? {}) as { latitude?: number; longitude?: number };
			world.nodes.set(params.nodeId, {
				...world.nodes.get(params.nodeId),
				shipNode: params.nodeId,
				latitude,
				longitude,
			});
			return { status: 204 };
		},
	},
];
