import {
	B2biClient,
	createPartner,
	deleteRecord,
	findMailbox,
	getMessage,
	getRecord,
	kinds,
	mailboxesLike,
	readContent,
	sendMessage,
	updatePartner,
	type Connection,
	type Outgoing,
} from '../../../clients/b2bi';
import { ServiceError } from '../../../kit/errors';
import { closeAllPools } from '../../../kit/http/pools';
import { partnerRecord, startB2bi, type B2biSandbox } from '../../../sandbox/b2bi';
import type { Fault } from '../../../sandbox/kit/faults';
import { b2biConnection } from '../../support/b2bi/connection';

const TIMEOUT_MS = 250;
const MAX_BYTES = 256 * 1024;
const always = { times: 0 };
const answered = (status: number, more: Partial<Fault> = {}): Fault => ({ kind: 'status', status, ...more });

interface Trouble {
	name: string;
	faults?: Fault[];
	connection?: (good: Connection) => Partial<Connection>;
}

const TROUBLES: Trouble[] = [
	...[400, 401, 403, 404, 405, 406, 408, 409, 413, 415, 429, 500, 501, 502, 503, 504].map((status) => ({
		name: `HTTP ${status} before the work`,
		faults: [answered(status)],
	})),
	...[500, 502, 503, 504].map((status) => ({
		name: `HTTP ${status} after the work`,
		faults: [answered(status, { afterWork: true })],
	})),
	{ name: 'HTTP 503 with Retry-After', faults: [answered(503, { retryAfter: 1 })] },
	{ name: 'HTTP 429 again and again', faults: [answered(429, always)] },
	{ name: 'HTTP 502 again and again', faults: [answered(502, always)] },
	{ name: 'connection cut before the work', faults: [{ kind: 'drop' }] },
	{ name: 'connection cut after the work', faults: [{ kind: 'drop', afterWork: true }] },
	{ name: 'connection cut again and again', faults: [{ kind: 'drop', ...always }] },
	{ name: 'second call cut', faults: [{ kind: 'drop', skip: 1 }] },
	{ name: 'second call cut after the work', faults: [{ kind: 'drop', afterWork: true, skip: 1 }] },
	{ name: 'connection cut in the body', faults: [{ kind: 'truncate' }] },
	{ name: 'half a body that ends properly', faults: [{ kind: 'malformed' }] },
	{ name: 'text that is no document, after the work', faults: [answered(200, { body: 'OK', afterWork: true })] },
	{ name: 'an empty body, after the work', faults: [answered(200, { body: '', afterWork: true })] },
	{ name: 'too slow before the work', faults: [{ kind: 'delay', ms: 600 }] },
	{ name: 'headers too slow, after the work', faults: [{ kind: 'slowHeaders', ms: 600 }] },
	{ name: 'slow body within the time-out', faults: [{ kind: 'slowBody', ms: 2 }] },
	{ name: 'body too large', faults: [{ kind: 'oversize', bytes: MAX_BYTES + 1 }] },
	{ name: 'ISO-8859-1, announced', faults: [{ kind: 'latin1' }] },
	{ name: 'byte order mark', faults: [{ kind: 'bom' }] },
	{ name: 'web page of a gateway', faults: [{ kind: 'html' }] },
	{ name: 'web page with HTTP 503', faults: [{ kind: 'html', status: 503 }] },
	{ name: 'web page after the work', faults: [{ kind: 'html', afterWork: true }] },
	{ name: 'redirect to a sign-in page', faults: [{ kind: 'redirect' }] },
	{ name: 'error document under HTTP 200', faults: [{ kind: 'errorUnder200' }] },
	{ name: 'NullPointerException as HTTP 400', faults: [{ kind: 'lock' }] },
	{ name: 'nothing listens at the port', connection: () => ({ baseUrl: 'https://127.0.0.1:1' }) },
	{ name: 'authority of the server unknown', connection: () => ({ tls: {} }) },
	{
		name: 'http to a port of TLS',
		connection: ({ baseUrl }) => ({ baseUrl: baseUrl.replace('https:', 'http:') }),
	},
	{
		name: 'wrong password',
		connection: () => ({ login: { style: 'basic', userId: 'integration', password: 'not the one' } }),
	},
	{
		name: 'user without permission',
		connection: () => ({ login: { style: 'basic', userId: 'outsider', password: 'Outsider-1' } }),
	},
];

/** A piece of work, with how often its effect is there afterwards; undefined for reads. */
interface Work {
	run: (client: B2biClient) => Promise<unknown>;
	/** What a success has to come to. */
	expected: unknown;
	effects?: () => number;
}

let sandbox: B2biSandbox;
let round = 0;
let posts = 0;
beforeAll(async () => {
	sandbox = await startB2bi({ behaviour: { compresses: false } });
});
afterAll(async () => {
	await closeAllPools();
	await sandbox.close();
});

const outgoing = (name: string, by: Outgoing['by']): Outgoing => ({
	mailboxPath: '/ACME/Inbox',
	name,
	content: Buffer.from(`content of ${name}`),
	contentType: 'text/plain',
	extractability: { always: true },
	by,
});
const named = (name: string) => [...sandbox.store.messages.values()].filter((message) => message.name === name).length;

