import { asText } from '../../../doctor/render';
import { findingsOf, Instance, seenIn } from '../../support/doctor';

let instance: Instance;
beforeAll(async () => {
	instance = await Instance.start();
});
afterEach(() => {
	instance.sandbox.faults.clear();
	instance.sandbox.behaviour.closedApis = {};
	instance.sandbox.behaviour.issueTokens = true;
});
afterAll(async () => await instance.close());

const failedIn = (report: Awaited<ReturnType<Instance['examine']>>) =>
	report.checks.filter(({ findings }) => findings.some(({ state }) => state === 'failed')).map(({ id }) => id);

describe('the login', () => {
	it('is tried once with a wrong password, and its code is told', async () => {
		instance.sandbox.log.clear();
		const report = await instance.examine({ STERLING_PASSWORD: 'wrong-password' });
		expect(failedIn(report)).toEqual(['login']);
		expect(findingsOf(report, 'login')[0]).toMatch(
			/^failed: Standard .*YCP0047, HTTP 400.*Check login ID and password/,
		);
		expect(findingsOf(report, 'read')).toEqual(['skipped: It requires a working login.']);
		expect(seenIn(report, 'wrongPassword')).toBe('yes');
		expect(instance.sandbox.log.counters.requestsByApi.login).toBe(1);
		expect(instance.sandbox.log.counters.requestsByApi.getOrderList).toBeUndefined();
	});

	it('is told to be Basic where no token comes', async () => {
		const other = await Instance.start({ authentication: 'basic' });
		const report = await other.examine();
		expect(findingsOf(report, 'login')).toEqual([
			expect.stringMatching(/^failed: Standard .*no token/),
			expect.stringMatching(/^warning: Basic authentication works .* Choose Basic as Authentication Style/),
		]);
		expect(failedIn(report)).toEqual(['login']);
		expect(other.sandbox.log.counters.requestsByApi.login).toBe(1);
		await other.close();
	});

	it('is told to be Standard where Basic is not understood', async () => {
		const report = await instance.examine({ STERLING_AUTHENTICATION: 'basic' });
		expect(findingsOf(report, 'login')[1]).toMatch(/^warning: Standard authentication works/);
	});

	it('is not tried in another style where Basic may just have a wrong password', async () => {
		const other = await Instance.start({ authentication: 'basic' });
		const report = await other.examine({
			STERLING_AUTHENTICATION: 'basic',
			STERLING_PASSWORD: 'wrong-password',
		});
		expect(findingsOf(report, 'login')).toHaveLength(1);
		expect(other.sandbox.log.counters.requestsByApi).toEqual({ '(none)': 1, getOrderList: 1 });
		await other.close();
	});

	it('is told to be Standard where no bearer token is given', async () => {
		instance.sandbox.faults.add({ kind: 'status', status: 404, api: 'jwt', times: 0 });
		const report = await instance.examine({ STERLING_AUTHENTICATION: 'jwt' });
		expect(findingsOf(report, 'login')[1]).toMatch(/^warning: Standard authentication works/);
		expect(seenIn(report, 'jwt')).toBe('no');
	});
});

describe('the certificate', () => {
	it.each<[string, () => Record<string, string | undefined>, RegExp]>([
		[
			'has expired',
			() => {
				const { p12Base64, passphrase } = instance.sandbox.expiredClientCertificate();
				const path = instance.file('old.p12', Buffer.from(p12Base64, 'base64'));
				return { STERLING_P12_FILE: path, STERLING_PASSPHRASE: passphrase };
			},
			/^failed: The client certificate expired on \d{4}-\d\d-\d\d\. Get a new certificate/,
		],
		[
			'has another passphrase',
			() => ({ STERLING_PASSPHRASE: 'another' }),
			/^failed: The passphrase does not open the P12 file/,
		],
		[
			'is missing',
			() => ({ STERLING_P12_FILE: undefined }),
			/^failed: sterling-host ended the TLS handshake: it requires.* Set STERLING_P12_FILE, or STERLING_CERTIFICATE_FILE.*Self Service/,
		],
		[
			'is not trusted',
			() => {
				const { p12Base64 } = instance.sandbox.foreignAuthority().clientCertificate;
				return { STERLING_P12_FILE: instance.file('foreign.p12', Buffer.from(p12Base64, 'base64')) };
			},
			/^failed: .*(requires a client certificate|not accept the client certificate|may close connections like this)/,
		],
		[
			'does not belong to the key',
			() => ({
				STERLING_P12_FILE: undefined,
				STERLING_CERTIFICATE_FILE: instance.file('cert.pem', instance.sandbox.ca),
				STERLING_KEY_FILE: instance.file('key.pem', instance.sandbox.clientCertificate.key),
			}),
			/^failed: The private key does not belong to the client certificate/,
		],
	])('%s', async (_what, changes, expected) => {
		const report = await instance.examine(changes());
		expect(findingsOf(report, 'certificate').find((line) => line.startsWith('failed'))).toMatch(expected);
		expect(findingsOf(report, 'login')).toEqual(['skipped: No earlier check reached the server.']);
	});

	it('works as PEM as well', async () => {
		const { certificate, key } = instance.sandbox.clientCertificate;
		const report = await instance.examine({
			STERLING_P12_FILE: undefined,
			STERLING_CERTIFICATE_FILE: instance.file('cert.pem', certificate),
			STERLING_KEY_FILE: instance.file('key.pem', key),
		});
		expect(failedIn(report)).toEqual([]);
	});

	it('of the server is of an unknown authority', async () => {
		const report = await instance.examine({ STERLING_CA_FILE: undefined });
		expect(findingsOf(report, 'server')[0]).toMatch(
			/^failed: The certificate of sterling-host .* Set STERLING_CA_FILE\.$/,
		);
		expect(failedIn(report)).toEqual(['server']);
	});
});

