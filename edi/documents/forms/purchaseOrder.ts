import { code, date, text } from '../mapping/codecs';
import { value } from '../mapping/member';
import { fields } from '../mapping/rules';
import { ORDER_TYPES, PURPOSES } from '../tables/codes';
import { lineMembers, orderLine } from './parts/lines';
import { orderLevel } from './parts/order';

/** 850, from BEG to CTT. */
export const purchaseOrder = orderLevel(
	fields(
		'BEG',
		value(1, 'purpose', code(PURPOSES), { isRequired: true, otherwise: 'original' }),
		value(2, 'orderType', code(ORDER_TYPES), { isRequired: true, otherwise: 'standAlone' }),
		value(3, 'number', text, { isRequired: true }),
		value(4, 'release', text),
		value(5, 'date', date, { isRequired: true }),
		value(6, 'contract', text),
		value(7, 'requestedAcknowledgement', text),
		value(8, 'invoiceType', text),
		value(12, 'transactionType', text),
	),
	'buyer',
	orderLine('PO1', lineMembers),
);
