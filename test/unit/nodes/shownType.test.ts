import { NodeHelpers, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { everyOperation } from '../../support/canaries/fill';
import { NODES } from '../../support/published';
import { shownType } from '../../support/shownType';

const CASES = NODES.flatMap((type) =>
	everyOperation(type.description).map(
		({ name, parameters }) => [type.description.name, name, type, parameters] as const,
	),
);

test.each(CASES)('a run of %s %s has what n8n leaves of the whole node', (_node, _operation, type, parameters) => {
	const shown = shownType(type, parameters);
	const left = ({ description }: INodeType) =>
		NodeHelpers.getNodeParameters(description.properties, parameters, true, false, nodeOf(description), description);
	expect(left(shown)).toEqual(left(type));
	expect(shown.description.properties.length).toBeLessThan(type.description.properties.length);
});

const nodeOf = ({ name }: INodeTypeDescription) => ({ type: name, typeVersion: 1, parameters: {} }) as never;