/** Made anew for each trouble, so that names and records are its own. */
function works(): Record<string, Work> {
	round += 1;
	const id = round;
	const { store, tables } = sandbox;
	const message = store.deposit('/CONTOSO', `read-${id}`, 'äöü');
	const victim = store.deposit('/CONTOSO', `victim-${id}`, 'x');
	const partner = `P${id}`;
	tables.partners.rows.set(`U${id}`, {
		...partnerRecord({ partnerName: `U${id}`, givenName: 'A', surname: 'B' }),
		phone: '0',
	});
	const send = (by: Outgoing['by']): Work => ({
		run: async (client) => (await sendMessage(client, outgoing(`${by}-${id}`, by)).run()).name,
		expected: `${by}-${id}`,
		effects: () => named(`${by}-${id}`),
	});
	return {
		'get a record': {
			run: async (client) => (await getRecord(client, kinds.TRADING_PARTNER, 'NORTHWIND')).partnerName,
			expected: 'NORTHWIND',
		},
		'list mailboxes': {
			run: async (client) => (await mailboxesLike(client, '/NORTHWIND*')).rows.length,
			expected: 2,
		},
		'download a message': {
			run: async (client) => (await readContent(client, await getMessage(client, String(message.id)))).bytes.toString(),
			expected: 'äöü',
		},
		'find a mailbox': {
			run: async (client) => (await findMailbox(client, { path: '/ACME/Inbox' })).path,
			expected: '/ACME/Inbox',
		},
		'send by document': send('document'),
		'send by upload': send('upload'),
		'create a partner': {
			run: async (client) => {
				const row = partnerRecord({ partnerName: partner, givenName: 'A', surname: 'B' });
				return (await createPartner(client, row, true).write.run()).partnerName;
			},
			expected: partner,
			effects: () => (tables.partners.rows.has(partner) ? 1 : 0),
		},
		'update a partner': {
			run: async (client) => {
				const update = { changes: { phone: '9' }, send: 'merge' as const, cleansNames: true };
				await (await updatePartner(client, `U${id}`, update)).write.run();
				return true;
			},
			expected: true,
			effects: () => (tables.partners.rows.get(`U${id}`)?.phone === '9' ? 1 : 0),
		},
		'delete a message': {
			run: async (client) => (await deleteRecord(client, kinds.MESSAGE, String(victim.id)).run()).deleted,
			expected: true,
			effects: () => (store.messages.has(victim.id) ? 0 : 1),
		},
		'start a process': {
			run: async (client) => {
				const url = `${client.root.replace('/B2BAPIs/svc', '')}/adapter/drop`;
				const content = Buffer.from('ISA*');
				const name = { messageName: `drop-${id}`, contentType: 'text/plain' };
				const { contentType } = await client.start({ url, ...name, content, withLogin: true });
				// A process may respond with a page: the node shows a hint then.
				return /html/.test(contentType) ? Promise.reject(new ServiceError('uncertain', 'A web page')) : true;
			},
			expected: true,
			effects: () => named(`drop-${id}`),
		},
	};
}

const SECRETS = ['Integration-1', 'not the one', Buffer.from('integration:Integration-1').toString('base64')];

async function judge(work: Work, client: B2biClient): Promise<string[]> {
	const broken: string[] = [];
	const outcome = await work.run(client).then(
		(value) => ({ value }),
		(error: unknown) => ({ error }),
	);
	const effects = work.effects?.();
	if (effects !== undefined && effects > 1) broken.push(`done ${effects} times`);
	if ('value' in outcome) {
		if (outcome.value !== work.expected) broken.push(`came to ${JSON.stringify(outcome.value)}`);
		if (effects === 0) broken.push('said to be done, and was not');
		return broken;
	}
	const { error } = outcome;
	if (!(error instanceof ServiceError)) return [...broken, `threw ${String(error)}`];
	if (error.message.trim() === '') broken.push('said nothing');
	if (effects === 1 && error.effect === 'none' && error.category !== 'uncertain') {
		broken.push(`said that nothing was done, and it was: ${error.message}`);
	}
	const text = JSON.stringify([error.message, error.details(), error.stack]);
	if (SECRETS.some((secret) => text.includes(secret))) broken.push('showed a secret');
	return broken;
}

test('there are at least forty troubles, each under its own name', () => {
	expect(TROUBLES.length).toBeGreaterThanOrEqual(40);
	expect(new Set(TROUBLES.map(({ name }) => name)).size).toBe(TROUBLES.length);
});

test.each(TROUBLES)('$name: nothing is lost, done twice or wrong in silence', async ({ faults = [], connection }) => {
	const good = { ...b2biConnection(sandbox), timeoutMs: TIMEOUT_MS, maxResponseBytes: MAX_BYTES };
	const broken: string[] = [];
	for (const [name, work] of Object.entries(works())) {
		sandbox.faults.clear();
		sandbox.log.clear();
		const client = new B2biClient(
			{ ...good, ...connection?.(good) },
			{ sleep: async () => await Promise.resolve(), attempts: 3 },
		);
		for (const fault of faults) sandbox.faults.add({ ...fault });
		broken.push(...(await judge(work, client)).map((what) => `${name}: ${what}`));
		posts += sandbox.log.list().filter(({ method }) => method === 'POST').length;
	}
	expect(broken).toEqual([]);
});

test('the matrix was worked on', () => expect(posts).toBeGreaterThan(TROUBLES.length));
