import type { Element } from '../document/element';
import { elementFromJson, type JsonObject } from '../document/json';
import { personInfo } from './person';

interface Person {
	first: string;
	last: string;
	city: string;
}

function customer(id: string, enterprise: string, type: '01' | '02', person: Person, more: JsonObject): Element {
	const { first, last, city } = person;
	const address = personInfo(first, last, city);
	return elementFromJson('Customer', {
		CustomerID: id,
		OrganizationCode: enterprise,
		CustomerType: type,
		Status: '10',
		CustomerContactList: {
			CustomerContact: [
				{
					CustomerContactID: id,
					FirstName: first,
					LastName: last,
					EmailID: address.EMailID,
					DayPhone: address.DayPhone,
					CustomerAdditionalAddressList: {
						CustomerAdditionalAddress: [
							{
								CustomerAdditionalAddressID: `${id}-HOME`,
								IsShipTo: 'Y',
								IsBillTo: 'Y',
								IsDefaultShipTo: 'Y',
								PersonInfo: address,
							},
						],
					},
				},
			],
		},
		...more,
	});
}

/** Three consumers of Aurora, a business customer of Borealis; each enterprise fills a column of its own. */
export const customerSeed: Element[] = [
	customer(
		'C-100',
		'AURORA',
		'02',
		{ first: 'Ada', last: 'Example', city: 'Exampleton' },
		{
			CustomerLevel: 'GOLD',
			ExternalCustomerID: 'CRM-9',
			Extn: { ExtnSegment: 'LOYAL' },
		},
	),
	customer(
		'C-101',
		'AURORA',
		'02',
		{ first: 'Ben', last: 'Sample', city: 'Sampleford' },
		{
			Extn: { ExtnSegment: 'NEW' },
		},
	),
	customer('C-102', 'AURORA', '02', { first: 'Cleo', last: 'Specimen', city: 'Testbury' }, {}),
	customer(
		'B-200',
		'BOREALIS',
		'01',
		{ first: 'Dora', last: 'Buyer', city: 'Specimen Hill' },
		{
			BuyerOrganizationCode: 'BUYER1',
			Extn: { ExtnCreditGroup: 'CG-1' },
		},
	),
];
