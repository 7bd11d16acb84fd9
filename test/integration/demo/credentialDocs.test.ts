import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { resolve } from 'node:path';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { testConnection, type Connection } from '../../../clients/oms';
import { spareKey } from '../../support/keys';

const documentation = readFileSync(resolve(__dirname, '../../../docs/credential.md'), 'utf8');
const table = documentation.split('## The connection test, message by message')[1].split('\n## ')[0];

const opened: Array<Sandbox | TcpServer> = [];
let mutual: Sandbox;
let standard: Connection;

beforeAll(async () => {
	mutual = await open({ mutualTls: true });
	const { certificate, key } = mutual.clientCertificate;
	standard = { ...connectionTo(mutual), tls: { certificate, key, ca: mutual.ca } };
});
afterAll(() => Promise.all(opened.map((server) => server.close())));

async function open(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
	const sandbox = await startSandbox({ withoutOrders: true, ...options });
	opened.push(sandbox);
	return sandbox;
}

function connectionTo({ url, ca, users: [{ loginId, password }] }: Sandbox): Connection {
	const rest = { dataFormat: 'json', timeoutMs: 20_000, maxInFlight: 2 } as const;
	return { endpoint: url, authentication: 'standard', loginId, password, tls: { ca }, ...rest };
}

/** Opens a server and returns its host with the port. */
async function listening(server: TcpServer): Promise<string> {
	opened.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A web server that responds to everything in the same way, and the connection to it. */
async function webServer(answer: RequestListener): Promise<Connection> {
	return { ...standard, tls: undefined, endpoint: `http://${await listening(createServer(answer))}` };
}

/** A server that ends each TLS handshake in its own way, and the connection to it. */
async function handshakeEndedBy(end: (socket: Socket) => void): Promise<Connection> {
	const server = createTcpServer((socket) => {
		socket.on('error', () => socket.destroy());
		socket.once('data', () => end(socket));
	});
	return { ...standard, endpoint: `https://${await listening(server)}` };
}

/** The alert "unrecognized_name" of TLS. */
const UNRECOGNIZED_NAME = Buffer.from([0x15, 3, 3, 0, 2, 2, 112]);

const status =
	(code: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
	(_request, response) =>
		void response.writeHead(code, headers).end(body);

const withTls = (tls: Connection['tls']): Connection => ({ ...standard, tls: { ...standard.tls, ...tls } });
const p12 = (pkcs12: string, passphrase?: string): Connection => ({
	...standard,
	tls: { ca: mutual.ca, pkcs12, passphrase },
});
function otherKey(passphrase?: string): string {
	const encryption = passphrase ? { cipher: 'aes-256-cbc', passphrase } : {};
	return createPrivateKey(spareKey())
		.export({ type: 'pkcs8', format: 'pem', ...encryption })
		.toString();
}

/** A connection, and the enterprise that the credential names beside it. */
type Given = Connection & { enterpriseCode?: string };

/** What goes wrong, and the message that the documentation has for it. */
const CASES: Array<[message: string, connection: () => Given | Promise<Given>]> = [
	['Connection successful.', () => standard],
	['Connection successful.', () => p12(mutual.clientCertificate.p12Base64, mutual.clientCertificate.passphrase)],
	[
		'The connection and login work, but this user may not read orders (YCP0428).',
		() => ({ ...standard, loginId: 'outsider', password: 'Outsider-1' }),
	],
	[
		'The connection and login work, but Sterling shows this user no enterprise "{code}".',
		() => ({ ...standard, enterpriseCode: 'NOPE' }),
	],
	['The endpoint URL is empty.', () => ({ ...standard, endpoint: ' ' })],
	['The endpoint URL is not a valid URL.', () => ({ ...standard, endpoint: 'https://a b' })],
	['The host {host} was not found.', () => ({ ...standard, endpoint: 'https://no-such-host.invalid' })],
	['{host} refused the connection.', () => ({ ...standard, endpoint: 'https://127.0.0.1:1' })],
	['The connection to {host} could not be opened.', () => handshakeEndedBy((socket) => socket.resetAndDestroy())],
	['{host} closed the connection during the TLS handshake.', () => handshakeEndedBy((socket) => socket.end())],
	[
		'{host} does not speak TLS on this port.',
		async () => ({ ...standard, endpoint: (await open({ plainHttp: true })).url.replace('http:', 'https:') }),
	],
	[
		'The server did not respond within 1 seconds.',
		async () => ({ ...(await webServer(() => undefined)), timeoutMs: 1000 }),
	],
	['No server at this address has the name {host}.', () => handshakeEndedBy((socket) => socket.end(UNRECOGNIZED_NAME))],
	['The certificate of {host} is self-signed or comes from a private authority.', () => withTls({ ca: undefined })],
	[
		'{host} ended the TLS handshake: it requires a client certificate.',
		() => ({ ...standard, tls: { ca: mutual.ca } }),
	],
	[
		'{host} ended the TLS handshake. It probably requires a client certificate.',
		async () => connectionTo(await open({ mutualTls: true, tlsVersion: 'TLSv1.2' })),
	],
	[
		'The connection to {host} was closed before the response was complete.',
		() => withTls(pem(mutual.foreignAuthority().clientCertificate)),
	],
	['The client certificate ({subject}) expired on {date}.', () => withTls(pem(mutual.expiredClientCertificate()))],
	['The private key does not belong to the client certificate.', () => withTls({ key: otherKey() })],
	['The passphrase does not open the P12 file.', () => p12(mutual.clientCertificate.p12Base64, 'wrong')],
	['The text is not a P12 file, or it is cut off.', () => p12('aGVsbG8=')],
	['The P12 file is not Base64 text.', () => p12('%%%')],
	['The private key is encrypted, and no passphrase is set.', () => withTls({ key: otherKey('secret') })],
	['The passphrase does not open the private key.', () => withTls({ key: otherKey('secret'), passphrase: 'wrong' })],
	['The client certificate is missing or not in PEM form.', () => withTls({ certificate: 'none' })],
	['The private key of the client certificate is missing or not in PEM form.', () => withTls({ key: 'none' })],
	['The CA certificate is not in PEM form.', () => withTls({ ca: 'none' })],
	['Login failed. Please check the login ID and password.', () => ({ ...standard, password: 'wrong' })],
	['Cannot invoke API because user is not authenticated.', () => ({ ...standard, authentication: 'basic' })],
	[
		'The server did not accept the credentials (HTTP 401).',
		async () => {
			const basic = connectionTo(await open({ authentication: 'basic' }));
			return { ...basic, authentication: 'basic', password: 'wrong' };
		},
	],
	[
		'The login worked, but Sterling returned no token (UserToken).',
		async () => connectionTo(await open({ authentication: 'basic' })),
	],
	['There is no REST service at this path (HTTP 404).', () => webServer(status(404))],
	[
		'The server redirects to {target} (HTTP 302) instead of responding.',
		() => webServer(status(302, { location: 'https://sso.example.com/login' })),
	],
	[
		'The server returned a web page instead of data.',
		() => webServer(status(200, { 'content-type': 'text/html' }, '<html></html>')),
	],
	['The server forbids this request (HTTP 403).', () => webServer(status(403))],
	['The server or a gateway failed (HTTP 500).', () => webServer(status(500))],
	['The extra header {name} is set by the client.', () => ({ ...standard, headers: { Host: 'x' } })],
];

function pem({ certificate, key }: { certificate: string; key: string }): Connection['tls'] {
	return { certificate, key };
}

/** The message with names in braces standing for anything. */
function pattern(message: string): RegExp {
	const literal = message.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
	return new RegExp(`^${literal.replace(/\{\w+\}/g, '\\S.*?')}`);
}

test.each(CASES)('%s', async (message, connection) => {
	const { enterpriseCode, ...rest } = await connection();
	const diagnosis = await testConnection(rest, { enterpriseCode });
	expect(diagnosis.message).toMatch(pattern(message));
	// What n8n calls a credential; a connection is one of the network.
	expect(diagnosis.message).not.toMatch(/\b(?:of|in|into) the connection\b/);
	expect(table).toContain(`| ${message} |`);
});

test('every documented message is tried', () => {
	const documented = [...table.matchAll(/^\| (.+?) \|/gm)].map(([, message]) => message).slice(2);
	expect(documented).toEqual([...new Set(CASES.map(([message]) => message))]);
});
