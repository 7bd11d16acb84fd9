import {
	CLIENT,
	FIXED,
	GRANT,
	basic,
	bearer,
	event,
	send,
	tokenOf,
	triggerForFile,
	type Stage,
} from '../../../support/inventoryTrigger';

const bench = triggerForFile();
const { stage } = bench;

describe('the token', () => {
	it('lives as long as IBM was told, and an hour at least', async () => {
		const at = await stage({ options: { tokenHours: 5 } });
		const { status, body } = await send(at.tokenUrl, basic(), GRANT);
		expect(status).toBe(200);
		expect(JSON.parse(body)).toMatchObject({ token_type: 'Bearer', expires_in: 5 * 3600 });
	});

	it('does not depend on what is chosen of the events', async () => {
		const at = await stage({ events: ['nonsense'], options: { tokenHours: 2, remember: 'many' } });
		const { status, body } = await send(at.tokenUrl, basic(), GRANT);
		expect({ status, lifetime: (JSON.parse(body) as { expires_in: number }).expires_in }).toEqual({
			status: 200,
			lifetime: 2 * 3600,
		});
		const delivered = await send(at.url, bearer(await tokenOf(at)), JSON.stringify([event('attack')]));
		expect(delivered.status).toBe(500);
		expect(at.items()).toEqual([]);
	});

	it.each([
		['without a proof', { 'Content-Type': 'application/x-www-form-urlencoded' }, GRANT, 401],
		['with a wrong secret', basic(CLIENT.clientId, 'wrong'), GRANT, 401],
		['with another ID', basic('other'), GRANT, 401],
		['with a broken proof', { ...basic(), Authorization: 'Basic' }, GRANT, 401],
		['with the secret as bearer', { ...basic(), ...bearer(CLIENT.clientSecret) }, GRANT, 401],
		['for another grant', basic(), 'grant_type=password', 400],
		['for no grant', basic(), '', 400],
	])('is refused %s', async (_how, headers, body, status) => {
		const at = await stage();
		expect((await send(at.tokenUrl, headers, body)).status).toBe(status);
		expect(at.items()).toEqual([]);
	});
});

describe('only those with a token get in', () => {
	const body = JSON.stringify([event('attack')]);

	it.each<[string, (at: Stage) => Promise<Record<string, string>> | Record<string, string>]>([
		['no token', () => ({})],
		['a guessed token', () => bearer('guess')],
		['client ID and secret instead of a token', () => ({ ...basic(), 'Content-Type': 'application/json' })],
		[
			'a token with a later end',
			async (at) => bearer((await tokenOf(at)).replace(/^\d+/, (expiry) => String(Number(expiry) + 60))),
		],
		['a token whose signature is cut', async (at) => bearer((await tokenOf(at)).slice(0, -1))],
		['a token without a signature', async (at) => bearer((await tokenOf(at)).split('.').slice(0, 2).join('.'))],
		['a token of another trigger', async () => bearer(await tokenOf(await stage({}, {}, {}, '2')))],
		['a token for another tenant', async () => bearer(await tokenOf(await stage({}, { tenantId: 'us-00000000' })))],
		[
			'a token from before the secret was changed',
			async () => bearer(await tokenOf(await stage({}, { eventClientSecret: 'Before-Secret-654321' }))),
		],
	])('%s', async (_what, headersOf) => {
		const at = await stage();
		const { status, body: said } = await send(at.url, await headersOf(at), body);
		expect(status).toBe(401);
		expect(said).not.toContain('Secret');
		expect(at.items()).toEqual([]);
	});

	it('a token that has expired', async () => {
		const at = await stage({ options: { tokenHours: 1 } });
		const token = await tokenOf(at);
		expect((await send(at.url, bearer(token), body)).status).toBe(200);
		const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_601_000);
		try {
			expect((await send(at.url, bearer(token), JSON.stringify([event('late')]))).status).toBe(401);
		} finally {
			later.mockRestore();
		}
		expect(at.items()).toHaveLength(1);
	});

	it('a replay starts nothing', async () => {
		const at = await stage();
		const token = await tokenOf(at);
		for (let i = 0; i < 5; i++) expect((await send(at.url, bearer(token), body)).status).toBe(200);
		expect(at.items()).toHaveLength(1);
	});

	it('events of another tenant are refused', async () => {
		const at = await stage();
		const foreign = ['a', 'b'].map((id) => event(id, { tenantId: 'us-ffffffff' }));
		expect((await send(at.url, bearer(FIXED), JSON.stringify(foreign))).status).toBe(403);
		expect(at.items()).toEqual([]);
	});

	it.each<[string, string]>([
		['an envelope', '{"type": "productAvailability.v2", "tenantId": "us-ffffffff"}'],
		[
			'data that are a part',
			'{"type": "productAvailability.v2", "data": [{"tenantId": "us-ffffffff"}], "tenantId": "us-ffffffff"}',
		],
		['the older form', '{"code": "supplyChange", "attributes": [1, {"name": "tenantId", "value": "us-ffffffff"}]}'],
	])('a damaged event of another tenant starts nothing: %s', async (_what, damaged) => {
		const at = await stage();
		const one = damaged.includes('code') ? `{"eventbatch": [{"events": [${damaged}]}]}` : `[${damaged}]`;
		expect((await send(at.url, bearer(FIXED), one)).status).toBe(403);
		expect(at.items()).toEqual([]);
	});

	it('events of another tenant start nothing, and do not keep those of this one out', async () => {
		const at = await stage();
		const mixed = [
			event('a', { tenantId: bench.sandbox.tenantId }),
			event('b', { tenantId: 'us-ffffffff', productId: 'Y' }),
			event('c', { productId: 'Z' }),
		];
		for (let i = 0; i < 2; i++) {
			expect((await send(at.url, bearer(FIXED), JSON.stringify(mixed))).status).toBe(200);
		}
		expect(at.items()).toMatchObject([{ itemId: 'X' }, { itemId: 'Z' }]);
	});
});
