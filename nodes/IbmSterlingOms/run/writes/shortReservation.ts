import { counted } from '../../../../kit/counted';
import { asArray, isElement, type Document, type Value } from '../../../../kit/xml/document';
import { getPath } from '../../../../kit/xml/path';

/** Most lines that the hint lists. */
const MOST = 5;

/**
 * Says of which lines less was reserved than requested: Sterling reports no error (inferred: see docs/fidelity.md).
 * Undefined where all was reserved, or where the response has no quantities.
 */
export function shortReservation(promise: Document): string | undefined {
	const short = asArray<Value>(getPath(promise, 'PromiseLines.PromiseLine'))
		.filter(isElement)
		.flatMap((line) => {
			const reserved = line.ReservedQty ?? getPath(line, 'Reservations.TotalReservedQty');
			const [has, wanted] = [reserved, line.RequiredQty].map((text) => (isNumber(text) ? Number(text) : undefined));
			if (has === undefined || wanted === undefined || has >= wanted) return [];
			return [`${has} of ${wanted} of item ${String(line.ItemID)}`];
		});
	if (short.length === 0) return undefined;
	const more = short.length > MOST ? `, and ${counted(short.length - MOST, 'more line')}` : '';
	return `Less was reserved than requested: ${short.slice(0, MOST).join(', ')}${more}.`;
}

const isNumber = (text: unknown): text is string =>
	typeof text === 'string' && text.trim() !== '' && Number.isFinite(Number(text));
