import { readFileSync } from 'node:fs';

import type { Report } from '../../../doctor/report';
import { Instance, runBuilt, runHere, type Ended } from '../../support/doctor';
import { Secrets } from '../../support/secrets';

const CANARY = 'canary-';
let instance: Instance;
beforeAll(async () => {
	instance = await Instance.start();
});
afterAll(async () => await instance.close());

it('prints a report and ends with 0 where all is well, and needs no other package', async () => {
	// What a newer Node.js warns of by itself.
	const strict = { NODE_OPTIONS: '--pending-deprecation' };
	const { code, stdout, stderr } = await instance.run(['doctor'], strict, instance.distAlone());
	expect(stdout).toContain('Result: 0 failed, 0 warnings');
	expect(stderr).toBe('');
	expect(code).toBe(0);
});

it('ends with 1 where something failed, and writes the report as JSON into a file', async () => {
	const path = instance.path('report.json');
	const { code, stdout } = await instance.run(['doctor', '--json', '--output', path], {
		STERLING_PASSWORD: 'wrong-password',
	});
	expect(code).toBe(1);
	expect(stdout).toBe('');
	const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
	expect(report.checks.find(({ id }) => id === 'login')?.findings[0].state).toBe('failed');
});

it('shows the host only where it is asked to', async () => {
	const shown = await instance.runHere(['doctor', '--show-host']);
	expect(shown.stdout).toContain(instance.sandbox.url);
	expect((await instance.runHere(['doctor'])).stdout).not.toContain('127.0.0.1');
});

it.each([
	['no settings', ['doctor'], {}, /^Set STERLING_ENDPOINT, STERLING_LOGIN_ID, STERLING_PASSWORD\. /],
	['a password as an argument', ['doctor', '--password', `${CANARY}x`], {}, /never read from arguments/],
	['an endpoint as an argument', ['doctor', `https://${CANARY}x`], {}, /never read from arguments/],
	['an unknown option', ['doctor', '--fast'], {}, /Unknown argument/],
	['an unknown command', ['heal'], {}, /Unknown argument/],
	[
		'a file that is not there',
		['doctor'],
		{
			STERLING_ENDPOINT: 'https://x',
			STERLING_LOGIN_ID: 'x',
			STERLING_PASSWORD: 'x',
			STERLING_P12_FILE: `/${CANARY}/x`,
		},
		/^The file of STERLING_P12_FILE cannot be read \(ENOENT\)/,
	],
])('ends with 2 for %s, and repeats nothing of it', async (_what, args, env, expected) => {
	const { code, stdout, stderr } = await runHere(args, env);
	expect(stderr).toMatch(expected);
	expect(stderr + stdout).not.toContain(CANARY);
	expect(code).toBe(2);
});

it('ends with 2 in a process of its own as well', async () => {
	expect(await runBuilt(['heal'], {})).toMatchObject({ code: 2, stdout: '' });
});

it.each([[[]], [['--help']], [['doctor', '-h']]])('prints help for %j', async (args) => {
	const { code, stdout } = await runHere(args, {});
	expect(stdout).toMatch(/^Usage: npx n8n-nodes-ibm-sterling doctor/);
	expect(code).toBe(0);
});

