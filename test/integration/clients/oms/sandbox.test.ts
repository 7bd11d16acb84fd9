import { startSandbox, type Sandbox } from '../../../../sandbox';
import { SterlingClient, testConnection, type Call, type Connection } from '../../../../clients/oms';
import { closeAllPools } from '../../../../kit/http/pools';
import { connectionTo } from '../../../support/connection';

const AURORA = { EnterpriseCode: 'AURORA', DocumentType: '0001' };
const ITEM = { ItemID: 'MUG-BLUE', UnitOfMeasure: 'EACH' };
const ADDRESS = { FirstName: 'Ada', LastName: 'Example', City: 'Exampleton', Country: 'US' };

const list = (input = {}): Call => ({
	api: 'getOrderList',
	root: 'Order',
	input: { ...AURORA, MaximumRecords: '5', ...input },
	kind: 'read',
});
const create = (OrderNo: string): Call => ({
	api: 'createOrder',
	root: 'Order',
	input: {
		...AURORA,
		OrderNo,
		PersonInfoBillTo: ADDRESS,
		OrderLines: { OrderLine: [{ OrderedQty: '1', Item: ITEM }] },
	},
	kind: 'write',
});

let sandbox: Sandbox;

const connection = (changes: Partial<Connection> = {}) => connectionTo(sandbox, changes);

/** A client for which waiting takes no time, though its clock moves. */
function client(changes: Partial<Connection> = {}, waits: number[] = []) {
	let waited = 0;
	const sleep = async (ms: number) => {
		waits.push(ms);
		waited += ms;
	};
	return new SterlingClient(connection(changes), { random: () => 0, sleep, now: () => Date.now() + waited });
}

describe.each(['standard', 'basic', 'jwt'] as const)('with %s authentication and mutual TLS', (authentication) => {
	beforeAll(async () => {
		sandbox = await startSandbox({ mutualTls: true, authentication });
	});
	afterAll(async () => {
		await closeAllPools();
		await sandbox.close();
	});

	it.each(['json', 'xml'] as const)('creates, reads with a template and changes an order: %s', async (dataFormat) => {
		const sterling = client({ authentication, dataFormat });
		const OrderNo = `SC-${authentication}-${dataFormat}`;
		await sterling.send(create(OrderNo));
		expect(sandbox.store.order(OrderNo)).toBeDefined();
		const template = {
			Order: {
				OrderNo: '',
				OrderHeaderKey: '',
				OrderLines: { OrderLine: { OrderedQty: '' } },
			},
		};
		const { document, serverDate } = await sterling.send({ ...list({ OrderNo }), template });
		expect(document.Order).toEqual([
			{
				OrderNo,
				OrderHeaderKey: expect.any(String),
				OrderLines: {
					OrderLine: [expect.objectContaining({ OrderedQty: expect.any(String) })],
				},
			},
		]);
		expect(serverDate).toBeInstanceOf(Date);
		const changed = await sterling.send({
			api: 'changeOrder',
			root: 'Order',
			kind: 'write',
			template: { OrderNo: '', CustomerPONo: '' },
			input: { ...AURORA, OrderNo, CustomerPONo: 'PO-7' },
		});
		expect(changed.document).toEqual({ OrderNo, CustomerPONo: 'PO-7' });
		await expect(sterling.send(create(OrderNo))).rejects.toMatchObject({
			category: 'duplicate',
			code: 'YFC0001',
		});
	});

	it.each(['oldP12Base64', 'p12Base64'] as const)('accepts the certificate as P12: %s', async (form) => {
		const { passphrase, [form]: pkcs12 } = sandbox.clientCertificate;
		const settings = connection({
			authentication,
			tls: { pkcs12, passphrase, ca: sandbox.ca },
		});
		expect(await testConnection(settings)).toMatchObject({ ok: true });
	});

	it('explains a wrong password', async () => {
		const settings = connection({ authentication, password: 'not the one' });
		const result = await testConnection(settings);
		expect(result).toMatchObject({ ok: false, message: expect.stringContaining('password') });
		expect(result.message).not.toContain('not the one');
	});
});

