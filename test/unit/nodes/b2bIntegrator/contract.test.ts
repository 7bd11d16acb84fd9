import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { IbmB2bIntegratorApi } from '../../../../credentials/IbmB2bIntegratorApi.credentials';
import { IbmB2bIntegrator } from '../../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { IbmB2bIntegratorTrigger } from '../../../../nodes/IbmB2bIntegrator/IbmB2bIntegratorTrigger.node';
import * as searches from '../../../../nodes/IbmB2bIntegrator/pickers/listSearch';
import { contractOf } from '../../../support/contract';

const node = new IbmB2bIntegrator();
const trigger = new IbmB2bIntegratorTrigger();

test.each([
	['the node', node.description.properties],
	['the trigger', trigger.description.properties],
	['the credential', new IbmB2bIntegratorApi().properties],
])('names and values of the parameters of %s are the public contract', (_what, properties) => {
	expect(contractOf(properties)).toMatchSnapshot();
});

/** All properties, those inside collections as well. */
function all(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		if (property.type === 'collection') return [property, ...all(property.options as INodeProperties[])];
		if (property.type !== 'fixedCollection') return [property];
		return [property, ...(property.options as INodePropertyCollection[]).flatMap(({ values }) => all(values))];
	});
}

const parameters = all([...node.description.properties, ...trigger.description.properties]);

test('every parameter has a description, and a typed one an example', () => {
	const visible = parameters.filter(
		({ name, type }) => !['resource', 'operation'].includes(name) && !['notice', 'collection'].includes(type),
	);
	expect(visible.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
	const typed = visible.filter(({ type, typeOptions }) => type === 'string' && !typeOptions?.password);
	expect(typed.filter(({ placeholder }) => !placeholder?.startsWith('e.g. ')).map(({ name }) => name)).toEqual([]);
});

test('every list of the editor has its method, and every method a list', () => {
	const wanted = parameters.flatMap(({ modes = [] }) =>
		modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
	);
	expect([...new Set(wanted)].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
	expect(Object.keys(searches).sort()).toEqual(Object.keys(node.methods.listSearch).sort());
});
