import fc from 'fast-check';

import { isStatusCode, stateOf, UNMAPPED, type StatusRule } from '../../../nodes/IbmSterlingOms/statuses';

const RULES: StatusRule[] = [
	{ status: '3700.*', state: 'shipped' },
	{ status: '3700.01.*', state: 'coming back' },
	{ status: '3700', state: 'left the warehouse' },
	{ status: '3700.*', documentType: '0003', state: 'returned' },
	{ status: '9000', state: 'cancelled' },
];

test.each([
	['3700', '0001', 'left the warehouse'],
	['3700.7777', '0001', 'shipped'],
	['3700.01', '0001', 'coming back'],
	['3700.01.ex', '0001', 'coming back'],
	['3700.010', '0001', 'shipped'],
	['3700.7777', '0003', 'returned'],
	['9000', '0003', 'cancelled'],
	['9000.10', '0001', UNMAPPED],
	['37000', '0001', UNMAPPED],
])('%s of document type %s is "%s"', (code, documentType, state) => {
	expect(stateOf(code, documentType, RULES)).toBe(state);
});

test('any code and any map give a state, and the order of the rules does not matter', () => {
	const code = fc
		.array(fc.constantFrom('1', '01', '3700', 'M'), { minLength: 1, maxLength: 3 })
		.map((parts) => parts.join('.'));
	const rule = fc.record({
		status: fc.tuple(code, fc.boolean()).map(([status, below]) => (below ? `${status}.*` : status)),
		documentType: fc.constantFrom('', '0001', '0003'),
		state: fc.string(),
	});
	const rules = fc.uniqueArray(rule, { selector: ({ status, documentType }) => `${status} ${documentType}` });
	fc.assert(
		fc.property(code, rules, (status, map) => {
			expect(stateOf(status, '0001', [...map].reverse())).toBe(stateOf(status, '0001', map));
		}),
	);
});

test('a status that is a description is left alone', () => {
	expect(isStatusCode('Status', 'Shipped')).toBe(false);
	expect(isStatusCode('MaxOrderStatus', '3700.7777')).toBe(true);
	expect(isStatusCode('ItemID', '3700')).toBe(false);
});
