import { code, cents, currency, date, integer, number, text, unit } from '../../mapping/codecs';
import { brief, record } from '../../mapping/entry';
import { value, type PairsMember } from '../../mapping/member';
import { keyed, listed, object, optional, type FieldsRule, type TextsRule } from '../../mapping/rules';
import { moment } from '../../mapping/moment';
import {
	AMOUNTS,
	CONTACT_NUMBERS,
	CONTACT_ROLES,
	FREIGHT_PAYMENTS,
	PARTIES,
	REFERENCES,
	TRANSPORT_MODES,
} from '../../tables/codes';

/** Segments that mean the same wherever they are. Element numbers are those of version 004010; see docs/x12.md. */

/** Texts of all occurrences of a segment; `max` is the length of the element. */
export const texts = (
	segment: string,
	name: string,
	at: readonly number[],
	max: number,
	more: Partial<TextsRule> = {},
): TextsRule => ({ as: 'texts', segment, name, at, max, codec: text, isAlwaysList: false, ...more });

/** Pairs of qualifier and ID, such as PO106 and PO107, as the member `itemIds`. `first` and `last` are element positions. */
export const itemIds = (first: number, last: number): PairsMember => ({
	pairs: [first, last],
	name: 'itemIds',
	table: (tables) => tables.itemIds,
});

/** CUR: the currency, and whose it is. */
export const currencyOf = (party: 'buyer' | 'seller'): FieldsRule =>
	optional(
		'CUR',
		value(1, 'currencyParty', code(PARTIES), { otherwise: party }),
		value(2, 'currency', currency, { isRequired: true }),
		value(3, 'exchangeRate', number),
	);

/** REF: `{ vendorOrder: 'SO-1' }`, with a description as `{ vendorOrder: { value, description } }`. */
export const references = keyed(
	'REF',
	'references',
	() => REFERENCES,
	brief(value(2, 'value', text), value(3, 'description', text)),
);

/** PER. */
export const contacts = listed(
	'PER',
	'contacts',
	record(
		value(1, 'role', code(CONTACT_ROLES), { isRequired: true, otherwise: 'information' }),
		value(2, 'name', text),
		{
			pairs: [3, 8],
			name: '',
			table: () => CONTACT_NUMBERS,
		},
	),
);

/** FOB: who pays the freight, and the terms of delivery. */
export const freight = object(
	'FOB',
	'freight',
	record(
		value(1, 'payment', code(FREIGHT_PAYMENTS), { isRequired: true }),
		value(2, 'locationType', text),
		value(3, 'location', text),
		value(4, 'termsType', text),
		value(5, 'terms', text),
		value(6, 'titlePassageType', text),
		value(7, 'titlePassage', text),
	),
);

/** ITD: terms of payment. */
export const terms = listed(
	'ITD',
	'paymentTerms',
	record(
		value(1, 'type', text),
		value(2, 'basis', text),
		value(3, 'discountPercent', number),
		value(4, 'discountDueDate', date),
		value(5, 'discountDays', integer),
		value(6, 'netDueDate', date),
		value(7, 'netDays', integer),
		value(8, 'discountAmount', cents),
		value(12, 'text', text),
		value(13, 'dayOfMonth', integer),
	),
);

/** DTM: `{ shipRequested: '2026-12-01' }`. */
export const dates = keyed('DTM', 'dates', (tables) => tables.dates, moment(2));

/** PID with free text. */
export const description = texts('PID', 'description', [5], 80, { fixed: { 1: 'F' } });

/** MSG, and MTX in version 005010. */
export const messages = [texts('MSG', 'messages', [1], 264), texts('MTX', 'messages', [2], 4096)];

/** PO4: how an item is packed. */
export const packaging = object(
	'PO4',
	'packaging',
	record(
		value(1, 'pack', integer),
		value(2, 'size', number),
		value(3, 'sizeUnit', unit),
		value(4, 'code', text),
		value(5, 'weightType', text),
		value(6, 'grossWeight', number),
		value(7, 'weightUnit', unit),
		value(8, 'volume', number),
		value(9, 'volumeUnit', unit),
		value(10, 'length', number),
		value(11, 'width', number),
		value(12, 'height', number),
		value(13, 'dimensionUnit', unit),
		value(14, 'innerPack', integer),
	),
);

/** TXI: taxes. */
export const taxes = listed(
	'TXI',
	'taxes',
	record(
		value(1, 'type', text, { isRequired: true }),
		value(2, 'amount', number),
		value(3, 'percent', number),
		value(4, 'jurisdictionType', text),
		value(5, 'jurisdiction', text),
		value(6, 'exemption', text),
		value(7, 'relationship', text),
		value(8, 'taxableAmount', number),
		value(9, 'taxId', text),
	),
);

/** AMT: `{ total: '120' }`. */
export const amounts = keyed(
	'AMT',
	'amounts',
	() => AMOUNTS,
	brief(value(2, 'amount', number, { isRequired: true }), value(3, 'sign', text)),
);

/** TD1: what the goods are packed in. */
export const packages = listed(
	'TD1',
	'packages',
	record(
		value(1, 'code', text),
		value(2, 'count', integer),
		value(6, 'weightType', text),
		value(7, 'weight', number),
		value(8, 'weightUnit', unit),
		value(9, 'volume', number),
		value(10, 'volumeUnit', unit),
	),
);

/** TD5: carrier and route. */
export const routing = listed(
	'TD5',
	'routing',
	record(
		value(1, 'sequence', text),
		value(2, 'carrierIdType', text),
		value(3, 'carrierId', text),
		value(4, 'mode', code(TRANSPORT_MODES)),
		value(5, 'text', text),
		value(6, 'status', text),
		value(7, 'locationType', text),
		value(8, 'location', text),
		value(12, 'serviceLevel', text),
	),
);

/** TD3: the vehicle. */
export const equipment = listed(
	'TD3',
	'equipment',
	record(
		value(1, 'type', text),
		value(2, 'initial', text),
		value(3, 'number', text),
		value(4, 'weightType', text),
		value(5, 'weight', number),
		value(6, 'weightUnit', unit),
		value(9, 'seal', text),
	),
);

/** CAD: who carried the goods, in an invoice. */
export const carrier = object(
	'CAD',
	'carrier',
	record(
		value(1, 'mode', code(TRANSPORT_MODES)),
		value(2, 'equipmentInitial', text),
		value(3, 'equipmentNumber', text),
		value(4, 'scac', text),
		value(5, 'routing', text),
		value(6, 'status', text),
		value(7, 'referenceType', code(REFERENCES)),
		value(8, 'reference', text),
	),
);
