import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { forgetSharedState } from '../../../kit/http/sharedState';
import { machine } from '../../../kit/polling/machine';
import { planted } from '../../support/canaries/plant';
import { PRODUCTS, type Product, type Scene } from '../../support/canaries/products';
import { askEditor, polling, readOf, runAction } from '../../support/canaries/run';
import { sceneFor } from '../../support/canaries/scene';
import { assertNoSecrets, secrets, watching } from '../../support/watch';

/** Where requests lead that leave the system: to an address that a redirect names, and through a proxy. */

const TABLE = PRODUCTS.flatMap((product) =>
	Object.keys(product.logins)
		.filter((login) => product.name !== 'MQ' || login === 'REST')
		.map((login, i) => [product.name, login, product, i] as const),
);

/** A server that notes what reaches it, and does `act` with each request and each tunnel. */
async function startServer(act: (socket: Socket, request: IncomingMessage) => void) {
	const sockets = new Set<Socket>();
	const asked: string[] = [];
	const take = (request: IncomingMessage) => {
		asked.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
		request.socket.on('error', () => undefined);
		act(request.socket, request);
	};
	const server = createServer(take).on('connect', take);
	server.on('connection', (socket) => sockets.add(socket));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = async () => {
		for (const socket of sockets) socket.destroy();
		await new Promise((resolve) => server.close(resolve));
	};
	return { port: (server.address() as AddressInfo).port, asked, close };
}

/** A read, (a part of) the lists and the connection test of the editor, and a poll; fails where anything shows a secret. */
async function useAll(product: Product, scene: Scene, part?: number): Promise<void> {
	forgetSharedState();
	await runAction(product, scene, readOf(product));
	await askEditor(product, product.action, scene.credential, { part });
	if (!product.trigger.description.polling) return;
	const polled = await watching(async () => await polling(product, scene).activate()).catch((error: unknown) => error);
	assertNoSecrets(polled, 'The trigger');
}

describe.each(TABLE)('%s, %s', (_name, login, product, number) => {
	const environment = { ...process.env };
	const opened = sceneFor(product, login);
	beforeAll(() => {
		machine.now = () => opened.scene.clock.now();
	});
	afterEach(() => {
		opened.scene.faults.clear();
		process.env = { ...environment };
	});

	const statuses = [302, 307, 308, 301, 303];
	it.each(number === 0 ? statuses : [statuses[number]])('follows no redirect %i to another server', async (status) => {
		const other = await startServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));
		const headers = { location: `http://127.0.0.1:${other.port}/?back=1` };
		opened.scene.faults.add({ kind: 'status', status, headers, times: 0 });
		await useAll(product, opened.scene, number === 0 && status === statuses[0] ? undefined : status + number);
		const hits = opened.scene.faults.list().map((fault) => fault.hits);
		await other.close();
		expect(hits[0]).toBeGreaterThan(0);
		expect(other.asked).toEqual([]);
	});

	/** A proxy that repeats what it was given, its password included. */
	const repeats = (status: number) => (socket: Socket, request: IncomingMessage) => {
		const said = JSON.stringify(request.headers);
		const head = `HTTP/1.1 ${status} ${said.slice(0, 900)}\r\nX-Said: ${said}\r\nContent-Length: ${said.length}\r\n\r\n`;
		socket.end(head + said);
	};

	const proxies: Array<[string, (port: number) => string, (socket: Socket, request: IncomingMessage) => void]> = [
		['wants another password', (port) => `http://PROOF@127.0.0.1:${port}`, repeats(407)],
		['refuses', (port) => `http://PROOF@127.0.0.1:${port}`, repeats(403)],
		['closes', (port) => `http://PROOF@127.0.0.1:${port}`, (socket) => socket.destroy()],
		['is not there', () => 'http://PROOF@127.0.0.1:9', () => undefined],
		['is none of HTTP', () => 'socks5://PROOF@127.0.0.1:9', () => undefined],
		['has no valid address', () => 'http://PROOF@127.0.0.1:999999', () => undefined],
	];
	it.each(number === 0 ? proxies : [proxies[0]])('shows no password of a proxy that %s', async (what, url, act) => {
		const user = 'proxy-user';
		const password = planted('proxy password');
		secrets.add('proxy Basic value', Buffer.from(`${user}:${password}`).toString('base64'));
		const proxy = await startServer(act);
		process.env.HTTPS_PROXY = url(proxy.port).replace('PROOF', `${user}:${encodeURIComponent(password)}`);
		const before = opened.scene.calls();
		// No list gets past the proxy, so that all fail in the same code.
		await useAll(product, opened.scene, proxies.findIndex(([one]) => one === what) + number);
		await proxy.close();
		expect([what, opened.scene.calls() - before]).toEqual([what, 0]);
		expect([what, proxy.asked.length > 0]).toEqual([what, !/not there|none of|valid/.test(what)]);
	});
});
