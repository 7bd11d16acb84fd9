import { code, date, number, text, time, unit } from '../mapping/codecs';
import { value } from '../mapping/member';
import { fields, optional, type Level } from '../mapping/rules';
import { PURPOSES } from '../tables/codes';
import { marks } from './parts/marks';
import { parties } from './parts/parties';
import { counts } from './parts/summary';
import { components } from './parts/lines';
import { chargesWithTaxes } from './parts/charges';
import { contacts, dates, description, equipment, freight, itemIds, packages, packaging } from './parts/values';
import { references, routing } from './parts/values';

/** What any level of a shipment may have: shipment, order, tare, pack or item. All HL loops share one order. */
export const hierarchyLevel: Level = {
	opens: 'HL',
	rules: [
		optional('LIN', value(1, 'number', text), { ...itemIds(2, 31), isRequired: true }),
		optional(
			'SN1',
			value(2, 'quantity', number, { isRequired: true }),
			value(3, 'unit', unit, { isRequired: true }),
			value(4, 'shippedToDate', number),
			value(5, 'orderedQuantity', number),
			value(6, 'orderedUnit', unit),
			value(8, 'lineStatus', text),
		),
		components,
		optional(
			'PRF',
			value(1, 'orderNumber', text, { isRequired: true }),
			value(2, 'release', text),
			value(3, 'changeNumber', text),
			value(4, 'orderDate', date),
			value(5, 'orderLine', text),
			value(6, 'contract', text),
			value(7, 'orderType', text),
		),
		packaging,
		description,
		packages,
		routing,
		equipment,
		references,
		contacts,
		...marks,
		dates,
		freight,
		parties,
		chargesWithTaxes,
	],
};

/** 856 without its HL loops. */
export const shipNotice: Level = {
	opens: 'BSN',
	rules: [
		fields(
			'BSN',
			value(1, 'purpose', code(PURPOSES), { isRequired: true, otherwise: 'original' }),
			value(2, 'number', text, { isRequired: true }),
			value(3, 'date', date, { isRequired: true }),
			value(4, 'time', time, { isRequired: true }),
			value(5, 'structure', text),
			value(6, 'transactionType', text),
			value(7, 'statusReason', text),
		),
		dates,
		fields('CTT', ...counts),
	],
};
