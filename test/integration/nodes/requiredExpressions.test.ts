import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { PRODUCTS } from '../../support/canaries/products';
import { operationsOf, runAction } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';

const NOTHING = '={{ $json.none }}';
const STEERING = ['resource', 'operation'];

/** n8n's editor asks for required fields, and takes any expression for a value. */
const emptied = ({ type, modes = [] }: INodeProperties): INodeParameters[string] =>
	type === 'resourceLocator'
		? { __rl: true, mode: modes.find((one) => one.type !== 'list')!.name, value: NOTHING }
		: NOTHING;

describe.each(PRODUCTS.map((product) => [product.name, product] as const))('%s', (_name, product) => {
	const [login] = Object.keys(product.logins);
	const opened = sceneFor(product, login);
	const { description } = product.action;

	it.each(operationsOf(product).map(({ name, parameters }) => [name, parameters] as const))(
		'%s says which required field an expression leaves empty',
		async (_operation, parameters) => {
			const required: INodeProperties[] = description.properties.filter(
				(property) =>
					property.required &&
					!STEERING.includes(property.name) &&
					NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, description),
			);
			for (const property of required) {
				const before = opened.scene.calls();
				const { error } = await runAction(product, opened.scene, { ...parameters, [property.name]: emptied(property) });
				expect(error?.message).toBe(`${property.displayName} is empty: its expression returns nothing`);
				expect(opened.scene.calls()).toBe(before);
			}
		},
	);
});
