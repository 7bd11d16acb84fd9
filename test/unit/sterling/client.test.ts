import {
	fromXml,
	SterlingError,
	testConnection,
	type Call,
	type Document,
	type SterlingClient,
	type TransportResponse,
} from '../../../sterling';
import { client, connection, fakeTransport, noWait, NOT_AUTHENTICATED } from './fakeSterling';

const read: Call = {
	api: 'getOrderList',
	root: 'Order',
	input: { EnterpriseCode: 'Aurora', MaximumRecords: '20' },
	kind: 'read',
};
const create: Call = {
	api: 'createOrder',
	root: 'Order',
	input: { OrderNo: 'AU-1', EnterpriseCode: 'Aurora' },
	kind: 'write',
};

describe('requests', () => {
	it('sends JSON without the root and unwraps nothing', async () => {
		const fake = fakeTransport(() => ({
			body: '{"Order":{"OrderNo":"1"}}',
			headers: { date: 'Thu, 01 Jan 2026 10:00:00 GMT' },
		}));
		const answer = await client(fake.transport).send(read);
		expect(answer).toEqual({
			root: 'OrderList',
			document: { Order: [{ OrderNo: '1' }] },
			empty: false,
			serverDate: new Date('2026-01-01T10:00:00Z'),
		});
		const { headers, body } = fake.seen[1];
		expect(headers).toMatchObject({ 'Content-Type': 'application/json', Accept: 'application/json' });
		expect(JSON.parse(body!)).toEqual(read.input);
	});

	it('sends XML with the root and reads whichever form comes back', async () => {
		const fake = fakeTransport(() => ({ body: '<OrderList><Order OrderNo="1"/></OrderList>' }));
		const answer = await client(fake.transport).send({ ...read, dataFormat: 'xml' });
		expect(answer.document).toEqual({ Order: [{ OrderNo: '1' }] });
		expect(fake.seen[1].body).toBe('<Order EnterpriseCode="Aurora" MaximumRecords="20"/>');
	});

	it('understands a JSON answer that kept its root', async () => {
		const fake = fakeTransport(() => ({ body: '{"OrderList":{"Order":{"OrderNo":"1"}}}' }));
		expect((await client(fake.transport).send(read)).document).toEqual({ Order: [{ OrderNo: '1' }] });
	});

	it('sends what JSON cannot carry as XML', async () => {
		const fake = fakeTransport(() => ({}));
		await client(fake.transport).send({ ...create, input: { '@Status': '1', Status: { A: 'b' } } });
		expect(fake.seen[1].body).toBe('<Order Status="1"><Status A="b"/></Order>');
		expect(fake.seen[1].headers).toMatchObject({
			'Content-Type': 'application/xml; charset=utf-8',
			Accept: 'application/json',
		});
	});

	it('names the root of a service call, with JSON only', async () => {
		const fake = fakeTransport(() => ({}));
		const service: Call = {
			api: 'AuroraSync',
			isService: true,
			root: 'Order',
			input: { OrderNo: '1' },
			kind: 'write',
		};
		await client(fake.transport).send(service);
		await client(fake.transport).send({ ...service, dataFormat: 'xml' });
		expect(fake.paths()).toEqual([
			'invoke/login',
			'executeFlow/AuroraSync',
			'invoke/login',
			'executeFlow/AuroraSync',
		]);
		expect(fake.seen[1].headers['X-XAPI-Tag']).toBe('Order');
		expect(fake.seen[3].headers['X-XAPI-Tag']).toBeUndefined();
	});

	it('wraps a read with a template in getPage', async () => {
		const body = {
			Output: { OrderList: { LastRecordSet: 'Y', Order: { OrderNo: '1' } } },
			PageNumber: '1',
		};
		const fake = fakeTransport(() => ({ body: JSON.stringify(body) }));
		const answer = await client(fake.transport).send({ ...read, template: { Order: { OrderNo: '' } } });
		expect(answer.document).toEqual({ LastRecordSet: 'Y', Order: [{ OrderNo: '1' }] });
		expect(fake.paths()[1]).toBe('invoke/getPage');
		expect(JSON.parse(fake.seen[1].body!)).toMatchObject({
			PageNumber: '1',
			PageSize: '20',
			PaginationStrategy: 'GENERIC',
			API: {
				IsFlow: 'N',
				Name: 'getOrderList',
				Input: { Order: read.input },
				Template: { OrderList: { Order: { OrderNo: '' } } },
			},
		});
	});

	it('wraps a write with a template in multiApi, as XML', async () => {
		const fake = fakeTransport(() => ({
			body: '<MultiApi><API Name="createOrder"><Output><Order OrderNo="AU-1"/></Output></API></MultiApi>',
		}));
		const answer = await client(fake.transport).send({ ...create, template: { OrderHeaderKey: '' } });
		expect(answer.document).toEqual({ OrderNo: 'AU-1' });
		expect(fake.seen[1].body).toBe(
			'<MultiApi><API Name="createOrder"><Input><Order OrderNo="AU-1" EnterpriseCode="Aurora"/></Input>' +
				'<Template><Order OrderHeaderKey=""/></Template></API></MultiApi>',
		);
	});

	it('takes an empty answer for a success, and hides what a login by hand brings', async () => {
		const fake = fakeTransport(() => ({ status: 204 }));
		expect(await client(fake.transport).send(create)).toMatchObject({ document: {}, empty: true });
		const login = await client(fake.transport).send({
			api: 'login',
			root: 'Login',
			input: {},
			kind: 'read',
		});
		expect(JSON.stringify(login)).not.toMatch(/S3cret|opaque/);
	});

	it('sends a stored template by its key, never beside an inline one', async () => {
		const fake = fakeTransport(() => ({ body: '{}' }));
		await client(fake.transport).send({ ...read, templateKey: 'def getOrderList 01' });
		expect(new URL(fake.seen[1].url).searchParams.get('_templateKey')).toBe('def getOrderList 01');
		await expect(
			client(fake.transport).send({ ...read, templateKey: 'x', template: {} }),
		).rejects.toMatchObject({ category: 'invalidInput' });
	});

	it.each(['../login', 'getOrder List', ''])(
		'refuses the API "%s" before anything is sent',
		async (api) => {
			const fake = fakeTransport(() => ({}));
			await expect(client(fake.transport).send({ ...read, api })).rejects.toMatchObject({
				category: 'invalidInput',
			});
			expect(fake.seen).toHaveLength(0);
		},
	);
});

