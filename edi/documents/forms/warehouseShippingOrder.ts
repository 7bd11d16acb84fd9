import { code, integer, number, text, unit } from '../mapping/codecs';
import { record } from '../mapping/entry';
import { value } from '../mapping/member';
import { fields, list, object, type Level, type LoopRule } from '../mapping/rules';
import { FREIGHT_PAYMENTS, TRANSPORT_MODES, WAREHOUSE_PURPOSES } from '../tables/codes';
import { marks } from './parts/marks';
import { comments } from './parts/notes';
import { parties } from './parts/parties';
import { stores } from './parts/stores';
import { itemIds } from './parts/values';
import { contacts, dates, description, lines, references, totals } from './parts/warehouse';

/** W01 loop: what to ship. */
const items: LoopRule = list(
	{
		opens: 'W01',
		rules: [
			fields(
				'W01',
				value(1, 'quantity', number, { isRequired: true }),
				value(2, 'unit', unit, { isRequired: true }),
				value(3, 'upcCaseCode', text),
				{ ...itemIds(4, 7), further: [15] },
				value(8, 'freightClass', text),
				value(14, 'condition', text),
			),
			description,
			references,
			comments,
			dates,
		],
	},
	'items',
);

/** W66: how to ship it. */
const shipping = object(
	'W66',
	'shipping',
	record(
		value(1, 'payment', code(FREIGHT_PAYMENTS), { isRequired: true }),
		value(2, 'mode', code(TRANSPORT_MODES), { isRequired: true }),
		value(3, 'palletExchange', text),
		value(4, 'unitLoad', text),
		value(5, 'routing', text),
		value(6, 'fobPoint', text),
		value(7, 'fobText', text),
		value(10, 'scac', text),
	),
);

/** 940, from W05 to W76: an order to a warehouse to ship goods. */
export const warehouseShippingOrder: Level = {
	opens: 'W05',
	rules: [
		fields(
			'W05',
			value(1, 'purpose', code(WAREHOUSE_PURPOSES), { isRequired: true, otherwise: 'original' }),
			value(2, 'number', text, { isRequired: true }),
			value(3, 'orderNumber', text),
			value(4, 'linkSequence', integer),
			value(5, 'masterReference', text),
			value(6, 'transactionType', text),
			value(7, 'action', text),
		),
		parties,
		references,
		contacts,
		dates,
		comments,
		shipping,
		lines(...marks, stores, dates, items),
		totals('W76'),
	],
};
