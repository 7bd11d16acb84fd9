import { NodeHelpers } from 'n8n-workflow';

import { IbmSterlingOms } from '../../../nodes/IbmSterlingOms/IbmSterlingOms.node';

const { description } = new IbmSterlingOms();

/** The options that n8n keeps of those that were filled in. */
function kept(operation: string, options: Record<string, unknown>): string[] {
	const parameters = { resource: 'order', operation, options } as never;
	const { properties } = description;
	const all = NodeHelpers.getNodeParameters(properties, parameters, true, false, null, description);
	return Object.keys((all?.options ?? {}) as object).sort();
}

test.each([
	['now', ['delivery', 'output', 'simplify']],
	['queued', ['delivery']],
	['mq', ['delivery', 'queueName']],
	['service', ['delivery', 'serviceName']],
])('with Delivery %s a write has only the options that do something', (delivery, names) => {
	const ways = { queueName: 'Q', serviceName: { __rl: true, mode: 'name', value: 'S' } };
	const output = { output: 'summary', simplify: false };
	expect(kept('create', { delivery, ...ways, ...output })).toEqual(names);
});

test('without a Delivery the output can be chosen', () => {
	expect(kept('create', { output: 'summary' })).toEqual(['output']);
});
