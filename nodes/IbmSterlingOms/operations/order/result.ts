import type { INodeProperties } from 'n8n-workflow';

import { ENTITIES } from '../../../../clients/oms/entities';
import type { Field } from '../../../../kit/n8n/fields/field';
import type { Documents } from '../../documents/output';
import { orderEverything, orderSummary, orderWithLines } from '../../documents/shapes/order';
import { output, writeOutput } from '../../fields/output';

/** Where orders are in the responses of their list. */
export const ORDERS: Documents = {
	entity: ENTITIES.order,
	levels: { summary: orderSummary, lines: orderWithLines, everything: orderEverything },
};

/** Output levels of reads. */
const LEVELS = [
	{ name: 'Summary', value: 'summary', description: 'The header: numbers, dates, status, customer, total' },
	{ name: 'With Lines', value: 'lines', description: 'The header, lines, addresses, holds and notes' },
	{ name: 'Everything', value: 'everything', description: 'All attributes, as Sterling returns them' },
];

export const readOutput = (): Field[] => output(LEVELS);
/** What a write of an order returns. */
export const orderOutput = (): INodeProperties[] => writeOutput(LEVELS);
