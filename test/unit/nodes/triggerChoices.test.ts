import type { INodeProperties, INodeType } from 'n8n-workflow';

import { datesIn } from '../../../kit/n8n/dates';
import { choicesOf } from '../../../kit/n8n/fields/choice';
import { triggerParameters } from '../../../kit/n8n/triggerParameters';
import { EVENTS as INVENTORY_EVENTS, properties as inventory } from '../../../nodes/IbmInventory/trigger/properties';
import { readSettings as readInventory, tokenSecondsOf } from '../../../nodes/IbmInventory/trigger/settings';
import { properties as b2bi } from '../../../nodes/IbmB2bIntegrator/trigger/properties';
import { readSettings as readB2bi } from '../../../nodes/IbmB2bIntegrator/trigger/settings';
import { properties as mq } from '../../../nodes/IbmMq/trigger/properties';
import { readSettings as readMq } from '../../../nodes/IbmMq/trigger/settings';
import { properties as oms } from '../../../nodes/IbmSterlingOms/trigger/fields/properties';
import { readSettings as readOms } from '../../../nodes/IbmSterlingOms/trigger/settings';
import { properties as syspro } from '../../../nodes/Syspro/trigger/properties';
import { readSettings as readSyspro } from '../../../nodes/Syspro/trigger/settings';
import type { Parameters } from '../../../kit/n8n/parameters';
import { NODES } from '../../support/published';

type Values = Record<string, unknown>;
interface Trigger {
	properties: readonly INodeProperties[];
	read: (parameters: Parameters) => unknown;
	/** What it cannot do without. */
	base: Values;
	/** Parameters that matter only where others are so. */
	when?: Record<string, Values>;
	/** Choices that are read later, with the documents. */
	later?: string[];
}

const TRIGGERS: Record<string, Trigger> = {
	ibmB2bIntegratorTrigger: {
		properties: b2bi,
		read: readB2bi,
		base: { mailbox: { __rl: true, mode: 'path', value: '/Inbox' } },
	},
	ibmInventoryTrigger: {
		properties: inventory,
		read: (parameters) => ({ ...readInventory(parameters), tokenSeconds: tokenSecondsOf(parameters) }),
		base: { events: ['supply'] },
	},
	ibmMqTrigger: {
		properties: mq,
		read: readMq,
		base: { queue: 'ORDERS' },
		when: { content: { output: 'message' } },
	},
	ibmSterlingOmsTrigger: {
		properties: oms,
		read: (parameters) => readOms(parameters, {} as never),
		base: { events: ['orderUpdated'] },
	},
	sysproTrigger: { properties: syspro, read: readSyspro, base: {}, later: ['output'] },
};

test('every trigger is looked at', () => {
	const isTrigger = ({ description }: INodeType) => description.group.includes('trigger');
	const names = NODES.filter(isTrigger).map(({ description: { name } }) => name);
	expect(Object.keys(TRIGGERS).sort()).toEqual(names.sort());
});

/** The settings with one parameter, which an expression gives. */
function settingsOf({ properties, read, base, when }: Trigger, path: string, value: unknown): string {
	const [name, inner] = path.split('.');
	const values: Values = { ...base, ...when?.[path], [name]: inner ? { [inner]: value } : value };
	const context = {
		getNode: () => ({ parameters: { [name]: inner ? { [inner]: '={{ $json.x }}' } : '={{ $json.x }}' } }) as never,
		getNodeParameter: (asked: string) => values[asked] ?? null,
	};
	return JSON.stringify(read(triggerParameters(context, datesIn('UTC'), properties)));
}

/** The parameters of a type, also those inside a collection, by their paths. */
const ofType = (
	type: INodeProperties['type'],
	properties: readonly INodeProperties[],
	before = '',
): Array<[string, INodeProperties]> =>
	properties.flatMap((property): Array<[string, INodeProperties]> => {
		if (property.type === type) return [[`${before}${property.name}`, property]];
		if (property.type !== 'collection' || property.name !== 'options') return [];
		return ofType(type, property.options as INodeProperties[], `${property.name}.`);
	});

const casesOf = (type: INodeProperties['type']) =>
	Object.entries(TRIGGERS).flatMap(([node, trigger]) =>
		ofType(type, trigger.properties)
			.filter(([path]) => !trigger.later?.includes(path))
			.map(([path, property]): [string, Trigger, string, INodeProperties] => [
				`${node} ${path}`,
				trigger,
				path,
				property,
			]),
	);

test.each(casesOf('number'))('%s: refuses what is no number, is out of bounds, and nothing', (...[, trigger, path]) => {
	for (const given of ['many', -1, '']) expect(() => settingsOf(trigger, path, given)).toThrow(/must be a number/);
});

describe.each(casesOf('options'))('%s', (_label, trigger, path, property) => {
	test.each(choicesOf(property).filter(({ value }) => !/^template/.test(value)))(
		'takes $value by its value and by its name',
		({ name, value }) => {
			const plain = settingsOf(trigger, path, value);
			expect([name, name.toLowerCase()].map((given) => settingsOf(trigger, path, given))).toEqual([plain, plain]);
		},
	);

	test('refuses what is no choice, and nothing', () => {
		expect(() => settingsOf(trigger, path, 'nonsense')).toThrow(/"nonsense" is not a valid choice/);
	});
});

test.each([
	['purchaseOrder', 'Printed', '4'],
	['dispatchNote', 'Printed (5)', '5'],
	['dispatchNote', 'complete', '9'],
	['purchaseOrder', '6', '6'],
])('SYSPRO: a status of %s may be given as %s', (event, given, code) => {
	const trigger = { ...TRIGGERS.sysproTrigger, base: { event } };
	expect(settingsOf(trigger, 'statuses', [given])).toBe(settingsOf(trigger, 'statuses', code));
	expect(() => settingsOf(trigger, 'statuses', [given, 'Prined'])).toThrow(/Statuses: "Prined" is not a valid choice/);
});

test('Inventory Visibility: events by value or name; none and unknown ones are refused', () => {
	const trigger = TRIGGERS.ibmInventoryTrigger;
	for (const { name, value } of INVENTORY_EVENTS) {
		for (const given of [[value], value, [name], name.toLowerCase()]) {
			expect(settingsOf(trigger, 'events', given)).toBe(
				settingsOf({ ...trigger, base: { events: [value] } }, 'simplify', 'yes'),
			);
		}
	}
	expect(() => settingsOf(trigger, 'events', ['supply', 'Suply'])).toThrow(/Events: "Suply" is not a valid choice/);
	expect(() => settingsOf(trigger, 'events', [])).toThrow(/Events is empty/);
});
