import { ORDER_PROCESS_TYPES } from '../../pickers/processTypes';
import { orderEverything, orderSummary, orderWithLines } from '../../documents/shapes/order';
import type { ListResult } from '../types';

/** Where orders stand in the answers of their list. */
export const ORDERS: ListResult = {
	root: 'OrderList',
	list: 'Order',
	key: 'OrderHeaderKey',
	levels: { summary: orderSummary, lines: orderWithLines, everything: orderEverything },
	processTypes: ORDER_PROCESS_TYPES,
};

/** Output levels of reads. */
export const LEVELS = [
	{ name: 'Summary', value: 'summary', description: 'The header: numbers, dates, status, customer, total' },
	{ name: 'With Lines', value: 'lines', description: 'The header, lines, addresses, holds and notes' },
	{ name: 'Everything', value: 'everything', description: 'All of it, as Sterling returns it' },
];
