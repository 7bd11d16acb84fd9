import { B2biClient } from '../../../clients/b2bi/client';
import { InventoryClient } from '../../../clients/inventory';
import { restTransport } from '../../../clients/mq/rest';
import { SterlingClient } from '../../../clients/oms';
import { SysproClient } from '../../../clients/syspro';
import { ServiceError } from '../../../kit/errors';
import type { Transport, TransportRequest, TransportResponse } from '../../../kit/http/transport';

const common = { timeoutMs: 1000, maxInFlight: 4 };
const login = { loginId: 'aurora', password: 'S3cret-of-aurora' };
const syspro = { company: 'EDU1', operator: 'ADMIN' };
const token = { style: 'bearer', token: 'a-bearer-token-of-somebody' } as const;
const password = { style: 'basic', userId: 'aurora', password: login.password } as const;
const client = { style: 'oauth2', clientId: 'aurora', clientSecret: login.password, oneTokenForAll: true } as const;
const identity = {
	style: 'oauth2',
	tokenUrl: 'https://identity.example/token',
	clientId: 'aurora',
	clientSecret: login.password,
	clientAuthentication: 'header',
} as const;

/** Every client whose address is an URL, with a read, and the credential's setting for the address. */
const CLIENTS: ReadonlyArray<[name: string, setting: string, read: (transport: Transport) => Promise<unknown>]> = [
	[
		'Order Management',
		'endpoint',
		async (transport) =>
			await new SterlingClient(
				{ endpoint: 'https://wrong.example', authentication: 'basic', ...login, dataFormat: 'json', ...common },
				{ transport },
			).send({ api: 'getOrderList', root: 'Order', input: {}, kind: 'read' }),
	],
	[
		'the login of Order Management',
		'endpoint',
		async (transport) =>
			await new SterlingClient(
				{ endpoint: 'https://login.example', authentication: 'standard', ...login, dataFormat: 'json', ...common },
				{ transport },
			).send({ api: 'getOrderList', root: 'Order', input: {}, kind: 'read' }),
	],
	[
		'Inventory Visibility',
		'endpoint',
		async (transport) =>
			await new InventoryClient(
				{ baseUrl: 'https://wrong.example', tenantId: 'us-1', authentication: token, actionsPerCall: 100, ...common },
				{ transport },
			).send({
				service: 'inventory',
				method: 'GET',
				path: 'v1/supplies',
				query: { itemId: 'A' },
				kind: 'read',
				isList: true,
			}),
	],
	[
		'B2B Integrator',
		'endpoint',
		async (transport) =>
			await new B2biClient(
				{ baseUrl: 'https://wrong.example', login: password, timeZone: 'UTC', ...common },
				{ transport },
			).send({ service: 'mailboxes', method: 'GET', query: { searchFor: '/' }, kind: 'read', isList: true }),
	],
	[
		'the tokens of Inventory Visibility',
		'endpoint',
		async (transport) =>
			await new InventoryClient(
				{ baseUrl: 'https://token.example', tenantId: 'us-1', authentication: client, actionsPerCall: 100, ...common },
				{ transport },
			).send({ service: 'inventory', method: 'GET', path: 'v1/supplies', kind: 'read' }),
	],
	[
		'the tokens of B2B Integrator',
		'tokenUrl',
		async (transport) =>
			await new B2biClient(
				{ baseUrl: 'https://b2bi.example', login: identity, timeZone: 'UTC', ...common },
				{ transport },
			).send({ service: 'mailboxes', method: 'GET', kind: 'read', isList: true }),
	],
	[
		'e.net of SYSPRO',
		'endpoint',
		async (transport) =>
			await new SysproClient(
				{ enet: { baseUrl: 'http://wrong.example:20003', operatorPassword: login.password, ...syspro }, ...common },
				{ transport },
			).call({ method: 'query', object: 'INVQRY', xmlIn: '<Query/>' }),
	],
	[
		'OData of SYSPRO',
		'odata.endpoint',
		async (transport) =>
			await new SysproClient(
				{ odata: { baseUrl: 'https://wrong.example/odata', password: login.password, ...syspro }, ...common },
				{ transport },
			).entitySets(),
	],
	[
		'MQ REST',
		'endpoint',
		async (http) =>
			await restTransport.connect(
				{
					address: 'https://wrong.example:9443',
					queueManager: 'QM1',
					channel: '',
					cipherSpec: '',
					user: 'app',
					password: login.password,
				},
				{ http },
			),
	],
];

const page = '<!DOCTYPE html><html><head><title>Not here</title></head><body>Nothing</body></html>';
const html = { 'content-type': 'text/html' };

const RESPONSES: ReadonlyArray<[what: string, response: TransportResponse]> = [
	['HTTP 404 with a web page', { status: 404, headers: html, body: page }],
	['HTTP 405 with a web page', { status: 405, headers: html, body: page }],
	['HTTP 405 and nothing', { status: 405, headers: {}, body: '' }],
	['HTTP 200 with a web page', { status: 200, headers: html, body: page }],
	['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/home' }, body: '' }],
];

/** What a client says of a response, and the last address that it asked. */
async function failureOf(read: (transport: Transport) => Promise<unknown>, response: TransportResponse) {
	let asked: TransportRequest | undefined;
	const outcome = await read(async (request) => {
		asked = request;
		return await Promise.resolve(response);
	}).catch((error: unknown) => error);
	if (!(outcome instanceof ServiceError)) throw new Error('It did not fail');
	return { error: outcome, url: new URL(asked?.url ?? '') };
}

describe.each(CLIENTS)('%s', (_name, setting, read) => {
	it.each(RESPONSES)(
		'at a wrong address, %s: says what was asked, and what the setting looks like',
		async (...given) => {
			const { error, url } = await failureOf(read, given[1]);
			// OData has no other status for a table that it does not have.
			expect(['configuration', 'badAnswer', 'notFound']).toContain(error.category);
			expect(error.attributes.address).toBe(url.origin + url.pathname);
			expect(error.remedy).toEqual({ field: setting });
			expect(error.hint).toMatch(/\bEnter (?:it like|only host and context root, such as) https?:\/\//);
			expect(JSON.stringify(error.details())).not.toContain(login.password);
		},
	);

	it('HTTP 404 and nothing: says what was asked', async () => {
		const { error, url } = await failureOf(read, { status: 404, headers: {}, body: '' });
		expect(error.attributes.address).toBe(url.origin + url.pathname);
		expect(error.hint).toMatch(/\bEnter (?:it like|only host and context root, such as) https?:\/\//);
	});
});

it.each([
	[404, 'notFound'],
	[405, 'invalidInput'],
] as const)('OData of SYSPRO, HTTP %s in its own words: the address is not blamed', async (status, category) => {
	const read = CLIENTS.find(([name]) => name === 'OData of SYSPRO')?.[2];
	if (!read) throw new Error('There is no such client');
	const body = '{"error":{"code":"","message":"Resource not found for the segment ArCust."}}';
	const { error } = await failureOf(read, { status, headers: { 'content-type': 'application/json' }, body });
	expect([error.category, error.remedy, error.attributes.address]).toEqual([category, undefined, undefined]);
	expect(error.hint).not.toMatch(/Enter it like/);
	expect(error.message).toContain('Resource not found');
});
