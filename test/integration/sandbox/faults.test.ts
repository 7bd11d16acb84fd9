import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import { errorOf, orderOf, Wire } from './wire';

let sandbox: Sandbox;
let wire: Wire;

async function start(options: SandboxOptions = {}): Promise<void> {
	sandbox = await startSandbox({ withoutOrders: true, plainHttp: true, ...options });
	wire = new Wire(sandbox);
	await wire.login();
}

afterEach(async () => {
	await wire.close();
	await sandbox.close();
});

const read = () => wire.invoke('getOrderList', {});

describe('Faults on request', () => {
	beforeEach(() => start());

	test('a status with Retry-After and a body, for one call', async () => {
		sandbox.faults.add({ kind: 'status', status: 503, retryAfter: 2, body: 'busy' });
		const answer = await read();
		expect([answer.status, answer.headers['retry-after'], answer.text]).toEqual([503, '2', 'busy']);
		expect((await read()).status).toBe(200);
	});

	test('a dropped connection before the work, and after it', async () => {
		sandbox.faults.add({ kind: 'drop', api: 'createOrder' });
		await expect(wire.invoke('createOrder', orderOf('LOST-1'))).rejects.toThrow();
		expect(sandbox.store.order('LOST-1')).toBeUndefined();
		sandbox.faults.add({ kind: 'drop', api: 'createOrder', afterWork: true });
		await expect(wire.invoke('createOrder', orderOf('LOST-2'))).rejects.toThrow();
		expect(sandbox.store.order('LOST-2')).toBeDefined();
		expect(sandbox.log.list('createOrder').map(({ status }) => status)).toEqual([0, 0]);
	});

	test('a gateway’s status after the work was done', async () => {
		sandbox.faults.add({ kind: 'status', status: 504, afterWork: true });
		expect((await wire.invoke('createOrder', orderOf('LOST-3'))).status).toBe(504);
		expect(sandbox.store.order('LOST-3')).toBeDefined();
	});

	test('a truncated body breaks the connection; a malformed one ends properly', async () => {
		sandbox.faults.add({ kind: 'truncate' });
		await expect(read()).rejects.toThrow();
		sandbox.faults.add({ kind: 'malformed' });
		const answer = await read();
		expect(() => JSON.parse(answer.text) as unknown).toThrow();
		expect(answer.status).toBe(200);
	});

	test('headers that break off, a wrong content type, and further headers', async () => {
		sandbox.faults.add({ kind: 'cutHeaders' });
		await expect(read()).rejects.toThrow();
		sandbox.faults.add({ kind: 'wrongType' });
		const answer = await read();
		expect(answer.headers['content-type']).toBe('text/html');
		expect(JSON.parse(answer.text)).toBeDefined();
		sandbox.faults.add({ kind: 'status', status: 200, headers: { 'x-made-by': 'gateway' } });
		expect((await read()).headers['x-made-by']).toBe('gateway');
	});

	test('HTML, a redirect, and errors under HTTP 200', async () => {
		sandbox.faults.add({ kind: 'html' });
		expect((await read()).headers['content-type']).toContain('text/html');
		sandbox.faults.add({ kind: 'redirect' });
		expect((await read()).status).toBe(302);
		sandbox.faults.add({ kind: 'errorUnder200' });
		const answer = await read();
		expect([answer.status, errorOf(answer).ErrorCode]).toEqual([200, 'EXTN0001']);
	});

	test('an expired token and an optimistic-lock failure', async () => {
		sandbox.faults.add({ kind: 'lock' });
		expect(errorOf(await read()).ErrorCode).toBe('YFC0009');
		sandbox.faults.add({ kind: 'expireToken' });
		expect(errorOf(await read()).ErrorCode).toBe('YCP0427');
		await wire.login();
		expect((await read()).status).toBe(200);
	});

	test('charsets, a byte order mark, an oversize body', async () => {
		const echo = () => wire.post('executeFlow/DemoEcho', '<Order Name="é"/>');
		sandbox.faults.add({ kind: 'latin1' });
		expect((await echo()).headers['content-type']).toContain('ISO-8859-1');
		sandbox.faults.add({ kind: 'wrongCharset' });
		expect((await echo()).text).toContain('\uFFFD');
		sandbox.faults.add({ kind: 'bom' });
		expect(Buffer.from((await echo()).text).toString('hex')).toMatch(/^(efbbbf)?7b/);
		sandbox.faults.add({ kind: 'oversize', bytes: 10_000 });
		expect((await echo()).text.length).toBeGreaterThan(10_000);
	});

	test('slow headers, a slow body and a delay still answer', async () => {
		for (const kind of ['delay', 'slowHeaders', 'slowBody'] as const) {
			sandbox.faults.add({ kind, ms: 1 });
			expect((await read()).json).toHaveProperty('LastRecordSet', 'Y');
		}
	});

	test('an interim response comes before the true one', async () => {
		// The client of this test refuses an unsolicited 100; the pool of kit/http does not.
		for (const status of [102, 103]) {
			sandbox.faults.add({ kind: 'interim', status });
			expect((await read()).json).toHaveProperty('LastRecordSet', 'Y');
		}
	});

	test('they match by API and user, skip calls, strike several times, and can be cleared', async () => {
		sandbox.faults.add({ kind: 'html', status: 502, api: ['getOrderList'], user: 'integration', skip: 1, times: 2 });
		const statuses = [];
		for (let call = 0; call < 4; call += 1) statuses.push((await read()).status);
		expect(statuses).toEqual([200, 502, 502, 200]);
		sandbox.faults.add({ kind: 'html', status: 502, times: 0 });
		sandbox.faults.clear();
		expect((await read()).status).toBe(200);
	});

	test('by chance: the same in each run', async () => {
		sandbox.faults.add({ kind: 'html', status: 502, probability: 0.5, times: 0 });
		const statuses = [];
		for (let call = 0; call < 20; call += 1) statuses.push((await read()).status);
		expect(new Set(statuses)).toEqual(new Set([200, 502]));
	});
});

