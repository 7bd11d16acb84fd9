import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { details, toNodeError } from '../../../../kit/n8n/nodeErrors';
import { ServiceError } from '../../../../kit/errors';

const node = { id: '1', name: 'Sterling', type: 't', typeVersion: 1, position: [0, 0], parameters: {} } as INode;
const refused = new ServiceError('notModifiable', 'YFS: Order cannot be modified in current status', {
	code: 'YFS10137',
	httpStatus: 400,
	uniqueExceptionId: '10.0.0.1-77',
	attributes: { OrderNo: 'WEB-1' },
	hint: 'Use Override.',
});

test('Sterling’s words are the message, the way out is the description, the item is named', () => {
	const error = toNodeError(node, refused, { itemIndex: 3, progress: '2 of 5 items were processed.' });
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error.message).toBe('YFS: Order cannot be modified in current status [YFS10137]');
	expect(error.description).toBe('OrderNo WEB-1. Use Override. 2 of 5 items were processed.');
	expect((error as NodeApiError).httpCode).toBe('400');
	expect(error.context.itemIndex).toBe(3);
});

test.each([
	['connection', 'oms.example.com:443 refused the connection.', 'ECONNREFUSED'],
	['notFound', 'Error description not available', 'javax.naming.NameNotFoundException'],
] as const)('n8n puts no stock sentence in place of ours: %s', (category, message, code) => {
	expect(toNodeError(node, new ServiceError(category, message, { code })).message).toBe(`${message} [${code}]`);
});

test.each([
	['Invalid document element', 'Invalid document element'],
	['Sterling reported YFS99 without a description.', 'YFS99'],
])('a code that the message holds is not said twice: %s', (message, code) => {
	expect(toNodeError(node, new ServiceError('invalidInput', message, { code })).message).toBe(message);
});

test.each([
	['Order 10 has PrimeLineNo 12 and no stock', 'PrimeLineNo 1.'],
	['There is no PrimeLineNo 1.', ''],
	['PrimeLineNo 1, ItemID X: no stock', ''],
	['PrimeLineNo 1.5 is no number', 'PrimeLineNo 1.'],
	['PrimeLineNo 1-2', 'PrimeLineNo 1.'],
	['PrimeLineNo 11 is not PrimeLineNo 1, which is gone', ''],
])('an attribute that the message says in whole words is not said twice: %s', (message, said) => {
	const error = new ServiceError('invalidInput', message, { attributes: { PrimeLineNo: '1' } });
	expect(error.particulars()).toBe(said);
});

test('a mistake of the user is an operation error', () => {
	const error = toNodeError(node, new TypeError('Document is neither valid JSON nor valid XML'), { itemIndex: 0 });
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe('Document is neither valid JSON nor valid XML');
});

test('n8n’s poll back-off is told what kind of trouble it is', () => {
	const throttled = new ServiceError('throttled', 'Too many requests', { httpStatus: 429, retryAfterMs: 5000 });
	expect(toNodeError(node, throttled)).toMatchObject({ failure: { cause: 'rate-limited', retryAfterMs: 5000 } });
});

test('the item under Continue On Fail has no keys but those that n8n takes for an error', () => {
	expect(Object.keys(details(refused)).sort()).toEqual(['details', 'error']);
	expect(details(refused).details).toMatchObject({
		code: 'YFS10137',
		uniqueExceptionId: '10.0.0.1-77',
		attributes: { OrderNo: 'WEB-1' },
		hint: 'Use Override.',
	});
	expect(details(new TypeError('No calls'))).toEqual({ error: 'No calls', details: { category: 'invalidInput' } });
});

test('that a record exists already comes before what a database says about it', () => {
	const facts = {
		api: 'createOrder',
		attributes: { SQLState: '23505' },
		hint: 'An order with this number already exists.',
	};
	const described = (category: 'duplicate' | 'server') =>
		toNodeError(node, new ServiceError(category, 'Record already exists', facts)).description;
	expect(described('duplicate')).toBe('An order with this number already exists. createOrder: SQLState 23505.');
	expect(described('server')).toBe('createOrder: SQLState 23505. An order with this number already exists.');
});

test('the description says which API, which line, what of it, and all further errors, within bounds', () => {
	const error = new ServiceError('invalidInput', 'Item does not exist', {
		api: 'createOrder',
		place: 'OrderLine 2',
		attributes: { ItemID: 'NOPE', UnitOfMeasure: 'EACH' },
		others: [{ code: 'YFS2', description: 'Second', attributes: { ItemID: 'A-9' } }],
		remedy: { field: 'timeoutMs' },
	});
	expect(toNodeError(node, error, { labels: { timeoutMs: 'Timeout (Seconds)' } }).description).toBe(
		'createOrder, OrderLine 2: ItemID NOPE, UnitOfMeasure EACH; also reported: Second [YFS2] (ItemID A-9). ' +
			'Raise Timeout (Seconds) in the credential, or request less at once.',
	);
	const long = 'x'.repeat(100_000);
	const huge = toNodeError(node, new ServiceError('server', long, { hint: long, attributes: { [long]: long } }));
	expect(huge.message.length).toBeLessThanOrEqual(600);
	expect(String(huge.description).length).toBeLessThanOrEqual(1500);
	expect(JSON.stringify(details(new ServiceError('server', long, { attributes: { a: long } }))).length).toBeLessThan(
		4000,
	);
});
