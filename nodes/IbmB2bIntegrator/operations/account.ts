import { steering } from '../../../kit/n8n/fields/field';
import { text } from '../../../kit/n8n/fields/basic';
import { userAccount as accountLocator, virtualRoot as rootLocator } from '../fields/locators';
import { getMany, getOne } from './record';
import type { Resource } from '../operation';

const account = {
	kind: 'userAccount',
	api: 'useraccounts',
	one: 'a user account',
	many: 'user accounts',
	locator: accountLocator(),
} as const;

const root = {
	kind: 'virtualRoot',
	api: 'uservirtualroots',
	one: 'a virtual root',
	many: 'virtual roots',
	locator: rootLocator(),
} as const;

export const userAccount: Resource = {
	value: 'userAccount',
	name: 'User Account',
	operations: [
		getOne(account),
		getMany(
			account,
			steering(
				text('User ID', 'userIdFilter', 'Start of the user IDs to return, or a pattern with * as a wildcard', 'north*'),
			),
		),
	],
};

export const virtualRoot: Resource = {
	value: 'virtualRoot',
	name: 'Virtual Root',
	operations: [
		getOne(root),
		getMany(
			root,
			steering(
				text('User', 'userNameFilter', 'Start of the user IDs to return, or a pattern with * as a wildcard', 'north*'),
			),
		),
	],
};
