import type { Field } from '../../../kit/n8n/fields/field';
import { rows } from './rows';
import { choice, member } from './member';

export const parties = (): Field =>
	rows({
		displayName: 'Parties',
		name: 'parties',
		entry: 'Party',
		key: 'role',
		description: 'Parties of the business, such as ship-to and bill-to',
		fields: [
			choice(
				'Role',
				'role',
				'role',
				[
					['Bill To', 'billTo'],
					['Buyer', 'buyer'],
					['Mark For', 'markFor'],
					['Remit To', 'remitTo'],
					['Seller', 'seller'],
					['Ship From', 'shipFrom'],
					['Ship To', 'shipTo'],
					['Vendor', 'vendor'],
				],
				{
					default: 'shipTo',
					required: true,
					description: 'Role of the party (N101). Use an expression for another code.',
				},
			),
			member('Name', 'name', 'name', {
				placeholder: 'e.g. Aurora Retail',
				description: 'Name of the company or person',
			}),
			choice(
				'ID Type',
				'idType',
				'idType',
				[
					['Assigned by Buyer (92)', 'assignedByBuyer'],
					['Assigned by Seller (91)', 'assignedBySeller'],
					['DUNS (1)', 'duns'],
					['DUNS+4 (9)', 'dunsPlus4'],
					['GLN (UL)', 'gln'],
					['Mutually Defined (ZZ)', 'mutuallyDefined'],
					['None', ''],
				],
				{ default: '', description: 'Kind of ID (N103)' },
			),
			member('ID', 'id', 'id', { placeholder: 'e.g. 0042', description: 'ID of the party (N104)' }),
			member('Street', 'address1', 'address1', {
				placeholder: 'e.g. 1 Main St',
				description: 'First line of the address',
			}),
			member('Street 2', 'address2', 'address2', {
				placeholder: 'e.g. Dock 4',
				description: 'Second line of the address',
			}),
			member('City', 'city', 'city', { placeholder: 'e.g. Exampleton', description: 'City of the address' }),
			member('State', 'state', 'state', { placeholder: 'e.g. OH', description: 'State or province, two letters' }),
			member('Postal Code', 'postalCode', 'postalCode', {
				placeholder: 'e.g. 43004',
				description: 'ZIP or postal code',
			}),
			member('Country', 'country', 'country', { placeholder: 'e.g. US', description: 'Country code' }),
		],
	});

export const dates = (): Field =>
	rows({
		displayName: 'Dates',
		name: 'dates',
		entry: 'Date',
		key: 'type',
		main: 'value',
		description: 'Dates of the whole document',
		fields: [
			member('Type', 'type', 'type', {
				default: 'shipRequested',
				required: true,
				placeholder: 'e.g. shipRequested',
				description:
					'Name from the date table, such as deliveryRequested, shipRequested, shipped or cancelAfter, or a code',
			}),
			member('Date', 'value', 'value', { type: 'dateTime', description: 'The date, with a time if it matters' }),
		],
	});

export const references = (): Field =>
	rows({
		displayName: 'References',
		name: 'references',
		entry: 'Reference',
		key: 'type',
		main: 'value',
		description: 'Reference numbers of the business',
		fields: [
			member('Type', 'type', 'type', {
				default: '',
				required: true,
				placeholder: 'e.g. vendorOrder',
				description: 'Name such as vendorOrder, customerOrder, department, billOfLading or trackingNumber, or a code',
			}),
			member('Value', 'value', 'value', { placeholder: 'e.g. SO-1001', description: 'The number' }),
		],
	});

export const charges = (): Field =>
	rows({
		displayName: 'Charges and Allowances',
		name: 'charges',
		entry: 'Charge',
		description: 'Freight, discounts and the like for the whole document',
		fields: [
			choice(
				'Kind',
				'kind',
				'kind',
				[
					['Allowance', 'allowance'],
					['Charge', 'charge'],
				],
				{
					default: 'charge',
					description: 'Whether the amount is added or subtracted',
				},
			),
			member('Code', 'code', 'code', {
				placeholder: 'e.g. D240',
				description: 'Code of the charge or allowance (SAC02), such as D240 for freight or C310 for a discount',
			}),
			member('Amount', 'amount', 'amount', {
				placeholder: 'e.g. 12.50',
				description: 'Amount in the currency of the document',
			}),
			member('Text', 'text', 'text', { placeholder: 'e.g. Freight', description: 'Description of the charge' }),
		],
	});

export const taxes = (): Field =>
	rows({
		displayName: 'Taxes',
		name: 'taxes',
		entry: 'Tax',
		description: 'Taxes of the whole document',
		fields: [
			member('Type', 'type', 'type', {
				placeholder: 'e.g. ST',
				description: 'ST state and local, VA value added, GS goods and services',
			}),
			member('Amount', 'amount', 'amount', { placeholder: 'e.g. 1.20', description: 'Amount of the tax' }),
			member('Percent', 'percent', 'percent', { placeholder: 'e.g. 7', description: 'Rate of the tax in percent' }),
		],
	});

export const paymentTerms = (): Field =>
	rows({
		displayName: 'Payment Terms',
		name: 'paymentTerms',
		entry: 'Terms',
		description: 'When to pay, and the discount for early payment',
		needed: ['netDays', 'discountPercent', 'discountDays'],
		fields: [
			member('Type', 'type', 'type', {
				default: '01',
				placeholder: 'e.g. 01',
				description: '01 basic, 08 basic discount, 14 previously agreed',
			}),
			member('Basis', 'basis', 'basis', {
				default: '3',
				placeholder: 'e.g. 3',
				description: 'What the days count from: 1 ship date, 2 delivery, 3 invoice date',
			}),
			member('Net Days', 'netDays', 'netDays', { placeholder: 'e.g. 30', description: 'Days until payment is due' }),
			member('Discount Percent', 'discountPercent', 'discountPercent', {
				placeholder: 'e.g. 2',
				description: 'Discount for early payment',
			}),
			member('Discount Days', 'discountDays', 'discountDays', {
				placeholder: 'e.g. 10',
				description: 'Days in which the discount applies',
			}),
		],
	});
