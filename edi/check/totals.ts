import { valueOf } from '../access';
import type { Segment, TransactionSet } from '../tree';
import { counted } from '../values/counted';
import { shortestDecimal, sumOf } from '../values/decimal';
import type { Findings } from './findings';

/** What CTT counts in each set, and the quantity that its hash total adds up. */
const COUNTED: Record<string, { counted: string; quantity?: [id: string, element: number] }> = {
	'810': { counted: 'IT1', quantity: ['IT1', 2] },
	'846': { counted: 'LIN' },
	'850': { counted: 'PO1', quantity: ['PO1', 2] },
	'855': { counted: 'PO1', quantity: ['PO1', 2] },
	'856': { counted: 'HL', quantity: ['SN1', 2] },
	'860': { counted: 'POC', quantity: ['POC', 3] },
	'865': { counted: 'POC', quantity: ['POC', 3] },
};

/** Compares CTT01 with the number of lines and CTT02, where it is sent, with the sum of their quantities. */
export function checkTotals({ id, segments }: TransactionSet, findings: Findings): void {
	const rule = Object.hasOwn(COUNTED, id) ? COUNTED[id] : undefined;
	const summary = segments.filter((segment) => segment.id === 'CTT').at(-1);
	if (!rule || !summary) return;
	const lines = segments.filter((segment) => segment.id === rule.counted).length;
	const stated = valueOf(summary, 1);
	if (/^\d+$/.test(stated) && Number(stated) !== lines && !countsItems(id, segments, Number(stated))) {
		const message = `CTT01 says ${stated}, but the document has ${counted(lines, `${rule.counted} segments`)}.`;
		findings.add('count-of-lines', 'warning', message, summary, { element: 1, value: stated });
	}
	if (rule.quantity) checkHashTotal(segments, rule.quantity, summary, findings);
}

/** In a ship notice some partners count the items in place of all levels. */
const countsItems = (id: string, segments: Segment[], stated: number) =>
	id === '856' && segments.filter((segment) => segment.id === 'LIN').length === stated;

function checkHashTotal(
	segments: Segment[],
	[id, element]: [string, number],
	summary: Segment,
	findings: Findings,
): void {
	const stated = shortestDecimal(valueOf(summary, 2));
	if (stated === undefined) return;
	const quantities: string[] = [];
	for (const segment of segments) {
		if (segment.id !== id) continue;
		const quantity = valueOf(segment, element);
		const decimal = quantity === '' ? '0' : shortestDecimal(quantity);
		// The quantity itself is reported.
		if (decimal === undefined) return;
		quantities.push(decimal);
	}
	const sum = sumOf(quantities);
	// CTT02 has ten digits; larger sums lose their leading digits.
	if (sum === stated || sum.endsWith(stated.padStart(10, '0'))) return;
	const message = `CTT02 says ${stated}, but the quantities add up to ${sum}.`;
	findings.add('hash-total', 'warning', message, summary, { element: 2, value: stated });
}
