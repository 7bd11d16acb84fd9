import { code, date, text } from '../mapping/codecs';
import { value } from '../mapping/member';
import { fields } from '../mapping/rules';
import { ORDER_TYPES, PURPOSES } from '../tables/codes';
import { changedLineMembers, orderLine } from './parts/lines';
import { orderLevel } from './parts/order';

/** 860, from BCH to CTT. */
export const purchaseOrderChange = orderLevel(
	fields(
		'BCH',
		value(1, 'purpose', code(PURPOSES), { isRequired: true, otherwise: 'change' }),
		value(2, 'orderType', code(ORDER_TYPES), { isRequired: true, otherwise: 'standAlone' }),
		value(3, 'number', text, { isRequired: true }),
		value(4, 'release', text),
		value(5, 'changeNumber', text),
		value(6, 'date', date, { isRequired: true }),
		value(7, 'requestReference', text),
		value(8, 'contract', text),
		value(9, 'reference', text),
		value(10, 'acknowledgedDate', date),
		value(11, 'changeDate', date),
	),
	'buyer',
	orderLine('POC', changedLineMembers),
);
