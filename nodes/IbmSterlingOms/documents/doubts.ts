import { asArray, isElement, type Document, type Value } from '../../../kit/xml/document';
import { getPath } from '../../../kit/xml/path';

/** The entries of a list that is named by its path. */
const entriesIn = (document: Document, path: string): Document[] =>
	asArray<Value>(getPath(document, path)).filter(isElement);

const isMissing = (value: Value | undefined): boolean => typeof value !== 'string' || value.trim() === '';

/** A change of status that names no status, neither for all nor for each line: the transaction may have one of its own. */
export function withoutStatus(change: Document): string | undefined {
	if (!isMissing(change.BaseDropStatus)) return undefined;
	const lines = change.ChangeForAllAvailableQty === 'Y' ? [] : entriesIn(change, 'OrderLines.OrderLine');
	if (lines.length > 0 && lines.every(({ BaseDropStatus }) => !isMissing(BaseDropStatus))) return undefined;
	return 'New Status is empty. Check the status of the order: Sterling moves it only if the transaction has one status to move to.';
}

/** Lines of a new shipment that do not say how much is shipped. */
export function withoutQuantity(shipment: Document): string | undefined {
	const without = entriesIn(shipment, 'ShipmentLines.ShipmentLine').flatMap((line, i) =>
		isMissing(line.Quantity) ? [i + 1] : [],
	);
	if (without.length === 0) return undefined;
	const [lines, have] = without.length === 1 ? ['Line', 'has'] : ['Lines', 'have'];
	return `${lines} ${without.join(', ')} ${have} no Quantity. Check in the shipment which quantity Sterling recorded.`;
}

/** A reservation whose end has passed at `now` (epoch milliseconds). */
export function alreadyExpired(promise: Document, now: number): string | undefined {
	const end = getPath(promise, 'ReservationParameters.ExpirationDate');
	if (typeof end !== 'string' || !/(?:Z|[+-]\d\d:\d\d)$/.test(end) || !(Date.parse(end) < now)) return undefined;
	return `Expires is ${end}, which has passed. Sterling may not keep the reservation.`;
}
