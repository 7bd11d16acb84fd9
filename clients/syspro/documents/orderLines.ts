import type { Line, Row } from '../records';
import { date, decimal, flag, lineNumber, text, words } from '../values';
import { discounts, EMPTY_LINE, lineKind } from './parts';

/**
 * A line of PorMasterDetail or SorDetail, and of the business objects that write their columns. Comment and charge lines
 * have columns of their own, with an N before them.
 */
export function orderLine(row: Row, lineColumn: string, partColumn: string): Line {
	const lineType = text(row, 'LineType')?.trim() ?? null;
	const kind = lineKind(lineType);
	const base = { ...EMPTY_LINE, line: lineNumber(text(row, lineColumn, 'Line')), kind, lineType };
	if (kind === 'comment') return { ...base, comment: words(row, 'NComment', 'Comment') };
	if (kind === 'freight' || kind === 'miscellaneous') {
		const value = decimal(row, 'NMscChargeValue', 'NChargeValue', 'FreightValue', 'MiscChargeValue');
		return { ...base, comment: words(row, 'NComment', 'Comment', 'MStockDes'), value };
	}
	return {
		...base,
		stockCode: text(row, 'MStockCode'),
		description: words(row, 'MStockDes'),
		partnerPartNumber: text(row, partColumn),
		warehouse: text(row, 'MWarehouse'),
		quantity: decimal(row, 'MOrderQty'),
		uom: words(row, 'MOrderUom'),
		price: decimal(row, 'MPrice'),
		priceUom: words(row, 'MPriceUom'),
		discounts: discounts(row),
		dueDate: date(row, 'MLatestDueDate', 'MCustRequestDat', 'MLineShipDate'),
		isComplete: flag(row, 'MCompleteFlag'),
		productClass: words(row, 'MProductClass'),
	};
}

/** Sorts lines by their numbers, in place. */
export function inOrder(lines: Line[]): Line[] {
	return lines.sort((a, b) => Number(a.line) - Number(b.line));
}
