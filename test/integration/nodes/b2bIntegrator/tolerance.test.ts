import { locate } from '../../../../engine/oneNode';
import type { B2biBehaviour } from '../../../../sandbox/b2bi';
import { b2bi, b2biForFile, b2biRefused, runB2bi } from '../../../support/b2bi/nodes';

const bench = b2biForFile();

/** A switch of the sandbox for one test. */
async function behaving<T>(changes: Partial<B2biBehaviour>, work: () => Promise<T>): Promise<T> {
	const { behaviour } = bench.sandbox;
	const before = { ...behaviour };
	Object.assign(behaviour, changes);
	try {
		return await work();
	} finally {
		Object.assign(behaviour, before);
	}
}

const partner = { resource: 'tradingPartner', operation: 'get', partner: locate('name', 'NORTHWIND') };
const send = (name: string) => ({
	resource: 'message',
	operation: 'send',
	mailbox: locate('path', '/ACME'),
	name,
	contentSource: 'text',
	text: 'ISA*',
});

describe.each<[string, Partial<B2biBehaviour>]>([
	['as seen', {}],
	['plain enumerations', { enumerations: 'plain' }],
	['creates with 200', { created: 200 }],
	['another host in addresses', { origin: 'http://b2bi.internal:5074' }],
	['document IDs that are not encoded', { encodesDocumentIds: false }],
	['no compression', { compresses: false }],
	['small pages of its own', { largestPage: 10, defaultPage: 5 }],
	['updates of what is named', { updates: 'named' }],
])('a server with %s', (_what, changes) => {
	it('is read and written alike', async () => {
		await behaving(changes, async () => {
			const { sandbox } = bench;
			expect(await b2bi(sandbox, partner)).toMatchObject([{ isInitiatingProducer: true, doesUseSSH: false }]);
			const [sent] = await b2bi(sandbox, send('t.edi'));
			expect(sandbox.store.messages.get(Number(sent.id))).toMatchObject({ name: 't.edi' });
			const update = { partner: locate('name', 'CONTOSO'), attributes: { city: 'Here' } };
			await b2bi(sandbox, { resource: 'tradingPartner', operation: 'update', ...update });
			expect(sandbox.tables.partners.rows.get('CONTOSO')).toMatchObject({ city: 'Here', code: 'S0043' });
		});
	});
});

it('leads the addresses of records through the base URL', async () => {
	await behaving({ origin: 'http://b2bi.internal:5074' }, async () => {
		const { sandbox } = bench;
		const [row] = await b2bi(sandbox, { ...partner, simplify: false });
		const address = `${sandbox.url}/B2BAPIs/svc/tradingpartners/NORTHWIND`;
		expect(row).toMatchObject({ href: address, $ref: address, actions: { href: `${address}/actions/` } });
	});
});

describe.each([400, 404, 'array'] as const)('a list that is empty in the form %s', (emptyList) => {
	it('is no rows, and the words of the server are shown', async () => {
		await behaving({ emptyList }, async () => {
			const list = { resource: 'tradingPartner', operation: 'getMany', partnerNameFilter: 'NOBODY', returnAll: true };
			const finished = await runB2bi(bench.sandbox, list);
			expect(finished.json('B2B')).toEqual([]);
			const hints = finished.hints('B2B');
			if (emptyList === 'array') expect(hints).toEqual([]);
			else expect(hints).toEqual([expect.stringContaining('API000103: No records were found.')]);
		});
	});
});

it.each([
	['an error of another kind', 400, '{"errorCode":400,"errorDescription":"API000131: Invalid value for parameter"}'],
	['a web page', 404, '<html><body>Not here</body></html>'],
	['nothing', 400, ''],
])('a list that is refused with %s is an error', async (_what, status, body) => {
	const contentType = body.startsWith('<') ? 'text/html' : 'application/json';
	bench.sandbox.faults.add({ kind: 'status', status, body, contentType });
	await b2biRefused(bench.sandbox, { resource: 'community', operation: 'getMany', returnAll: true });
});

