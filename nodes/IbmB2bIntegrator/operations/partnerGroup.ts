import { steering } from '../../../kit/n8n/fields/field';
import { names, text, writeOptions } from '../../../kit/n8n/fields/basic';
import { partnerGroup as groupLocator } from '../fields/locators';
import { create, getMany, getOne, remove } from './record';
import type { Operation, Resource } from '../operation';

const plan = {
	kind: 'partnerGroup',
	api: 'partnergroups',
	one: 'a partner group',
	many: 'partner groups',
	locator: groupLocator(),
} as const;

const members = names('Partners', 'partners', 'names of trading partners', 'NORTHWIND, CONTOSO', {
	required: true,
});

const change = (value: 'addMembers' | 'removeMembers', name: string, words: string): Operation => ({
	value,
	name,
	action: words,
	description: `${words}; the other members stay`,
	api: 'partnergroups',
	kind: 'write',
	fields: [steering(plan.locator), steering(members), writeOptions()],
	turn: (parameters) => `partnerGroup:${parameters.text('partnerGroup')}`,
	run: async (context) => await (await import('../run/partnerGroup')).changeMembers(value, context),
});

export const partnerGroup: Resource = {
	value: 'partnerGroup',
	name: 'Partner Group',
	operations: [
		change('addMembers', 'Add Members', 'Add trading partners to a partner group'),
		create(
			plan,
			['groupName', 'groupMembers'],
			steering(text('Name', 'groupName', 'Name of the new group', 'EDI Suppliers', { required: true })),
			steering(names('Partners', 'groupMembers', 'names of trading partners', 'NORTHWIND, CONTOSO')),
		),
		remove(plan),
		getOne(plan),
		getMany(
			plan,
			steering(
				text('Name', 'groupNameFilter', 'Start of the names to return, or a pattern with * as a wildcard', 'EDI*'),
			),
		),
		change('removeMembers', 'Remove Members', 'Remove trading partners from a partner group'),
	],
};
