import { NodeHelpers, type INodeParameters, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';

import { X12 } from '../../../nodes/X12/X12.node';
import { everyOperation } from '../../support/canaries/fill';
import { PRODUCTS } from '../../support/canaries/products';
import { operationsOf, runAction } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';
import { runX12 } from '../../support/x12';

const NOTHING = '={{ $json.none }}';
const STEERING = ['resource', 'operation'];

/** n8n's editor asks for required fields, and takes any expression for a value. */
const emptied = ({ type, modes = [] }: INodeProperties): INodeParameters[string] =>
	type === 'resourceLocator'
		? { __rl: true, mode: modes.find((one) => one.type !== 'list')!.name, value: NOTHING }
		: NOTHING;

/** The required fields that n8n shows for the parameters, each with the parameters in which its expression is empty. */
const requiredOf = (description: INodeTypeDescription, parameters: INodeParameters): Array<[string, INodeParameters]> =>
	description.properties
		.filter(
			(property) =>
				property.required &&
				!STEERING.includes(property.name) &&
				NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, description),
		)
		.map((property) => [property.displayName, { ...parameters, [property.name]: emptied(property) }]);

const refusalOf = (label: string) => `${label} is empty: its expression returns nothing`;

describe.each(PRODUCTS.map((product) => [product.name, product] as const))('%s', (_name, product) => {
	const [login] = Object.keys(product.logins);
	const opened = sceneFor(product, login);

	it.each(operationsOf(product).map(({ name, parameters }) => [name, parameters] as const))(
		'%s says which required field an expression leaves empty',
		async (_operation, parameters) => {
			for (const [label, changed] of requiredOf(product.action.description, parameters)) {
				const before = opened.scene.calls();
				const { error } = await runAction(product, opened.scene, changed);
				expect(error?.message).toBe(refusalOf(label));
				expect(opened.scene.calls()).toBe(before);
			}
		},
	);
});

describe('X12 EDI', () => {
	const { description } = new X12();
	const cases = everyOperation(description).flatMap(({ name, parameters }) =>
		requiredOf(description, parameters).map(([label, changed]) => [name, label, changed] as const),
	);

	it.each(cases)('%s says that %s is empty', async (_operation, label, changed) => {
		const { error } = await runX12(changed);
		expect(error?.message).toBe(refusalOf(label));
	});
});
