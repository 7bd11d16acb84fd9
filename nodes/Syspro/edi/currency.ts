import type { EdiSettings } from './settings';
import { currencyFor, textOf, type Form } from './values';

/** Whose currency SYSPRO takes the amounts of a document in, for sentences such as "customer 0001000". */
interface Ours {
	whose: string;
	/** As SYSPRO keeps it: an ISO code, a symbol, or nothing. */
	currency: string | null;
}

/** The currency of a partner's document is another one than SYSPRO takes its amounts in, or may be. */
interface CurrencyDoubt {
	/** Whether they certainly differ. */
	differs: boolean;
	/** What is the matter, and what to do: a sentence. */
	text: string;
}

/**
 * Compares the currency of a partner's document with that of the customer, supplier or order: no post of SYSPRO takes a
 * currency of its own, so amounts in another one would be taken over as they are.
 *
 * @returns undefined where both are the same, and where the document names no currency
 */
export function currencyDoubt(form: Form, { whose, currency }: Ours, settings: EdiSettings): CurrencyDoubt | undefined {
	const theirs = textOf(form.currency)?.trim().toUpperCase();
	if (theirs === undefined) return undefined;
	const ours = isoOf(currency, settings);
	if (ours === theirs) return undefined;
	if (ours !== undefined) {
		const kept = currency === null || currency.trim() === ours ? ours : `${ours} ("${currency.trim()}")`;
		return {
			differs: true,
			text: `is in ${theirs}, and the currency of ${whose} in SYSPRO is ${kept}. SYSPRO would take the amounts over as ${ours}.`,
		};
	}
	const kept = currency?.trim() ?? '';
	const [what, remedy] =
		kept === ''
			? [`SYSPRO names none for ${whose}`, 'Set Local Currency in the X12 Options']
			: [`SYSPRO has "${kept}" for ${whose}`, `Add "${kept}" to Currencies in the X12 Options`];
	return { differs: false, text: `The currency ${theirs} could not be checked: ${what}. ${remedy}.` };
}

/** The ISO code of SYSPRO's currency; undefined where neither the tables nor the name itself say it. */
function isoOf(currency: string | null, settings: EdiSettings): string | undefined {
	try {
		return currencyFor(currency ?? undefined, settings);
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}
