import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { contractOf, defaultsOf } from '../../support/contract';
import { NODES, PARAMETERS } from '../../support/published';

/** The operations that a node offers, by resource. */
function operationsOf(properties: readonly INodeProperties[]): Record<string, unknown> {
	const menus = properties.filter(({ name }) => name === 'operation');
	return Object.fromEntries(
		menus.map(({ displayOptions, options }) => [
			String(displayOptions?.show?.resource),
			(options as INodePropertyOptions[]).map(({ value }) => value),
		]),
	);
}

describe.each(PARAMETERS)('$name', ({ properties }) => {
	test('names and values of its parameters are the public contract', () => {
		expect(contractOf(properties)).toMatchSnapshot();
	});

	test('so are the defaults, which workflows do not store', () => {
		expect(defaultsOf(properties)).toMatchSnapshot();
	});
});

const catalogues = NODES.map(({ description: { name, properties } }) => ({
	name,
	operations: operationsOf(properties),
}));

test.each(catalogues.filter(({ operations }) => Object.keys(operations).length > 0))(
	'resources and operations of $name are the public contract',
	({ operations }) => {
		expect(operations).toMatchSnapshot();
	},
);
