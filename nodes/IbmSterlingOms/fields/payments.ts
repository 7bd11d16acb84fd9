import type { Document } from '../../../kit/xml/document';
import { attribute, repeat, type Field } from '../../../kit/n8n/fields/field';
import { getPath, isElement } from '../../../kit/n8n/path';

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
				'Payments made elsewhere, by reference. Card numbers are refused: send the token of the payment provider.',
		},
		[
			attribute('Payment Type', 'paymentType', 'PaymentType', { placeholder: 'e.g. OTHER' }),
			attribute('Reference', 'paymentReference1', 'PaymentReference1', {
				placeholder: 'e.g. tok_1A2B',
				description: 'Token or reference of the payment provider',
			}),
			attribute('Maximum Charge', 'maxChargeLimit', 'MaxChargeLimit', { placeholder: 'e.g. 49.90' }),
			attribute('Charge Type', 'chargeType', `${DETAILS}.ChargeType`, {
				type: 'options',
				default: 'AUTHORIZATION',
				options: [
					{ name: 'Authorization', value: 'AUTHORIZATION' },
					{ name: 'Charge', value: 'CHARGE' },
				],
			}),
			attribute('Requested Amount', 'requestAmount', `${DETAILS}.RequestAmount`),
			attribute('Processed Amount', 'processedAmount', `${DETAILS}.ProcessedAmount`),
			attribute('Authorization ID', 'authorizationId', `${DETAILS}.AuthorizationID`),
			attribute('Authorization Expires', 'authorizationExpirationDate', `${DETAILS}.AuthorizationExpirationDate`, {
				type: 'dateTime',
			}),
		],
	);
