import type { INode } from 'n8n-workflow';

import { ibmmqTransport, ibmmqTransportOf } from '../../../clients/mq/ibmmq';
import type { Binding, Done } from '../../../clients/mq/ibmmq/binding';
import { mqConnection } from '../../../nodes/IbmMq/pickers/credentialTest';
import { giveBack, lend, pemIdentity, planted } from '../../support/canaries/plant';
import { ImitatedBinding } from '../../support/mq/imitatedBinding';
import { mqCredential, mqForFile, runMq } from '../../support/mq/nodes';
import { triggerWorkflow } from '../../support/mq/triggerWorkflow';
import { textsOf } from '../../support/secrets';
import { withSsrfProtection } from '../../support/ssrfProtection';
import { assertNoSecrets, watching } from '../../support/watch';

/** IBM's own client by its binding: what its failures repeat, and where n8n's policy lets it connect to. */
const mq = mqForFile();

const QUEUE = 'DEV.QUEUE.1';
const on = (operation: string, more: object = {}, resource = 'message') => ({
	...{ resource, operation, queue: QUEUE },
	...more,
});
const put = on('put', { contentSource: 'text', text: 'content' });

/** The calls of the binding, each with an operation that reaches it. */
const CALLS = {
	Connx: on('count'),
	Disc: put,
	Open: on('browse', { returnAll: true }),
	Close: on('browse', { returnAll: true }),
	Put1: put,
	GetSync: on('get'),
	Inq: on('get', {}, 'queue'),
	Cmit: on('getMany', { limit: 1 }),
	// The put to the other queue fails before.
	Back: on('move', { targetQueue: 'DEV.QUEUE.2', limit: 1 }),
};
type CallName = keyof typeof CALLS;
const NAMES = Object.keys(CALLS) as CallName[];

/** How a call may fail; each repeats all that the binding was given so far. */
const FAILURES: Record<string, (text: string, done: Done<never>) => void> = {
	'with a reason code': (text, done) => done(Object.assign(new Error(text), { mqcc: 2, mqrc: 2195 }), {} as never),
	'with an error of its own': (text, done) => done(new Error(text, { cause: new Error(text) }), {} as never),
	'with a plain object': (text, done) => done({ message: text } as never, {} as never),
	'by throwing': (text) => {
		throw new TypeError(text);
	},
};

const ID = Buffer.alloc(24, 1);
const DESCRIPTOR = { MsgId: ID, CorrelId: ID, Format: 'MQSTR', CodedCharSetId: 1208, Encoding: 546, Expiry: -1 };

/** The binding, which fails at one call. */
function failingAt(at: CallName | undefined, fail: (text: string, done: Done<never>) => void) {
	const imitated = Object.assign(new ImitatedBinding(), { reached: false });
	imitated.messages.push({ md: { ...DESCRIPTOR }, data: Buffer.from('content'), isTaken: false });
	if (at === 'Back') imitated.failures.Put1 = 2053;
	const { module } = imitated;
	const given: unknown[] = [];
	const calls = Object.fromEntries(
		NAMES.map((name) => [
			name,
			(...all: unknown[]) => {
				given.push(...all.slice(0, -1));
				const done = all.at(-1) as Done<never>;
				if (name === at) {
					imitated.reached = true;
					return fail(`${name}: ${JSON.stringify(given)}`, done);
				}
				(module[name] as (...all: unknown[]) => void)(...all);
			},
		]),
	);
	lend(ibmmqTransport, 'connect', ibmmqTransportOf(() => ({ ...module, ...calls }) as Binding).connect);
	return imitated;
}

afterEach(giveBack);

const credential = () => ({
	connectWith: 'client',
	password: planted('password'),
	...pemIdentity(mq.sandbox.clientCertificate),
});

/** What shows of an operation. */
async function run(parameters: INode['parameters'], changes: Record<string, unknown>): Promise<unknown> {
	const { run: kept, error } = await runMq(mq.sandbox, parameters, { credential: changes });
	return [kept, error];
}

/** What shows of the connection test and of the trigger. */
async function testAndListen(changes: Record<string, unknown>): Promise<unknown[]> {
	const data = mqCredential(mq.sandbox, changes);
	const shown: unknown[] = [
		await watching(async () => await mqConnection.call({ helpers: {} } as never, { data } as never)),
	];
	const { workflow } = triggerWorkflow(mq.sandbox, { queue: QUEUE }, () => undefined, { credential: changes });
	await watching(async () => await workflow.activate()).catch((error: unknown) => shown.push(error));
	await workflow.deactivate().catch((error: unknown) => shown.push(error));
	return [...shown, workflow.errors, workflow.reports];
}

describe.each(Object.entries(FAILURES))('a call of the binding that fails %s', (how, fail) => {
	it('shows no secret of what it was given', async () => {
		const all: unknown[] = [];
		for (const name of NAMES) {
			const binding = failingAt(name, fail);
			const isLater = name !== 'Connx';
			const changes = credential();
			const shown = [await run(CALLS[name], changes), isLater ? [] : await testAndListen(changes)];
			assertNoSecrets(shown, name);
			expect([name, binding.reached]).toEqual([name, true]);
			all.push(shown);
		}
		const text = textsOf(all).join('\n');
		expect([how, /failed at MQCONN/.test(text), /\*\*\*/.test(text)]).toEqual([
			how,
			how !== 'with a reason code',
			how !== 'with a reason code',
		]);
	}, 60_000);
});

describe("n8n's SSRF protection", () => {
	let endPolicy: () => void;
	beforeAll(() => {
		endPolicy = withSsrfProtection('localhost');
	});
	afterAll(() => endPolicy());

	const never = () => undefined;
	const byName = () => mq.sandbox.address.replace('127.0.0.1', 'localhost');

	it.each([
		['an address', () => mq.sandbox.address],
		['one of several addresses', () => `${byName()},${mq.sandbox.address}`],
		['an address in other digits', () => '2130706433(1414)'],
		['an IPv6 address', () => '[::1]:1414'],
		['a name that only begins like an allowed one', () => 'localhost.example.com:1414'],
	])('keeps it from %s before anything is loaded or called', async (_what, address) => {
		const binding = failingAt(undefined, never);
		const changes = { ...credential(), hostAndPort: address() };
		const shown = [await run(put, changes), ...(await testAndListen(changes))];
		expect(binding.calls).toEqual([]);
		for (const one of shown.slice(0, 3)) expect(textsOf(one).join(' ')).toMatch(/SSRF protection is on/);
	});

	it('lets it connect to what is allowed', async () => {
		const binding = failingAt(undefined, never);
		await run(put, { ...credential(), hostAndPort: byName() });
		expect(binding.calls).toContain('Connx');
		expect(binding.connectedWith).toMatchObject({
			ClientConn: { ConnectionName: expect.stringMatching(/^localhost\(\d+\)$/) },
		});
	});
});
