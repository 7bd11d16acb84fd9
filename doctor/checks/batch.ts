import type { Document } from '../../kit/xml/document';
import { readCall } from '../reads';
import { attempt, type Check } from '../visit';

/** Two reads in one transaction: the way of Batch, and of templates of writes. */
export const batch: Check = {
	id: 'batch',
	title: 'multiApi with reads',
	needs: 'orders',
	async run(visit, notes) {
		const orders = visit.oneOrder();
		const types = readCall('getDocumentTypeList', { MaximumRecords: '1' });
		const outcome = await attempt(async () => await visit.transaction([orders, types]));
		if ('refusal' in outcome) {
			notes.refusedPoint('multiApi', outcome.refusal);
			notes.error('warning', 'multiApi: ', outcome.refusal);
			notes.warning(
				'Batch, and writes with an output template, will fail.',
				'Ask the administrator to grant multiApi.',
			);
		} else {
			const [first, second] = outcome.value;
			const inOrder = first.root === 'OrderList' && !second.root.startsWith('Order');
			notes.seen('multiApi', inOrder);
			if (inOrder) notes.ok('It returns its calls in order.');
			else notes.warning('It returns another order or other names.', 'Compare the responses of Batch by name.');
		}
		const input: Document = { API: [{ Name: 'getOrderList', Input: { Order: orders.input } }] };
		const asJson = await visit.ask(readCall('multiApi', input, { outputRoot: 'MultiApi', dataFormat: 'json' }));
		if ('refusal' in asJson) notes.refusedPoint('multiApiJson', asJson.refusal);
		else notes.seen('multiApiJson', asJson.value.document.API !== undefined);
	},
};
