import { cents, code, number, text, unit } from '../../mapping/codecs';
import { value } from '../../mapping/member';
import { fields, list, type Level, type LoopRule, type Rule } from '../../mapping/rules';
import { CHARGE_KINDS } from '../../tables/codes';
import { taxes } from './values';

/** SAC: allowances and charges, with the segments that belong to one. */
const charge = (...rules: Rule[]): Level => ({
	opens: 'SAC',
	rules: [
		fields(
			'SAC',
			value(1, 'kind', code(CHARGE_KINDS), { isRequired: true }),
			value(2, 'code', text),
			value(3, 'agency', text),
			value(4, 'agencyCode', text),
			value(5, 'amount', cents),
			value(6, 'percentType', text),
			value(7, 'percent', number),
			value(8, 'rate', number),
			value(9, 'unit', unit),
			value(10, 'quantity', number),
			value(11, 'quantity2', number),
			value(12, 'handling', text),
			value(13, 'reference', text),
			value(14, 'option', text),
			value(15, 'text', text),
			value(16, 'language', text),
		),
		...rules,
	],
});

/** In orders. */
export const charges: LoopRule = list(charge(), 'charges');

/** In invoices, and in their lines. */
export const chargesWithTaxes: LoopRule = list(charge(taxes), 'charges');
