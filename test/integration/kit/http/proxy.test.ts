import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

import { SterlingClient } from '../../../../clients/oms';
import { atEnd, connection, create, fatalAlert, listen, ok, quick, read, start, tls } from './servers';

const environment = { ...process.env };
afterEach(() => {
	process.env = { ...environment };
});

describe('through a proxy', () => {
	it('goes through a proxy with the client certificate', async () => {
		const tiny = await start(ok);
		const proxy = await startProxy((socket, host, port) => {
			const upstream = connect(port, host, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
			upstream.pipe(socket).pipe(upstream);
			upstream.on('error', () => socket.destroy());
			socket.on('error', () => upstream.destroy());
		});
		await new SterlingClient(connection(tiny.origin, { tls }), quick).send(read);
		expect(proxy.tunnels()).toBe(1);
		process.env.NO_PROXY = '127.0.0.1';
		await new SterlingClient(connection(tiny.origin, { tls }), quick).send(read);
		expect(proxy.tunnels()).toBe(1);
	});

	it.each<[string, (socket: Duplex) => void, object]>([
		['ends', (socket) => socket.end(), { message: expect.stringMatching(/through the proxy could not be opened/) }],
		[
			'cuts the connection',
			(socket) => socket.destroy(),
			{ message: expect.stringMatching(/through the proxy could not/) },
		],
		['refuses', (socket) => socket.end('HTTP/1.1 403 No\r\n\r\n'), { message: expect.stringMatching(/proxy refused/) }],
		[
			'opens a tunnel to a server that refuses the handshake',
			(socket) => {
				socket.write('HTTP/1.1 200 OK\r\n\r\n');
				socket.once('data', () => socket.end(fatalAlert(80)));
			},
			{ category: 'tls' },
		],
	])('a write through a proxy that %s was never sent, and is not tried without end', async (_what, act, expected) => {
		const proxy = await startProxy(act);
		const sending = new SterlingClient(connection('https://127.0.0.1:9', { tls }), quick).send(create);
		await expect(sending).rejects.toMatchObject({ effect: 'none', ...expected });
		expect(proxy.tunnels()).toBeLessThanOrEqual(5);
	});

	it('names the proxy where nothing listens at its address', async () => {
		process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
		const sending = new SterlingClient(connection('https://127.0.0.1:10', { tls }), quick).send(create);
		await expect(sending).rejects.toMatchObject({
			category: 'connection',
			effect: 'none',
			message: expect.stringMatching(/through the proxy/),
			hint: expect.stringMatching(/HTTPS_PROXY/),
		});
	});
});

/** A proxy in the environment of this process; `act` handles each CONNECT. */
async function startProxy(act: (socket: Duplex, host: string, port: number) => void) {
	let tunnels = 0;
	const server = createServer().on('connect', (request, socket) => {
		tunnels++;
		socket.on('error', () => undefined);
		const [host, port] = request.url!.split(':');
		act(socket, host, Number(port));
	});
	const port = await listen(server);
	atEnd.push(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
	return { tunnels: () => tunnels };
}
