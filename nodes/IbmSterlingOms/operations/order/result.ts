import { ENTITIES } from '../../../../clients/oms/entities';
import type { Documents } from '../../documents/output';
import { orderEverything, orderSummary, orderWithLines } from '../../documents/shapes/order';

/** Where orders stand in the answers of their list. */
export const ORDERS: Documents = {
	entity: ENTITIES.order,
	levels: { summary: orderSummary, lines: orderWithLines, everything: orderEverything },
};

/** Output levels of reads. */
export const LEVELS = [
	{ name: 'Summary', value: 'summary', description: 'The header: numbers, dates, status, customer, total' },
	{ name: 'With Lines', value: 'lines', description: 'The header, lines, addresses, holds and notes' },
	{ name: 'Everything', value: 'everything', description: 'All of it, as Sterling returns it' },
];