describe('transactions', () => {
	it('hide what a login among them brings', async () => {
		const fake = fakeTransport(() => ({
			body: '<MultiApi><API Name="login"><Output><Login LoginID="u" UserToken="opaque" Password="S3cret"/></Output></API></MultiApi>',
		}));
		const login = { api: 'login', root: 'Login', input: {}, kind: 'write' as const };
		expect(await client(fake.transport).transaction([login])).toEqual([{ LoginID: 'u' }]);
	});

	it('brings the answers in order', async () => {
		const body =
			'<MultiApi><API Name="createOrder"><Output><Order OrderNo="AU-1"/></Output></API>' +
			'<API FlowName="Sync"><Output/></API></MultiApi>';
		const fake = fakeTransport(() => ({ body }));
		const service: Call = { api: 'Sync', isService: true, root: 'Order', input: {}, kind: 'write' };
		expect(await client(fake.transport).transaction([create, service])).toEqual([
			{ OrderNo: 'AU-1' },
			{},
		]);
		const api = fromXml(fake.seen[1].body!).document.API as Document[];
		expect(api.map(({ Name, FlowName }) => Name ?? FlowName)).toEqual(['createOrder', 'Sync']);
	});

	it('reads the JSON form, too, where one call is an object', async () => {
		const fake = fakeTransport(() => ({
			body: '{"API":{"Name":"","Output":{"Order":{"OrderNo":"AU-1"}}}}',
		}));
		expect(await client(fake.transport).transaction([create])).toEqual([{ OrderNo: 'AU-1' }]);
	});

	it('is uncertain where answers are missing, and refuses an empty list', async () => {
		const fake = fakeTransport(() => ({ body: '<MultiApi/>' }));
		await expect(client(fake.transport).transaction([create, create])).rejects.toMatchObject({
			category: 'uncertain',
		});
		await expect(client(fake.transport).transaction([])).rejects.toMatchObject({
			category: 'invalidInput',
		});
	});

	it('reports an error list that a service handed back', async () => {
		const body =
			'<MultiApi><API FlowName="S"><Output><Errors><Error ErrorCode="EXTN1" ErrorDescription="no"/></Errors>' +
			'</Output></API></MultiApi>';
		const fake = fakeTransport(() => ({ body }));
		await expect(client(fake.transport).transaction([create])).rejects.toMatchObject({
			code: 'EXTN1',
			api: 'createOrder',
		});
	});
});

