import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';

import {
	closeAllPools,
	SterlingClient,
	testConnection,
	type Call,
	type Connection,
} from '../../../sterling';
import { issue, pkcs12 } from './pki';
import { tinyServer, type Handler, type TinyServer } from './tinyServer';

const root = issue({ name: 'Aurora Root', isCa: true });
const server = issue({ name: 'aurora-oms', issuer: root });
const own = issue({ name: 'aurora-client', issuer: root });
const tls = { ca: root.cert, certificate: own.cert, key: own.key };
const serverTls = {
	cert: server.cert,
	key: server.key,
	ca: root.cert,
	requestCert: true,
	rejectUnauthorized: true,
};

const read: Call = { api: 'getOrderList', root: 'Order', input: {}, kind: 'read' };
const create: Call = { api: 'createOrder', root: 'Order', input: { OrderNo: 'AU-1' }, kind: 'write' };
const open: TinyServer[] = [];

async function start(handler: Handler, options: object | undefined = serverTls): Promise<TinyServer> {
	const tiny = await tinyServer(handler, options);
	open.push(tiny);
	return tiny;
}

const plain = async (handler: Handler) => {
	const tiny = await tinyServer(handler);
	open.push(tiny);
	return tiny;
};

function connection(endpoint: string, changes: Partial<Connection> = {}): Connection {
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

const noWait = async () => await Promise.resolve();
const quick = { sleep: noWait, random: () => 0 };
const ok: Handler = (_request, response) =>
	response.setHeader('Content-Type', 'application/json').end('{}');

/** A record of TLS that ends a handshake. */
const fatalAlert = (alert: number) => Buffer.from([0x15, 3, 3, 0, 2, 2, alert]);
const listening = async (server: Server) =>
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

const atEnd: Array<() => Promise<void>> = [];
const environment = { ...process.env };
afterEach(async () => {
	process.env = { ...environment };
	const ends = [...atEnd.splice(0), ...open.splice(0).map((tiny) => tiny.close)];
	await Promise.all([closeAllPools(), ...ends.map(async (end) => await end())]);
});

describe('mutual TLS', () => {
	it.each<[string, Connection['tls']]>([
		['PEM', tls],
		[
			'P12',
			{ ca: root.cert, pkcs12: pkcs12(own, [root.cert], 'open sesame'), passphrase: 'open sesame' },
		],
	])('reaches the server with %s, over few connections', async (_what, settings) => {
		const tiny = await start(ok);
		const client = new SterlingClient(connection(tiny.origin, { tls: settings }), quick);
		await Promise.all(Array.from({ length: 40 }, async () => await client.send(read)));
		expect(tiny.connections()).toBeLessThanOrEqual(4);
		client.closeIdle();
		await client.send(read);
	});

	it.each<[string, Connection['tls'], RegExp]>([
		['no client certificate', { ca: root.cert }, /demands a client certificate/],
		[
			'no private authority',
			{ certificate: own.cert, key: own.key },
			/private authority|not known here/,
		],
		[
			'a wrong passphrase',
			{ ca: root.cert, pkcs12: pkcs12(own, [], 'right'), passphrase: 'wrong' },
			/passphrase/,
		],
	])('the connection test explains %s', async (_what, settings, text) => {
		const tiny = await start(ok);
		const result = await testConnection(connection(tiny.origin, { tls: settings }), quick);
		expect(result).toEqual({ ok: false, message: expect.stringMatching(text) });
	});

	describe.each(['TLSv1.2', 'TLSv1.3'] as const)('over %s', (version) => {
		const only = { ...serverTls, minVersion: version, maxVersion: version };

		it('reaches the server over few connections', async () => {
			const versions = new Set<string | null>();
			const tiny = await start((request, response) => {
				versions.add((request.socket as TLSSocket).getProtocol());
				response.end('{}');
			}, only);
			const client = new SterlingClient(connection(tiny.origin, { tls }), quick);
			await Promise.all(Array.from({ length: 40 }, async () => await client.send(read)));
			expect(tiny.connections()).toBeLessThanOrEqual(4);
			expect([...versions]).toEqual([version]);
		});

		it.each<[string, Connection['tls'], RegExp]>([
			['no client certificate', { ca: root.cert }, /demands a client certificate/],
			['an unknown authority', { certificate: own.cert, key: own.key }, /private authority|not known here/],
		])('a write with %s was never sent, and the message says why', async (_what, settings, text) => {
			const tiny = await start(ok, only);
			const sending = new SterlingClient(connection(tiny.origin, { tls: settings }), quick).send(create);
			await expect(sending).rejects.toMatchObject({
				category: 'tls', effect: 'none', message: expect.stringMatching(text),
			});
		});
	});

	it.each<[number, RegExp]>([
		[40, /mostly it demands a client certificate/],
		[42, /demands a client certificate/],
		[43, /does not accept the client certificate/],
		[44, /does not accept the client certificate/],
		[45, /has expired/],
		[46, /does not accept the client certificate/],
		[47, /TLS connection to .* broke/],
		[48, /does not accept the client certificate/],
		[49, /does not accept the client certificate/],
		[51, /TLS connection to .* broke/],
		[70, /TLS handshake .* failed/],
		[71, /TLS handshake .* failed/],
		[80, /TLS connection to .* broke/],
		[112, /answers to the name/],
		[116, /demands a client certificate/],
	])('an alert of the server (%i) in the handshake: nothing was sent, and the message says why', async (alert, text) => {
		const refusing = createServer((socket) => {
			socket.on('error', () => socket.destroy());
			socket.once('data', () => socket.end(fatalAlert(alert)));
		});
		await listening(refusing);
		const endpoint = `https://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
		const sending = new SterlingClient(connection(endpoint, { tls }), quick).send(create);
		await expect(sending).rejects.toMatchObject({ category: 'tls', effect: 'none', message: expect.stringMatching(text) });
		await new Promise((resolve) => refusing.close(resolve));
	});

	it('explains a server that speaks nothing newer than TLS 1.1', async () => {
		const old = { ...serverTls, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
		const tiny = await start(ok, old);
		const sending = new SterlingClient(connection(tiny.origin, { tls }), quick).send(create);
		await expect(sending).rejects.toMatchObject({ category: 'tls', effect: 'none', hint: expect.stringMatching(/TLS versions/) });
	});

	it('names the date on which a certificate expired', async () => {
		const late = issue({ name: 'late', issuer: root, from: '2024-01-01', to: '2025-03-04' });
		const settings = { ca: root.cert, certificate: late.cert, key: late.key };
		const result = await testConnection(connection('https://127.0.0.1:1', { tls: settings }), quick);
		expect(result).toEqual({ ok: false, message: expect.stringContaining('expired on 2025-03-04') });
	});

	it('explains a server certificate for another host, and TLS on a plain port', async () => {
		const tiny = await start(ok);
		const elsewhere = tiny.origin.replace('127.0.0.1', 'localhost');
		expect(await testConnection(connection(elsewhere, { tls }), quick)).toEqual({
			ok: false,
			message: expect.stringContaining('another host name'),
		});
		const open = await plain(ok);
		const wrong = open.origin.replace('http:', 'https:');
		expect(await testConnection(connection(wrong), quick)).toEqual({
			ok: false,
			message: expect.stringContaining('does not speak TLS'),
		});
	});

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
		['cuts the connection', (socket) => socket.destroy(), { message: expect.stringMatching(/through the proxy could not/) }],
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
});

it('names the proxy where nothing listens at its address', async () => {
	process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
	const sending = new SterlingClient(connection('https://127.0.0.1:10', { tls }), quick).send(create);
	await expect(sending).rejects.toMatchObject({
		category: 'connection', effect: 'none', message: expect.stringMatching(/through the proxy/), hint: expect.stringMatching(/HTTPS_PROXY/),
	});
});

describe('a server that accepts connections and says nothing', () => {
	const silent = async () => {
		const opened = new Set<Socket>();
		const server = createServer((socket) => {
			opened.add(socket.on('error', () => undefined));
		});
		await listening(server);
		atEnd.push(async () => {
			for (const socket of opened) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		});
		return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, opened };
	};

	it('is waited for no longer than the time-out, and a write to it was never sent', async () => {
		const { origin } = await silent();
		const sending = new SterlingClient(connection(origin, { tls, timeoutMs: 200 }), quick).send(create);
		await expect(sending).rejects.toMatchObject({ category: 'timeout', effect: 'none' });
	});

	it('is not waited for once cancelled, and a write to it was never sent', async () => {
		const { origin, opened } = await silent();
		const cancel = new AbortController();
		const sending = new SterlingClient(connection(origin, { tls }), { ...quick, signal: cancel.signal }).send(create);
		sending.catch(() => undefined);
		while (opened.size === 0) await new Promise((resolve) => setImmediate(resolve));
		cancel.abort();
		await expect(sending).rejects.toMatchObject({ category: 'cancelled', effect: 'none' });
	});
});

/** A proxy in the environment of this process; `act` answers each CONNECT. */
async function startProxy(act: (socket: Duplex, host: string, port: number) => void) {
	let tunnels = 0;
	const server = createHttpServer().on('connect', (request, socket) => {
		tunnels++;
		socket.on('error', () => undefined);
		const [host, port] = request.url!.split(':');
		act(socket, host, Number(port));
	});
	await listening(server);
	atEnd.push(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	process.env.HTTPS_PROXY = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { tunnels: () => tunnels };
}

describe('answers', () => {
	const answer = async (handler: Handler, changes: Partial<Connection> = {}) => {
		const tiny = await plain(handler);
		return new SterlingClient(connection(tiny.origin, changes), { ...quick, attempts: 1 });
	};

	it('are decoded by charset and compression', async () => {
		const latin = await answer((_request, response) =>
			response
				.setHeader('Content-Type', 'application/json; charset=ISO-8859-1')
				.end(Buffer.from('{"Name":"Käse"}', 'latin1')),
		);
		expect((await latin.send(read)).document).toEqual({ Name: 'Käse' });
		const declared = await answer((_request, response) =>
			response.end(
				Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><Order Name="Käse"/>', 'latin1'),
			),
		);
		expect((await declared.send(read)).document).toEqual({ Name: 'Käse' });
		const zipped = await answer((request, response) => {
			expect(request.headers['accept-encoding']).toBe('gzip');
			response.setHeader('Content-Encoding', 'gzip').end(gzipSync('\uFEFF{"Name":"Käse"}'));
		});
		expect((await zipped.send(read)).document).toEqual({ Name: 'Käse' });
	});

	it('are bounded, compressed or not', async () => {
		const large = JSON.stringify({ Name: 'x'.repeat(100_000) });
		const bounds = { maxResponseBytes: 10_000 };
		const open = await answer((_request, response) => response.end(large), bounds);
		await expect(open.send(read)).rejects.toMatchObject({ category: 'badAnswer' });
		const zipped = await answer(
			(_request, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync(large)),
			bounds,
		);
		await expect(zipped.send(read)).rejects.toMatchObject({ category: 'badAnswer' });
	});

	it('do not follow redirects', async () => {
		let calls = 0;
		const client = await answer((_request, response) => {
			calls++;
			response.writeHead(302, { Location: '/smcfs/console/login.jsp' }).end();
		});
		await expect(client.send(read)).rejects.toMatchObject({ category: 'configuration' });
		expect(calls).toBe(1);
	});

	it('that never come end in a time-out', async () => {
		const client = await answer(() => undefined, { timeoutMs: 50 });
		await expect(client.send(read)).rejects.toMatchObject({ category: 'timeout' });
		await expect(client.send(create)).rejects.toMatchObject({ category: 'uncertain' });
	});

	it('are not waited for once cancelled', async () => {
		const controller = new AbortController();
		const client = await answer(() => controller.abort());
		await expect(client.send(create, { signal: controller.signal })).rejects.toMatchObject({
			category: 'cancelled',
		});
	});

	it.each<[string, Handler]>([
		['dropped before', (request) => request.socket.destroy()],
		[
			'dropped within',
			(request, response) => {
				response.writeHead(200, { 'Content-Length': '1000' }).write('{"OrderNo":');
				response.once('drain', () => undefined);
				setImmediate(() => request.socket.destroy());
			},
		],
		['cut off', (_request, response) => response.end('{"OrderNo":"AU')],
	])('to writes are looked up when lost: %s', async (_what, lose) => {
		let sent = 0;
		const tiny = await plain((request, response, body) => {
			sent++;
			lose(request, response, body);
		});
		const client = new SterlingClient(connection(tiny.origin), quick);
		expect(
			(await client.send({ ...create, recover: async () => ({ OrderNo: 'AU-1' }) })).document,
		).toEqual({ OrderNo: 'AU-1' });
		await expect(client.send(create)).rejects.toMatchObject({ category: 'uncertain' });
		expect(sent).toBe(2);
	});
});

describe('no server', () => {
	it('is explained: refused and not found', async () => {
		const tiny = await plain(ok);
		await tiny.close();
		expect(await testConnection(connection(tiny.origin), quick)).toEqual({
			ok: false,
			message: expect.stringContaining('refused the connection'),
		});
		expect(await testConnection(connection('https://nowhere.invalid'), quick)).toEqual({
			ok: false,
			message: expect.stringMatching(/not found|not be resolved|proxy/i),
		});
	});

	it('a write to it was never sent, so it is no doubtful one', async () => {
		const tiny = await plain(ok);
		await tiny.close();
		await expect(new SterlingClient(connection(tiny.origin), quick).send(create)).rejects.toMatchObject(
			{ category: 'connection', code: 'ECONNREFUSED' },
		);
	});
});
