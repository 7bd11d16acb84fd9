import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { IbmMqApi } from '../../../../credentials/IbmMqApi.credentials';
import { IbmMq } from '../../../../nodes/IbmMq/IbmMq.node';
import { IbmMqTrigger } from '../../../../nodes/IbmMq/IbmMqTrigger.node';
import { RESOURCES } from '../../../../nodes/IbmMq/operations';
import { properties as triggerProperties } from '../../../../nodes/IbmMq/trigger/properties';
import { EVENTS } from '../../../../nodes/IbmSterlingOms/trigger/names';
import { contractOf } from '../../../support/contract';

const { description } = new IbmMq();
const trigger = new IbmMqTrigger().description;

test('resources and operations are the public contract', () => {
	const names = RESOURCES.map(({ value, operations }) => [value, operations.map((operation) => operation.value)]);
	expect(Object.fromEntries(names)).toMatchSnapshot();
});

test.each([
	['node', description.properties],
	['trigger', trigger.properties],
	['credential', new IbmMqApi().properties],
])('names and values of the parameters of the %s are the public contract', (_what, properties) => {
	expect(contractOf(properties)).toMatchSnapshot();
});

/** Every property, with those inside of collections. */
function all(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		if (property.type === 'collection') return [property, ...all(property.options as INodeProperties[])];
		if (property.type !== 'fixedCollection') return [property];
		return [property, ...(property.options as INodePropertyCollection[]).flatMap(({ values }) => all(values))];
	});
}

test.each([
	['node', description.properties],
	['trigger', trigger.properties],
])('every parameter of the %s has a description, and typed ones an example', (_what, properties) => {
	const own = all(properties).filter(
		({ name, type }) => !['resource', 'operation'].includes(name) && type !== 'notice' && type !== 'collection',
	);
	expect(own.filter((property) => !property.description).map(({ name }) => name)).toEqual([]);
	const typed = own.filter(({ type }) => type === 'string');
	expect(typed.filter(({ placeholder }) => !placeholder?.startsWith('e.g. ')).map(({ name }) => name)).toEqual([]);
});

test('every write can be tried without effect', () => {
	for (const { operations } of RESOURCES) {
		for (const { value, kind, fields = [] } of operations) {
			const options = fields.find(({ property }) => property.name === 'options')?.property.options ?? [];
			const isTried = (options as INodeProperties[]).some(({ name }) => name === 'dryRun');
			expect({ value, isTried }).toEqual({ value, isTried: kind === 'write' });
		}
	}
});

test('a fresh node takes no message away', () => {
	const operation = description.properties.find(
		({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes('message'),
	);
	expect(operation?.default).toBe('browse');
});

test('the trigger offers the events of Order Management', () => {
	const event = triggerProperties.find(({ name }) => name === 'event');
	const values = (event?.options ?? []).map((option) => ('value' in option ? option.value : undefined));
	expect(values.filter((value) => value !== 'document').sort()).toEqual([...EVENTS].sort());
});

test('the credential shows what the chosen way needs', () => {
	const shownFor = (way: string) =>
		new IbmMqApi().properties
			.filter(({ displayOptions }) => displayOptions?.show?.connectWith?.includes(way))
			.map(({ name }) => name);
	expect(shownFor('builtIn')).toEqual(['hostAndPort', 'channel', 'cipherSpec', 'serverName']);
	expect(shownFor('client')).toEqual(['hostAndPort', 'channel', 'cipherSpec', 'label']);
	expect(shownFor('rest')).toEqual(['baseUrl']);
});
