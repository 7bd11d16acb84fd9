import { steering } from '../../../kit/n8n/fields/field';
import { attributes, changes } from '../fields/attributes';
import { choice, flag, names, text } from '../../../kit/n8n/fields/basic';
import { mailbox as mailboxLocator } from '../fields/locators';
import { create, getMany, getOne, remove, update } from './record';
import type { Resource } from '../operation';

const plan = {
	kind: 'mailbox',
	api: 'mailboxes',
	one: 'a mailbox',
	many: 'mailboxes',
	locator: mailboxLocator('The mailbox to work on'),
} as const;

const common = [
	text('Description', 'description', 'What the mailbox is for', 'Orders from Northwind'),
	names('Groups', 'groups', 'groups whose members may use the mailbox', 'Suppliers, Operators'),
	text('Linked To Mailbox', 'linkedToMailbox', 'Path of the mailbox that the linked mailbox shows', '/ACME/Inbox'),
	choice('Mailbox Type', 'mailboxType', 'Kind of mailbox', [
		{ name: 'Regular', value: 'R' },
		{ name: 'Shared', value: 'S' },
		{ name: 'Linked', value: 'L' },
	]),
	text('Permission', 'permission', 'Name of the permission that opens the mailbox', '/ACME/Inbox Mailbox'),
	names('Users', 'users', 'user IDs that may use the mailbox', 'northwind, integration'),
];

export const mailbox: Resource = {
	value: 'mailbox',
	name: 'Mailbox',
	operations: [
		create(
			plan,
			['path', 'createParentMailbox', 'mailboxType'],
			steering(text('Path', 'path', 'Absolute path of the new mailbox', '/ACME/Inbox', { required: true })),
			steering(
				flag('Create Parents', 'createParentMailbox', 'Whether to create missing parent mailboxes', {
					default: true,
				}),
			),
			steering(common[3]),
			attributes(...common.filter(({ name }) => name !== 'mailboxType')),
		),
		remove(plan),
		getOne(plan),
		getMany(
			plan,
			steering(
				text('Path', 'pathFilter', 'Start of the paths to return, or a pattern with * as a wildcard', '/ACME/*'),
			),
		),
		update(plan, changes(...common)),
	],
};
