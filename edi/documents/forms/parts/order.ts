import { kept, keptLoop, list, type Level, type Rule } from '../../mapping/rules';
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
		kept('TAX'),
		freight,
		kept('CTP PAM CSH TC2'),
		charges,
		terms,
		kept('DIS INC'),
		dates,
		kept('LDT LIN SI'),
		description,
		kept('MEA PWK PKG'),
		packages,
		routing,
		equipment,
		kept('TD4 MAN PCT CTB'),
		taxes,
		keptLoop('AMT REF DTM PCT FA1 FA2'),
		notes,
		parties('SI FOB TD1 TD5 TD3 TD4 PKG'),
		keptLoop('LM LQ'),
		keptLoop('SPI REF DTM MSG N1 N2 N3 N4 PER CB1 G61'),
		kept('ADV'),
		list(line, 'lines'),
		summary,
	],
});
