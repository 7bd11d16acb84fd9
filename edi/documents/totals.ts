import type Big from 'big.js';

import { decimal, decimalText, sum, toCents } from './decimal';
import { isAbsent, isForm, listOf, type Form } from './mapping/form';
import { unitsPerPrice } from './priceBasis';
import type { CodeTable } from './tables/codes';

/** Sum of the quantities of all lines, for CTT02. */
export function hashTotal(lines: readonly Form[]): string {
	return decimalText(sum(lines.map(({ quantity }) => amount(quantity))));
}

/**
 * Whether it is known how many units the price of a line is for; a price of nothing is nothing, per whatever. `units` is
 * the user's table.
 */
export const hasKnownBasis = ({ price, priceBasis, unit }: Form, units: CodeTable = {}): boolean =>
	isAbsent(price) || /^[-+]?[0.]+$/.test(String(price).trim()) || unitsPerPrice(priceBasis, unit, units) !== undefined;

/** Quantity times price of a line, rounded to cents. A basis that is not known is up to the caller. */
function extension({ quantity, price, priceBasis, unit }: Form, units: CodeTable): Big {
	const per = unitsPerPrice(priceBasis, unit, units) ?? 1;
	return toCents(amount(quantity).times(amount(price)).div(per));
}

/** The total of an order: the extensions of its lines. */
export function orderTotal(lines: readonly Form[], units: CodeTable): string {
	return decimalText(sum(lines.map((line) => extension(line, units))));
}

/**
 * The total of an invoice: the extensions of its lines, with the taxes, charges and allowances of lines and summary.
 * Allowances are taken off; taxes within a charge are added to it.
 */
export function invoiceTotal(invoice: Form, units: CodeTable): string {
	const lines = entries(invoice.lines);
	const parts = [invoice, ...lines].map((one) => taxesOf(one).plus(chargesOf(one)));
	return decimalText(sum([...lines.map((line) => extension(line, units)), ...parts]));
}

function chargesOf({ charges }: Form): Big {
	return sum(entries(charges).map((charge) => signed(charge).plus(taxesOf(charge))));
}

function signed({ kind, amount: given }: Form): Big {
	const value = toCents(amount(given));
	if (kind === 'charge' || kind === 'C') return value;
	return kind === 'allowance' || kind === 'A' ? value.times(-1) : value.times(0);
}

function taxesOf({ taxes }: Form): Big {
	return sum(entries(taxes).map(({ amount: given }) => toCents(amount(given))));
}

/** The forms in a value that is a list, a single form or absent; anything else is left out. */
export function entries(value: unknown): Form[] {
	return listOf(value).filter(isForm);
}

/** A number of the form; what is none counts nothing here, because the writer says so where it stands. */
function amount(value: unknown): Big {
	try {
		return decimal(value as string | number);
	} catch {
		return decimal(0);
	}
}