describe('writes whose answer is lost', () => {
	const dropped = () => {
		throw Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
	};
	const losses: Array<[string, () => Partial<TransportResponse>]> = [
		['dropped', dropped],
		['502', () => ({ status: 502 })],
		['503', () => ({ status: 503 })],
		['504', () => ({ status: 504 })],
		['cut off', () => ({ body: '{"OrderNo":"AU' })],
	];

	it.each(losses)('are looked up, not sent again: %s', async (_what, lose) => {
		const fake = fakeTransport(lose);
		const recover = jest.fn(async () => ({ OrderNo: 'AU-1' }));
		expect(await client(fake.transport).send({ ...create, recover })).toEqual({
			root: 'Order',
			document: { OrderNo: 'AU-1' },
			empty: false,
		});
		expect(fake.paths().filter((path) => path.endsWith('createOrder'))).toHaveLength(1);
	});

	it.each(losses)('are uncertain without a look-up: %s', async (_what, lose) => {
		const fake = fakeTransport(lose);
		await expect(client(fake.transport).send(create)).rejects.toMatchObject({
			category: 'uncertain',
			api: 'createOrder',
		});
		expect(fake.paths().filter((path) => path.endsWith('createOrder'))).toHaveLength(1);
	});

	it.each<[string, Partial<TransportResponse>]>([
		['429', { status: 429, headers: { 'retry-after': '3' } }],
		['503 with Retry-After', { status: 503, headers: { 'retry-after': '3' } }],
		['a lock', { status: 400, body: '{"errors":[{"ErrorCode":"YFC0009"}]}' }],
	])('are sent again only where nothing was done: %s', async (_what, refusal) => {
		const answers = [refusal, { body: '{"OrderNo":"AU-1"}' }];
		const waits: number[] = [];
		const fake = fakeTransport(() => answers.shift()!);
		let time = 0;
		const sleep = async (ms: number) => {
			waits.push(ms);
			time += ms;
		};
		const clockwork = { sleep, now: () => time };
		expect((await client(fake.transport, {}, clockwork).send(create)).document).toEqual({
			OrderNo: 'AU-1',
		});
		expect(waits).toEqual([refusal.headers ? 3000 : 0]);
	});
});

