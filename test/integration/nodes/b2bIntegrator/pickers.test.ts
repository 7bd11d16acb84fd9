import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { IbmB2bIntegrator } from '../../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { b2biCredential, b2biForFile } from '../../../support/b2bi/nodes';

const bench = b2biForFile();
const { listSearch } = new IbmB2bIntegrator().methods;
type Search = keyof typeof listSearch;

async function search(method: Search, filter?: string, mailbox?: object, credential: object = {}) {
	const context = {
		getCredentials: async () => b2biCredential(bench.sandbox, credential as Record<string, unknown>),
		getCurrentNodeParameter: (name: string) => (name === 'mailbox' ? mailbox : undefined),
		getNode: () => ({ name: 'B2B', type: 'x', typeVersion: 1, parameters: {} }),
		helpers: {},
	} as unknown as ILoadOptionsFunctions;
	const { results } = await listSearch[method].call(context, ...([filter] as never[]));
	return results.map(({ name, value }) => [name, value]);
}

it.each<[Search, string, Array<[string, string]>]>([
	[
		'searchMailboxes',
		'north',
		[
			['/NORTHWIND', '/NORTHWIND'],
			['/NORTHWIND/Inbox', '/NORTHWIND/Inbox'],
		],
	],
	['searchPartners', 'NORTH', [['NORTHWIND – S0042', 'NORTHWIND']]],
	[
		'searchCommunities',
		'',
		[
			['Custom', 'Custom'],
			['Suppliers', 'Suppliers'],
		],
	],
	['searchPartnerGroups', '', [['EDI Suppliers', 'EDI Suppliers']]],
	[
		'searchRoutingChannels',
		'north',
		[
			['ACME → NORTHWIND (PassThrough)', 'RC000001'],
			['NORTHWIND → ACME (PassThrough)', 'RC000002'],
		],
	],
	['searchRoutingRules', 'deen', [['Deenvelope inbound EDI', 'Deenvelope inbound EDI']]],
	['searchUserAccounts', 'lim', [['limited', 'limited']]],
	['searchVirtualRoots', '', [['northwind – /NORTHWIND', 'northwind']]],
])('%s finds %p', async (method, filter, expected) => {
	expect(await search(method, filter)).toEqual(expected);
});

it('an empty list has no entries, whatever the form', async () => {
	for (const emptyList of [400, 404, 'array'] as const) {
		bench.sandbox.behaviour.emptyList = emptyList;
		expect(await search('searchMailboxes', 'nothing like this')).toEqual([]);
		expect(await search('searchPartners', 'nothing like this')).toEqual([]);
	}
});

it('messages are those of the mailbox that is chosen, newest first', async () => {
	const mailbox = { __rl: true, mode: 'path', value: '/ACME/Inbox' };
	const names = (await search('searchMessages', '', mailbox)).map(([name]) => String(name).split(' – ')[0]);
	expect(names).toEqual(['price-list.csv', '855_PO-4700.edi']);
	expect(await search('searchMessages', 'price', mailbox)).toHaveLength(1);
	await expect(search('searchMessages')).rejects.toThrow('Choose the mailbox first');
});

it('what goes wrong is told in words', async () => {
	await expect(search('searchPartners', '', undefined, { password: 'Wrong-Password' })).rejects.toThrow(
		/refused the login/,
	);
});
