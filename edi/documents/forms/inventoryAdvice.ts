import { code, date, number, text, time, unit } from '../mapping/codecs';
import { record } from '../mapping/entry';
import { value } from '../mapping/member';
import { fields, list, listed, type Level, type LoopRule } from '../mapping/rules';
import { PURPOSES, QUANTITIES } from '../tables/codes';
import { parties } from './parts/parties';
import { counts } from './parts/summary';
import { stores } from './parts/stores';
import { contacts, currencyOf, dates, description, itemIds, references } from './parts/values';

/** Element 755: the seller reports what he has. */
const SELLER_INVENTORY = 'SI';

/** QTY loop: how much of an item there is, by kind. */
const quantities: LoopRule = list(
	{
		opens: 'QTY',
		rules: [
			fields(
				'QTY',
				value(1, 'type', code(QUANTITIES), { isRequired: true, otherwise: 'available' }),
				value(2, 'quantity', number, { isRequired: true }),
				value(3, 'unit', unit),
			),
			dates,
		],
	},
	'quantities',
);

/** CTP. */
const prices = listed(
	'CTP',
	'prices',
	record(
		value(1, 'class', text),
		value(2, 'type', text),
		value(3, 'price', number),
		value(4, 'quantity', number),
		value(5, 'unit', unit),
	),
);

const line: Level = {
	opens: 'LIN',
	rules: [
		fields('LIN', value(1, 'number', text), { ...itemIds(2, 31), isRequired: true }),
		description,
		dates,
		prices,
		references,
		contacts,
		stores,
		quantities,
		parties,
	],
};

/** 846, from BIA to CTT: what is in stock. */
export const inventoryAdvice: Level = {
	opens: 'BIA',
	rules: [
		fields(
			'BIA',
			value(1, 'purpose', code(PURPOSES), { isRequired: true, otherwise: 'original' }),
			value(2, 'reportType', text, { isRequired: true, otherwise: SELLER_INVENTORY }),
			value(3, 'number', text, { isRequired: true }),
			value(4, 'date', date, { isRequired: true }),
			value(5, 'time', time),
			value(6, 'action', text),
		),
		currencyOf('seller'),
		dates,
		references,
		contacts,
		parties,
		list(line, 'lines'),
		fields('CTT', ...counts),
	],
};
