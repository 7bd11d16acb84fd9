import type { Line } from '../../../clients/syspro';
import { decimal, decimalText } from '../../../edi/documents/decimal';
import type { EdiSettings } from './settings';
import { unitFor, type Form } from './values';

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
	const unit = (name: string | null) => (name === null ? undefined : unitFor(name, settings).trim().toUpperCase());
	const [quantityUnit, priceUnit] = [unit(line.uom), unit(line.priceUom)];
	if (priceUnit === undefined || quantityUnit === undefined || priceUnit === quantityUnit) return { price };
	if (Object.hasOwn(BASES, priceUnit)) return { price, priceBasis: BASES[priceUnit] };
	if (settings.otherPriceUnit === 'leaveOut') return {};
	throw new TypeError(
		`${document}, line ${line.line}: the price is per ${line.priceUom}, the quantity in ${line.uom}, and X12 has one unit for both. Set Other Price Unit to leave the price out, or enter both in one unit in SYSPRO.`,
	);
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
