import { attribute, element, type Field } from '../../../kit/n8n/fields/field';

/** Attributes of a PersonInfo element. */
export function addressAttributes(): Field[] {
	return [
		attribute('Address Line 1', 'addressLine1', 'AddressLine1'),
		attribute('Address Line 2', 'addressLine2', 'AddressLine2'),
		attribute('Address Line 3', 'addressLine3', 'AddressLine3'),
		attribute('City', 'city', 'City'),
		attribute('Company', 'company', 'Company'),
		attribute('Country', 'country', 'Country', { placeholder: 'e.g. US' }),
		attribute('Email', 'emailId', 'EMailID', { placeholder: 'e.g. name@email.com' }),
		attribute('First Name', 'firstName', 'FirstName'),
		attribute('Last Name', 'lastName', 'LastName'),
		attribute('Mobile Phone', 'mobilePhone', 'MobilePhone'),
		attribute('Phone', 'dayPhone', 'DayPhone'),
		attribute('State', 'state', 'State'),
		attribute('ZIP Code', 'zipCode', 'ZipCode'),
	];
}

/** A PersonInfo element, such as PersonInfoShipTo. */
export function address(displayName: string, name: string, path: string): Field {
	return element(displayName, name, path, addressAttributes());
}
