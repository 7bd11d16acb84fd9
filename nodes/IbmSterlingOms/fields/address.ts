import { attribute, type Field } from '../../../kit/n8n/fields/field';
import { form } from '../../../kit/n8n/fields/repeat';

const SHOWN = { typeOptions: { showEvenWhenOptional: true } };

/** Attributes of a PersonInfo element, in the order in which people write an address. */
function addressAttributes(): Field[] {
	return [
		attribute('First Name', 'firstName', 'FirstName', {
			...SHOWN,
			placeholder: 'e.g. Ada',
			description: 'First name of the person at this address',
		}),
		attribute('Last Name', 'lastName', 'LastName', {
			...SHOWN,
			placeholder: 'e.g. Example',
			description: 'Last name of the person at this address',
		}),
		attribute('Company', 'company', 'Company', {
			placeholder: 'e.g. Aurora Retail',
			description: 'Company at this address',
		}),
		attribute('Address Line 1', 'addressLine1', 'AddressLine1', {
			...SHOWN,
			placeholder: 'e.g. 1 Example Street',
			description: 'Street and house number',
		}),
		attribute('Address Line 2', 'addressLine2', 'AddressLine2', {
			placeholder: 'e.g. Apartment 5',
			description: 'Apartment, floor or building',
		}),
		attribute('Address Line 3', 'addressLine3', 'AddressLine3', {
			placeholder: 'e.g. Rear entrance',
			description: 'Anything else that the carrier needs to find the address',
		}),
		attribute('City', 'city', 'City', { ...SHOWN, placeholder: 'e.g. Exampleton', description: 'City or town' }),
		attribute('State', 'state', 'State', {
			...SHOWN,
			placeholder: 'e.g. TX',
			description: 'State, province or region, as a code if your Sterling uses codes',
		}),
		attribute('ZIP Code', 'zipCode', 'ZipCode', {
			...SHOWN,
			placeholder: 'e.g. 75001',
			description: 'Postal code. Sterling uses it to find the nearest node.',
		}),
		attribute('Country', 'country', 'Country', {
			...SHOWN,
			placeholder: 'e.g. US',
			description: 'Country code of two letters',
		}),
		attribute('Phone', 'dayPhone', 'DayPhone', {
			placeholder: 'e.g. +1 555 0100',
			description: 'Phone number during the day',
		}),
		attribute('Mobile Phone', 'mobilePhone', 'MobilePhone', {
			placeholder: 'e.g. +1 555 0101',
			description: 'Mobile phone number',
		}),
		attribute('Email', 'emailId', 'EMailID', {
			placeholder: 'e.g. name@email.com',
			description: 'Email address of the person at this address',
		}),
	];
}

/** A PersonInfo element, such as PersonInfoShipTo. */
export const address = (displayName: string, name: string, path: string, description: string): Field =>
	form(displayName, name, [{ entry: 'Address', key: 'address', path, fields: addressAttributes() }], description);

/** The addresses of an order or return. */
export const addresses = (): Field =>
	form(
		'Addresses',
		'addresses',
		[
			{ entry: 'Bill To', key: 'billTo', path: 'PersonInfoBillTo', fields: addressAttributes() },
			{ entry: 'Ship To', key: 'shipTo', path: 'PersonInfoShipTo', fields: addressAttributes() },
		],
		'Bill To is the customer who pays: Sterling requires it for new orders, except drafts. Ship To is where the goods go; it is not needed if the customer picks them up at a store.',
		'Add Address',
	);
