import { request } from 'node:https';

import { CREDENTIAL_ID } from '../../../../engine/oneNode';
import { WebhookWorkflow, type WebhookOptions } from '../../../../engine/webhook';
import { closeAllPools } from '../../../../kit/http/pools';
import { IbmInventoryTrigger } from '../../../../nodes/IbmInventory/IbmInventoryTrigger.node';
import { record, startInventorySandbox, type InventorySandbox, type Subscriber } from '../../../../sandbox/inventory';
import { Authority } from '../../../../sandbox/kit/certificates';
import { inventoryCredential } from '../../../support/inventoryBench';
import { assertNoSecrets, secrets } from '../../../support/watch';

const TYPE = 'n8n-nodes-ibm-sterling.ibmInventoryTrigger';
/** One for all runs: making the description takes longer than most of them. */
const nodeTypes = { [TYPE]: new IbmInventoryTrigger() };
const CLIENT = { clientId: 'ibm-events', clientSecret: 'Event-Secret-123456' };
const FIXED = 'fixed-token-of-a-bridge';
const ALL = ['nodeAvailability', 'networkAvailability', 'nodeSnapshot', 'networkSnapshot', 'supply', 'demand'];

const authority = new Authority();
const { certificate: cert, key } = authority.server();
const ca = authority.certificate;

let sandbox: InventorySandbox;
let open: WebhookWorkflow[] = [];
beforeAll(async () => {
	sandbox = await startInventorySandbox();
	secrets.add('event secret', CLIENT.clientSecret);
	secrets.add('fixed token', FIXED);
});
afterEach(async () => {
	await Promise.all(open.map(async (workflow) => await workflow.close()));
	open = [];
	sandbox.events.take();
});
afterAll(async () => {
	await closeAllPools();
	await sandbox.close();
});

interface Stage extends Subscriber {
	workflow: WebhookWorkflow;
	items: () => Array<Record<string, unknown>>;
}

/** An activated workflow with the trigger, and its addresses as IBM would have them. */
async function stage(
	parameters: object = {},
	credential: object = {},
	more: Partial<WebhookOptions> = {},
	id = '1',
): Promise<Stage> {
	const data: Record<string, unknown> = inventoryCredential(sandbox, {
		receiveEvents: true,
		eventClientId: CLIENT.clientId,
		eventClientSecret: CLIENT.clientSecret,
		eventToken: FIXED,
		...credential,
	});
	const node = {
		id,
		name: 'Inventory',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { events: ALL, ...parameters },
		credentials: { ibmInventoryApi: { id: CREDENTIAL_ID, name: 'Sandbox' } },
	};
	const workflow = new WebhookWorkflow(
		{ nodes: [node], connections: {} },
		{
			nodeTypes,
			credentials: { [CREDENTIAL_ID]: data as never },
			tls: { cert, key },
			...more,
		},
	);
	open.push(workflow);
	const urls = await workflow.open();
	const items = () => workflow.executions.flat().map(({ json }) => json);
	return {
		workflow,
		items,
		url: urls.events,
		tokenUrl: urls.token,
		ca,
		...CLIENT,
		clientSecret: String(data.eventClientSecret),
	};
}

