import type { Field } from '../../../kit/n8n/fields/field';
import { isLocator, locatorText } from '../../../kit/n8n/fields/value';
import { inField, refuse } from '../../../kit/n8n/refusal';
import { by, locator } from './locators';

/** Whose orders are wanted: a customer by ID, as the order's bill-to, or by the email address on the order. */
export function ofCustomer(): Field {
	const property = locator('Customer', 'customer', {
		search: 'searchCustomerIds',
		by: [by('email', 'Email', 'e.g. name@email.com'), by('id', 'ID', 'e.g. C-100')],
		required: true,
		description:
			'Customer whose orders are returned: pick one or type the Customer ID (the Bill-To ID of the order), or type the email address on the order',
	});
	return {
		property,
		write(document, value) {
			const isEmail = isLocator(value) && value.mode === 'email';
			const text = inField(property.displayName, () => locatorText(value));
			if (text === '')
				inField(property.displayName, () =>
					refuse('is empty', 'Without a customer, the orders of all customers would be read.'),
				);
			document[isEmail ? 'CustomerEMailID' : 'BillToID'] = text;
		},
	};
}