describe('dry run', () => {
	it.each(['standard', 'basic', 'jwt'] as const)(
		'shows the exact request and no secret: %s',
		async (authentication) => {
			const fake = fakeTransport(() => ({}));
			const headers = { 'X-Api-Key': 'gateway-secret' };
			const sterling = client(fake.transport, { authentication, headers });
			const prepared = sterling.prepare({ ...create, templateKey: 'k' });
			expect(fake.seen).toHaveLength(0);
			expect(prepared).toMatchObject({
				method: 'POST',
				path: '/smcfs/restapi/invoke/createOrder?_templateKey=k',
				json: create.input,
				xml: '<Order OrderNo="AU-1" EnterpriseCode="Aurora"/>',
				body: JSON.stringify(create.input),
			});
			expect(prepared.headers['X-Api-Key']).toBe('***');
			expect(JSON.stringify(prepared)).not.toMatch(/gateway-secret|S3cret|YXVyb3JhX2Fwa/);
			if (authentication === 'jwt') return;
			await sterling.send({ ...create, templateKey: 'k' });
			expect(fake.seen.at(-1)!.body).toBe(prepared.body);
		},
	);

	it('shows the wrapped form of a template and of a transaction', () => {
		const sterling = client(fakeTransport(() => ({})).transport);
		expect(sterling.prepare({ ...create, template: {} }).path).toBe('/smcfs/restapi/invoke/multiApi');
		expect(sterling.prepareTransaction([create]).xml).toContain('<API Name="createOrder">');
	});
});

describe('secrets', () => {
	const faults: Array<[string, (url: string) => Partial<TransportResponse>]> = [
		[
			'an error that quotes the request',
			(url) => ({
				status: 400,
				body: JSON.stringify({
					errors: [
						{
							ErrorDescription: `bad ${url} S3cret&Pass word`,
							MoreInfo: { a: url, 'S3cret&Pass word': 'x' },
						},
					],
				}),
			}),
		],
		['a redirect with the token', (url) => ({ status: 302, headers: { location: url } })],
		[
			'a redirect with the token in its path',
			(url) => ({
				status: 302,
				headers: { location: `/x/${new URL(url).searchParams.get('_token')}` },
			}),
		],
		[
			'a fault that quotes the request',
			(url) => {
				throw Object.assign(new Error(`failed ${url}`), { code: url });
			},
		],
		['an answer that is not readable', (url) => ({ body: `{"x": ${url} S3cret&Pass word` })],
		['XML that is not readable', (url) => ({ body: `<S3cret&Pass${url}` })],
		['a refused token', () => NOT_AUTHENTICATED],
		['a gateway', (url) => ({ status: 500, body: url })],
		[
			'a code',
			(url) => ({
				status: 400,
				body:
					`<Errors><Error ErrorCode="${url.replace(/&/g, '&amp;')}">` +
					'<Error ErrorDescription="gateway-secret"/></Error></Errors>',
			}),
		],
	];

	it.each(faults)('never show: %s', async (_what, answer) => {
		const fake = fakeTransport((request) => answer(request.url));
		const sterling = client(fake.transport, { headers: { 'X-Api-Key': 'gateway-secret' } });
		for (const kind of ['read', 'write'] as const) {
			const error = (await sterling
				.send({ ...read, kind })
				.catch((failure: unknown) => failure)) as SterlingError;
			expect(error).toBeInstanceOf(SterlingError);
			const shown = JSON.stringify([error.details(), error, error.stack, String(error), error.cause]);
			for (const secret of [
				'S3cret',
				'Pass word',
				'opaque',
				'gateway-secret',
				encodeURIComponent('S3cret&Pass word'),
			]) {
				expect(shown).not.toContain(secret);
			}
		}
	});

	it('do not show in a failed login either', async () => {
		const transport = async () => ({
			status: 400,
			headers: {},
			body: JSON.stringify({ errors: [{ ErrorDescription: 'no S3cret&Pass word' }] }),
		});
		const result = await testConnection(connection(), { transport });
		expect(result.ok).toBe(false);
		expect(JSON.stringify(result)).not.toContain('S3cret');
	});
});

