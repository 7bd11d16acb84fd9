import type { NodePropertyTypes } from 'n8n-workflow';

import { takesNames } from '../../../kit/n8n/fields/names';
import { leavesOf, type Leaf } from '../../support/canaries/leaves';
import { PRODUCTS } from '../../support/canaries/products';
import { operationsOf, runAction } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';

/** What an expression may give and no field of the type can mean. */
const WRONG: Partial<Record<NodePropertyTypes, readonly unknown[]>> = {
	boolean: ['maybe', { a: 1 }],
	dateTime: ['28/11/2026', 46354, { a: 1 }],
	multiOptions: [{ a: 1 }, [{ a: 1 }]],
	number: ['1,234.50', 'many', true, { a: 1 }],
	options: ['nonsense', { a: 1 }],
	resourceLocator: [{ a: 1 }, ['x', 'y'], true],
	string: [{ a: 1 }, ['x', 'y']],
};

/** Fields that take a document may be an object, and those of several names a list. */
const wrongFor = ({ property }: Leaf): readonly unknown[] => {
	if (property.typeOptions?.rows !== undefined) return [];
	const wrong = WRONG[property.type] ?? [];
	return property.type === 'string' && takesNames(property) ? wrong.filter((value) => !Array.isArray(value)) : wrong;
};

/** Order Management writes fields of a document by rules of its own, which have tests of their own. */
const STEERED = PRODUCTS.filter(({ name }) => name !== 'Order Management');

describe.each(STEERED.map((product) => [product.name, product] as const))('%s', (_name, product) => {
	const [login] = Object.keys(product.logins);
	const opened = sceneFor(product, login);

	it.each(operationsOf(product).map(({ name, parameters }) => [name, parameters] as const))(
		'%s names the field whose value does not fit, before anything is called',
		async (_operation, parameters) => {
			for (const leaf of leavesOf(product.action.description, parameters)) {
				const input = wrongFor(leaf).map((value) => ({ json: { value } as never }));
				if (input.length === 0) continue;
				const before = opened.scene.calls();
				// One run for all values: an item that fails stops no other.
				const node = { onError: 'continueRegularOutput' as const };
				const { json } = await runAction(product, opened.scene, leaf.filledWith('={{ $json.value }}'), { input, node });
				const said = json('Node').map(({ error }) => error ?? 'nothing was refused');
				expect({ path: leaf.path, said }).toEqual({
					path: leaf.path,
					said: input.map(() => expect.stringContaining(leaf.path)),
				});
				expect({ path: leaf.path, calls: opened.scene.calls() - before }).toMatchObject({ calls: 0 });
			}
		},
	);
});
