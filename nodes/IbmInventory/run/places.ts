import { listOf, segment, type AvailabilityRow } from '../../../clients/inventory';
import { ServiceError } from '../../../kit/errors';
import type { RunContext } from '../operation';

/**
 * The nodes of an item; those of a group and all of the tenant are read once a run.
 * @throws TypeError where there is none
 */
export async function nodesOf(context: RunContext): Promise<readonly string[]> {
	const { parameters } = context;
	const source = sourceOf(parameters);
	if (source === 'chosen') return chosenNodes(context);
	const group = source === 'group' ? parameters.requiredText('distributionGroup') : '';
	const found = await nodesIn(context, group);
	if (found.length > 0) return found;
	throw new TypeError(group === '' ? 'The tenant has no ship nodes' : `Distribution group ${group} has no ship nodes`);
}

/** The nodes of a group, or all of the tenant, read once a run. */
export const nodesIn = async (context: RunContext, group = ''): Promise<readonly string[]> =>
	await context.once(`nodes ${group}`, async () => await readNodes(context, group));

/** The nodes of the parameter. @throws Refusal where there is none */
export function chosenNodes({ parameters }: RunContext): readonly string[] {
	const chosen = parameters.names('shipNodes');
	return chosen.length === 0 ? parameters.refuseEmpty('shipNodes', 'Select at least one ship node.') : chosen;
}

/** An item, and what was found for it. */
interface Found {
	context: RunContext;
	rows: readonly AvailabilityRow[];
}

/**
 * Hints at chosen nodes that the tenant does not have: Inventory Visibility reports nothing for them, as for one that is
 * sold out. The nodes of the tenant are read only where some chosen node has nothing at all; without the right to read
 * them, there is no hint.
 */
export async function hintOfUnknownNodes(found: readonly Found[]): Promise<void> {
	const all = found.flatMap(({ rows }) => rows);
	const stocked = new Set(all.filter(({ onHand, future }) => onHand > 0 || future > 0).map(({ node }) => node));
	/** The first item that chose it, by node. */
	const without = new Map<string, RunContext>();
	for (const { context, rows } of found.filter((one) => areChosen(one.context))) {
		for (const { node } of rows) {
			if (node && !stocked.has(node) && !without.has(node)) without.set(node, context);
		}
	}
	const [asking] = without.values();
	const known = asking && (await asking.once('nodes for hints', async () => await knownNodes(asking)));
	if (!known) return;
	for (const [node, { hint }] of without) if (!known.includes(node)) hint(`${node} is not a ship node of this tenant.`);
}

const areChosen = ({ parameters }: RunContext): boolean => sourceOf(parameters) === 'chosen';

const sourceOf = (parameters: RunContext['parameters']): string => parameters.text('nodeSource') || 'chosen';

/** The nodes of the tenant; undefined where they cannot be read. A hint is not worth a second attempt. */
async function knownNodes(context: RunContext): Promise<readonly string[] | undefined> {
	try {
		return await readNodes(context, '', 1);
	} catch (error) {
		if (error instanceof ServiceError && error.category !== 'cancelled') return undefined;
		throw error;
	}
}

async function readNodes({ client }: RunContext, group: string, attempts?: number): Promise<string[]> {
	const path = `v1/configuration/${group === '' ? 'shipNodes' : `distributionGroups/${segment(group)}`}`;
	const { body } = await client.send({
		service: 'inventory',
		method: 'GET',
		path,
		kind: 'read',
		isList: group === '',
		attempts,
	});
	return listOf(body, 'shipNodes').map(({ shipNode: node }) => String(node));
}
