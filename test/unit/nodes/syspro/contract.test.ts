import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { DEFAULT_STATUSES, STATUSES as CODES } from '../../../../clients/syspro';
import { STATUSES, type WithStatus } from '../../../../nodes/Syspro/fields/statuses';
import * as searches from '../../../../nodes/Syspro/pickers/listSearch';
import { Syspro } from '../../../../nodes/Syspro/Syspro.node';
import { SysproTrigger } from '../../../../nodes/Syspro/SysproTrigger.node';
import { contractOf } from '../../../support/contract';

const node = new Syspro();
const trigger = new SysproTrigger();

test.each([
	['the node', node.description.properties],
	['the trigger', trigger.description.properties],
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

test.each(Object.keys(STATUSES) as WithStatus[])('the statuses of %s are those that the client knows', (kind) => {
	const { codes, initial } = STATUSES[kind];
	expect(Object.keys(CODES[kind] ?? {})).toEqual(expect.arrayContaining(Object.keys(codes)));
	expect(initial).toEqual(DEFAULT_STATUSES[kind] ?? []);
});
