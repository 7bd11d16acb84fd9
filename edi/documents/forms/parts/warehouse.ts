import { code, date, integer, number, text, time, unit } from '../../mapping/codecs';
import { brief, record } from '../../mapping/entry';
import { value, type Member } from '../../mapping/member';
import { fields, keyed, list, listed, optional, type FieldsRule, type LoopRule, type Rule } from '../../mapping/rules';
import { CONTACT_NUMBERS, CONTACT_ROLES, REFERENCES, WAREHOUSE_DATES } from '../../tables/codes';
import { texts } from './values';

/** Segments of the documents of warehouses, which have older ones than orders and invoices. */

/** N9: `{ vendorOrder: 'SO-1' }`. */
export const references = keyed(
	'N9',
	'references',
	() => REFERENCES,
	brief(value(2, 'value', text), value(3, 'description', text)),
);

/** G62: `{ shipRequested: '2026-12-01' }`, with a time as `{ shipRequested: { date, timeType, time } }`. */
export const dates = keyed(
	'G62',
	'dates',
	() => WAREHOUSE_DATES,
	brief(
		value(2, 'date', date, { isRequired: true }),
		value(3, 'timeType', text),
		value(4, 'time', time),
		value(5, 'timeZone', text),
	),
);

/** G61. */
export const contacts = listed(
	'G61',
	'contacts',
	record(
		value(1, 'role', code(CONTACT_ROLES), { isRequired: true, otherwise: 'information' }),
		value(2, 'name', text, { isRequired: true }),
		{ pairs: [3, 4], name: '', table: () => CONTACT_NUMBERS },
	),
);

/** G69. */
export const description = texts('G69', 'description', [1], 45);

/** LX loop: a line with its items. */
export const lines = (...rules: Rule[]): LoopRule =>
	list({ opens: 'LX', rules: [fields('LX', value(1, 'number', integer, { isRequired: true })), ...rules] }, 'lines');

/** W03 or W76: totals of the document. */
export const totals = (segment: string, ...more: Member[]): FieldsRule =>
	optional(
		segment,
		value(1, 'totalQuantity', number, { isRequired: true }),
		value(2, 'weight', number),
		value(3, 'weightUnit', unit),
		value(4, 'volume', number),
		value(5, 'volumeUnit', unit),
		...more,
	);
