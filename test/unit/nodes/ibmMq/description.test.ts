import type { INodeProperties } from 'n8n-workflow';

import { IbmMqApi } from '../../../../credentials/IbmMqApi.credentials';
import { IbmMq } from '../../../../nodes/IbmMq/IbmMq.node';
import { RESOURCES } from '../../../../nodes/IbmMq/operations';
import { properties as triggerProperties } from '../../../../nodes/IbmMq/trigger/properties';
import { EVENTS } from '../../../../nodes/IbmSterlingOms/trigger/names';

const { description } = new IbmMq();

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
	expect(shownFor('builtIn')).toEqual(['hostAndPort', 'channel', 'cipherSpec', 'serverName', 'ignoreSslIssues']);
	expect(shownFor('client')).toEqual(['hostAndPort', 'channel', 'cipherSpec', 'label']);
	expect(shownFor('rest')).toEqual(['baseUrl']);
});
