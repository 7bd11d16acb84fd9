import { baseOf, estimatesOf, tenantOf } from '../../../../clients/inventory';
import { saidBy } from '../../../../clients/inventory/answer';

const tenantId = 'us-1b8d5331';

test.each([
	['https://api.watsoncommerce.ibm.com', 'https://api.watsoncommerce.ibm.com'],
	[' api.watsoncommerce.ibm.com/ ', 'https://api.watsoncommerce.ibm.com'],
	['https://eu-api.watsoncommerce.ibm.com/inventory/us-1b8d5331/v1/supplies', 'https://eu-api.watsoncommerce.ibm.com'],
	['https://host:8443/inventory', 'https://host:8443'],
	['https://gateway/ibm/iv/', 'https://gateway/ibm/iv'],
	['https://gateway/ibm/inventory/us-1b8d5331', 'https://gateway/ibm'],
	['http://localhost:9080', 'http://localhost:9080'],
])('the base of %s', (baseUrl, base) => {
	expect(baseOf({ baseUrl, tenantId })).toBe(base);
});

test.each(['', 'ftp://host', 'https://user:word@host', 'https://host?x=1', 'https://', 'https://host#a'])(
	'%j is no base URL',
	(baseUrl) => {
		expect(() => baseOf({ baseUrl, tenantId })).toThrow(/base URL/);
	},
);

test.each(['', 'us 1', 'us/1', 'a'.repeat(65)])('%j is no tenant', (given) => {
	expect(() => tenantOf({ tenantId: given })).toThrow(/tenant ID/);
});

test.each([
	['{"error_message":"Too many","message":"x"}', 'Too many'],
	['{"error":"denied","error_description":"No such client"}', 'No such client'],
	['{"errors":[{"message":"First"}]}', 'First'],
	['{"error":"denied"}', 'denied'],
	['{"error_message":"Q&amp;A"}', 'Q&A'],
	['Gateway says no', 'Gateway says no'],
	['{"other":1}', '{"other":1}'],
	['{}', undefined],
	['', undefined],
	['x'.repeat(600), 'x'.repeat(500)],
])('the message of %s', (body, message) => {
	expect(saidBy(body)).toBe(message);
});

describe('estimates', () => {
	const one = {
		carrierService: 'EXPRESS',
		deliveryDate: '2030-01-02T00:00:00Z',
		shipDate: null,
		orderBy: null,
		node: 'DC1',
	};

	test.each<[string, unknown]>([
		['a list', [{ carrierServiceId: 'EXPRESS', eddTs: '2030-01-02T00:00:00Z', nodeId: 'DC1' }]],
		[
			'a wrapped list',
			{ results: [{ carrierService: 'EXPRESS', deliveryDate: '2030-01-02T00:00:00Z', shipNode: 'DC1' }] },
		],
		[
			'results one by one',
			[{ result: { carrierService: 'EXPRESS', edd: '2030-01-02T00:00:00Z', fulfillingNode: { id: 'DC1' } } }],
		],
	])('are read from %s', (_form, response) => {
		expect(estimatesOf(response)).toEqual([one]);
	});

	test.each<[unknown]>([
		[[]],
		[{}],
		[null],
		['text'],
		[[{ error: 'no transit time' }]],
		[{ deliveryDate: 'tomorrow' }],
		[{ edd: 3 }],
	])('are never invented from %j', (response) => {
		expect(estimatesOf(response)).toEqual([]);
	});
});
