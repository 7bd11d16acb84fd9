import type { INode } from 'n8n-workflow';

import { Bench, FORMATS } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const organizations = (operation: string, more: INode['parameters'] = {}) => ({
	resource: 'organization',
	operation,
	...more,
});
const byCode = (code: string) => ({ organization: locate('code', code) });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const code = (text: string) => `${text}_${dataFormat.toUpperCase()}`;
	const stored = (organization: string) =>
		wire.sandbox.store.rows('Organization').find((row) => row.OrganizationCode === organization);
	const store = (organizationCode: string): INode['parameters'] => ({
		organizationCode,
		organizationName: 'Store 12',
		corporateAddress: {
			address: { addressLine1: '1 Example Street', city: 'Exampleton', country: 'US', zipCode: '00000' },
		},
		node: { shipNode: organizationCode, nodeType: 'Store', isFulfillmentNode: true, description: 'Store 12' },
		roles: { role: [{ roleKey: 'NODE' }] },
		enterprises: { enterprise: [{ enterpriseCode: 'AURORA' }] },
		additionalFields: {
			localeCode: 'en_US_EST',
			parentOrganizationCode: locate('code', 'AURORA'),
			primaryEnterpriseKey: locate('code', 'AURORA'),
		},
	});

	it('organization:create makes a store with its node', async () => {
		// Sterling confirms without the document, so it is looked up.
		expect(await wire.one(organizations('create', store(code('NEW'))))).toMatchObject({
			OrganizationCode: code('NEW'),
		});
		const read = await wire.one(organizations('get', { ...byCode(code('NEW')), output: 'details' }));
		expect(read).toMatchObject({
			OrganizationName: 'Store 12',
			PrimaryEnterpriseKey: 'AURORA',
			Address: { City: 'Exampleton' },
			Node: { ShipNode: code('NEW'), NodeType: 'Store', IsFulfillmentNode: 'Y' },
			Roles: [{ RoleKey: 'NODE' }],
		});
	});

	it('organization:create refuses a second one, and one without an address', async () => {
		await wire.run(organizations('create', store(code('TWICE'))));
		expect((await wire.refused(organizations('create', store(code('TWICE'))))).message).toContain('[YFC0001]');
		const homeless = { ...store(code('HOMELESS')), corporateAddress: {} };
		expect((await wire.refused(organizations('create', homeless))).message).toContain('[YFS10460]');
	});

	it('organization:upsert creates, then changes', async () => {
		await wire.run(organizations('upsert', store(code('UP'))));
		await wire.run(organizations('upsert', { organizationCode: code('UP'), organizationName: 'Store 13' }));
		expect(stored(code('UP'))).toMatchObject({ OrganizationName: 'Store 13' });
	});

	it('organization:update retires a node', async () => {
		await wire.run(organizations('create', store(code('OLD'))));
		await wire.run(organizations('update', { ...byCode(code('OLD')), node: { activateFlag: false } }));
		const read = await wire.one(organizations('get', { ...byCode(code('OLD')), output: 'details' }));
		expect(read).toMatchObject({ Node: { ActivateFlag: 'N' } });
	});

	it('organization:delete removes an unused one; one in use says what holds it', async () => {
		await wire.run(organizations('create', store(code('GONE'))));
		expect(await wire.one(organizations('delete', byCode(code('GONE'))))).toEqual({
			OrganizationCode: code('GONE'),
			deleted: true,
		});
		expect(stored(code('GONE'))).toBeUndefined();
		const error = await wire.refused(organizations('delete', byCode('AURORA')));
		expect(error.message).toMatch(/\[(YCP02\d\d|YDB\d+)\]/);
		expect(stored('AURORA')).toBeDefined();
	});

	it('organization:getMany filters by role', async () => {
		const rows = await wire.run(organizations('getMany', { returnAll: true, filters: { roleKey: 'ENTERPRISE' } }));
		expect(rows.map((row) => row.OrganizationCode)).toEqual(expect.arrayContaining(['AURORA', 'BOREALIS']));
		expect(rows.every((row) => row.IsEnterprise === 'Y')).toBe(true);
	});
});
