import fc from 'fast-check';

import type { BusinessObjectCall } from '../../../../clients/syspro';
import { locksHeld } from '../../../../clients/syspro/keyedLock';
import type { ServiceError } from '../../../../kit/errors';
import { SysproBench } from '../../../support/sysproBench';

const bench = SysproBench.forFile();
const withoutOData = { odata: false as const };
const QUERY: BusinessObjectCall = {
	method: 'query',
	object: 'APSQRY',
	xmlIn: { root: 'Query', content: { Key: { Supplier: '0000100' } } },
};
const failureOf = async (work: Promise<unknown>) =>
	await work.then(
		() => {
			throw new Error('It was expected to fail');
		},
		(error: unknown) => error as ServiceError,
	);

it('logs off after each call, and shares one session where it is told to', async () => {
	const client = bench.client(withoutOData);
	await client.call(QUERY);
	expect(bench.requests).toEqual({ Logon: 1, APSQRY: 1, Logoff: 1 });
	await client.inOneSession(async () => {
		await client.call(QUERY);
		await client.call(QUERY);
		expect(bench.sandbox.sessions.seats).toBe(1);
	});
	expect(bench.requests).toEqual({ Logon: 2, APSQRY: 3, Logoff: 2 });
});

it('opens no session for what needs none', async () => {
	await bench.client().inOneSession(async () => await Promise.resolve());
	expect(bench.requests).toEqual({});
});

it('never has two sessions of one operator, however many clients call at once', async () => {
	bench.sandbox.sessions.peak = 0;
	bench.sandbox.sessions.evicted = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(2), { minLength: 1, maxLength: 8 }), async (sizes) => {
			await Promise.all(
				sizes.map(async (calls) => {
					const client = bench.client(withoutOData);
					await client.inOneSession(async () => {
						await Promise.all(Array.from({ length: calls }, async () => await client.call(QUERY)));
					});
				}),
			);
			expect(bench.sandbox.sessions.seats).toBe(0);
		}),
		{ numRuns: 12 },
	);
	expect(bench.sandbox.sessions).toMatchObject({ peak: 1, evicted: 0 });
	expect(locksHeld()).toBe(0);
});

it('logs on once more where the session is not there any more, for a read and for a write', async () => {
	const client = bench.client(withoutOData);
	await client.inOneSession(async () => {
		await client.call(QUERY);
		bench.sandbox.sessions.expire();
		await client.call(QUERY);
		bench.sandbox.sessions.expire();
		await client.updateSupplier('0000200', { EdiReceiverCode: 'NW2' });
	});
	expect(bench.requests).toMatchObject({ Logon: 3, Logoff: 1 });
	expect(bench.company.database.find('ApSupplier', { Supplier: '0000200' })?.EdiReceiverCode).toBe('NW2');
});

it('does so once only, and says what may be the cause', async () => {
	bench.sandbox.faults.add({ kind: 'expireToken', api: 'APSQRY', times: 0 });
	const failure = await failureOf(bench.client(withoutOData).call(QUERY));
	expect(failure).toMatchObject({ category: 'authentication', code: 'SESSION', api: 'APSQRY' });
	expect(failure.hint).toContain('nobody and nothing else uses');
	expect(bench.requests).toMatchObject({ Logon: 2, APSQRY: 2 });
});

it('a person who logs on as the same operator ends the session; the work goes on with a new one', async () => {
	const client = bench.client(withoutOData);
	await client.inOneSession(async () => {
		await client.call(QUERY);
		const query = new URLSearchParams({
			Operator: 'N8N',
			OperatorPassword: 'Operator-1',
			CompanyId: 'EDU1',
			CompanyPassword: 'Company-1',
		});
		const theirs = bench.sandbox.sessions.logon(query);
		await client.call(QUERY);
		expect(bench.sandbox.sessions.use(theirs)).toBeUndefined();
	});
});

it('waits for a licence seat, and says so where none becomes free', async () => {
	bench.sandbox.behaviour.seats = 0;
	const failure = await failureOf(bench.client(withoutOData).call(QUERY));
	expect(failure).toMatchObject({ category: 'throttled', message: 'Maximum number of licensed users reached' });
	expect(bench.requests.Logon).toBe(5);
});

it.each([
	[{ operatorPassword: 'wrong' }, 'Invalid operator password', 'authentication'],
	[{ companyPassword: 'wrong' }, 'Invalid company password', 'company'],
	[{ company: 'XX' }, 'Invalid company id', 'company'],
])('a refused logon is not tried again at once: %j', async (enet, message, field) => {
	const client = bench.client({ ...withoutOData, enet });
	for (let count = 0; count < 3; count++) {
		expect(await failureOf(client.call(QUERY))).toMatchObject({
			category: 'authentication',
			message,
			remedy: { field },
		});
	}
	expect(bench.requests).toEqual({ Logon: 1 });
	bench.sandbox.clock.advance(11_000);
	await failureOf(client.call(QUERY));
	expect(bench.requests).toEqual({ Logon: 2 });
});

it('logs off where the work fails and where it is cancelled', async () => {
	const controller = new AbortController();
	const client = bench.client(withoutOData, { signal: controller.signal });
	const failure = await failureOf(
		client.inOneSession(async () => {
			await client.call(QUERY);
			controller.abort();
			await client.call(QUERY);
		}),
	);
	expect(failure.category).toBe('cancelled');
	expect(bench.requests).toEqual({ Logon: 1, APSQRY: 1, Logoff: 1 });
});

it('who waits for a turn can be cancelled', async () => {
	const controller = new AbortController();
	const first = bench.client(withoutOData);
	const second = bench.client(withoutOData, { signal: controller.signal });
	await first.inOneSession(async () => {
		await first.call(QUERY);
		const waiting = failureOf(second.call(QUERY));
		controller.abort();
		expect((await waiting).category).toBe('cancelled');
	});
	await first.call(QUERY);
	expect(locksHeld()).toBe(0);
});

it('a failed logoff is tried once more and never fails the work', async () => {
	bench.sandbox.faults.add({ kind: 'drop', api: 'Logoff', times: 1 });
	expect((await bench.client(withoutOData).call(QUERY)).root).toBe('ApsDetail');
	expect(bench.requests.Logoff).toBe(2);
});
