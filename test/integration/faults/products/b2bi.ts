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
} from '../../../../clients/b2bi';
import { ActiveWorkflow } from '../../../../engine/poll';
import { ServiceError } from '../../../../kit/errors';
import { IbmB2bIntegratorTrigger } from '../../../../nodes/IbmB2bIntegrator/IbmB2bIntegratorTrigger.node';
import { partnerRecord, startB2bi } from '../../../../sandbox/b2bi';
import { b2biConnection, b2biOAuth } from '../../../support/b2bi/connection';
import { secrets } from '../../../support/watch';
import type { Site, Work } from './engine';

const TRIGGER = 'n8n-nodes-ibm-sterling.ibmB2bIntegratorTrigger';

/** A B2B Integrator under the matrix, with OAuth2, since Basic has no login that could fail. */
export async function b2biSite(): Promise<Site<Connection>> {
	const sandbox = await startB2bi({ authentication: 'oauth', withoutMessages: true });
	const { store, tables, faults } = sandbox;
	const login = b2biOAuth(sandbox) as Extract<Connection['login'], { style: 'oauth2' }>;
	secrets.add('client secret', login.clientSecret);
	const connection: Connection = { ...b2biConnection(sandbox), login };
	const using =
		(work: (client: B2biClient) => Promise<unknown>) =>
		async (given: Connection): Promise<unknown> =>
			await work(new B2biClient(given));
	const read = using(async (client) => (await getRecord(client, kinds.TRADING_PARTNER, 'NORTHWIND')).partnerName);
	const named = (name: string) => [...store.messages.values()].filter((message) => message.name === name).length;
	const send = (by: Outgoing['by'], n: number): Work<Connection> => ({
		kind: 'findable',
		strikes: by === 'document' ? 'mailboxmessages' : 'messagebatches',
		expected: `${by}-${n}`,
		effects: () => named(`${by}-${n}`),
		run: using(async (client) => {
			const content = Buffer.from(`content of ${by}-${n}`);
			const outgoing = { mailboxPath: '/ACME/Inbox', name: `${by}-${n}`, content, contentType: 'text/plain', by };
			return (await sendMessage(client, { ...outgoing, extractability: { always: true } }).run()).name;
		}),
	});
	return {
		faults,
		connection,
		login: 'token',
		calls: [
			...[
				'mailboxes',
				'mailboxcontents',
				'mailboxmessages',
				'messagebatches',
				'documents',
				'tradingpartners',
				'adapter',
			],
		],
		wrong: {
			'nothing listens at the port': { baseUrl: 'https://127.0.0.1:1' },
			'http to a port of TLS': { baseUrl: sandbox.url.replace('https:', 'http:') },
			'authority of the server unknown': { tls: {} },
			'wrong password': { login: { ...login, clientSecret: 'not the one' } },
			'user without permission': { login: { style: 'basic', userId: 'outsider', password: 'Outsider-1' } },
		},
		differs: {
			// The start of a process carries no token, and any response of a process is one.
			'HTTP 401': { 'Start a process': 'refused' },
			// It may have chosen its status after its work.
			'HTTP 429': { 'Start a process': 'uncertain' },
			'HTTP 429 with Retry-After': { 'Start a process': 'uncertain' },
			'HTTP 429 again and again': { 'Start a process': 'uncertain' },
			'half a body that ends properly': { 'Start a process': 'done' },
			'HTTP 204, after the work': { 'Start a process': 'done' },
			'an empty HTTP 200, after the work': { 'Start a process': 'done' },
			'a message of a gateway under HTTP 200, after the work': { 'Start a process': 'done' },
			'text that is no document, after the work': { 'Start a process': 'done' },
			// The words of the server count, and these are none that pass.
			'HTTP 500': 'foreignBefore',
			'HTTP 501': 'foreignBefore',
			'HTTP 500 after the work': 'foreignAfter',
			'error document under HTTP 200': {
				'Send by document': 'uncertain',
				'Send by upload': 'uncertain',
				'Create a partner': 'uncertain',
				'Start a process': 'done',
			},
			// The document goes first, and one that no message refers to is nothing.
			'HTTP 503 again and again': { 'Send by document': 'refused' },
			'connection cut again and again': { 'Send by document': 'refused' },
			'second call cut': { 'Send by document': 'uncertain' },
			// Pages are asked for again, since some gateways send them while they restart.
			'the true body as text/html': 'lostAfter',
			'web page of a gateway': 'lostBefore',
			'web page after the work': 'lostAfter',
			// A create and a delete need no body in their response.
			'an empty HTTP 200 again and again': {
				'Send by document': 'refused',
				'Create a partner': 'done',
				'Delete a message': 'done',
				'Start a process': 'done',
			},
			// The token service is at an address of its own.
			'http to a port of TLS': {
				'Send by upload': 'uncertain',
				'Create a partner': 'uncertain',
				'Start a process': 'uncertain',
			},
		},
		warmUp: read,
		works: (n) => {
			const message = store.deposit('/CONTOSO', `read-${n}`, 'äöü');
			const victim = store.deposit('/CONTOSO', `victim-${n}`, 'x');
			const changed = { ...partnerRecord({ partnerName: `U${n}`, givenName: 'A', surname: 'B' }), phone: '0' };
			tables.partners.rows.set(`U${n}`, changed);
			return {
				'Read a record': { kind: 'read', run: read, expected: 'NORTHWIND' },
				'Find and list': {
					kind: 'read',
					expected: '/ACME/Inbox 2',
					run: using(async (client) => {
						const { path } = await findMailbox(client, { path: '/ACME/Inbox' });
						return `${path} ${(await mailboxesLike(client, '/NORTHWIND*')).rows.length}`;
					}),
				},
				Download: {
					kind: 'read',
					expected: 'äöü',
					run: using(async (client) =>
						(await readContent(client, await getMessage(client, String(message.id)))).bytes.toString(),
					),
				},
				'Send by document': send('document', n),
				'Send by upload': send('upload', n),
				'Create a partner': {
					kind: 'findable',
					strikes: 'tradingpartners',
					expected: `P${n}`,
					effects: () => (tables.partners.rows.has(`P${n}`) ? 1 : 0),
					run: using(async (client) => {
						const row = partnerRecord({ partnerName: `P${n}`, givenName: 'A', surname: 'B' });
						return (await createPartner(client, row, true).write.run()).partnerName;
					}),
				},
				'Update a partner': {
					kind: 'repeatable',
					strikes: 'tradingpartners',
					expected: true,
					effects: () => (tables.partners.rows.get(`U${n}`)?.phone === '9' ? 1 : 0),
					run: using(async (client) => {
						const update = { changes: { phone: '9' }, send: 'merge' as const, cleansNames: true };
						await (await updatePartner(client, `U${n}`, update)).write.run();
						return true;
					}),
				},
				'Delete a message': {
					kind: 'repeatable',
					strikes: 'mailboxmessages',
					expected: true,
					effects: () => (store.messages.has(victim.id) ? 0 : 1),
					run: using(async (client) => (await deleteRecord(client, kinds.MESSAGE, String(victim.id)).run()).deleted),
				},
				'Start a process': {
					kind: 'once',
					strikes: 'adapter',
					needsNoLogin: true,
					expected: true,
					effects: () => named(`drop-${n}`),
					run: using(async (client) => {
						const url = `${client.root.replace('/B2BAPIs/svc', '')}/adapter/drop`;
						const content = Buffer.from('ISA*');
						const name = { messageName: `drop-${n}`, contentType: 'text/plain' };
						const { contentType } = await client.start({ url, ...name, content, withLogin: false });
						// A process may respond with a page: the node shows a hint then.
						if (/html/.test(contentType))
							throw new ServiceError('uncertain', 'A web page came back.', { hint: 'Look.' });
						return true;
					}),
				},
			};
		},
		polling: (given, n) => {
			const { baseUrl, tls, timeoutMs } = given;
			const credential = {
				...{ baseUrl, timeout: timeoutMs / 1000, advanced: true, maxInFlight: 8, serverTimeZone: 'UTC' },
				...(given.login.style === 'oauth2' ? { authentication: 'oauth2', ...given.login } : { ...given.login }),
				caCertificate: tls?.ca ?? '',
			};
			const mailbox = { __rl: true, mode: 'path', value: '/ACME/Inbox' };
			const node = { id: 't', name: 'Trigger', type: TRIGGER, typeVersion: 1, position: [0, 0] as [number, number] };
			const workflow = new ActiveWorkflow(
				{
					connections: {},
					nodes: [
						{
							...node,
							parameters: { mailbox, content: 'text', afterwards: 'leave' },
							credentials: { ibmB2bIntegratorApi: { id: 'b2bi', name: 'Sandbox' } },
						},
					],
				},
				{
					cursors: 'legacy',
					nodeTypes: { [TRIGGER]: new IbmB2bIntegratorTrigger() },
					credentials: { b2bi: credential as never },
				},
			);
			return {
				activate: async () => await workflow.activate(),
				poll: async () => await workflow.poll(),
				happens: () => store.deposit('/ACME/Inbox', `polled-${n}`, 'content').name,
				shows: ({ json }) => String(json.name),
			};
		},
		close: async () => await sandbox.close(),
	};
}
