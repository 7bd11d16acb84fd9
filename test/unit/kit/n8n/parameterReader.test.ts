import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { parameterReader } from '../../../../kit/n8n/parameterReader';

/** A node with these parameters, whose expressions are resolved to their text and the number of the item. */
function reading(parameters: INodeParameters) {
	const getNodeParameter = jest.fn((name: string, item: number, fallback: unknown) => {
		const value = parameters[name] ?? fallback;
		return JSON.stringify(value).includes('"=') ? `${JSON.stringify(value)} of ${item}` : value;
	});
	const context = { getNode: () => ({ parameters }), getNodeParameter } as unknown as IExecuteFunctions;
	return { ...parameterReader(context), resolved: getNodeParameter };
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

test('asks once for an item, however often and in whatever order it is read', () => {
	const { read, resolved } = reading({ orderNo: '={{ $json.no }}' });
	for (const item of [0, 0, 1, 1, 0]) expect(String(read('orderNo', item))).toMatch(new RegExp(`of ${item}$`));
	expect(resolved.mock.calls.map(([, item]) => item)).toEqual([0, 1]);
});

test('prepares for an item what others needed, and nothing else', () => {
	const { read, prepare, resolved } = reading({ orderNo: '={{ $json.no }}', note: '={{ $json.note }}', dryRun: false });
	read('orderNo', 0);
	read('dryRun', 0);
	resolved.mockClear();
	prepare(1);
	expect(resolved.mock.calls.map(([name, item]) => [name, item])).toEqual([['orderNo', 1]]);
	read('orderNo', 1);
	expect(resolved).toHaveBeenCalledTimes(1);
});

test('an expression that fails while it is prepared fails again where it is needed', () => {
	const { read, prepare, resolved } = reading({ orderNo: '={{ $json.no }}' });
	read('orderNo', 0);
	resolved.mockImplementation(() => {
		throw new Error('No path back to item');
	});
	prepare(1);
	expect(() => read('orderNo', 1)).toThrow('No path back to item');
});

test('the values of an item that was long ago are resolved again', () => {
	const { read, resolved } = reading({ orderNo: '={{ $json.no }}' });
	for (let item = 0; item < 1000; item++) read('orderNo', item);
	resolved.mockClear();
	read('orderNo', 0);
	read('orderNo', 999);
	expect(resolved.mock.calls.map(([, item]) => item)).toEqual([0]);
});
