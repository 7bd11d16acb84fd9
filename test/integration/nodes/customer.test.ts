import type { INode } from 'n8n-workflow';

import { Bench, FORMATS } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const customers = (operation: string, more: INode['parameters'] = {}) => ({ resource: 'customer', operation, ...more });
const byId = (customerId: string) => ({ customer: locate('id', customerId) });

const ADA = {
	contact: [
		{
			customerContactId: 'ADA',
			firstName: 'Ada',
			lastName: 'Example',
			emailId: 'ada@example.com',
			addresses: {
				address: [
					{
						isDefaultShipTo: true,
						personInfo: { address: { addressLine1: '1 Example Street', city: 'Exampleton', country: 'US' } },
					},
				],
			},
		},
	],
};

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const id = (text: string) => `${text}-${dataFormat}`;
	const stored = (customerId: string) =>
		wire.sandbox.store.rows('Customer').find((row) => row.CustomerID === customerId);
	const create = (customerId: string, more: INode['parameters'] = {}) =>
		customers('create', { customerId, customerType: '02', ...more });

	it('customer:create makes a customer with contacts and addresses, and answers the key', async () => {
		const made = await wire.one(
			create(id('NEW'), { contacts: ADA, additionalFields: { externalCustomerId: 'CRM-9' } }),
		);
		expect(made).toMatchObject({ CustomerID: id('NEW'), OrganizationCode: 'AURORA', CustomerKey: expect.any(String) });
		const read = await wire.one(customers('get', { ...byId(id('NEW')), output: 'details' }));
		expect(read).toMatchObject({
			CustomerType: '02',
			ExternalCustomerID: 'CRM-9',
			Contacts: [
				{
					FirstName: 'Ada',
					EmailID: 'ada@example.com',
					Addresses: [{ IsDefaultShipTo: 'Y', Address: { City: 'Exampleton', Country: 'US' } }],
				},
			],
		});
	});

	it('customer:create refuses a second customer of that name', async () => {
		await wire.run(create(id('TWICE')));
		expect((await wire.refused(create(id('TWICE')))).message).toContain('[YFC0001]');
	});

	it('customer:upsert creates, then changes', async () => {
		await wire.run(customers('upsert', { customerId: id('UP'), additionalFields: { customerLevel: 'SILVER' } }));
		await wire.run(customers('upsert', { customerId: id('UP'), additionalFields: { customerLevel: 'GOLD' } }));
		expect(stored(id('UP'))).toMatchObject({ CustomerLevel: 'GOLD', CustomerType: '02' });
	});

	it('customer:update changes by key; one that is not there is refused', async () => {
		const made = await wire.one(create(id('CHANGE')));
		const customer = locate('key', String(made.CustomerKey));
		await wire.run(customers('update', { customer, additionalFields: { status: '20' } }));
		expect(stored(id('CHANGE'))).toMatchObject({ Status: '20' });
		const error = await wire.refused(customers('update', { ...byId('NOBODY'), additionalFields: { status: '20' } }));
		expect(error.message).toContain('[YFS10319]');
	});

	it('customer:delete removes a customer and says so; a second time is refused', async () => {
		await wire.run(create(id('GONE')));
		expect(await wire.one(customers('delete', byId(id('GONE'))))).toMatchObject({
			CustomerID: id('GONE'),
			deleted: true,
		});
		expect(stored(id('GONE'))).toBeUndefined();
		expect((await wire.refused(customers('delete', byId(id('GONE'))))).message).toContain('[YFS10319]');
	});

	it('customer:getMany finds customers by the e-mail of a contact', async () => {
		await wire.run(
			create(id('MAIL'), { contacts: { contact: [{ customerContactId: 'M', emailId: `${id('mail')}@example.com` }] } }),
		);
		const rows = await wire.run(customers('getMany', { filters: { emailId: `${id('mail')}@example.com` } }));
		expect(rows.map((row) => row.CustomerID)).toEqual([id('MAIL')]);
	});
});
