import { lazyMethods } from '../../../kit/n8n/lazyMethods';

/** The names are said here, because n8n wants to know them before anything is loaded; a test compares them. */
export const listSearch = lazyMethods(
	async () => await import('./listSearch'),
	[
		'searchMailboxes',
		'searchMessages',
		'searchPartners',
		'searchCommunities',
		'searchPartnerGroups',
		'searchRoutingChannels',
		'searchRoutingRules',
		'searchUserAccounts',
		'searchVirtualRoots',
	],
);

export const credentialTest = lazyMethods(async () => await import('./credentialTest'), ['b2bIntegratorConnection']);
