import { code, date, integer, number, text, unit } from '../mapping/codecs';
import { record } from '../mapping/entry';
import { value } from '../mapping/member';
import { fields, list, object, type Level, type LoopRule } from '../mapping/rules';
import { FREIGHT_PAYMENTS, TRANSPORT_MODES } from '../tables/codes';
import { marks } from './parts/marks';
import { comments } from './parts/notes';
import { parties } from './parts/parties';
import { itemIds } from './parts/values';
import { contacts, dates, description, lines, references, totals } from './parts/warehouse';

/** Element 514: a report of everything that was shipped. */
const FULL_DETAIL = 'F';
/** Element 368: the shipment of the item is complete. */
const COMPLETE = 'CC';

/** W12 loop: what was shipped. */
const items: LoopRule = list(
	{
		opens: 'W12',
		rules: [
			fields(
				'W12',
				value(1, 'status', text, { isRequired: true, otherwise: COMPLETE }),
				value(2, 'orderedQuantity', number),
				value(3, 'quantity', number),
				value(4, 'difference', number),
				value(5, 'unit', unit),
				value(6, 'upcCaseCode', text),
				{ ...itemIds(7, 8), further: [17, 21] },
				value(9, 'warehouseLot', text),
				value(10, 'weight', number),
				value(11, 'weightType', text),
				value(12, 'weightUnit', text),
				value(19, 'changeReason', text),
			),
			description,
			references,
			dates,
		],
	},
	'items',
);

/** W27: how it was shipped. */
const shipping = object(
	'W27',
	'shipping',
	record(
		value(1, 'mode', code(TRANSPORT_MODES), { isRequired: true }),
		value(2, 'scac', text),
		value(3, 'routing', text),
		value(4, 'payment', code(FREIGHT_PAYMENTS)),
		value(5, 'equipmentType', text),
		value(6, 'equipmentInitial', text),
		value(7, 'equipmentNumber', text),
		value(8, 'status', text),
		value(9, 'handling', text),
		value(10, 'changeReason', text),
	),
);

/** 945, from W06 to W03: what a warehouse has shipped. */
export const warehouseShippingAdvice: Level = {
	opens: 'W06',
	rules: [
		fields(
			'W06',
			value(1, 'reportType', text, { isRequired: true, otherwise: FULL_DETAIL }),
			value(2, 'number', text, { isRequired: true }),
			value(3, 'date', date, { isRequired: true }),
			value(4, 'shipmentNumber', text),
			value(5, 'agentShipmentNumber', text),
			value(6, 'orderNumber', text),
			value(7, 'masterReference', text),
			value(8, 'linkSequence', integer),
			value(9, 'handling', text),
			value(10, 'dateChangeReason', text),
			value(11, 'transactionType', text),
			value(12, 'action', text),
		),
		parties,
		references,
		contacts,
		dates,
		comments,
		shipping,
		lines(...marks, references, items),
		totals('W03', value(6, 'packages', integer), value(7, 'packageUnit', unit)),
	],
};
