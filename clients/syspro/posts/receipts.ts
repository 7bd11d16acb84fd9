import { ServiceError } from '../../../kit/errors';
import { porqry } from '../documents/purchaseOrders';
import type { Enet } from '../enet/caller';
import { isMissingObject } from '../enet/refusals';
import type { Row } from '../records';
import { decimal, elements, isRow, isSameNumber, lineNumber, sum, text } from '../values';
import type { ReceiptInput, ReceiptItem } from '../inputs';

/** A goods received note of an order line. */
export interface Grn {
	grn: string;
	purchaseOrder: string;
	line: string;
	stockCode: string | null;
	deliveryNote: string | null;
	quantity: string | null;
}

/**
 * The goods received notes of the orders of a receipt, or undefined where the site cannot list them. PORQRY lists them by
 * line as `Grn`, with DeliveryNote and QtyReceived (schema of SYSPRO 7).
 * @throws ServiceError where the reading itself fails
 */
export async function grnsOf(enet: Enet, { items }: ReceiptInput): Promise<Grn[] | undefined> {
	const found: Grn[] = [];
	for (const purchaseOrder of new Set(items.map((item) => item.purchaseOrder))) {
		try {
			const { document } = await enet.call(porqry(purchaseOrder, ['Grns']));
			found.push(...grnsIn(document, purchaseOrder));
		} catch (error) {
			const isUnknown = error instanceof ServiceError && (error.category === 'notFound' || isMissingObject(error));
			if (isUnknown) return undefined;
			throw error;
		}
	}
	return found;
}

function grnsIn(document: Row, purchaseOrder: string): Grn[] {
	const lines = elements(document, 'PurchaseOrderLine').flatMap((line) => Object.values(line).flat().filter(isRow));
	return lines.flatMap((line) =>
		elements(line, 'Grn').map((grn) => ({
			grn: text(grn, 'Grn') ?? '',
			purchaseOrder,
			line: lineNumber(text(line, 'Line')),
			stockCode: text(line, 'MStockCode'),
			deliveryNote: text(grn, 'DeliveryNote')?.trim() ?? null,
			quantity: decimal(grn, 'QtyReceived'),
		})),
	);
}

/**
 * How much of a receipt is among goods received notes: what each line got under the delivery note of its items, compared
 * with what the items say. A receipt without a delivery note cannot be distinguished from others.
 */
export function bookedIn(grns: readonly Grn[], { items }: ReceiptInput): 'all' | 'some' | 'none' | 'unknown' {
	if (items.some(({ deliveryNote }) => !deliveryNote?.trim())) return 'unknown';
	const groups = [...grouped(items).values()].map((own) => ({
		wanted: sum(own.map(({ quantity }) => quantity)),
		found: grns.filter((grn) => isOf(grn, own[0])),
	}));
	if (groups.every(({ found }) => found.length === 0)) return 'none';
	const isWhole = groups.every(({ wanted, found }) => {
		const got = sum(found.map(({ quantity }) => quantity));
		return wanted !== null && got !== null && isSameNumber(wanted, got);
	});
	return isWhole ? 'all' : 'some';
}

/** Items of one line under one delivery note; lots are no part of a goods received note. */
function grouped(items: readonly ReceiptItem[]): Map<string, ReceiptItem[]> {
	const groups = new Map<string, ReceiptItem[]>();
	for (const item of items) {
		const line = item.line === undefined ? `stock ${item.stockCode}` : lineNumber(item.line);
		const key = JSON.stringify([item.purchaseOrder, line, item.deliveryNote?.trim()]);
		groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	return groups;
}

function isOf(grn: Grn, { purchaseOrder, line, stockCode, deliveryNote }: ReceiptItem): boolean {
	const isLine = line === undefined ? grn.stockCode === stockCode : grn.line === lineNumber(line);
	return isLine && grn.purchaseOrder === purchaseOrder && grn.deliveryNote === deliveryNote?.trim();
}

/** The keys of goods received notes, as a receipt reports them. */
export const keysOf = (grns: readonly Grn[], { items }: ReceiptInput): Array<Record<string, string>> =>
	grns
		.filter((grn) => items.some((item) => isOf(grn, item)))
		.map(({ purchaseOrder, line, grn }) => ({ PurchaseOrder: purchaseOrder, Line: line, Grn: grn }));
