import type { INodeParameters } from 'n8n-workflow';

import { orders } from '../../support/bench';

/** A line of the form for orders. */
export const MUG = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '2', unitPrice: '9.90' };

/** Creates an order with one line, or with what is said. */
export const create = (more: INodeParameters = {}) =>
	orders('create', {
		orderNo: 'BEFORE',
		lines: { line: [MUG] },
		addresses: { billTo: { city: 'Exampleton', country: 'US' } },
		...more,
	});
