import { locate, name, stored, type Case } from './case';

const partner = (partnerName: string) => ({
	partnerName,
	community: name('Suppliers'),
	username: partnerName.toLowerCase().replace(/\W/g, ''),
	password: 'Secret-Partner-1',
	givenName: "Sean O'Neil",
	surname: 'Winder, Jr.',
	emailAddress: 'edi@example.com',
	phone: '5550100',
	roles: ['isInitiatingConsumer', 'isInitiatingProducer'],
	attributes: { code: 'S0099', postalCode: '12345' },
});

/** Trading partners, communities and groups of partners. */
export const PARTNERS: Record<string, Case> = {
	'tradingPartner:create': {
		given: () => partner('FABRIKAM'),
		then: ([row], sandbox) => {
			expect(stored(sandbox, 'partners', 'FABRIKAM')).toMatchObject({
				givenName: 'Sean ONeil',
				surname: 'Winder Jr',
				code: 'S0099',
				isInitiatingProducer: true,
				isListeningConsumer: false,
				password: 'Secret-Partner-1',
			});
			expect(row.changedNames).toEqual([
				{ field: 'givenName', from: "Sean O'Neil", to: 'Sean ONeil' },
				{ field: 'surname', from: 'Winder, Jr.', to: 'Winder Jr' },
			]);
		},
	},
	'tradingPartner:upsert': {
		given: () => ({ ...partner('CONTOSO'), attributes: { city: 'Springfield' } }),
		then: ([row], sandbox) => {
			expect(row).toMatchObject({ partnerName: 'CONTOSO', created: false, rowsAffected: 1 });
			expect(stored(sandbox, 'partners', 'CONTOSO')).toMatchObject({ city: 'Springfield', code: 'S0043' });
		},
	},
	'tradingPartner:get': {
		given: () => ({ partner: name('NORTHWIND') }),
		then: ([row]) => {
			expect(row).toMatchObject({ partnerName: 'NORTHWIND', isInitiatingProducer: true });
			expect(row).not.toHaveProperty('password');
		},
	},
	'tradingPartner:getMany': {
		given: () => ({ partnerNameFilter: 'NORTH', returnAll: false, limit: 5, simplify: false }),
		then: (found) => {
			expect(found).toMatchObject([{ partnerName: 'NORTHWIND', doesUseSSH: { code: false } }]);
		},
	},
	'tradingPartner:update': {
		given: () => ({ partner: name('NORTHWIND'), attributes: { phone: '42', givenName: 'N.' } }),
		then: (_rows, sandbox) =>
			expect(stored(sandbox, 'partners', 'NORTHWIND')).toMatchObject({
				phone: '42',
				givenName: 'N',
				surname: 'Winder',
			}),
	},
	'tradingPartner:delete': {
		given: (sandbox) => {
			sandbox.tables.partners.rows.set('LEAVING', { partnerName: 'LEAVING' });
			return { partner: name('LEAVING') };
		},
		then: (_rows, sandbox) => expect(stored(sandbox, 'partners', 'LEAVING')).toBeUndefined(),
	},
	'community:create': {
		given: () => ({ name: 'Carriers', partnersInitiateConnections: true, attributes: { sshListening: true } }),
		then: (_rows, sandbox) =>
			expect(stored(sandbox, 'communities', 'Carriers')).toMatchObject({ sshListening: true, ftpListening: false }),
	},
	'community:get': {
		given: () => ({ community: locate('list', 'Custom') }),
		then: ([row]) => expect(row).toMatchObject({ name: 'Custom', customProtocols: 'OFTP2,AS4' }),
	},
	'community:getMany': {
		given: () => ({ nameFilter: 'Sup*', returnAll: true }),
		then: (found) => expect(found.map((row) => row.name)).toEqual(['Suppliers']),
	},
	'community:update': {
		given: () => ({ community: name('Custom'), attributes: { ftpListening: true } }),
		then: (_rows, sandbox) =>
			expect(stored(sandbox, 'communities', 'Custom')).toMatchObject({
				ftpListening: true,
				customProtocols: 'OFTP2,AS4',
			}),
	},
	'community:delete': {
		given: (sandbox) => {
			sandbox.tables.communities.rows.set('Old', { name: 'Old' });
			return { community: name('Old') };
		},
		then: (_rows, sandbox) => expect(stored(sandbox, 'communities', 'Old')).toBeUndefined(),
	},
	'partnerGroup:create': {
		given: () => ({ groupName: 'Both', groupMembers: 'NORTHWIND,CONTOSO' }),
		then: (_rows, sandbox) =>
			expect(stored(sandbox, 'groups', 'Both')).toMatchObject({ groupMembers: 'NORTHWIND,CONTOSO' }),
	},
	'partnerGroup:addMembers': {
		given: (sandbox) => {
			sandbox.tables.groups.rows.set('Add', { groupName: 'Add', groupMembers: 'CONTOSO' });
			return { partnerGroup: name('Add'), partners: 'NORTHWIND' };
		},
		then: (_rows, sandbox) =>
			expect(stored(sandbox, 'groups', 'Add')).toMatchObject({ groupMembers: 'CONTOSO,NORTHWIND' }),
	},
	'partnerGroup:removeMembers': {
		given: (sandbox) => {
			sandbox.tables.groups.rows.set('Less', { groupName: 'Less', groupMembers: 'CONTOSO,NORTHWIND' });
			return { partnerGroup: name('Less'), partners: ' CONTOSO ' };
		},
		then: (_rows, sandbox) => expect(stored(sandbox, 'groups', 'Less')).toMatchObject({ groupMembers: 'NORTHWIND' }),
	},
	'partnerGroup:get': {
		given: () => ({ partnerGroup: name('EDI Suppliers') }),
		then: ([row]) => expect(row).toMatchObject({ groupMembers: 'NORTHWIND,CONTOSO' }),
	},
	'partnerGroup:getMany': {
		given: () => ({ groupNameFilter: 'EDI', returnAll: true }),
		then: (found) => expect(found.map((row) => row.groupName)).toEqual(['EDI Suppliers']),
	},
	'partnerGroup:delete': {
		given: (sandbox) => {
			sandbox.tables.groups.rows.set('Gone', { groupName: 'Gone' });
			return { partnerGroup: name('Gone') };
		},
		then: (_rows, sandbox) => expect(stored(sandbox, 'groups', 'Gone')).toBeUndefined(),
	},
};
