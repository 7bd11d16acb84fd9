import { list, type Level, type Rule } from '../../mapping/rules';
import { charges } from './charges';
import { notes } from './notes';
import { parties } from './parties';
import { summary } from './summary';
import { contacts, currencyOf, dates, description, equipment, freight, packages, references } from './values';
import { routing, taxes, terms } from './values';

/**
 * What purchase orders, their changes and their acknowledgements have in common: they differ in the first segment and
 * in their lines.
 */
export const orderLevel = (first: Rule & { as: 'fields' }, currencyParty: 'buyer' | 'seller', line: Level): Level => ({
	opens: first.segment,
	rules: [
		first,
		currencyOf(currencyParty),
		references,
		contacts,
		freight,
		charges,
		terms,
		dates,
		description,
		packages,
		routing,
		equipment,
		taxes,
		notes,
		parties,
		list(line, 'lines'),
		summary,
	],
});
