import { instantIn } from '../../../kit/n8n/instant';
import { listOf, type InventoryCall, type InventoryClient } from '../../../clients/inventory';
import { ServiceError } from '../../../kit/errors';
import { isSaying } from '../../../kit/http/sayings';
import { defined, isRecord } from '../../../kit/record';
import type { RunContext, Work } from '../operation';
import { limited } from './lists';
import { nodesIn } from './places';
import { json, optionalNumber } from './values';
import { listCall, recordCall } from './configured';

type Json = Record<string, unknown>;

const WEEK_MS = 7 * 24 * 60 * 60_000;

const idOf = (context: RunContext) => context.parameters.requiredText('shipNode');

/** The members of a node may all be missing; a list or mere words are none. */
const isNode = (body: unknown): boolean => isRecord(body) && !isSaying(body);

async function read(client: InventoryClient, id: string): Promise<Json> {
	return (await client.send({ ...recordCall('shipNodes', 'GET', id), expects: isNode })).body as Json;
}

export const get: Work = {
	run: async (context) => [{ shipNode: idOf(context), ...(await read(context.client, idOf(context))) }],
};

export const getMany: Work = {
	call: () => listCall('shipNodes'),
	rows: (body, context) => limited(context, listOf(body, 'shipNodes')),
};

/** A write replaces the node as a whole, so what it has is read first and kept. */
async function kept(context: RunContext, id: string): Promise<Json> {
	try {
		const { shipNode: _, ...node } = await read(context.client, id);
		return node;
	} catch (error) {
		if (!(error instanceof ServiceError) || error.category !== 'notFound') throw error;
		// A gateway may say so as well, in words that nobody documents; the list of the service is proof.
		if ((await nodesIn(context)).includes(id)) throw unreadable(id);
		return {};
	}
}

function unreadable(id: string): ServiceError {
	return new ServiceError('badAnswer', `Ship node ${id} is in the list of nodes, but could not be found.`, {
		hint: 'A gateway may have responded in place of Inventory Visibility. Nothing was changed: run it again.',
		effect: 'none',
	});
}

export const upsert: Work = {
	call: async (context) => {
		const id = idOf(context);
		const [latitude, longitude] = ['latitude', 'longitude'].map((name) => optionalNumber(context, `options.${name}`));
		return recordCall('shipNodes', 'PUT', id, { ...(await kept(context, id)), ...defined({ latitude, longitude }) });
	},
	rows: (_body, context) => [{ shipNode: idOf(context), success: true }],
};

export const remove: Work = {
	call: (context) => recordCall('shipNodes', 'DELETE', idOf(context)),
	rows: (_body, context) => [{ shipNode: idOf(context), deleted: true }],
};

/** The overrides that a node has afterwards: those of other delivery methods stay. */
function overrides(context: RunContext, before: unknown): unknown {
	const { parameters } = context;
	const own = json(context, 'options.overrides');
	if (own !== undefined) return own;
	const method = parameters.text('deliveryMethod');
	const isOff = parameters.text('state') !== 'on';
	const until = isOff ? instantIn(context.parameters, 'until') : undefined;
	if (until !== undefined) checkEnd(until, context.client.now());
	const others = (Array.isArray(before) ? (before as Json[]) : []).filter(
		(one) => String(one.deliveryMethod ?? '') !== method,
	);
	const override = {
		...(method === '' ? {} : { deliveryMethod: method }),
		fulfillmentAllowed: !isOff,
		...(until === undefined ? {} : { expirationTs: until }),
	};
	// Switched on as a whole, a node has no override of its own any more.
	return isOff || method !== '' ? [...others, override] : others;
}

function checkEnd(until: string, now: number): void {
	const time = Date.parse(until);
	if (time <= now) throw new TypeError('Until is in the past');
	if (time > now + WEEK_MS) throw new TypeError('Until is more than seven days ahead, which IBM does not allow');
}

async function fulfillmentCall(context: RunContext): Promise<InventoryCall> {
	const id = idOf(context);
	const { shipNode: _, ...node } = await read(context.client, id);
	return recordCall('shipNodes', 'PUT', id, {
		...node,
		fulfillmentOverrides: overrides(context, node.fulfillmentOverrides),
	});
}

/**
 * Switches a node and reads it back: the names in the overrides are inferred, and a service that does not know them may
 * accept them without effect.
 */
export const setFulfillment: Work = {
	call: fulfillmentCall,
	run: async (context) => {
		const { client } = context;
		const id = idOf(context);
		const call = await fulfillmentCall(context);
		await client.send(call);
		const { fulfillmentOverrides: wanted } = call.body as Json;
		const { fulfillmentOverrides: found = [] } = await read(client, id);
		if (holds(found, wanted)) return [{ shipNode: id, fulfillmentOverrides: found }];
		throw new ServiceError('conflict', `Ship node ${id} does not show the change.`, {
			hint:
				'IBM does not document the names in fulfillmentOverrides. Read a node that is switched off in Order Hub, and ' +
				'send its form with Overrides (JSON).',
			effect: 'unknown',
		});
	},
};

/** Whether every wanted override is there, whatever members IV adds to it and however it writes times. */
function holds(found: unknown, wanted: unknown): boolean {
	if (!Array.isArray(found) || !Array.isArray(wanted) || found.length !== wanted.length) return false;
	const isSame = (one: unknown, other: unknown) =>
		one === other || (typeof one === 'string' && Date.parse(one) === Date.parse(String(other)));
	return wanted.every((want: Json) =>
		found.some((have: Json) => Object.entries(want).every(([name, value]) => isSame(have[name], value))),
	);
}