describe('The control endpoint', () => {
	beforeEach(() => start());

	const control = (method: 'GET' | 'POST', path: string, body?: object) =>
		wire.send(method, `${sandbox.controlUrl}/${path}`, body && JSON.stringify(body));

	test('faults are asked for, listed and strike', async () => {
		await control('POST', 'faults', { kind: 'status', status: 500 });
		expect((await control('GET', 'faults')).json).toMatchObject([{ kind: 'status', status: 500, hits: 0 }]);
		expect((await read()).status).toBe(500);
	});

	test('a fault of an unknown kind is refused with the kinds there are, and none of its array is added', async () => {
		const { status, json } = await control('POST', 'faults', [{ kind: 'drop' }, { kind: 'dorp' }]);
		expect(status).toBe(400);
		expect((json as { kinds: string[] }).kinds).toEqual(expect.arrayContaining(['drop', 'lock']));
		expect((await control('GET', 'faults')).json).toEqual([]);
	});

	test('the clock is set, advanced and frozen', async () => {
		await control('POST', 'clock', { freeze: true, set: '2030-01-01T00:00:00Z' });
		await control('POST', 'clock', { advanceMs: 1000 });
		expect((await control('GET', 'clock')).json).toEqual({ now: '2030-01-01T00:00:01.000Z' });
	});

	test('log and counters are read, and say which fault was at work', async () => {
		sandbox.faults.add({ kind: 'status' });
		await read();
		const { json } = await control('GET', 'log?api=getOrderList');
		expect(json).toMatchObject([{ api: 'getOrderList', status: 503, fault: 'status', method: 'POST' }]);
		expect((await control('GET', 'counters')).json).toMatchObject({ logins: 1, requestsByApi: { getOrderList: 1 } });
	});

	test('what it does not know answers 404, what is no JSON 400', async () => {
		expect((await control('GET', 'nothing')).status).toBe(404);
		expect((await wire.send('POST', `${sandbox.controlUrl}/faults`, '{')).status).toBe(400);
	});
});

test('a rate limit answers 429 with Retry-After above so many requests a second', async () => {
	await start({ rateLimit: 3 });
	sandbox.clock.freeze(sandbox.clock.now() + 1000);
	const statuses = [];
	for (let call = 0; call < 5; call += 1) statuses.push((await read()).status);
	expect(statuses).toEqual([200, 200, 200, 429, 429]);
	sandbox.clock.advance(1000);
	expect((await read()).status).toBe(200);
});

test('with a commit lag rows become visible later than their time stamps', async () => {
	await start({ commitLagMs: 10_000 });
	sandbox.clock.freeze();
	await wire.invoke('createOrder', orderOf('LAG-1'));
	expect((await read()).json).not.toHaveProperty('Order');
	sandbox.clock.advance(10_000);
	expect((await read()).json.Order).toHaveLength(1);
	await wire.invoke('changeOrder', { EnterpriseCode: 'AURORA', OrderNo: 'LAG-1', OrderName: 'New' });
	expect((await read()).json.Order[0].OrderName).toBe('');
	sandbox.clock.advance(10_000);
	expect((await read()).json.Order[0].OrderName).toBe('New');
});

test('close leaves no connection open, not even one that is being answered', async () => {
	await start();
	sandbox.faults.add({ kind: 'delay', ms: 3_600_000 });
	const pending = read();
	pending.catch(() => undefined);
	while (sandbox.faults.list().length > 0) await new Promise(setImmediate);
	await sandbox.close();
	await expect(pending).rejects.toThrow();
});
