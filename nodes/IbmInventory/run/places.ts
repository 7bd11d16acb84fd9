import { listOf, segment } from '../../../clients/inventory';
import type { RunContext } from '../operation';

/**
 * The nodes of an item; those of a group and all of the tenant are read once a run.
 * @throws TypeError where there is none
 */
export async function nodesOf(context: RunContext): Promise<readonly string[]> {
	const { parameters, once } = context;
	const source = parameters.text('nodeSource') || 'chosen';
	if (source === 'chosen') return chosenNodes(context);
	const group = source === 'group' ? parameters.requiredText('distributionGroup') : '';
	const found = await once(`nodes ${group}`, async () => await readNodes(context, group));
	if (found.length > 0) return found;
	throw new TypeError(group === '' ? 'The tenant has no ship nodes' : `Distribution group ${group} has no ship nodes`);
}

/** The nodes of the parameter. @throws Refusal where there is none */
export function chosenNodes({ parameters }: RunContext): readonly string[] {
	const chosen = parameters.names('shipNodes');
	return chosen.length === 0 ? parameters.refuseEmpty('shipNodes', 'Select at least one ship node.') : chosen;
}

async function readNodes({ client }: RunContext, group: string): Promise<string[]> {
	const path = `v1/configuration/${group === '' ? 'shipNodes' : `distributionGroups/${segment(group)}`}`;
	const { body } = await client.send({ service: 'inventory', method: 'GET', path, kind: 'read' });
	return listOf(body, 'shipNodes').map(({ shipNode: node }) => String(node));
}