describe('pages', () => {
	const options = { key: 'OrderHeaderKey', list: 'Order', pageSize: 10 };
	const keys = (count: number) =>
		Array.from({ length: count }, (_, index) => `2025${String(index).padStart(6, '0')}`);

	/** A list that honours key, order and bound; `tell` adds LastRecordSet. */
	function list(all: string[], tell: boolean, cap = Infinity) {
		return fakeTransport((request) => {
			const input = JSON.parse(request.body!) as Record<string, string>;
			const after = input.OrderHeaderKeyQryType === 'GT' ? input.OrderHeaderKey : '';
			const rest = all.filter((key) => key > after);
			const rows = rest.slice(0, Math.min(cap, Number(input.MaximumRecords)));
			return {
				body: JSON.stringify({
					Order: rows.map((OrderHeaderKey) => ({ OrderHeaderKey })),
					...(tell ? { LastRecordSet: rows.length < rest.length ? 'N' : 'Y' } : {}),
				}),
			};
		});
	}

	async function collect(sterling: SterlingClient, call: Call, changes: object = {}) {
		const pages: Array<{ rows: number; more: boolean }> = [];
		const seen: unknown[] = [];
		for await (const { rows, more } of sterling.pages(call, { ...options, ...changes })) {
			pages.push({ rows: rows.length, more });
			seen.push(...rows.map((row) => row.OrderHeaderKey));
		}
		return { pages, seen };
	}

	it.each([0, 1, 9, 10, 11, 20, 35])(
		'read %i rows completely, told or not, capped or not',
		async (count) => {
			for (const fake of [
				list(keys(count), true),
				list(keys(count), false),
				list(keys(count), true, 7),
				list(keys(count), false, 10),
			]) {
				const { seen, pages } = await collect(client(fake.transport), read);
				expect(seen).toEqual(keys(count));
				expect(pages.at(-1)!.more).toBe(false);
			}
		},
	);

	it.each([
		[5, true],
		[10, true],
		[25, true],
		[30, false],
		[40, false],
	])('stop at a limit of %i and tell whether more is left', async (limit, more) => {
		const fake = list(keys(30), true);
		const { seen, pages } = await collect(client(fake.transport), read, { limit });
		expect(seen).toEqual(keys(30).slice(0, limit));
		expect(pages.at(-1)!.more).toBe(more);
	});

	it('fail clearly where the server ignores the key or the order', async () => {
		const row = (key: string) => ({ OrderHeaderKey: key });
		const stuck = fakeTransport(() => ({ body: JSON.stringify({ Order: keys(11).map(row) }) }));
		await expect(collect(client(stuck.transport), read)).rejects.toMatchObject({
			category: 'badAnswer',
		});
		const unordered = fakeTransport(() => ({
			body: JSON.stringify({ Order: [...keys(11)].reverse().map(row) }),
		}));
		await expect(collect(client(unordered.transport), read)).rejects.toMatchObject({
			category: 'badAnswer',
		});
		const keyless = fakeTransport(() => ({
			body: JSON.stringify({ Order: keys(11).map((OrderNo) => ({ OrderNo })) }),
		}));
		await expect(collect(client(keyless.transport), read)).rejects.toMatchObject({
			message: expect.stringContaining('carry no OrderHeaderKey'),
		});
	});

	it('ask for the key in a template', async () => {
		const fake = fakeTransport(() => ({ body: '{"Output":{"OrderList":{}}}' }));
		await collect(client(fake.transport), { ...read, template: { Order: [{ OrderNo: '' }] } });
		const sent = JSON.parse(fake.seen[1].body!) as { API: { Template: unknown } };
		expect(sent.API.Template).toEqual({ OrderList: { Order: { OrderNo: '', OrderHeaderKey: '' } } });
	});

	it('are numbered by getPage for a sort order of the caller', async () => {
		const all = keys(25).reverse();
		const fake = fakeTransport((request) => {
			const { PageNumber, PageSize, PaginationStrategy } = JSON.parse(request.body!) as Record<
				string,
				string
			>;
			expect(PaginationStrategy).toBe('ROWNUM');
			const start = (Number(PageNumber) - 1) * Number(PageSize);
			const Order = all
				.slice(start, start + Number(PageSize))
				.map((OrderHeaderKey) => ({ OrderHeaderKey }));
			return { body: JSON.stringify({ PageNumber, Output: { OrderList: { Order } } }) };
		});
		const sorted = { ...read, input: { OrderBy: { Attribute: { Name: 'OrderDate', Desc: 'Y' } } } };
		expect((await collect(client(fake.transport), sorted)).seen).toEqual(all);
		expect((await collect(client(fake.transport), sorted, { limit: 12 })).seen).toEqual(
			all.slice(0, 12),
		);
		fake.seen.length = 0;
		const few = await collect(client(fake.transport), sorted, { limit: 2 });
		expect(few).toEqual({ seen: all.slice(0, 2), pages: [{ rows: 2, more: true }] });
		expect(JSON.parse(fake.seen[1].body!)).toMatchObject({ PageSize: '3' });
	});

	it('are one piece for a sort order with a stored template, which getPage cannot carry', async () => {
		const fake = list(keys(30), true, 20);
		const sorted = {
			...read,
			input: { OrderBy: { Attribute: { Name: 'OrderDate', Desc: 'Y' } }, MaximumRecords: '5000' },
			templateKey: 'orders_01',
		};
		const few = await collect(client(fake.transport), sorted, { limit: 12 });
		expect(few).toEqual({ seen: keys(12), pages: [{ rows: 12, more: true }] });
		expect(fake.paths().slice(1)).toEqual(['invoke/getOrderList']);
		expect(new URL(fake.seen[1].url).searchParams.get('_templateKey')).toBe('orders_01');
		await expect(collect(client(fake.transport), sorted)).rejects.toMatchObject({
			category: 'invalidInput',
			message: expect.stringContaining('no more than 20 rows'),
		});
	});
});