describe('the client', () => {
	beforeAll(async () => {
		sandbox = await startSandbox({ mutualTls: true });
	});
	afterEach(() => sandbox.faults.clear());
	afterAll(async () => {
		await closeAllPools();
		await sandbox.close();
	});

	it.each(['json', 'xml'] as const)(
		'loses nothing of 200 reads when the token expires among them, with one login: %s',
		async (dataFormat) => {
			const sterling = client({ dataFormat });
			await sterling.send(list());
			sandbox.log.clear();
			sandbox.faults.add({ kind: 'expireToken', api: 'getOrderList', skip: 60 });
			const answers = await Promise.all(Array.from({ length: 200 }, async () => await sterling.send(list())));
			expect(answers.every(({ document }) => (document.Order as unknown[]).length > 0)).toBe(true);
			expect(sandbox.log.counters.logins).toBe(1);
		},
	);

	it('uses few TLS connections for many calls', async () => {
		const sterling = client({ maxInFlight: 6, loginId: 'admin', password: 'Admin-1' });
		sandbox.log.clear();
		await Promise.all(Array.from({ length: 100 }, async () => await sterling.send(list())));
		expect(sandbox.log.counters.handshakes).toBeLessThanOrEqual(6);
	});

	it.each([
		['dropped', { kind: 'drop', afterWork: true }],
		['502', { kind: 'status', status: 502, afterWork: true }],
		['truncated', { kind: 'truncate' }],
		['malformed', { kind: 'malformed' }],
	] as const)('finds an order whose answer was lost, and creates it once: %s', async (name, fault) => {
		const sterling = client();
		const OrderNo = `LOST-${name}`;
		sandbox.log.clear();
		sandbox.faults.add({ ...fault, api: 'createOrder' });
		const recover = async () => {
			const { document } = await sterling.send(list({ OrderNo }));
			return (document.Order as never[] | undefined)?.[0];
		};
		expect((await sterling.send({ ...create(OrderNo), recover })).document).toMatchObject({ OrderNo });
		expect(sandbox.log.list('createOrder')).toHaveLength(1);
		expect(sandbox.store.orders().filter((order) => order.OrderNo === OrderNo)).toHaveLength(1);
	});

	it('is uncertain where the order cannot be found', async () => {
		const sterling = client();
		sandbox.faults.add({ kind: 'drop', api: 'createOrder' });
		const failure = sterling.send({ ...create('LOST-never'), recover: async () => undefined });
		await expect(failure).rejects.toMatchObject({ category: 'uncertain', api: 'createOrder' });
		expect(sandbox.store.order('LOST-never')).toBeUndefined();
	});

	it('waits as the server asks, also with a write', async () => {
		const waits: number[] = [];
		sandbox.faults.add({ kind: 'status', status: 429, retryAfter: 2, api: 'createOrder' });
		await client({}, waits).send(create('LATER-1'));
		expect(waits).toEqual([2000]);
		expect(sandbox.store.order('LATER-1')).toBeDefined();
	});

	it('repeats a write that a lock rolled back', async () => {
		sandbox.faults.add({ kind: 'lock', api: 'createOrder' });
		await client().send(create('LOCK-1'));
		expect(sandbox.store.order('LOCK-1')).toBeDefined();
	});

	it('reads pages by key and by number completely', async () => {
		sandbox.store.createOrders(57);
		const whole = sandbox.store.call('getOrderList', AURORA) as { Order: unknown[] };
		const all = whole.Order.length;
		const options = { key: 'OrderHeaderKey', list: 'Order', pageSize: 20 };
		const template = { Order: { OrderNo: '' } };
		const sorted = { OrderBy: { Attribute: [{ Name: 'OrderNo', Desc: 'Y' }] } };
		for (const call of [
			list(),
			{ ...list(), template },
			{ ...list(sorted), template },
			{ ...list(sorted), dataFormat: 'xml' as const },
		]) {
			const numbers = new Set<unknown>();
			let count = 0;
			for await (const { rows } of client().pages(call, options)) {
				rows.forEach(({ OrderNo }) => numbers.add(OrderNo));
				count += rows.length;
			}
			expect([numbers.size, count]).toEqual([all, all]);
		}
	});

	it('runs several calls in one transaction, all or nothing', async () => {
		const [one, two] = await client().transaction([create('MULTI-1'), create('MULTI-2')]);
		expect([one.OrderNo, two.OrderNo]).toEqual(['MULTI-1', 'MULTI-2']);
		await expect(client().transaction([create('MULTI-3'), create('MULTI-1')])).rejects.toMatchObject({
			category: 'duplicate',
		});
		expect(sandbox.store.order('MULTI-3')).toBeUndefined();
	});

	it.each([
		['html', { kind: 'html' }, 'configuration'],
		['a redirect to a sign-in page, again and again', { kind: 'redirect', times: 0 }, 'configuration'],
	] as const)('explains %s', async (_what, fault, category) => {
		sandbox.faults.add({ ...fault, api: 'getOrderList' });
		await expect(client().send(list())).rejects.toMatchObject({ category });
		sandbox.faults.clear();
	});

	it('finds an error under HTTP 200', async () => {
		sandbox.faults.add({ kind: 'errorUnder200', api: 'getOrderList' });
		await expect(client().send(list())).rejects.toMatchObject({
			name: 'ServiceError',
			httpStatus: expect.any(Number),
		});
	});

	it('explains certificates, permissions and servers without tokens', async () => {
		const test = async (changes: Partial<Connection>) =>
			await testConnection(connection(changes), { sleep: async () => await Promise.resolve() });
		const expired = sandbox.expiredClientCertificate();
		const foreign = sandbox.foreignAuthority().clientCertificate;
		const { ca } = sandbox;
		expect(await test({ tls: { ...expired, ca } })).toMatchObject({
			ok: false,
			message: expect.stringMatching(/expired on \d{4}-\d\d-\d\d/),
		});
		expect(await test({ tls: { ...foreign, ca } })).toMatchObject({
			ok: false,
			message: expect.stringMatching(/certificate/),
		});
		expect(await test({ tls: { ca } })).toMatchObject({
			ok: false,
			message: expect.stringContaining('requires a client certificate'),
		});
		expect(await test({ loginId: 'outsider', password: 'Outsider-1' })).toMatchObject({
			ok: false,
			message: expect.stringContaining('may not read'),
		});
		expect(await test({ endpoint: sandbox.url.replace('/smcfs', '/oms') })).toMatchObject({
			ok: false,
		});
		sandbox.behaviour.issueTokens = false;
		expect(await test({ loginId: 'clerk', password: 'Clerk-1' })).toMatchObject({
			ok: false,
			message: expect.stringContaining('UserToken'),
		});
		sandbox.behaviour.issueTokens = true;
	});
});
