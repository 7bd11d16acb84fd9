import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import type { Call, Connection } from '../../../../clients/oms';
import { closeAllPools } from '../../../../kit/http/pools';
import { issue } from './pki';
import { tinyServer, type Handler, type TinyServer } from './tinyServer';

/** Certificates of an invented authority: of its servers and of a client. */
export const root = issue({ name: 'Aurora Root', isCa: true });
export const server = issue({ name: 'aurora-oms', issuer: root });
export const own = issue({ name: 'aurora-client', issuer: root });
export const tls = { ca: root.cert, certificate: own.cert, key: own.key };
export const serverTls = {
	cert: server.cert,
	key: server.key,
	ca: root.cert,
	requestCert: true,
	rejectUnauthorized: true,
};

export const read: Call = { api: 'getOrderList', root: 'Order', input: {}, kind: 'read' };
export const create: Call = { api: 'createOrder', root: 'Order', input: { OrderNo: 'AU-1' }, kind: 'write' };

/** Options of a client for which waiting takes no time. */
export const quick = { sleep: async () => await Promise.resolve(), random: () => 0 };
export const ok: Handler = (_request, response) =>
	response.setHeader('Content-Type', 'application/json').end('{"Order":[]}');

/** A record of TLS that ends a handshake. */
export const fatalAlert = (alert: number) => Buffer.from([0x15, 3, 3, 0, 2, 2, alert]);

/** What ends with the test that is running. */
export const atEnd: Array<() => Promise<void>> = [];
afterEach(async () => {
	await Promise.all([closeAllPools(), ...atEnd.splice(0).map(async (end) => await end())]);
});

/** A server with mutual TLS, or with these options, until the end of the test. */
export async function start(handler: Handler, options: object = serverTls): Promise<TinyServer> {
	return ending(await tinyServer(handler, options));
}

/** The same over plain HTTP. */
export async function startPlain(handler: Handler): Promise<TinyServer> {
	return ending(await tinyServer(handler));
}

function ending(tiny: TinyServer): TinyServer {
	atEnd.push(tiny.close);
	return tiny;
}

/** Listens on a free port. @returns its number */
export async function listen(on: Server): Promise<number> {
	await new Promise<void>((resolve) => on.listen(0, '127.0.0.1', resolve));
	return (on.address() as AddressInfo).port;
}

/** A server of bare sockets, all cut at the end of the test. @returns its address, as if it spoke TLS */
export async function startSockets(handler: (socket: Socket) => void): Promise<string> {
	const opened = new Set<Socket>();
	const sockets = createServer((socket) => {
		opened.add(socket);
		handler(socket);
	});
	const port = await listen(sockets);
	atEnd.push(async () => {
		for (const socket of opened) socket.destroy();
		await new Promise((resolve) => sockets.close(resolve));
	});
	return `https://127.0.0.1:${port}`;
}

export function connection(endpoint: string, changes: Partial<Connection> = {}): Connection {
	return {
		endpoint,
		authentication: 'basic',
		loginId: 'aurora_api',
		password: 'S3cretPass',
		dataFormat: 'json',
		timeoutMs: 10_000,
		maxInFlight: 4,
		...changes,
	};
}
