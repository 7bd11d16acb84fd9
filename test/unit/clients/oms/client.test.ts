import type { Call } from '../../../../clients/oms';
import { client, create, fakeTransport, NOT_AUTHENTICATED, read } from './fakeSterling';

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
		expect(fake.paths()).toEqual(['invoke/login', 'executeFlow/AuroraSync', 'invoke/login', 'executeFlow/AuroraSync']);
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
		const fake = fakeTransport(() => ({ body: '{"Order":[]}' }));
		await client(fake.transport).send({ ...read, templateKey: 'def getOrderList 01' });
		expect(new URL(fake.seen[1].url).searchParams.get('_templateKey')).toBe('def getOrderList 01');
		await expect(client(fake.transport).send({ ...read, templateKey: 'x', template: {} })).rejects.toMatchObject({
			category: 'invalidInput',
		});
	});

	it.each(['../login', 'getOrder List', ''])('refuses the API "%s" before anything is sent', async (api) => {
		const fake = fakeTransport(() => ({}));
		await expect(client(fake.transport).send({ ...read, api })).rejects.toMatchObject({
			category: 'invalidInput',
		});
		expect(fake.seen).toHaveLength(0);
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
		await expect(sterling.send(call)).rejects.toMatchObject({
			hint: expect.stringContaining('requires a login token'),
			remedy: { field: 'authentication' },
		});
	});
});
