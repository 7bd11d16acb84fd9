import type { INodeProperties } from 'n8n-workflow';

import { locator, typedBy } from '../../../kit/n8n/fields/locator';

export const mailbox = (description: string, more: { name?: string; required?: boolean } = {}): INodeProperties =>
	locator('Mailbox', more.name ?? 'mailbox', {
		search: 'searchMailboxes',
		by: [typedBy('path', 'Path', 'e.g. /ACME/Inbox'), typedBy('id', 'ID', 'e.g. 333')],
		description,
		required: more.required,
	});

export const message = (): INodeProperties =>
	locator('Message', 'message', {
		search: 'searchMessages',
		by: [typedBy('id', 'ID', 'e.g. 1007'), typedBy('name', 'Name', 'e.g. 855_PO-4711.edi')],
		description: 'The message. A name must be unique in the mailbox.',
	});

const named = (displayName: string, name: string, search: string, example: string) =>
	locator(displayName, name, {
		search,
		by: [typedBy('name', 'Name', `e.g. ${example}`)],
		description: `The ${displayName.toLowerCase()} to work on`,
	});

export const partner = (displayName = 'Trading Partner', name = 'partner'): INodeProperties =>
	named(displayName, name, 'searchPartners', 'NORTHWIND');
export const community = (): INodeProperties => ({
	...named('Community', 'community', 'searchCommunities', 'Suppliers'),
	description: 'The File Gateway community',
});
export const partnerGroup = (): INodeProperties =>
	named('Partner Group', 'partnerGroup', 'searchPartnerGroups', 'EDI Suppliers');
export const routingRule = (): INodeProperties =>
	named('Routing Rule', 'routingRule', 'searchRoutingRules', 'Deenvelope inbound EDI');
export const userAccount = (): INodeProperties =>
	named('User Account', 'userAccount', 'searchUserAccounts', 'northwind');
export const virtualRoot = (): INodeProperties => named('User', 'virtualRoot', 'searchVirtualRoots', 'northwind');

export const routingChannel = (): INodeProperties =>
	locator('Routing Channel', 'routingChannel', {
		search: 'searchRoutingChannels',
		by: [typedBy('key', 'Key', 'e.g. RC000001')],
		description: 'The routing channel to work on',
	});