describe('with canaries in secrets and data', () => {
	const password = `${CANARY}password-&<"ü>`;
	const header = `${CANARY}header-9d20`;
	const secrets = new Secrets();
	let planted: Instance;
	let changes: Record<string, string>;

	beforeAll(async () => {
		planted = await Instance.start();
		const { sandbox } = planted;
		sandbox.users[0].password = password;
		sandbox.users[0].loginId = `${CANARY}login`;
		sandbox.users[0].name = `${CANARY}user`;
		const address = { FirstName: `${CANARY}first`, City: `${CANARY}city` };
		const codes = { EnterpriseCode: 'AURORA', DocumentType: '0001' };
		const item = { ItemID: `${CANARY}item`, UnitOfMeasure: 'EACH' };
		sandbox.store.call('manageItem', { Item: [{ ...item, OrganizationCode: 'AURORA', Action: 'Create' }] });
		const OrderLines = { OrderLine: [{ OrderedQty: '1', Item: item }] };
		sandbox.store.call('createOrder', {
			...codes,
			OrderNo: `${CANARY}order`,
			PersonInfoBillTo: address,
			OrderLines,
		});
		sandbox.store.call('createCustomer', {
			CustomerID: `${CANARY}customer`,
			OrganizationCode: 'AURORA',
			CustomerType: '02',
		});
		changes = {
			STERLING_LOGIN_ID: `${CANARY}login`,
			STERLING_PASSWORD: password,
			STERLING_HEADERS_FILE: planted.file('headers', `X-Gateway-Key: ${header}\n`),
			STERLING_ENTERPRISE: 'AURORA',
		};
		secrets.add('password', password);
		secrets.add('Basic value', Buffer.from(`${CANARY}login:${password}`).toString('base64'));
		secrets.add('header', header);
		secrets.add('passphrase', sandbox.clientCertificate.passphrase);
		secrets.add('P12 file', sandbox.clientCertificate.p12Base64.slice(100, 180));
		secrets.addKey('private key', sandbox.clientCertificate.key);
		const issue = sandbox.tokens.issue.bind(sandbox.tokens);
		sandbox.tokens.issue = (loginId) => {
			const issued = issue(loginId);
			secrets.add('login token', issued);
			return issued;
		};
	});
	afterEach(() => planted.sandbox.faults.clear());
	afterAll(async () => await planted.close());

	/** Nothing planted, no name of the instance's own, no address: neither printed nor written. */
	function scan({ stdout, stderr }: Ended, more = ''): void {
		const text = stdout + stderr + more;
		expect(secrets.in(text)).toEqual([]);
		const own =
			/canary|AURORA|BOREALIS|AUR-|AUR_|MUG-|Extn[A-Z]\w+|localhost|127\.0\.0\.1|sandbox-client|\/tmp\/|def_/i;
		expect(own.exec(text)?.[0]).toBeUndefined();
		// Nor anything that a terminal, a page or Markdown would carry out.
		expect(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]|<\w|\]\(|^#|javascript:/m.exec(text)?.[0]).toBeUndefined();
	}

	it.each([['--json'], ['--output']])('prints none of them: %s', async (option) => {
		const path = planted.path('shared.txt');
		const ended = await planted.runHere(option === '--output' ? ['doctor', option, path] : ['doctor', option], changes);
		scan(ended, option === '--output' ? readFileSync(path, 'utf8') : '');
		expect(ended.code).toBe(0);
	});

	it.each(['basic', 'jwt'])('prints none of them with %s authentication', async (style) => {
		scan(await planted.runHere(['doctor'], { ...changes, STERLING_AUTHENTICATION: style }));
	});

	it('prints none of them when every answer repeats them', async () => {
		const sent = `${password} ${header} ${CANARY}login https://localhost/${CANARY}`;
		const entry = {
			ErrorCode: `${CANARY}code`,
			ErrorDescription: sent,
			MoreInfo: { Sent: sent },
			httpcode: 400,
		};
		const body = JSON.stringify({ errors: [entry] });
		const bad = { kind: 'status', status: 400, body, contentType: 'application/json', times: 0 } as const;
		planted.sandbox.faults.add({ ...bad, skip: 6 });
		scan(await planted.runHere(['doctor'], changes));
		planted.sandbox.faults.clear();
		planted.sandbox.faults.add(bad);
		scan(await planted.runHere(['doctor'], changes));
		planted.sandbox.faults.clear();
		planted.sandbox.faults.add({ ...bad, status: 200, body: `${sent} {`, skip: 2 });
		scan(await planted.runHere(['doctor'], changes));
	});

	it.each([
		['a code', 'YFS10003\n## Heading \x1b[2J<script>alert(1)</script>[a](javascript:alert(1))'],
		['a code of Java', 'java.lang.\x1b]0;title\x07<img src=x>'],
	])('prints no markup and no escape that comes as %s', async (_what, text) => {
		const entry = { ErrorCode: text, ErrorDescription: text, [text]: text, httpcode: 400 };
		const body = JSON.stringify({ errors: [entry], [text]: [{ [text]: text }] });
		for (const [status, skip] of [
			[400, 6],
			[200, 2],
		]) {
			planted.sandbox.faults.add({ kind: 'status', status, body, contentType: 'application/json', times: 0, skip });
			scan(await planted.runHere(['doctor', '--facts'], changes));
			planted.sandbox.faults.clear();
		}
	});

	it('prints none of them when TLS fails', async () => {
		const { p12Base64 } = planted.sandbox.expiredClientCertificate();
		const path = planted.file('old.p12', Buffer.from(p12Base64, 'base64'));
		const ended = await planted.run(['doctor'], { ...changes, STERLING_P12_FILE: path });
		expect(ended.code).toBe(1);
		scan(ended);
	});
});
