import { B2biClient } from '../../../../clients/b2bi/client';
import { ServiceError } from '../../../../kit/errors';
import type { TransportResponse } from '../../../../kit/http/transport';

const adapterUri = 'https://b2bi.example:33000/start';

/** What a start says of a response, and how often it was sent. */
async function started(response: Partial<TransportResponse>, successCodes?: number[]) {
	let count = 0;
	const client = new B2biClient(
		{
			baseUrl: 'https://b2bi.example',
			login: { style: 'basic', userId: 'aurora', password: 'S3cret-of-aurora' },
			timeZone: 'UTC',
			timeoutMs: 1000,
			maxInFlight: 4,
		},
		{
			transport: async () => {
				count += 1;
				return await Promise.resolve({ status: 200, headers: {}, body: '', ...response });
			},
		},
	);
	const content = Buffer.from('ISA*');
	const outcome: unknown = await client
		.start({ url: adapterUri, content, contentType: 'text/plain', withLogin: false, successCodes })
		.catch((error: unknown) => error);
	return { outcome, count };
}

it.each([
	[404, 'configuration', ''],
	[404, 'configuration', 'Order 4711 is unknown'],
	[405, 'invalidInput', ''],
	[405, 'invalidInput', 'Not on Sundays'],
] as const)('HTTP %s: a process may have responded so itself (%s, "%s")', async (status, category, body) => {
	const { outcome, count } = await started({ status, body });
	const error = outcome as ServiceError;
	expect(error).toBeInstanceOf(ServiceError);
	expect(error.message).toMatch(
		/^There is no process at this URI, or the process itself responded with HTTP 40[45][.:]/,
	);
	expect(error.message).toContain(body);
	expect(error.hint).toMatch(/Check the adapter URI.*success codes.*Look for an instance/);
	expect([error.category, error.effect, error.remedy]).toEqual([category, undefined, undefined]);
	expect(error.attributes.address).toBe(adapterUri);
	expect(count).toBe(1);
});

it.each([
	[400, 'invalidInput', 'Order 4711 does not exist'],
	[422, 'invalidInput', 'Not permitted on Sundays'],
	[403, 'permission', ''],
] as const)(
	'HTTP %s: the words of a process are not read as those of the REST APIs',
	async (status, category, body) => {
		const { outcome, count } = await started({ status, body });
		const { hint = '', ...error } = outcome as ServiceError;
		expect(error.category).toBe(category);
		expect(hint).toMatch(/^If the process itself responds with this status/);
		expect((await started({ status, body }, [status])).outcome).toMatchObject({ status });
		expect(count).toBe(1);
	},
);

it('a redirect is not judged by the REST APIs, and may be a success', async () => {
	const { outcome } = await started({ status: 307, headers: { location: 'https://b2bi.example/done' } });
	const { category, hint } = outcome as ServiceError;
	expect(category).toBe('configuration');
	expect(hint).not.toMatch(/REST APIs|dashboard/);
	expect((await started({ status: 302 }, [302])).outcome).toMatchObject({ status: 302 });
	expect(((await started({ status: 302 })).outcome as ServiceError).category).toBe('uncertain');
});
