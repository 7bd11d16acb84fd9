import { listOf, segment } from '../../../clients/inventory';
import type { RunContext } from '../operation';

/**
 * The nodes of an item; those of a group and all of the tenant are read once a run.
 * @throws TypeError where there is none
 */
export async function nodesOf(context: RunContext): Promise<string[]> {
	const { parameters, once } = context;
	const source = parameters.text('nodeSource') || 'chosen';
	if (source === 'chosen') return chosenNodes(context);
	const group = source === 'group' ? parameters.text('distributionGroup') : '';
	if (source === 'group' && group === '') throw new TypeError('Distribution Group is empty');
	const found = await once(`nodes ${group}`, async () => await readNodes(context, group));
	if (found.length > 0) return found;
	throw new TypeError(group === '' ? 'The tenant has no ship nodes' : `Distribution group ${group} has no ship nodes`);
}

/** The nodes of the parameter: a list, or a text with commas. @throws TypeError where there is none */
export function chosenNodes({ parameters }: RunContext): string[] {
	const value = parameters.raw('shipNodes');
	const entries = Array.isArray(value) ? (value as unknown[]) : String(value ?? '').split(',');
	const chosen = entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
	if (chosen.length === 0) throw new TypeError('No ship node is selected');
	return [...new Set(chosen)];
}

async function readNodes({ client }: RunContext, group: string): Promise<string[]> {
	const path = `v1/configuration/${group === '' ? 'shipNodes' : `distributionGroups/${segment(group)}`}`;
	const { body } = await client.send({ service: 'inventory', method: 'GET', path, kind: 'read' });
	return listOf(body, 'shipNodes').map(({ shipNode: node }) => String(node));
}
