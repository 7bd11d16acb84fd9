import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

interface Naming {
	/** Method that fills the list. */
	search: string;
	/** Ways to type it, besides the list. */
	by: INodePropertyMode[];
	description: string;
	required?: boolean;
}

/** A picker: a list of the user's own records first, then ways to type one. */
export function locator(
	displayName: string,
	name: string,
	{ search, by, description, required = true }: Naming,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(required ? { required } : {}),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			...by,
		],
		description,
	};
}

const typed = (name: string, displayName: string, placeholder: string): INodePropertyMode => ({
	displayName,
	name,
	type: 'string',
	placeholder,
});

export const mailbox = (description: string, more: { name?: string; required?: boolean } = {}): INodeProperties =>
	locator('Mailbox', more.name ?? 'mailbox', {
		search: 'searchMailboxes',
		by: [typed('path', 'Path', 'e.g. /ACME/Inbox'), typed('id', 'ID', 'e.g. 333')],
		description,
		required: more.required,
	});

export const message = (): INodeProperties =>
	locator('Message', 'message', {
		search: 'searchMessages',
		by: [typed('id', 'ID', 'e.g. 1007'), typed('name', 'Name', 'e.g. 855_PO-4711.edi')],
		description: 'The message. A name must be unique in the mailbox.',
	});

const named = (displayName: string, name: string, search: string, example: string) =>
	locator(displayName, name, {
		search,
		by: [typed('name', 'Name', `e.g. ${example}`)],
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
		by: [typed('key', 'Key', 'e.g. RC000001')],
		description: 'The routing channel to work on',
	});
