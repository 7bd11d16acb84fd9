import { InventoryClient, type InventoryCall } from '../../../../clients/inventory';
import { ServiceError } from '../../../../kit/errors';
import type { TransportResponse } from '../../../../kit/http/transport';

const page: Partial<TransportResponse> = { headers: { 'content-type': 'text/html' }, body: '<html>Not here</html>' };
const json: Partial<TransportResponse> = { body: '{"error_message":"Reservation not found"}' };
const empty: Partial<TransportResponse> = {};
const words: Partial<TransportResponse> = { body: '404 page not found' };
const bearer = { style: 'bearer', token: 'a-token' } as const;
const oauth2 = { style: 'oauth2', clientId: 'aurora', clientSecret: 'S3cret-of-aurora', oneTokenForAll: true } as const;
const common = {
	baseUrl: 'https://iv.example',
	tenantId: 'us-1',
	actionsPerCall: 100,
	timeoutMs: 1000,
	maxInFlight: 4,
};

const record: InventoryCall = { service: 'inventory', method: 'GET', path: 'v2/reservations/abc', kind: 'read' };
const list: InventoryCall = { ...record, path: 'v1/configuration/shipNodes', isList: true };
const remove: InventoryCall = { ...record, method: 'DELETE', kind: 'keyed', deletes: true };

/** A client that gets these responses one after another. */
function clientFor(
	responses: Array<Partial<TransportResponse>>,
	authentication: typeof bearer | typeof oauth2 = bearer,
) {
	const rest = [...responses];
	return new InventoryClient(
		{ ...common, authentication },
		{
			transport: async () =>
				await Promise.resolve({ status: 200, headers: {}, body: '', ...(rest.shift() as Partial<TransportResponse>) }),
			sleep: async () => await Promise.resolve(),
		},
	);
}

async function failureOf(...given: [InventoryCall, Partial<TransportResponse>, (typeof bearer | typeof oauth2)?]) {
	const [call, response, authentication] = given;
	const outcome = await clientFor([response], authentication)
		.send(call)
		.catch((error: unknown) => error);
	if (!(outcome instanceof ServiceError)) throw new Error('It did not fail');
	return outcome;
}

it.each([
	['a record', record, 404, page, 'notFound', undefined, true],
	['a record', record, 404, empty, 'notFound', undefined, true],
	['a record', record, 404, words, 'notFound', undefined, true],
	['a record', record, 404, json, 'notFound', undefined, false],
	['a list', list, 404, page, 'configuration', 'endpoint', true],
	['a list', list, 404, json, 'notFound', undefined, false],
	['a record', record, 405, page, 'configuration', 'endpoint', true],
	['a record', record, 405, empty, 'configuration', 'endpoint', true],
	['a record', record, 405, words, 'invalidInput', undefined, true],
	['a record', record, 405, json, 'invalidInput', undefined, false],
] as const)('%s: HTTP status and body decide whether the base URL is blamed (%#)', async (...row) => {
	const [, call, status, response, category, field, isBlamed] = row;
	const error = await failureOf(call, { ...response, status });
	expect([error.category, error.remedy?.field, error.effect]).toEqual([category, field, 'none']);
	expect(Boolean(error.attributes.address)).toBe(isBlamed);
	expect(/Enter it like/.test(error.hint ?? '')).toBe(isBlamed);
	if (response === json) expect(error.message).toBe('Reservation not found');
});

it.each([
	[404, { body: '{"error_message":"Tenant not found"}' }, 'tenant', /^Check the tenant ID\.$/],
	[404, empty, 'tenant', /^The tenant ID or the base URL is wrong\. Enter it like/],
	[404, page, 'endpoint', /^The base URL is/],
	[405, json, 'endpoint', /^The base URL is/],
] as const)('a token request, HTTP %s (%#): no record is said to be missing', async (status, response, field, hint) => {
	const error = await failureOf(record, { ...response, status }, oauth2);
	expect([error.category, error.remedy?.field, error.api]).toEqual(['configuration', field, 'token']);
	expect(error.hint).toMatch(hint);
});

it.each([page, json, empty, words])('a delete that is repeated after HTTP 503 has worked (404, %#)', async (gone) => {
	const answer = await clientFor([{ status: 503 }, { ...gone, status: 404 }]).send(remove);
	expect(answer.status).toBe(204);
});
