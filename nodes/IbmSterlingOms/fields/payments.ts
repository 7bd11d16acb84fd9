import { isElement, type Document } from '../../../kit/xml/document';
import { attribute, attributeOf, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { getPath } from '../../../kit/xml/path';
import { commonCode } from './locators';

const DETAILS = 'PaymentDetailsList.PaymentDetails';

/** The preset charge type alone is no transaction: such a payment is left for Sterling to authorize. */
function withoutBareDetails(payment: Document): Document {
	const details = getPath(payment, DETAILS);
	if (isElement(details) && Object.keys(details).some((name) => name !== 'ChargeType')) return payment;
	const { PaymentDetailsList: _bare, ...rest } = payment;
	return rest;
}

/** Payments that were authorized or charged elsewhere; card numbers do not belong in a workflow and are refused. */
export const payments = (): Field =>
	repeat(
		'Payments',
		'payments',
		'PaymentMethods.PaymentMethod',
		{
			entry: 'Payment',
			key: 'payment',
			tidy: withoutBareDetails,
			description:
				'Payments that were authorized or charged elsewhere, by reference. Card numbers are refused: send the token of the payment provider.',
		},
		[
			attributeOf(
				{
					...commonCode('Payment Type', 'paymentType', 'searchPaymentTypes', 'OTHER', 'Payment type of your Sterling'),
					required: true,
				},
				'PaymentType',
			),
			attribute('Reference', 'paymentReference1', 'PaymentReference1', {
				placeholder: 'e.g. tok_1A2B',
				description: 'Token or reference of the payment provider',
			}),
			attribute('Maximum Charge', 'maxChargeLimit', 'MaxChargeLimit', {
				placeholder: 'e.g. 49.90',
				description: 'Highest amount that may be charged to this payment',
			}),
			attribute('Charge Type', 'chargeType', `${DETAILS}.ChargeType`, {
				type: 'options',
				default: 'AUTHORIZATION',
				options: [
					{ name: 'Authorization', value: 'AUTHORIZATION', description: 'The amount is reserved' },
					{ name: 'Charge', value: 'CHARGE', description: 'The amount is paid' },
				],
				description: 'What was done with the amounts below',
			}),
			attribute('Requested Amount', 'requestAmount', `${DETAILS}.RequestAmount`, {
				placeholder: 'e.g. 49.90',
				description: 'Amount that was requested',
			}),
			attribute('Processed Amount', 'processedAmount', `${DETAILS}.ProcessedAmount`, {
				placeholder: 'e.g. 49.90',
				description: 'Amount that was authorized or charged',
			}),
			attribute('Authorization ID', 'authorizationId', `${DETAILS}.AuthorizationID`, {
				placeholder: 'e.g. A-12345',
				description: 'Number of the authorization at the payment provider',
			}),
			attribute('Authorization Expires', 'authorizationExpirationDate', `${DETAILS}.AuthorizationExpirationDate`, {
				type: 'dateTime',
				placeholder: 'e.g. 2026-12-31',
				description: 'Until when the authorization can be charged',
			}),
		],
	);
