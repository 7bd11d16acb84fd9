import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { parameterReader } from '../../../nodes/IbmSterlingOms/run/parameters';

/** A node with these parameters, whose expressions are resolved to their text and the number of the item. */
function reading(parameters: INodeParameters) {
	const getNodeParameter = jest.fn((name: string, item: number, fallback: unknown) => {
		const value = parameters[name] ?? fallback;
		return JSON.stringify(value).includes('"=') ? `${JSON.stringify(value)} of ${item}` : value;
	});
	const context = { getNode: () => ({ parameters }), getNodeParameter } as unknown as IExecuteFunctions;
	return { read: parameterReader(context), resolved: getNodeParameter };
}

test('asks n8n once for what is the same for all items', () => {
	const { read, resolved } = reading({ lines: { line: [{ itemId: 'MUG-BLUE', note: 'a = b' }] }, dryRun: false });
	for (const item of [0, 1, 2]) {
		expect(read('lines', item)).toEqual({ line: [{ itemId: 'MUG-BLUE', note: 'a = b' }] });
		expect(read('dryRun', item)).toBe(false);
		expect(read('notShown', item)).toBeNull();
	}
	expect(resolved).toHaveBeenCalledTimes(3);
});

test('asks for each item where an expression stands, however deep', () => {
	const { read, resolved } = reading({
		orderNo: '={{ $json.no }}',
		order: { __rl: true, mode: 'number', value: '={{ $json.no }}' },
		lines: { line: [{ itemId: 'MUG-BLUE' }, { itemId: '={{ $json.sku }}' }] },
	});
	for (const name of ['orderNo', 'order', 'lines']) {
		expect([0, 1, 2].map((item) => String(read(name, item)).slice(-4))).toEqual(['of 0', 'of 1', 'of 2']);
	}
	expect(resolved).toHaveBeenCalledTimes(9);
});

test('asks once for an item that is read several times in a row, and anew for the next one', () => {
	const { read, resolved } = reading({ orderNo: '={{ $json.no }}' });
	for (const item of [0, 0, 1, 1, 0]) expect(String(read('orderNo', item))).toMatch(new RegExp(`of ${item}$`));
	expect(resolved.mock.calls.map(([, item]) => item)).toEqual([0, 1, 0]);
});