describe('errors', () => {
	it('have the words of the server, its identifier and a way out', async () => {
		const { sandbox } = bench;
		const create = {
			resource: 'tradingPartner',
			operation: 'create',
			partnerName: 'BAD',
			community: locate('name', 'Suppliers'),
			username: 'bad',
			password: 'Secret-Partner-1',
			givenName: 'A.B',
			surname: 'C',
			emailAddress: 'a@b.c',
			phone: '1',
			roles: ['isInitiatingConsumer'],
			options: { cleanNames: false },
		};
		const error = await b2biRefused(sandbox, create);
		expect(error.message).toBe('API000175: The value of givenName contains invalid characters.');
		expect(error.description).toMatch(/Names must not contain any of ! @ #/);
		expect(error.httpCode).toBe('400');
	});

	it.each<[string, Partial<B2biBehaviour>, RegExp, RegExp]>([
		['JSON', { errorBody: 'json' }, /^API000404: TradingPartner\(NOBODY\) was not found\.$/, /Check the name or key/],
		[
			'a web page',
			{ errorBody: 'html' },
			/^There is no record NOBODY, or no service tradingpartners, at this address \(HTTP 404\): Error 404/,
			/^tradingpartners: address https:\/\/\S+\/B2BAPIs\/svc\/tradingpartners\/NOBODY\. .*check the name or key/,
		],
		[
			'nothing',
			{ errorBody: 'empty' },
			/^There is no record NOBODY, or no service tradingpartners, at this address \(HTTP 404\)\.$/,
			/Enter it like https:\/\/host:10075/,
		],
	])('are told where the body is %s', async (_what, changes, words, hint) => {
		await behaving(changes, async () => {
			const error = await b2biRefused(bench.sandbox, { ...partner, partner: locate('name', 'NOBODY') });
			expect(error.message).toMatch(words);
			expect(String(error.description ?? '')).toMatch(hint);
		});
	});

	it('of the server itself are no errors of the input, whatever the status', async () => {
		bench.sandbox.faults.add({ kind: 'lock' });
		const error = await b2biRefused(bench.sandbox, partner);
		expect(error.message).toContain('NullPointerException');
		expect(error.description).toMatch(/The server failed/);
	});

	it('come out as items under Continue On Fail, each beside its input', async () => {
		const names = ['NORTHWIND', 'NOBODY', 'ACME'];
		const finished = await runB2bi(
			bench.sandbox,
			{ ...partner, partner: locate('name', '={{ $json.name }}') },
			{ input: names.map((name) => ({ json: { name } })), node: { onError: 'continueRegularOutput' } },
		);
		expect(finished.items('B2B').map(({ json, pairedItem }) => [json.partnerName ?? json.error, pairedItem])).toEqual([
			['NORTHWIND', { item: 0 }],
			['API000404: TradingPartner(NOBODY) was not found.', { item: 1 }],
			['ACME', { item: 2 }],
		]);
	});
});

describe('the api resource', () => {
	const api = (more: object) => ({ resource: 'api', operation: 'request', ...more });

	it('writes and reads XML', async () => {
		const { sandbox } = bench;
		const body = '{"name": "XmlMade", "ftpListening": true}';
		await b2bi(sandbox, api({ method: 'POST', service: 'communities', format: 'xml', body }));
		expect(sandbox.tables.communities.rows.get('XmlMade')).toMatchObject({ ftpListening: true });
		const get = api({ method: 'GET', service: 'communities', key: 'XmlMade', format: 'xml' });
		expect(await b2bi(sandbox, get)).toMatchObject([{ name: 'XmlMade', ftpListening: 'true' }]);
		const own = '<update ftpListening="false" name="XmlMade"/>';
		await b2bi(sandbox, api({ method: 'PUT', service: 'communities', key: 'XmlMade', format: 'xml', body: own }));
		expect(sandbox.tables.communities.rows.get('XmlMade')).toMatchObject({ ftpListening: false });
		const wrong = await b2biRefused(sandbox, api({ method: 'POST', service: 'communities', format: 'xml', body }));
		expect(wrong.message).toMatch(/API000110: Community with the key XmlMade already exists/);
	});

	it('deletes, and says what a service does not take', async () => {
		const { sandbox } = bench;
		sandbox.tables.communities.rows.set('Api', { name: 'Api' });
		expect(await b2bi(sandbox, api({ method: 'DELETE', service: 'communities', key: 'Api' }))).toEqual([
			{ rowsAffected: 1 },
		]);
		const unknown = await b2biRefused(sandbox, api({ method: 'GET', service: 'nothings' }));
		expect(unknown.message).toMatch(/The service nothings does not exist/);
	});

	it('sends query parameters as texts, a list with commas, and a switch as true or false', async () => {
		const query = '={{ { a: [1, "two"], b: true, c: 3 } }}';
		const [row] = await b2bi(
			bench.sandbox,
			api({ method: 'GET', service: 'communities', query, options: { dryRun: true } }),
		);
		expect(JSON.stringify(row)).toMatch(/a=1%2Ctwo&b=true&c=3/);
		const nested = api({ method: 'GET', service: 'communities', query: '={{ { a: [{ b: 1 }] } }}' });
		expect((await b2biRefused(bench.sandbox, nested)).message).toMatch(/^Query Parameters → a must be one value/);
	});

	it('asks for an object', async () => {
		const wrong = await b2biRefused(bench.sandbox, api({ method: 'POST', service: 'communities', body: '[1]' }));
		expect(wrong.message).toBe('Body must be an object, got a list');
	});
});
