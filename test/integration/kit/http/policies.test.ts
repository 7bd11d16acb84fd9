import { createServer, type IncomingMessage } from 'node:http';

import { SterlingClient } from '../../../../clients/oms';
import { atEnd, connection, listen, ok, own, quick, read, start, startPlain, tls } from './servers';

const environment = { ...process.env };
afterEach(() => {
	process.env = { ...environment };
});

test.each<[string, object]>([
	['a client certificate', { certificate: own.cert, key: own.key }],
	['nothing', {}],
])('NODE_TLS_REJECT_UNAUTHORIZED=0 does not switch the checks off, with %s', async (_what, settings) => {
	process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
	const tiny = await start(ok);
	const trusting = new SterlingClient(connection(tiny.origin, { tls: settings }), quick).send(read);
	await expect(trusting).rejects.toMatchObject({ category: 'tls', effect: 'none' });
	await expect(new SterlingClient(connection(tiny.origin, { tls }), quick).send(read)).resolves.toBeDefined();
});

/** A proxy that speaks plain HTTP, with what it was asked. */
async function startProxy(variable: string, userinfo = '') {
	const asked: Array<Pick<IncomingMessage, 'method' | 'url' | 'headers'>> = [];
	const server = createServer((request, response) => {
		asked.push(request);
		response.setHeader('Content-Type', 'application/json').end('{"Order":[]}');
	}).on('connect', (request, socket) => {
		asked.push(request);
		socket.on('error', () => undefined).end('HTTP/1.1 403 No\r\n\r\n');
	});
	const port = await listen(server);
	atEnd.push(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	process.env[variable] = `http://${userinfo}127.0.0.1:${port}`;
	return asked;
}

test('ALL_PROXY counts for https, and a user without a password is sent', async () => {
	const asked = await startProxy('ALL_PROXY', 'someone@');
	const sending = new SterlingClient(connection('https://oms.invalid', { tls }), quick).send(read);
	await expect(sending).rejects.toThrow(/proxy refused/);
	expect(asked[0]).toMatchObject({ method: 'CONNECT', url: 'oms.invalid:443' });
	expect(asked[0].headers['proxy-authorization']).toBe(`Basic ${Buffer.from('someone:').toString('base64')}`);
});

test('HTTP_PROXY does not count for https', async () => {
	const asked = await startProxy('HTTP_PROXY');
	const tiny = await start(ok);
	await new SterlingClient(connection(tiny.origin, { tls }), quick).send(read);
	expect(asked).toEqual([]);
});

test('plain HTTP is asked of the proxy itself, without a tunnel, as n8n does', async () => {
	const asked = await startProxy('HTTP_PROXY');
	await new SterlingClient(connection('http://oms.invalid:9080'), quick).send(read);
	expect(asked[0]).toMatchObject({
		method: 'POST',
		url: 'http://oms.invalid:9080/smcfs/restapi/invoke/getOrderList',
	});
	expect(asked[0].headers.host).toBe('oms.invalid:9080');
});

test('a proxy that is none of HTTP stops the request', async () => {
	process.env.ALL_PROXY = 'socks5://127.0.0.1:9';
	let asked = 0;
	const tiny = await startPlain((...given) => {
		asked++;
		ok(...given);
	});
	const sending = new SterlingClient(connection(tiny.origin), quick).send(read);
	await expect(sending).rejects.toMatchObject({ category: 'configuration', effect: 'none' });
	expect(asked).toBe(0);
});
