import type { Line } from '../../../clients/syspro';
import { decimal, decimalText } from '../../../edi/documents/decimal';
import type { EdiSettings } from './settings';
import { codeFor, filled, unitFor, type Form } from './values';

/** Whose part number is whose: who buys calls SYSPRO's stock code his own, and so does who sells. */
type Side = 'buyer' | 'seller';

/** Lines with goods, charges beside them, and the comments before the first line. */
interface SortedLines {
	goods: Array<{ line: Line; comments: string[] }>;
	charges: Line[];
	/** Comments of the whole document. */
	comments: string[];
}

const isGoods = ({ kind }: Line) => kind === 'stocked' || kind === 'nonStocked';

/**
 * Sorts the lines of a document: stocked and non-stocked lines are goods, freight and miscellaneous ones charges, and a
 * comment belongs to the line before it.
 * @throws TypeError for a line of a type that is none of these
 */
export function sorted(lines: readonly Line[], document: string): SortedLines {
	const found: SortedLines = { goods: [], charges: [], comments: [] };
	for (const line of lines) {
		if (isGoods(line)) found.goods.push({ line, comments: [] });
		else if (line.kind === 'freight' || line.kind === 'miscellaneous') found.charges.push(line);
		else if (line.kind === 'comment') {
			const comments = found.goods.at(-1)?.comments ?? found.comments;
			if (line.comment?.trim()) comments.push(line.comment.trim());
		} else {
			throw new TypeError(
				`${document}, line ${line.line}: X12 has no counterpart for the line type "${line.lineType ?? ''}" (known are 1, 7, 4, 5 and 6)`,
			);
		}
	}
	return found;
}

/** What PO1, IT1 and LIN say of an item. */
export function itemIdsOf({ stockCode, partnerPartNumber }: Line, side: Side, settings: EdiSettings): Form {
	const { buyerPartName, vendorPartName } = settings;
	const [own, other] = side === 'buyer' ? [buyerPartName, vendorPartName] : [vendorPartName, buyerPartName];
	return filled({
		[own]: stockCode === null ? undefined : codeFor(stockCode, settings),
		[other]: partnerPartNumber,
	});
}

/** Quantity, unit, item numbers and description of a line of goods, whatever the document. */
export function lineOf(line: Line, side: Side, settings: EdiSettings): Form {
	return filled({
		number: line.line,
		quantity: line.quantity,
		unit: line.uom === null ? undefined : unitFor(line.uom, settings),
		itemIds: itemIdsOf(line, side, settings),
		description: line.description?.trim(),
	});
}

/** SAC of a charge line. A negative charge is an allowance. */
export function chargeOf({ kind, value, price, quantity, comment, description }: Line, settings: EdiSettings): Form {
	const amount = value ?? (price !== null && quantity !== null ? times(price, quantity) : price);
	const isAllowance = amount?.trim().startsWith('-') ?? false;
	return filled({
		kind: isAllowance ? 'allowance' : 'charge',
		code: kind === 'freight' ? settings.freightCode : settings.chargeCode,
		amount: amount === null ? undefined : absolute(amount),
		text: (comment ?? description)?.trim() || (kind === 'freight' ? 'Freight' : undefined),
	});
}

export const absolute = (number: string): string => decimalText(decimal(number).abs());
const times = (one: string, other: string): string => decimalText(decimal(one).times(decimal(other)));
export const isZero = (number: string): boolean => decimal(number).eq(0);
export const isSame = (one: string, other: string): boolean => decimal(one).eq(decimal(other));
