import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { SterlingClient, testConnection, type Connection } from '../../../../clients/oms';
import { connection, create, ok, quick, read, startPlain, startSockets, tls } from './servers';
import type { Handler } from './tinyServer';

describe('a server that accepts connections and says nothing', () => {
	const silent = async () => {
		const opened = new Set<Socket>();
		const origin = await startSockets((socket) => opened.add(socket.on('error', () => undefined)));
		return { origin, opened };
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

describe('answers', () => {
	const answer = async (handler: Handler, changes: Partial<Connection> = {}) => {
		const tiny = await startPlain(handler);
		return new SterlingClient(connection(tiny.origin, changes), { ...quick, attempts: 1 });
	};

	it('are decoded by charset and compression', async () => {
		const latin = await answer((_request, response) =>
			response
				.setHeader('Content-Type', 'application/json; charset=ISO-8859-1')
				.end(Buffer.from('{"Order":{"Name":"Käse"}}', 'latin1')),
		);
		expect((await latin.send(read)).document).toEqual({ Order: [{ Name: 'Käse' }] });
		const declared = await answer((_request, response) =>
			response.end(
				Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><OrderList><Order Name="Käse"/></OrderList>', 'latin1'),
			),
		);
		expect((await declared.send(read)).document).toEqual({ Order: [{ Name: 'Käse' }] });
		const zipped = await answer((request, response) => {
			expect(request.headers['accept-encoding']).toBe('gzip');
			response.setHeader('Content-Encoding', 'gzip').end(gzipSync('\uFEFF{"Order":{"Name":"Käse"}}'));
		});
		expect((await zipped.send(read)).document).toEqual({ Order: [{ Name: 'Käse' }] });
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
		const tiny = await startPlain((request, response, body) => {
			sent++;
			lose(request, response, body);
		});
		const client = new SterlingClient(connection(tiny.origin), quick);
		expect((await client.send({ ...create, recover: async () => ({ OrderNo: 'AU-1' }) })).document).toEqual({
			OrderNo: 'AU-1',
		});
		await expect(client.send(create)).rejects.toMatchObject({ category: 'uncertain' });
		expect(sent).toBe(2);
	});
});

describe('no server', () => {
	it('is explained: refused and not found', async () => {
		const tiny = await startPlain(ok);
		await tiny.close();
		expect(await testConnection(connection(tiny.origin), quick)).toMatchObject({
			ok: false,
			message: expect.stringContaining('refused the connection'),
		});
		expect(await testConnection(connection('https://nowhere.invalid'), quick)).toMatchObject({
			ok: false,
			message: expect.stringMatching(/not found|not be resolved|proxy/i),
		});
	});

	it('a write to it was never sent, so it is no doubtful one', async () => {
		const tiny = await startPlain(ok);
		await tiny.close();
		await expect(new SterlingClient(connection(tiny.origin), quick).send(create)).rejects.toMatchObject({
			category: 'connection',
			code: 'ECONNREFUSED',
		});
	});
});