describe('what the login may not', () => {
	it('stops at the first read where nothing is granted', async () => {
		const report = await instance.examine({ STERLING_LOGIN_ID: 'outsider', STERLING_PASSWORD: 'Outsider-1' });
		expect(failedIn(report)).toEqual(['read']);
		expect(findingsOf(report, 'login')).toEqual(['ok: Standard authentication works.']);
		expect(findingsOf(report, 'page')).toEqual(['skipped: It needs getOrderList.']);
		expect(findingsOf(report, 'permissions')[1]).toMatch(/Not granted: .*getShipmentList/);
	});

	it('names the APIs that are not granted or not there', async () => {
		instance.sandbox.behaviour.closedApis = {
			getCustomerList: 'denied',
			getScacList: 'unknown',
			findInventory: 'denied',
		};
		const report = await instance.examine();
		expect(failedIn(report)).toEqual([]);
		expect(findingsOf(report, 'permissions').slice(1)).toEqual([
			expect.stringContaining('Not granted: findInventory, getCustomerList. Ask the administrator'),
			expect.stringContaining('Not defined in this release: getScacList.'),
		]);
	});

	it.each([
		['denied', 'unknown'],
		['unknown', 'no'],
	] as const)('getPage is %s', async (how, seen) => {
		instance.sandbox.behaviour.closedApis = { getPage: how };
		const report = await instance.examine();
		expect(failedIn(report)).toEqual(['page']);
		expect(seenIn(report, 'inlineTemplate')).toBe(seen);
		expect(findingsOf(report, 'lists')).toEqual(['skipped: It needs getPage.']);
	});

	it('multiApi is denied', async () => {
		instance.sandbox.behaviour.closedApis = { multiApi: 'denied' };
		const report = await instance.examine();
		expect(findingsOf(report, 'batch')[0]).toMatch(/^warning: multiApi: .*YCP0428/);
		expect(seenIn(report, 'multiApi')).toBe('unknown');
	});

	it.each([
		['denied', 'unknown'],
		['unknown', 'no'],
	] as const)('custom fields are described by APIs that are %s', async (how, seen) => {
		instance.sandbox.behaviour.closedApis = {
			getEntityAttributeList: how,
			getEntityCustomAttributeList: how,
			getAttributeList: how,
		};
		const report = await instance.examine();
		expect(failedIn(report)).toEqual([]);
		expect(findingsOf(report, 'customFields')[0]).toMatch(/^warning: getEntityAttributeList does not describe orders/);
		expect(findingsOf(report, 'customFields')[1]).toMatch(
			/^ok: order: \d+ custom fields?, found in the newest records/,
		);
		expect(seenIn(report, 'attributeList')).toBe(seen);
	});
});

it('an instance without orders leaves questions open, and is no failure', async () => {
	const empty = await Instance.start({ withoutOrders: true, withFulfilment: false });
	const report = await empty.examine();
	expect(failedIn(report)).toEqual([]);
	expect(findingsOf(report, 'read')[1]).toMatch(/^warning: No order was found/);
	for (const point of [
		'inlineTemplate',
		'keyOrder',
		'rowNumbers',
		'timeFilters',
		'headerModifyts',
		'nameClash',
		'singleMembers',
	]) {
		expect([point, seenIn(report, point)]).toEqual([point, 'unknown']);
	}
	await empty.close();
});

