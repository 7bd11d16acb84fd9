import { optionalRead } from '../../../nodes/IbmSterlingOms/run/reads/optionalRead';
import { ServiceError, type ErrorCategory } from '../../../kit/errors';

const hints: string[] = [];
const context = { hint: (message: string) => hints.push(message) };
const fail =
	(category: ErrorCategory, facts = {}) =>
	async () => {
		throw new ServiceError(category, 'Refused', facts);
	};

beforeEach(() => hints.splice(0));

test('an extra call brings its answer and says nothing', async () => {
	expect(await optionalRead('getStatusList', 'nothing is named', async () => 7, context)).toBe(7);
	expect(hints).toEqual([]);
});

test.each<[ErrorCategory, object, string]>([
	['permission', { httpStatus: 400, code: 'YCP0428' }, 'This login may not use getStatusList, so nothing is named.'],
	['invalidInput', { httpStatus: 400, code: 'YFS10003' }, 'getStatusList failed (YFS10003), so nothing is named.'],
	['server', { httpStatus: 500 }, 'getStatusList failed (Refused), so nothing is named.'],
	['timeout', { httpStatus: 400, code: 'YFC0006' }, 'getStatusList failed (YFC0006), so nothing is named.'],
])('a refusal of Sterling (%s) leaves a hint', async (category, facts, said) => {
	expect(await optionalRead('getStatusList', 'nothing is named', fail(category, facts), context)).toBeUndefined();
	expect(hints).toEqual([said]);
});

test.each<[string, () => Promise<never>]>([
	['a refused login', fail('authentication', { httpStatus: 401 })],
	['a lost connection', fail('connection')],
	['no answer in time', fail('timeout')],
	['a gateway without a server', fail('server', { httpStatus: 503 })],
	['too many requests', fail('throttled', { httpStatus: 429 })],
	['a stopped execution', fail('cancelled')],
	['a bug', async () => Promise.reject(new TypeError('bug'))],
])('%s ends the item', async (_, work) => {
	await expect(optionalRead('getStatusList', 'nothing is named', work, context)).rejects.toThrow();
	expect(hints).toEqual([]);
});
