import type { INode, INodeProperties } from 'n8n-workflow';

import type { Dates } from './dates';
import { checkMarked } from './emptyFilters';
import { expressionsIn } from './parameterReader';
import { Parameters } from './parameters';
import type { ValueContext } from './fields/value';

/** What n8n gives a trigger to read its parameters with. */
interface TriggerContext {
	getNode: () => INode;
	getNodeParameter: (name: string, fallback: null, options: { skipValidation: true }) => unknown;
}

/**
 * The parameters of a trigger, which has no items; `properties` are their descriptions.
 * @throws Refusal for a filter whose expression returns nothing
 */
export function triggerParameters(
	context: TriggerContext,
	dates: Dates,
	properties: readonly INodeProperties[],
	kindOf?: ValueContext['kindOf'],
): Parameters {
	const isExpression = expressionsIn(context.getNode().parameters);
	const values = new Map<string, unknown>();
	const read = (name: string): unknown => {
		if (!values.has(name)) values.set(name, context.getNodeParameter(name, null, { skipValidation: true }));
		return values.get(name);
	};
	const parameters = new Parameters(read, { dates, kindOf }, { properties, isExpression });
	checkMarked(properties, parameters);
	return parameters;
}
