import { createPublicKey } from 'node:crypto';

import { InventoryClient, type InventoryConnection } from '../../../../clients/inventory';
import { closeAllPools } from '../../../../kit/http/pools';
import { startInventorySandbox, type InventorySandbox } from '../../../../sandbox/inventory';
import { inventoryConnection } from '../../../support/inventoryBench';
import { spareKey } from '../../../support/keys';

const privateKey = spareKey();
const SECRET = 'a shared secret of both sides';

let sandbox: InventorySandbox;
beforeAll(async () => {
	sandbox = await startInventorySandbox({
		bearers: ['handed-out-token'],
		jwtKeys: [createPublicKey(privateKey), SECRET],
	});
});
beforeEach(async () => {
	await closeAllPools();
	sandbox.log.clear();
	sandbox.faults.clear();
	sandbox.tokens.expire();
	sandbox.behaviour.newTokenRevokesOld = false;
	sandbox.behaviour.oneTokenForAll = false;
	sandbox.behaviour.tokensPerHour = 100_000;
});
afterAll(async () => {
	await closeAllPools();
	await sandbox.close();
});

/** A client on the clock of the sandbox that never waits. */
const client = (changes: Partial<InventoryConnection> = {}) =>
	new InventoryClient(inventoryConnection(sandbox, changes), {
		now: () => sandbox.clock.now(),
		sleep: async () => await Promise.resolve(),
	});
