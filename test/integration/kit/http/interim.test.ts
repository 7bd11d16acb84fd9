import type { Socket } from 'node:net';

import { SterlingClient } from '../../../../clients/oms';
import { connection, create, quick, read, startSockets } from './servers';

const JSON_BODY = '{"Order":[{"OrderNo":"HTTP/1.1 100 Continue\\r\\n\\r\\n"}]}';
const FINAL = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${JSON_BODY.length}\r\n\r\n`;
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

/** A server that sends these pieces, one packet after the other, after each whole request. */
async function serverOf(pieces: readonly string[]) {
	let requests = 0;
	const secure = await startSockets((socket: Socket) => {
		let got = '';
		socket.setNoDelay(true);
		socket.on('error', () => undefined);
		socket.on('data', (chunk) => {
			got += chunk.toString();
			const [head, body] = got.split('\r\n\r\n');
			const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
			if (body === undefined || body.length < length) return;
			got = '';
			requests++;
			const [first, ...others] = pieces;
			socket.write(first);
			for (const piece of others) setImmediate(() => setImmediate(() => socket.write(piece)));
		});
	});
	return { origin: secure.replace('https:', 'http:'), requests: () => requests };
}

describe.each<[string, string[]]>([
	['100 Continue', [CONTINUE, FINAL + JSON_BODY]],
	['100 Continue and the response in one packet', [CONTINUE + FINAL + JSON_BODY]],
	['100 Continue twice, with headers', [CONTINUE, 'HTTP/1.1 100 Continue\r\nServer: old\r\n\r\n', FINAL, JSON_BODY]],
	['100 Continue cut into pieces', ['HTTP/1', '.1 100 Cont', 'inue\r\n', '\r\n', FINAL + JSON_BODY]],
	['102 Processing', ['HTTP/1.1 102 Processing\r\n\r\n', FINAL + JSON_BODY]],
	['103 Early Hints', ['HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n', FINAL + JSON_BODY]],
	['100 and 103', [CONTINUE + 'HTTP/1.1 103 Early Hints\r\n\r\n', FINAL + JSON_BODY]],
	['a body that looks like it', [FINAL, JSON_BODY]],
])('%s', (_what, pieces) => {
	it.each([
		['a read', read],
		['a write', create],
	])('%s is sent once, and its response is read; so is the next one of the connection', async (_kind, call) => {
		const server = await serverOf(pieces);
		const client = new SterlingClient(connection(server.origin), { ...quick, attempts: 1 });
		for (const count of [1, 2]) {
			const { document } = await client.send(call);
			expect(JSON.stringify(document)).toContain('HTTP/1.1 100 Continue');
			expect(server.requests()).toBe(count);
		}
	});
});

it.each<[string, string]>([
	['an unsolicited upgrade', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'],
	['only the start of an interim response', 'HTTP/1.1 100 Cont'],
])('%s: a write is uncertain and not sent again, a read is repeated', async (_what, piece) => {
	const server = await serverOf([piece]);
	const client = new SterlingClient(connection(server.origin, { timeoutMs: 200 }), { ...quick, attempts: 2 });
	await expect(client.send(create)).rejects.toMatchObject({ category: 'uncertain', effect: 'unknown' });
	expect(server.requests()).toBe(1);
	await expect(client.send(read)).rejects.toMatchObject({ hint: expect.any(String) });
	expect(server.requests()).toBe(3);
});
