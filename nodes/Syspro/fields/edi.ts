import { choice, flag, group, shownFor, text } from '../../../kit/n8n/fields/basic';
import { codeTable } from '../../../kit/n8n/fields/codeTable';
import { steering, type Field } from '../../../kit/n8n/fields/field';
import { simplify } from '../../../kit/n8n/fields/output';

const units = codeTable({
	displayName: 'Units',
	name: 'unitTable',
	entry: 'Unit',
	description: 'Units of measure of your SYSPRO and their X12 codes (element 355). Usual names are known.',
	code: { displayName: 'X12 Code', description: 'The code in the X12 document', example: 'EA' },
	own: { displayName: 'SYSPRO Unit', description: 'What SYSPRO calls it', example: 'EACH' },
});
const currencies = codeTable({
	displayName: 'Currencies',
	name: 'currencyTable',
	entry: 'Currency',
	description: 'Currencies of your SYSPRO that are not ISO codes, such as $',
	code: { displayName: 'ISO Code', description: 'Three-letter currency code', example: 'USD' },
	own: { displayName: 'SYSPRO Currency', description: 'What SYSPRO calls it', example: '$' },
});
const addresses = choice('Address Lines', 'addresses', 'Meaning of the five address lines in SYSPRO', [
	{ name: 'Free Lines', value: 'lines', description: 'Each line is a line of the address (N3)' },
	{ name: 'Street, Street, City, State, Country', value: 'parts', description: 'City, state and country go into N4' },
]);
const stripsZeros = flag(
	'Strip Leading Zeros',
	'stripsZeros',
	'Whether partners see codes without the zeros that SYSPRO pads them with',
);
const ownPart = text(
	'Buyer Part Name',
	'buyerPartName',
	'Item number of the buyer, by its name in the X12 EDI node',
	'buyerPart',
	{ default: 'buyerPart' },
);
const vendorPart = text(
	'Vendor Part Name',
	'vendorPartName',
	'Item number of the vendor, by its name in the X12 EDI node',
	'vendorPart',
	{ default: 'vendorPart' },
);
const freightCode = text('Freight Code', 'freightCode', 'SAC02 of freight', 'D240', { default: 'D240' });
const chargeCode = text('Charge Code', 'chargeCode', 'SAC02 of miscellaneous charges', 'F050', { default: 'F050' });
const localCurrency = text(
	'Local Currency',
	'localCurrency',
	'ISO code of the currency of the company, for records that name none',
	'USD',
);
const otherPriceUnit = choice(
	'Other Price Unit',
	'otherPriceUnit',
	'What to do if a price is per a different unit than the quantity. Prices per hundred or thousand are always supported.',
	[
		{ name: 'Stop', value: 'stop' },
		{ name: 'Leave Price Out', value: 'leaveOut' },
	],
);
const taxType = text(
	'Tax Type',
	'taxType',
	'TXI01 of the tax: TX all taxes, ST state, VA value added, GS goods',
	'ST',
	{
		default: 'TX',
	},
);
const onProblems = choice('On Problems', 'onProblems', 'What to do with a document that cannot be translated', [
	{ name: 'Stop', value: 'stop' },
	{
		name: 'Return the Problem',
		value: 'report',
		description: 'As an item with the field problem, in addition to the others',
	},
]);
const onlyEdi = flag(
	'EDI Partners Only',
	'onlyEdi',
	'Whether to leave out documents of partners that have no EDI code in SYSPRO',
);

/** What a document comes out as: the record of SYSPRO, or the form that the X12 node takes. */
export const output = (set: '850' | '810' | '856'): Field[] => [
	steering(
		choice('Output', 'output', 'What to return', [
			{ name: 'SYSPRO Record', value: 'record' },
			{
				name: `X12 Document (${set})`,
				value: 'x12',
				description: 'Ready for Interchange: Create of the X12 EDI node, with the partner and the number',
			},
		]),
	),
	simplify({ show: { output: ['record'] } }),
	shown(
		group('X12 Options', 'x12', 'Add Option', 'How to translate the document', [
			addresses,
			currencies,
			localCurrency,
			onlyEdi,
			onProblems,
			ownPart,
			stripsZeros,
			units,
			vendorPart,
			...(set === '856' ? [] : [chargeCode, freightCode, otherPriceUnit]),
			...(set === '810' ? [taxType] : []),
		]),
	),
];

const shown = ({ property }: Field): Field => steering(shownFor({ output: ['x12'] }, property));

/** The document of a partner, and how it is understood. */
export const incoming = (set: '850' | '855' | '856' | '810', what: string): Field[] => [
	steering({
		displayName: 'Document',
		name: 'document',
		type: 'json',
		default: '={{ $json.document }}',
		required: true,
		placeholder: 'e.g. {{ $json.document }}',
		description: `The ${what} (${set}) as returned by Interchange: Read of the X12 EDI node, or the same form created elsewhere`,
	}),
];

/** How a partner's document is understood. */
export const incomingOptions = (set: '850' | '855' | '856' | '810'): Field =>
	group('X12 Options', 'x12', 'Add Option', 'How to read the document', [
		...(set === '856' ? [] : [currencies, localCurrency]),
		...(set === '810' ? [] : [ownPart, units, vendorPart]),
		...(set === '850' || set === '810' ? [freightCode] : []),
	]);
