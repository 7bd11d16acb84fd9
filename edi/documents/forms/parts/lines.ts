import { code, date, number, text, time, unit } from '../../mapping/codecs';
import { value, type Member } from '../../mapping/member';
import { fields, list, type Level, type LoopRule, type Rule } from '../../mapping/rules';
import { LINE_CHANGES } from '../../tables/codes';
import { charges } from './charges';
import { notes } from './notes';
import { parties } from './parties';
import { stores } from './stores';
import { contacts, dates, description, equipment, freight, itemIds, messages, packages, packaging } from './values';
import { references, routing, taxes, terms } from './values';

/** PO1 and IT1. */
export const lineMembers: Member[] = [
	value(1, 'number', text),
	value(2, 'quantity', number),
	value(3, 'unit', unit),
	value(4, 'price', number),
	value(5, 'priceBasis', text),
	itemIds(6, 25),
];

/** POC, of a change of an order. */
export const changedLineMembers: Member[] = [
	value(1, 'number', text),
	value(2, 'change', code(LINE_CHANGES), { isRequired: true }),
	value(3, 'quantity', number),
	value(4, 'quantityLeft', number),
	value(5, 'unit', unit),
	value(6, 'price', number),
	value(7, 'priceBasis', text),
	itemIds(8, 27),
];

/** SLN: what a kit is made of. */
export const components: LoopRule = list(
	{
		opens: 'SLN',
		rules: [
			fields(
				'SLN',
				value(1, 'number', text, { isRequired: true }),
				value(2, 'subNumber', text),
				value(3, 'relationship', text, { isRequired: true, otherwise: 'I' }),
				value(4, 'quantity', number),
				value(5, 'unit', unit),
				value(6, 'price', number),
				value(7, 'priceBasis', text),
				value(8, 'relationshipCode', text),
				itemIds(9, 28),
			),
			...messages,
			description,
			dates,
			charges,
		],
	},
	'components',
);

/** SCH: when how much of a line is wanted. */
const schedule: LoopRule = list(
	{
		opens: 'SCH',
		rules: [
			fields(
				'SCH',
				value(1, 'quantity', number, { isRequired: true }),
				value(2, 'unit', unit, { isRequired: true }),
				value(3, 'partyType', text),
				value(4, 'partyName', text),
				value(
					5,
					'dateType',
					code(({ dates: names }) => names),
					{ isRequired: true, otherwise: 'deliveryRequested' },
				),
				value(6, 'date', date, { isRequired: true }),
				value(7, 'time', time),
				value(11, 'requestReference', text),
				value(12, 'number', text),
			),
			packages,
			routing,
			equipment,
		],
	},
	'schedule',
);

/**
 * A line of an order, of its change or of its acknowledgement.
 *
 * @param more loops that come after the transport segments
 */
export const orderLine = (opens: 'PO1' | 'POC', members: Member[], more: Rule[] = []): Level => ({
	opens,
	rules: [
		fields(opens, ...members),
		description,
		packaging,
		references,
		contacts,
		charges,
		terms,
		freight,
		stores,
		dates,
		packages,
		routing,
		equipment,
		...more,
		...messages,
		taxes,
		schedule,
		notes,
		parties,
		components,
	],
});
