import { attributes, extend, type Shape } from '../shape';
import { person } from './person';

export const customerSummary: Shape = {
	attributes: attributes(`
		CustomerKey CustomerID OrganizationCode CustomerType Status CustomerClassificationCode CustomerLevel
		BuyerOrganizationCode ExternalCustomerID CustomerRewardsNo RegisteredDate Createts Modifyts
	`),
	custom: ['Extn'],
};

export const customerWithContacts: Shape = extend(customerSummary, {
	lists: {
		Contacts: {
			path: 'CustomerContactList.CustomerContact',
			shape: {
				attributes: attributes('CustomerContactID FirstName LastName EmailID DayPhone MobilePhone Company'),
				custom: ['Extn'],
				lists: {
					Addresses: {
						path: 'CustomerAdditionalAddressList.CustomerAdditionalAddress',
						shape: {
							attributes: attributes('CustomerAdditionalAddressID IsBillTo IsShipTo IsDefaultBillTo IsDefaultShipTo'),
							elements: { Address: { path: 'PersonInfo', shape: person } },
						},
					},
				},
			},
		},
	},
});

export const customerEverything: Shape = extend(customerWithContacts, {
	attributes: attributes('Lockid ParentCustomerKey RelationshipType SlotPreferenceType Vertical'),
	elements: {
		BuyerOrganization: {
			path: 'BuyerOrganization',
			shape: { attributes: attributes('OrganizationCode OrganizationName ParentOrganizationCode') },
		},
		ConsumerBillTo: { path: 'Consumer.BillingPersonInfo', shape: person },
	},
	lists: { Notes: { path: 'NoteList.Note', shape: { attributes: attributes('NoteText ReasonCode') } } },
});
