import { cents, code, date, number, text, unit } from '../mapping/codecs';
import { value, type Member } from '../mapping/member';
import { fields, list, type Level } from '../mapping/rules';
import { PURPOSES } from '../tables/codes';
import { chargesWithTaxes } from './parts/charges';
import { components, lineMembers } from './parts/lines';
import { comments, notes } from './parts/notes';
import { parties } from './parts/parties';
import { counts } from './parts/summary';
import { amounts, carrier, contacts, currencyOf, dates, description, freight, packaging } from './parts/values';
import { references, taxes, terms } from './parts/values';
import { stores } from './parts/stores';

const line: Level = {
	opens: 'IT1',
	rules: [
		fields('IT1', ...lineMembers),
		taxes,
		description,
		packaging,
		terms,
		references,
		contacts,
		stores,
		dates,
		carrier,
		chargesWithTaxes,
		components,
		parties,
	],
};

/** ISS: what was shipped in all. */
const shippedMembers: Member[] = [
	value(1, 'quantity', number),
	value(2, 'unit', unit),
	value(3, 'weight', number),
	value(4, 'weightUnit', unit),
	value(5, 'volume', number),
	value(6, 'volumeUnit', unit),
];

const shipped = list({ opens: 'ISS', rules: [fields('ISS', ...shippedMembers)] }, 'shipped');

/** TDS: the amounts of the whole invoice. */
const totals = fields(
	'TDS',
	value(1, 'total', cents, { isRequired: true }),
	value(2, 'discountableAmount', cents),
	value(3, 'discountedTotal', cents),
	value(4, 'discountAmount', cents),
);

/** 810, from BIG to CTT: invoices and credit notes. */
export const invoice: Level = {
	opens: 'BIG',
	rules: [
		fields(
			'BIG',
			value(1, 'date', date, { isRequired: true }),
			value(2, 'number', text, { isRequired: true }),
			value(3, 'orderDate', date),
			value(4, 'orderNumber', text),
			value(5, 'release', text),
			value(6, 'changeNumber', text),
			value(7, 'transactionType', text),
			value(8, 'purpose', code(PURPOSES)),
			value(9, 'action', text),
			value(10, 'invoiceReference', text),
		),
		comments,
		currencyOf('seller'),
		references,
		contacts,
		parties,
		terms,
		dates,
		freight,
		description,
		notes,
		list(line, 'lines'),
		totals,
		taxes,
		carrier,
		amounts,
		chargesWithTaxes,
		shipped,
		fields('CTT', ...counts),
	],
};
