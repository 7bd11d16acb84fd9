import type { Line } from '../../../clients/syspro';
import { decimal, decimalText } from '../../../edi/documents/decimal';
import { unitsPerPrice } from '../../../edi/documents/priceBasis';
import { hasKnownBasis } from '../../../edi/documents/totals';
import type { EdiSettings } from './settings';
import { textOf, unitFor, type Form } from './values';

/** Element 639 for prices per so many of the unit, by the unit (355) that SYSPRO keeps the price in. */
const BASES: Readonly<Record<string, string>> = { HU: 'HP', TH: 'TP' };
/** Digits of a price in SYSPRO. */
const DIGITS = 6;

/**
 * The price of a line after its discounts, as PO104 and IT104 have it: SYSPRO takes percentages one after another, and a
 * value off each unit.
 * @throws TypeError for a price per another unit than that of the quantity, unless the settings leave it out
 */
export function pricing(line: Line, document: string, settings: EdiSettings): Form {
	const price = netPrice(line);
	if (price === undefined) return {};
	const basis = basisOf(line, settings);
	if (basis !== undefined) return { price, ...(basis === '' ? {} : { priceBasis: basis }) };
	if (settings.otherPriceUnit === 'leaveOut') return {};
	throw new TypeError(
		`${document}, line ${line.line}: the price is per ${line.priceUom}, the quantity in ${line.uom}, and X12 has one unit for both. Set Other Price Unit to leave the price out, or enter both in one unit in SYSPRO.`,
	);
}

/** The basis of the price of a line: empty for the unit of its quantity, undefined for a unit that X12 has no basis for. */
function basisOf({ uom, priceUom }: Line, settings: EdiSettings): string | undefined {
	const unit = (name: string | null) => (name === null ? undefined : unitFor(name, settings).trim().toUpperCase());
	const [quantityUnit, priceUnit] = [unit(uom), unit(priceUom)];
	if (priceUnit === undefined || quantityUnit === undefined || priceUnit === quantityUnit) return '';
	const basis = Object.hasOwn(BASES, priceUnit) ? BASES[priceUnit] : undefined;
	// Of pieces in dozens, a partner could not know what a hundred is.
	return unitsPerPrice(basis, quantityUnit) === undefined ? undefined : basis;
}

/**
 * The price of a partner's line for one unit, whatever its basis; undefined where there is none.
 * @throws TypeError for a price per something that the quantity is not counted in
 */
export function unitPrice(line: Form, where: string, settings: EdiSettings): string | undefined {
	const price = pricePerUnit(line, settings);
	if (price !== 'unknown') return price;
	const unit = textOf(line.unit) ?? 'unit';
	throw new TypeError(
		`${where} has the price ${textOf(line.price)} with the basis ${textOf(line.priceBasis)} (element 639), which does not say what one ${unit} costs. Set price of the line to that of one ${unit}, and remove priceBasis.`,
	);
}

/** The same, where a basis that cannot be known is told apart from no price. */
function pricePerUnit(line: Form, { units }: EdiSettings): string | 'unknown' | undefined {
	const given = textOf(line.price);
	if (given === undefined) return undefined;
	if (!hasKnownBasis(line, units)) return 'unknown';
	const per = unitsPerPrice(line.priceBasis, line.unit, units) ?? 1;
	return per === 1 ? given : decimalText(decimal(given).div(per));
}

/**
 * The price of a partner's line in what our own line is priced in: per unit, per hundred or per thousand. Undefined where
 * one of them is per a unit that cannot be compared.
 */
export function priceAs(ours: Line, theirs: Form, settings: EdiSettings): string | undefined {
	const [basis, price] = [basisOf(ours, settings), pricePerUnit(theirs, settings)];
	if (basis === undefined || price === undefined || price === 'unknown') return undefined;
	const per = unitsPerPrice(basis, ours.uom, settings.units);
	if (per === undefined) return undefined;
	return per === 1 ? price : decimalText(decimal(price).times(per));
}

/** The price of one unit after the discounts of the line; undefined where there is none. */
export function netPrice({ price, discounts }: Line): string | undefined {
	if (price === null) return undefined;
	let net = decimal(price);
	for (const discount of discounts) {
		if ('percent' in discount) net = net.times(decimal('100').minus(decimal(discount.percent))).div(100);
		else net = net.minus(decimal(discount.value));
	}
	return decimalText(net.round(DIGITS));
}
