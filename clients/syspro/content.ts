import type { Kind, Line, SysproRecord } from './records';

/** What of a header changes in the course of business without being news to a partner. */
const PASSING = new Set([
	'status',
	'statusText',
	'isCancelled',
	'printedDate',
	'completedDate',
	'actualDeliveryDate',
	'balance',
	'lastInvoice',
	'creditLimit',
	'isOnHold',
]);
/** An invoice names its dispatch note and a dispatch note its invoice once both are there. */
const PASSING_OF: Readonly<Partial<Record<Kind, readonly string[]>>> = {
	dispatchNote: ['invoice'],
	invoice: ['dispatchNote'],
};

/**
 * What makes a record count as changed: not receipts, shipments and states, and for documents not the details of the
 * partner, which would make all of his documents change with his telephone number.
 */
export function contentOf({ kind, header, parties, lines, totals }: SysproRecord): string {
	const passing = PASSING_OF[kind] ?? [];
	const own = Object.entries(header).filter(([name]) => !PASSING.has(name) && !passing.includes(name));
	const isMaster = kind === 'supplier' || kind === 'customer' || kind === 'stockItem';
	return JSON.stringify([
		own,
		isMaster ? [parties, header] : (parties.shipTo ?? null),
		lines.map(contentOfLine),
		kind === 'invoice' ? totals.total : null,
	]);
}

/** What of a line makes up its content, in an order that stays: hashes of it are stored. */
const LINE: ReadonlyArray<keyof Line> = [
	'line',
	'lineType',
	'stockCode',
	'description',
	'partnerPartNumber',
	'quantity',
	'uom',
	'price',
	'priceUom',
	'discounts',
	'value',
	'dueDate',
	'comment',
];

const contentOfLine = (line: Line): unknown[] => [...LINE.map((name) => line[name]), line.lots ?? []];

/** The day of a document that is written into an order of time; empty for master records. */
export function dayOf({ header }: SysproRecord): string {
	const dates = header as unknown as Partial<Record<string, string | null>>;
	return dates.orderDate ?? dates.invoiceDate ?? dates.actualDeliveryDate ?? dates.plannedDeliveryDate ?? '';
}
