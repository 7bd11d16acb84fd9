import { attribute, attributeOf, type Field } from '../../../kit/n8n/fields/field';
import { repeat } from '../../../kit/n8n/fields/repeat';
import { commonCode } from './locators';

export const noteContent = (): Field[] => [
	attribute('Text', 'noteText', 'NoteText', {
		required: true,
		typeOptions: { rows: 2 },
		placeholder: 'e.g. Call before delivery',
		description: 'Text of the note',
	}),
	attributeOf(commonCode('Reason Code', 'reasonCode', 'searchNoteReasons', 'CUST_CALL', 'Kind of note'), 'ReasonCode'),
	attribute('Contact Type', 'contactType', 'ContactType', {
		placeholder: 'e.g. PHONE',
		description: 'How the contact with the customer took place',
	}),
];

export const notes = (): Field =>
	repeat(
		'Notes',
		'notes',
		'Notes.Note',
		{ entry: 'Note', key: 'note', hideOptional: true, description: 'Notes to add. Existing notes are never changed.' },
		noteContent(),
	);

export const charges = (): Field =>
	repeat(
		'Charges',
		'charges',
		'HeaderCharges.HeaderCharge',
		{
			entry: 'Charge',
			key: 'charge',
			description: 'Charges and discounts of the whole order, such as shipping. They are included in its total.',
		},
		[
			attributeOf(
				{
					...commonCode(
						'Category',
						'chargeCategory',
						'searchChargeCategories',
						'Shipping',
						'Charge category of your Sterling. It decides whether the amount is a charge or a discount.',
					),
					required: true,
				},
				'ChargeCategory',
			),
			attributeOf(
				{
					...commonCode(
						'Name',
						'chargeName',
						'searchChargeNames',
						'Standard',
						'Name of the charge within its category',
					),
					required: true,
				},
				'ChargeName',
			),
			attribute('Amount', 'chargeAmount', 'ChargeAmount', {
				required: true,
				placeholder: 'e.g. 4.90',
				description: 'Amount in the currency of the order, with a point for decimals',
			}),
		],
	);

export const references = (): Field =>
	repeat(
		'References',
		'references',
		'References.Reference',
		{
			entry: 'Reference',
			key: 'reference',
			description: 'Your own names and values, stored with the order, such as the number of the cart',
		},
		[
			attribute('Name', 'name', 'Name', {
				required: true,
				placeholder: 'e.g. Cart',
				description: 'Name of the reference',
			}),
			attribute('Value', 'value', 'Value', {
				required: true,
				placeholder: 'e.g. 7',
				description: 'Value of the reference',
			}),
		],
	);