const settings = { service: 'inventory', method: 'GET', path: 'v1/configuration/settings', kind: 'read' } as const;
const dates = {
	service: 'promising',
	method: 'POST',
	path: 'v2/edd',
	kind: 'read',
	body: {
		deliveryMethod: 'PICK',
		destination: { format: 'PICKUP_AREA' },
		itemInfo: { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH' },
	},
} as const;
const tokens = () => sandbox.log.counters.requestsByApi.token ?? 0;

it('a thousand calls of many clients use one token', async () => {
	const clients = Array.from({ length: 20 }, () => client());
	await Promise.all(Array.from({ length: 1000 }, async (_, i) => await clients[i % 20].send(settings)));
	expect(tokens()).toBe(1);
});

it('each service has a token of its own', async () => {
	const one = client();
	await one.send(settings);
	await one.send(dates);
	await one.send(settings);
	expect(sandbox.log.list('token').map(({ path }) => path.split('/')[1])).toEqual(['inventory', 'promising']);
});

it('one token opens all services where the tenant accepts it', async () => {
	sandbox.behaviour.oneTokenForAll = true;
	const shared = client({ authentication: { style: 'oauth2', ...sandbox.client, oneTokenForAll: true } });
	await shared.send(settings);
	await shared.send(dates);
	expect(tokens()).toBe(1);
});

it('says what to do where the tenant does not accept it', async () => {
	const shared = client({ authentication: { style: 'oauth2', ...sandbox.client, oneTokenForAll: true } });
	await shared.send(settings);
	await expect(shared.send(dates)).rejects.toMatchObject({ category: 'permission', httpStatus: 403 });
});

it('a token is renewed half an hour before its end', async () => {
	const one = client();
	await one.send(settings);
	sandbox.clock.advance(11 * 3_600_000 + 29 * 60_000);
	await one.send(settings);
	expect(tokens()).toBe(1);
	sandbox.clock.advance(2 * 60_000);
	await one.send(settings);
	expect(tokens()).toBe(2);
});

it('a refused token is renewed once, for all that wait', async () => {
	const one = client();
	await one.send(settings);
	sandbox.tokens.expire();
	await Promise.all(Array.from({ length: 50 }, async () => await one.send(settings)));
	expect(tokens()).toBe(2);
});

it('a write goes out again after its token was refused', async () => {
	const one = client();
	await one.send(settings);
	sandbox.tokens.expire();
	const body = {
		supplies: [{ itemId: 'R', unitOfMeasure: 'EACH', type: 'ONHAND', shipNode: 'AUR_DC1', changedQuantity: 2 }],
	};
	await one.send({ service: 'inventory', method: 'POST', path: 'v1/supplies', kind: 'write', body });
	expect(sandbox.world.ledger.of('supply', { itemId: 'R', unitOfMeasure: 'EACH', productClass: '' })).toMatchObject([
		{ quantity: 2 },
	]);
});

it('a service that refuses every token costs a handful of them, not one per call', async () => {
	sandbox.faults.add({ kind: 'status', status: 401, times: 0, api: 'settings.get' });
	const one = client();
	const results = await Promise.allSettled(Array.from({ length: 200 }, async () => await one.send(settings)));
	expect(results.every(({ status }) => status === 'rejected')).toBe(true);
	expect(tokens()).toBeLessThanOrEqual(4);
});

it('a wrong secret is tried once for all calls', async () => {
	const wrong = client({
		authentication: { style: 'oauth2', ...sandbox.client, clientSecret: 'wrong-one', oneTokenForAll: false },
	});
	const results = await Promise.allSettled(Array.from({ length: 200 }, async () => await wrong.send(settings)));
	expect(tokens()).toBe(1);
	expect(results[199]).toMatchObject({
		reason: { category: 'authentication', message: 'The client id or secret is wrong.' },
	});
});

it('waits as the token service says when its limit is reached', async () => {
	sandbox.faults.add({ kind: 'status', status: 429, retryAfter: 2, api: 'token' });
	await client().send(settings);
	expect(tokens()).toBe(2);
});

it('asks for a new token where another client has ended the old one', async () => {
	sandbox.behaviour.newTokenRevokesOld = true;
	const [one, other] = [client(), client({ maxInFlight: 3 })];
	await one.send(settings);
	await other.send(settings);
	await one.send(settings);
	expect(tokens()).toBe(3);
});

it('takes a bearer that was handed out, and says so when it is refused', async () => {
	await client({ authentication: { style: 'bearer', token: 'handed-out-token' } }).send(settings);
	expect(tokens()).toBe(0);
	await expect(
		client({ authentication: { style: 'bearer', token: 'old-token-1234' } }).send(settings),
	).rejects.toMatchObject({
		category: 'authentication',
	});
});

describe('tokens that are signed here', () => {
	it.each([
		['RS256', privateKey],
		['RS256', privateKey.replace(/\n/g, '\\n')],
		['HS256', SECRET],
	] as const)('%s', async (algorithm, key) => {
		const jwt = { style: 'jwt', algorithm, key, issuer: 'oms', subject: 'integration', lifetimeSeconds: 300 } as const;
		const one = client({ authentication: jwt });
		await one.send(settings);
		await one.send(dates);
		sandbox.clock.advance(301_000);
		await one.send(settings);
		expect(tokens()).toBe(0);
	});

	it('with a key that is none is a mistake of the credential', async () => {
		const jwt = { style: 'jwt', algorithm: 'RS256', key: 'not a key', lifetimeSeconds: 300 } as const;
		const failure = client({ authentication: jwt }).send(settings);
		await expect(failure).rejects.toMatchObject({
			category: 'configuration',
			hint: expect.stringContaining('RSA key'),
		});
	});
});

it.each([
	[
		'client secret',
		{ style: 'oauth2', clientId: 'sandbox-client', clientSecret: 'very-secret-77', oneTokenForAll: false },
	],
	['bearer', { style: 'bearer', token: 'very-secret-77' }],
] as const)('no error shows the %s', async (_what, authentication) => {
	const body = JSON.stringify({ error_message: 'You sent very-secret-77' });
	sandbox.faults.add({ kind: 'status', status: 400, body, times: 0 });
	const error = await client({ authentication })
		.send(settings)
		.catch((failure: unknown) => failure);
	expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain('very-secret-77');
	expect((error as Error).message).toBe('You sent ***');
});
