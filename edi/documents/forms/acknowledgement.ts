import { code, date, number, text, unit } from '../mapping/codecs';
import { value, type Member } from '../mapping/member';
import { fields, list, type LoopRule } from '../mapping/rules';
import { PURPOSES } from '../tables/codes';
import { changedLineMembers, lineMembers, orderLine } from './parts/lines';
import { orderLevel } from './parts/order';
import { dates, itemIds } from './parts/values';

/** ACK loop: what the seller says to a line, or to a part of its quantity. */
const acknowledgements: LoopRule = list(
	{
		opens: 'ACK',
		rules: [
			fields(
				'ACK',
				value(1, 'statusCode', text, { isRequired: true }),
				value(2, 'quantity', number),
				value(3, 'unit', unit),
				value(
					4,
					'dateType',
					code((tables) => tables.dates),
				),
				value(5, 'date', date),
				value(6, 'requestReference', text),
				itemIds(7, 26),
				value(29, 'industryCode', text),
			),
			dates,
		],
	},
	'acknowledgements',
);

const first: Member[] = [
	value(1, 'purpose', code(PURPOSES), { isRequired: true, otherwise: 'original' }),
	value(2, 'acknowledgementType', text, { isRequired: true }),
	value(3, 'number', text, { isRequired: true }),
];

/** 855, from BAK to CTT. */
export const purchaseOrderAcknowledgement = orderLevel(
	fields(
		'BAK',
		...first,
		value(4, 'date', date, { isRequired: true }),
		value(5, 'release', text),
		value(6, 'requestReference', text),
		value(7, 'contract', text),
		value(8, 'sellerOrder', text),
		value(9, 'acknowledgementDate', date),
		value(10, 'transactionType', text),
	),
	'seller',
	orderLine('PO1', lineMembers, [acknowledgements]),
);

/** 865, from BCA to CTT. */
export const purchaseOrderChangeAcknowledgement = orderLevel(
	fields(
		'BCA',
		...first,
		value(4, 'release', text),
		value(5, 'changeNumber', text),
		value(6, 'date', date, { isRequired: true }),
		value(7, 'requestReference', text),
		value(8, 'contract', text),
		value(9, 'sellerOrder', text),
		value(10, 'acknowledgementDate', date),
		value(11, 'changeDate', date),
		value(15, 'transactionType', text),
	),
	'seller',
	orderLine('POC', changedLineMembers, [acknowledgements]),
);