describe('the way there', () => {
	it.each([
		['a host that is not there', 'https://sterling.invalid', /^failed: The (name of the )?host sterling-host/],
		['a port that is closed', 'https://127.0.0.1:1', /^failed: sterling-host refused the connection/],
	])('%s', async (_what, STERLING_ENDPOINT, expected) => {
		const report = await instance.examine({ STERLING_ENDPOINT });
		expect(findingsOf(report, 'network')[0]).toMatch(expected);
		expect(failedIn(report)).toEqual(['network']);
	});

	it('a gateway that answers pages', async () => {
		instance.sandbox.faults.add({ kind: 'html', times: 0 });
		const report = await instance.examine();
		expect(failedIn(report)).toEqual(['login']);
	});

	it('a clock that is off', async () => {
		instance.sandbox.clock.advance(600_000);
		const report = await instance.examine();
		expect(findingsOf(report, 'clock')[0]).toMatch(/^warning: The server is \d{3} s ahead/);
		instance.sandbox.clock.advance(-1_200_000);
		expect(findingsOf(await instance.examine(), 'clock')[0]).toMatch(/^warning: The server is \d{3} s behind/);
		instance.sandbox.clock.advance(600_000);
	});

	it('a connection that is lost on the way fails one check, not the others', async () => {
		instance.sandbox.faults.add({ kind: 'drop', api: 'getApiTemplateList' });
		const report = await instance.examine();
		expect(failedIn(report)).toEqual(['storedTemplates']);
		expect(findingsOf(report, 'speed')[0]).toMatch(/^ok/);
	});

	it('a server so slow that time is up', async () => {
		instance.sandbox.faults.add({ kind: 'delay', ms: 2_000, api: 'multiApi', times: 0 });
		const report = await instance.examine({}, { limitMs: 1_500 });
		expect(findingsOf(report, 'batch')).toEqual([expect.stringContaining('did not finish in time')]);
		expect(findingsOf(report, 'speed')).toEqual(['skipped: The time limit was reached before this check.']);
	});
});

describe('the text of a run that fails early', () => {
	it.each<[string, () => Record<string, string | undefined>, number, RegExp]>([
		[
			'Network',
			() => ({ STERLING_ENDPOINT: 'https://127.0.0.1:1' }),
			16,
			/Network: sterling-host refused .*\n +-> Check the port/,
		],
		[
			'TLS of the server',
			() => ({ STERLING_CA_FILE: undefined }),
			15,
			/TLS of the server: The certificate of [^]*-> The certificate of the server/,
		],
		[
			'Client certificate',
			() => ({ STERLING_P12_FILE: undefined }),
			14,
			/Client certificate: sterling-host ended [^]*-> The server requires/,
		],
		['Login', () => ({ STERLING_PASSWORD: 'wrong-password' }), 12, /Login: Standard .*YCP0047.*\n +-> Check login ID/],
	])('%s: says so first, and what was skipped in one line', async (_where, changes, skipped, failure) => {
		const report = await instance.examine(changes());
		const text = asText(report);
		const result = text.split('\n\n')[0];
		const seen = asText(report, { facts: true });
		expect(seen).toContain(`\n${skipped} checks skipped: `);
		expect(seen).not.toMatch(/^ +skipped|unknown/m);
		expect(result).toMatch(/^Result: 1 failed, 0 warnings, \d ok\.\n {2}FAILED {3}/);
		expect(result).toMatch(failure);
		expect(report.checks.filter(({ findings }) => findings[0].state === 'skipped')).toHaveLength(skipped);
		expect(report.points.filter((point) => point.seen === 'unknown').length).toBeGreaterThan(30);
	});

	it('keeps what a refused login answered', async () => {
		const text = asText(await instance.examine({ STERLING_PASSWORD: 'wrong-password' }), { facts: true });
		expect(text).toMatch(/^ {2}yes +Is YCP0047 the code/m);
	});

	it('leaves nothing out where another style works', async () => {
		instance.sandbox.behaviour.closedApis = { getPage: 'denied' };
		const text = asText(await instance.examine({ STERLING_AUTHENTICATION: 'basic' }), { facts: true });
		expect(text).toMatch(/^ {2}skipped {2}It needs getPage\./m);
		expect(text).toMatch(/^ {2}unknown /m);
		expect(text).not.toContain('checks skipped');
		expect(text.split('\n\n')[0]).toMatch(/^Result: [^]*FAILED {3}Login: [^]*FAILED {3}getPage with/);
	});
});
