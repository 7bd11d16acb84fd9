import { testConnection } from '../../../../clients/syspro';
import type { ServiceError } from '../../../../kit/errors';
import type { FaultKind } from '../../../../sandbox';
import { gathered, sysproConnection, SysproBench, type Changes } from '../../../support/sysproBench';
import { assertNoSecrets, secrets } from '../../../support/watch';

const bench = SysproBench.forFile();
const PO = '000000000000001';
const outcomeOf = async (work: Promise<unknown>) =>
	await work.then(
		(value) => ({ value }),
		(error: unknown) => ({ error: error as ServiceError }),
	);

beforeEach(() => {
	for (const { password, operator } of bench.sandbox.operators) {
		secrets.add('password', password);
		secrets.add('Basic value', Buffer.from(`${operator}:${password}`).toString('base64'));
	}
	secrets.add('company password', bench.sandbox.companyPassword);
});

const KINDS: FaultKind[] = [
	'status',
	'drop',
	'truncate',
	'html',
	'expireToken',
	'errorUnder200',
	'malformed',
	'slowBody',
	'bom',
];
const CALLS: Array<[string, string]> = [
	['PorMasterHdr', 'odata'],
	['PORQRY', 'businessObject'],
	['COMFND', 'comfnd'],
	['Logon', 'businessObject'],
];

describe.each(CALLS)('a read whose %s (%s) is hit', (api, way) => {
	it.each(KINDS)('once by %s succeeds', async (kind) => {
		bench.sandbox.faults.add({ kind, api, ms: 1 });
		const read = bench.client().read('purchaseOrder', PO, { ways: [way as 'odata'] });
		const { value, error } = (await outcomeOf(read)) as { value?: { lines: unknown[] }; error?: ServiceError };
		// Words that nobody knows are not repeated by themselves where a logon says them.
		if (api === 'Logon' && kind === 'errorUnder200')
			expect(error).toMatchObject({ category: 'server', message: 'Demo failure' });
		else expect(value?.lines).toHaveLength(3);
	});

	it.each(KINDS.filter((kind) => kind !== 'slowBody' && kind !== 'bom'))(
		'for good by %s is an error without secrets, never an empty result',
		async (kind) => {
			if (kind === 'expireToken' && (way === 'odata' || api === 'Logon')) return;
			bench.sandbox.faults.add({ kind, api, times: 0 });
			const { error } = (await outcomeOf(bench.client().read('purchaseOrder', PO, { ways: [way as 'odata'] }))) as {
				error?: ServiceError;
			};
			expect(error?.name).toBe('ServiceError');
			expect(['notFound', undefined]).not.toContain(error?.category);
			assertNoSecrets([error, error?.stack, error?.details()], 'The error');
			// A session whose ID never arrived cannot be logged off: the next logon of the operator ends it.
			if (api === 'Logon') bench.sandbox.sessions.expire();
		},
	);
});

it.each(['html', 'status', 'truncate', 'malformed', 'errorUnder200'] as const)(
	'a listing that is hit by %s for good is an error',
	async (kind) => {
		bench.sandbox.faults.add({ kind, api: ['PorMasterDetail', 'COMFND'], times: 0 });
		for (const odata of [{}, false] as const) {
			const { error } = (await outcomeOf(gathered(bench.client({ odata }).list('purchaseOrder')))) as {
				error?: ServiceError;
			};
			expect(error?.name).toBe('ServiceError');
		}
	},
);

it('a server that echoes the URL gives no password away', async () => {
	const body = `<html><body>Bad request: /Logon?Operator=N8N&OperatorPassword=Operator-1&CompanyPassword=Company-1 ${Buffer.from('N8N:Operator-1').toString('base64')}</body></html>`;
	bench.sandbox.faults.add({
		kind: 'status',
		status: 500,
		body,
		contentType: 'text/html',
		times: 0,
		api: ['Logon', 'PorMasterHdr'],
	});
	for (const changes of [{ odata: false }, { enet: false }] as Changes[]) {
		const { error } = (await outcomeOf(bench.client(changes).read('purchaseOrder', PO))) as { error?: ServiceError };
		expect(error?.category).toBe('server');
		assertNoSecrets([error, error?.stack, error?.details()], 'The error');
	}
});

it('a dry run shows the request and no secret', () => {
	const prepared = bench.client().prepare({
		method: 'post',
		object: 'SORTOI',
		xmlIn: { root: 'SalesOrders', content: { Orders: { Name: 'é & <' } } },
	});
	expect(prepared.url).toContain('/Transaction/Post?UserId=*');
	expect(prepared.xmlIn).toContain('<Name>&#233; &amp; &lt;</Name>');
	assertNoSecrets(prepared, 'The dry run');
	expect(bench.requests).toEqual({});
});

describe('the connection test', () => {
	const parts = async (changes: Changes = {}) => {
		const diagnosis = await testConnection(sysproConnection(bench.sandbox, changes));
		assertNoSecrets(diagnosis, 'The test');
		return { ...diagnosis, parts: diagnosis.parts.map(({ name, ok }) => `${name} ${ok}`) };
	};

	it('says each part', async () => {
		expect(await parts()).toMatchObject({
			ok: true,
			message: 'e.net responds (SYSPRO 8.0.000). Logon successful. Logoff successful. OData exposes 15 tables.',
			parts: ['version true', 'logon true', 'logoff true', 'odata true'],
		});
		expect(await parts({ odata: false })).toMatchObject({
			ok: true,
			parts: ['version true', 'logon true', 'logoff true'],
		});
		expect(await parts({ enet: false })).toMatchObject({ ok: true, parts: ['odata true'] });
	});

	it('takes the operator of e.net for OData where it has none of its own', async () => {
		expect(await parts({ odata: { operator: '', password: '' } })).toMatchObject({ ok: true });
	});

	it.each([
		[{ enet: { operatorPassword: 'no' } }, ['version true', 'logon false', 'odata true'], 'authentication'],
		[{ enet: { company: 'NO' } }, ['version true', 'logon false', 'odata true'], 'company'],
		[
			{ odata: { password: 'no' } },
			['version true', 'logon true', 'logoff true', 'odata false'],
			'odata.authentication',
		],
		[
			{ odata: { operator: 'CLERK', password: 'Clerk-1' } },
			['version true', 'logon true', 'logoff true', 'odata false'],
			'odata.authentication',
		],
		[{ more: { tls: {} } }, ['version false', 'odata false'], 'tls.ca'],
		[{ enet: { baseUrl: 'ftp://x' } }, [], 'endpoint'],
		[{ odata: { company: 'TOO LONG' } }, [], 'odata.company'],
		[{ enet: false, odata: false }, [], 'endpoint'],
	] as Array<[Changes, string[], string]>)('says what is wrong: %j', async (changes, expected, field) => {
		expect(await parts(changes)).toMatchObject({ ok: false, parts: expected, remedy: { field } });
	});
});