describe('the connection test', () => {
	const test = async (response: Partial<TransportResponse>) =>
		await testConnection(connection(), {
			transport: fakeTransport(() => response).transport,
			sleep: noWait,
		});

	it('succeeds with a real read', async () => {
		expect(await test({ body: '{"Order":[]}' })).toMatchObject({ ok: true });
	});

	it('tells a refusal of that API apart from a connection that does not work', async () => {
		const body = '{"errors":[{"ErrorCode":"YCP0428","ErrorDescription":"security violation"}]}';
		expect(await test({ status: 400, body })).toEqual({
			ok: false,
			message: expect.stringMatching(/^The connection and login work.*YCP0428/),
		});
	});

	it.each([
		[{ status: 302 }, /context root/],
		[{ body: '<html></html>' }, /web page/],
		[{ status: 403 }, /forbids/],
		[NOT_AUTHENTICATED, /YCP0427/],
	])('explains %j', async (response, text) => {
		expect(await test(response)).toEqual({ ok: false, message: expect.stringMatching(text) });
	});

	it('explains an endpoint that cannot be', async () => {
		expect(await testConnection(connection({ endpoint: 'ftp://x' }))).toMatchObject({
			ok: false,
			message: expect.stringContaining('https://'),
		});
	});
});

describe('hints that need the request', () => {
	const unknown = {
		status: 400,
		body: JSON.stringify({ errors: [{ ErrorCode: 'java.lang.NoSuchMethodException', httpcode: 400 }] }),
	};

	it.each([
		[{}, '"getOrdrList"'],
		[{ template: { Order: { OrderNo: '' } } }, '"getPage" or "getOrdrList"'],
	])('an API that Sterling does not know is named: %#', async (more, named) => {
		const sterling = client(fakeTransport(() => unknown).transport);
		const call: Call = { api: 'getOrdrList', root: 'Order', input: {}, kind: 'read', ...more };
		await expect(sterling.send(call)).rejects.toMatchObject({
			category: 'invalidInput',
			hint: expect.stringContaining(`no API called ${named}.`),
		});
	});

	it('with Basic a server that wants a token is told so', async () => {
		const sterling = client(fakeTransport(() => NOT_AUTHENTICATED).transport, { authentication: 'basic' });
		const call: Call = { api: 'getOrderList', root: 'Order', input: {}, kind: 'read' };
		await expect(sterling.send(call)).rejects.toMatchObject({ hint: expect.stringContaining('Choose Standard') });
	});
});