/** Sends something as anybody could. */
async function send(
	url: string,
	headers: Record<string, string>,
	body: string,
): Promise<{ status: number; body: string }> {
	return await new Promise((resolve, reject) => {
		const sent = request(
			url,
			{ method: 'POST', ca, headers: { 'Content-Type': 'application/json', ...headers } },
			(response) => {
				let text = '';
				response.on('data', (chunk: Buffer) => (text += chunk.toString()));
				response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
}

const basic = (id = CLIENT.clientId, secret = CLIENT.clientSecret) => ({
	Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
	'Content-Type': 'application/x-www-form-urlencoded',
});
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const GRANT = 'grant_type=client_credentials';

async function tokenOf(at: Stage): Promise<string> {
	const { body } = await send(at.tokenUrl, basic(at.clientId, at.clientSecret), GRANT);
	return (JSON.parse(body) as { access_token: string }).access_token;
}

/** A change of stock in the sandbox, which raises events. */
function change(itemId: string, quantity: number): void {
	const one = record('supply', itemId, 'AUR_DC1', quantity);
	const now = sandbox.clock.now();
	sandbox.events.stock(one, sandbox.world.ledger.set(one, now) ?? 0);
}

const event = (id: string, more: object = {}) => ({
	type: 'productAvailability.v2',
	id,
	data: {
		productId: 'X',
		shipNode: 'DC1',
		computeTs: '2030-01-01T00:00:00Z',
		currentAvailability: { availableQuantity: 1 },
		...more,
	},
});

it('takes events as IBM sends them, with a token that IBM fetches here', async () => {
	const at = await stage();
	change('MUG-BLUE', 990);
	const { failed } = await sandbox.deliver(at);
	expect(failed).toEqual([]);
	const rows = at.items();
	expect(rows).toContainEqual(
		expect.objectContaining({
			event: 'nodeAvailability',
			itemId: 'MUG-BLUE',
			node: 'AUR_DC1',
			onHand: 990,
			deliveryMethod: 'SHP',
			source: 'ivEvent',
		}),
	);
	expect(rows).toContainEqual(
		expect.objectContaining({ event: 'networkAvailability', network: 'AUR_ALL', node: null }),
	);
	expect(rows).toContainEqual(
		expect.objectContaining({ event: 'supply', productId: 'MUG-BLUE', quantity: 990, changedQuantity: -5 }),
	);
	assertNoSecrets([at.workflow.stored, rows], 'What n8n keeps');
});

it('twice and in any order comes to the same', async () => {
	const at = await stage({ events: ['nodeAvailability'] });
	sandbox.clock.freeze();
	for (const quantity of [10, 20, 30, 40]) {
		sandbox.clock.advance(1000);
		change('ORDERED', quantity);
	}
	sandbox.clock.run();
	const { failed } = await sandbox.deliver(at, { twice: true, shuffled: true, batch: 3 });
	expect(failed).toEqual([]);
	const levels = at
		.items()
		.filter(({ deliveryMethod }) => deliveryMethod === 'SHP')
		.map(({ onHand }) => onHand as number);
	expect(levels.at(-1)).toBe(40);
	expect([...new Set(levels)].sort((a, b) => a - b)).toEqual(levels);
});

it('remembers over a restart of n8n what it has seen', async () => {
	const at = await stage({ events: ['nodeAvailability'] });
	const body = JSON.stringify([event('same')]);
	await send(at.url, bearer(FIXED), body);
	at.workflow.restart();
	expect(await send(at.url, bearer(FIXED), body)).toEqual({ status: 200, body: '{"received":1,"accepted":0}' });
	expect(at.items()).toHaveLength(1);
});

/** Lets those who come wait for each other, so many at a time. */
function meeting(count: number): () => Promise<void> {
	let waiting: Array<() => void> = [];
	return async () =>
		await new Promise((resolve) => {
			waiting.push(resolve);
			if (waiting.length < count) return;
			for (const go of waiting) go();
			waiting = [];
		});
}

it('what comes several times at once starts the workflow once, and nothing of it is forgotten', async () => {
	const gate = meeting(8);
	const at = await stage({ events: ['nodeAvailability'] }, {}, { whenLoaded: gate });
	const deliveries = Array.from({ length: 8 }, (_, i) => [event('same'), event(`own-${i}`, { productId: `P-${i}` })]);
	const sendAll = async () => {
		const sent = deliveries.map(async (one) => await send(at.url, bearer(FIXED), JSON.stringify(one)));
		expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(deliveries.map(() => 200));
	};
	await sendAll();
	const ids = at.items().map(({ eventId }) => eventId);
	expect([...ids].sort()).toEqual(['same', ...deliveries.map((_, i) => `own-${i}`)].sort());
	await sendAll();
	expect(at.items()).toHaveLength(ids.length);
});

it('takes the older form', async () => {
	const at = await stage({ events: ['supply'] });
	change('MUG-RED', 9);
	await sandbox.deliver(at, { legacy: true });
	expect(at.items()).toMatchObject([{ event: 'supply', productId: 'MUG-RED', quantity: 9, shipNode: 'AUR_DC1' }]);
});

it('takes a snapshot that was asked for, and only the events that are wanted', async () => {
	const at = await stage({ events: ['networkSnapshot'], simplify: false });
	change('MUG-RED', 8);
	sandbox.events.publishAll('network', 'AUR_ALL');
	await sandbox.deliver(at, { batch: 80 });
	const rows = at.items();
	expect(rows.length).toBeGreaterThan(4);
	expect(
		rows.every(
			({ event: kind, type, raw }) => kind === 'networkSnapshot' && type === 'dgAvailabilitySnapshot.v2' && raw,
		),
	).toBe(true);
});

it('serves the token at the address of the events, too', async () => {
	const at = await stage();
	change('MUG-RED', 7);
	const { failed } = await sandbox.deliver({ ...at, tokenUrl: at.url });
	expect(failed).toEqual([]);
	expect(at.items().length).toBeGreaterThan(0);
});

describe('the token', () => {
	it('lives as long as IBM was told, and an hour at least', async () => {
		const at = await stage({ options: { tokenHours: 5 } });
		const { status, body } = await send(at.tokenUrl, basic(), GRANT);
		expect(status).toBe(200);
		expect(JSON.parse(body)).toMatchObject({ token_type: 'Bearer', expires_in: 5 * 3600 });
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

	it.each(['[]', '{"eventbatch":[]}'])('an empty delivery %s is taken and starts nothing', async (empty) => {
		const at = await stage();
		expect(await send(at.url, bearer(FIXED), empty)).toEqual({ status: 200, body: '{"received":0,"accepted":0}' });
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
			event('a', { tenantId: sandbox.tenantId }),
			event('b', { tenantId: 'us-ffffffff', productId: 'Y' }),
			event('c', { productId: 'Z' }),
		];
		for (let i = 0; i < 2; i++) {
			expect((await send(at.url, bearer(FIXED), JSON.stringify(mixed))).status).toBe(200);
		}
		expect(at.items()).toMatchObject([{ itemId: 'X' }, { itemId: 'Z' }]);
	});

	it('a megabyte is taken with a token, and looked at only then', async () => {
		const at = await stage();
		const many = Array.from({ length: 3000 }, (_, i) =>
			event(`m-${i}`, { productId: `P-${i}`, filler: 'x'.repeat(250) }),
		);
		const large = JSON.stringify(many);
		expect(large.length).toBeGreaterThan(1_000_000);
		expect((await send(at.url, {}, large)).status).toBe(401);
		expect((await send(at.url, bearer(FIXED), large)).status).toBe(200);
		expect(at.items()).toHaveLength(3000);
		expect(at.workflow.stored.length).toBeLessThan(200_000);
	});

	const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
	const inside = (data: string) => `[{"type": "productAvailability.v2", "id": "x", "data": ${data}}]`;

	it.each<[string, string]>([
		['no event', '{"no": "event"}'],
		['lists in lists', '[[[]]]'],
		['a text', '"text"'],
		['a number', '42'],
		['nothing', 'null'],
		['a truth', 'true'],
		['envelopes without a type', '[{"id": "x", "data": {}}, {"data": {}}]'],
		['a batch of numbers', '{"eventbatch": [1]}'],
		['a batch of batches without events', '{"eventbatch": [{"channel": "x"}]}'],
		['a hundred thousand levels', nested(100_000)],
		['an event with a hundred thousand levels', inside(`{"a": ${nested(100_000)}}`)],
	])('%s is refused', async (_what, wrong) => {
		const at = await stage();
		const { status, body: said } = await send(at.url, bearer(FIXED), wrong);
		expect([status, at.items()]).toEqual([400, []]);
		expect(said).toContain('not an Inventory Visibility event');
	});

	it.each<[string, string, string, number]>([
		['a form', 'application/x-www-form-urlencoded', 'data=1', 400],
		['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 400],
		['bytes', 'application/octet-stream', '\u0000\u0001', 400],
		['parts', 'multipart/form-data; boundary=x', '--x--', 400],
		['JSON that is cut off', 'application/cloudevents-batch+json', '[{"type": "productAvail', 400],
		['JSON that is cut off, which n8n itself reads', 'application/json', '[{"type": "productAvail', 422],
		['no type at all', '', '', 400],
	])('%s is refused', async (_what, type, wrong, expected) => {
		const at = await stage();
		const { status } = await send(at.url, { ...bearer(FIXED), 'Content-Type': type }, wrong);
		expect([status, at.items()]).toEqual([expected, []]);
	});

	it.each(['text/plain', 'application/cloudevents-batch+json', 'application/octet-stream'])(
		'JSON under the type %s is read',
		async (type) => {
			const at = await stage();
			const { status } = await send(at.url, { ...bearer(FIXED), 'Content-Type': type }, body);
			expect([status, at.items().length]).toEqual([200, 1]);
		},
	);

	it.each<[string, string]>([
		['an envelope without data', '{"type": "x", "id": "u"}'],
		['data that is a list', '{"type": "productAvailability.v2", "id": "u", "data": [1]}'],
		['no envelope', '{"no": "event", "id": "u"}'],
	])('%s comes out once with what is wrong, and the events beside it once', async (_what, damaged) => {
		const at = await stage();
		const raw = JSON.parse(damaged) as object;
		const delivery = JSON.stringify([event('before'), raw, event('after')]);
		for (let i = 0; i < 3; i++) expect((await send(at.url, bearer(FIXED), delivery)).status).toBe(200);
		const problem = expect.stringContaining('not an Inventory Visibility event') as string;
		expect(at.items()).toMatchObject([{ onHand: 1 }, { problem, raw, eventId: 'u' }, { onHand: 1 }]);
	});

	it('of a damaged event of the older form, only those that are wanted start the workflow', async () => {
		const at = await stage({ events: ['supply'] });
		const codes = ['supplyChange', 'demandChange', 'unheardOf'].map((code) => ({ code }));
		const delivery = JSON.stringify({ eventbatch: [{ events: codes }] });
		expect((await send(at.url, bearer(FIXED), delivery)).status).toBe(200);
		expect(at.items().map(({ type }) => type)).toEqual(['supplyChange', 'unheardOf']);
	});

	it('names and values that objects inherit harm nothing', async () => {
		const at = await stage({ events: [...ALL, 'other'], simplify: false });
		const hostile = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1}';
		const events = [inside(hostile), `[{"type": "constructor", "id": "c", "data": ${hostile}}]`];
		for (const one of events) expect((await send(at.url, bearer(FIXED), one)).status).toBe(200);
		expect(at.items().map(({ event: kind }) => kind)).toEqual(['nodeAvailability', 'other']);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});

	it.each<[string, string]>([
		['figures that are none', '{"productId": {"a": 1}, "currentAvailability": {"availableQuantity": []}}'],
		['windows that are none', '{"currentAvailability": {"availableQuantity": 1}, "futureAvailability": "x"}'],
		['windows of nothing', '{"currentAvailability": {}, "futureAvailability": [null, 1]}'],
	])('%s are passed on with what is wrong, and those beside them as ever', async (_what, data) => {
		const at = await stage();
		const [wrong] = JSON.parse(inside(data)) as object[];
		const { status } = await send(at.url, bearer(FIXED), JSON.stringify([event('before'), wrong, event('after')]));
		expect(status).toBe(200);
		const problem = expect.stringMatching(/^The response for item .* cannot be read: .*Availability/);
		expect(at.items()).toMatchObject([{ onHand: 1 }, { problem, eventId: 'x', raw: JSON.parse(data) }, { onHand: 1 }]);
	});
});

/** What n8n gives the trigger when it activates a workflow. */
const activating = (data: object, options: object = {}, events: unknown = ALL) => ({
	getCredentials: async () => await Promise.resolve(data),
	getNode: () => ({ name: 'Inventory' }),
	getNodeParameter: (name: string) => (name === 'events' ? events : options),
});

it.each<[object, string]>([
	[{ remember: 0 }, 'Remember must be from 100 to 20000, not 0'],
	[{ remember: 1e9 }, 'Remember must be from 100 to 20000'],
	[{ remember: 'all' }, 'Remember is not a number: "all"'],
	[{ tokenHours: 0 }, 'Token Lifetime (Hours) must be from 1 to 8760, not 0'],
	[{ tokenHours: 'long' }, 'Token Lifetime (Hours) is not a number: "long"'],
	[{ tokenHours: 1e15 }, 'Token Lifetime (Hours) must be from 1 to 8760'],
])('an expression that gives %j is refused at the activation and starts nothing', async (options, said) => {
	const data = { receiveEvents: true, eventClientId: 'a', eventClientSecret: 'b' };
	const { checkExists } = new IbmInventoryTrigger().webhookMethods.default;
	await expect(checkExists.call(activating(data, options) as never)).rejects.toThrow(said);
	const at = await stage({ options });
	expect((await send(at.url, bearer(FIXED), JSON.stringify([event('x')]))).status).toBe(500);
	expect(at.items()).toEqual([]);
});

it('a kind of event that does not exist is refused at the activation and starts nothing', async () => {
	const events = ['Node Availability Changed', 'Suply'];
	const data = inventoryCredential(sandbox, { receiveEvents: true, eventClientId: 'a', eventClientSecret: 'b' });
	const { checkExists } = new IbmInventoryTrigger().webhookMethods.default;
	await expect(checkExists.call(activating(data, {}, events) as never)).rejects.toThrow(/"Suply" is not a valid/);
	expect(await checkExists.call(activating(data) as never)).toBe(true);
	const at = await stage({ events });
	expect((await send(at.url, bearer(FIXED), JSON.stringify([event('x')]))).status).toBe(500);
	expect(at.items()).toEqual([]);
});

it('a token whose lifetime has a fraction opens the trigger', async () => {
	const at = await stage({ options: { tokenHours: '1.00017' } });
	expect((await send(at.url, bearer(await tokenOf(at)), JSON.stringify([event('x')]))).status).toBe(200);
});

it('a test run of the editor remembers nothing', async () => {
	const at = await stage({}, {}, { mode: 'manual' });
	for (let i = 0; i < 2; i++) await send(at.url, bearer(FIXED), JSON.stringify([event('again')]));
	expect(at.items()).toHaveLength(2);
	expect(at.workflow.stored).toBe('{}');
});

it.each([
	['events are not turned on', { receiveEvents: false }],
	['no ID is set', { eventClientId: '' }],
	['no secret is set', { eventClientSecret: ' ' }],
])('nobody gets in, and the activation says why, where %s', async (_what, credential) => {
	const at = await stage({}, credential);
	expect((await send(at.tokenUrl, basic(), GRANT)).status).toBe(500);
	expect((await send(at.url, bearer(FIXED), JSON.stringify([event('x')]))).status).toBe(500);
	expect(at.items()).toEqual([]);
	const data = inventoryCredential(sandbox, {
		receiveEvents: true,
		eventClientId: 'a',
		eventClientSecret: 'b',
		...credential,
	});
	const context = activating(data);
	const { checkExists } = new IbmInventoryTrigger().webhookMethods.default;
	await expect(checkExists.call(context as never)).rejects.toThrow(/Turn on Receive Events/);
});
