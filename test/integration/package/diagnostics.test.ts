import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../../..');

/** Listens on every channel that undici has, in a process of its own, while the built client logs in and reads. */
const PROGRAM = `
	const { subscribe } = require('node:diagnostics_channel');
	const { createServer } = require('node:http');
	const { SterlingClient, closeAllPools } = require('./dist/clients/oms');
	const heard = [];
	const CHANNELS = {
		client: ['beforeConnect', 'connected', 'connectError', 'sendHeaders'],
		request: ['create', 'bodySent', 'bodyChunkSent', 'bodyChunkReceived', 'headers', 'trailers', 'error'],
		proxy: ['connected'],
	};
	for (const [kind, names] of Object.entries(CHANNELS)) {
		for (const name of names) subscribe('undici:' + kind + ':' + name, (event, channel) => heard.push(channel));
	}
	let served = 0;
	const server = createServer((request, response) => {
		served++;
		const body = request.url.endsWith('/login') ? '{"UserToken":"T0ken-1"}' : '{"Order":[]}';
		response.setHeader('Content-Type', 'application/json').end(body);
	});
	server.listen(0, '127.0.0.1', async () => {
		const endpoint = 'http://127.0.0.1:' + server.address().port;
		const client = new SterlingClient({
			endpoint, authentication: 'standard', loginId: 'aurora_api', password: 'S3cretPass',
			dataFormat: 'json', timeoutMs: 5000, maxInFlight: 1,
		});
		const read = { api: 'getOrderList', root: 'Order', input: {}, kind: 'read' };
		await client.send(read);
		await fetch(endpoint).then((response) => response.text());
		const ofFetch = heard.splice(0).length;
		await client.send(read);
		console.log(JSON.stringify({ served, ofFetch, heard }));
		process.exit();
	});
`;

test('the built package publishes nothing on diagnostics channels: they would carry passwords and tokens', async () => {
	const env = { ...process.env, NODE_DEBUG: 'undici' };
	const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', PROGRAM], { cwd: root, env });
	const { served, ofFetch, heard } = JSON.parse(stdout) as Record<string, unknown>;
	expect(served).toBe(4);
	// That Node.js's own fetch is heard proves that the channels are listened to.
	expect(ofFetch).toBeGreaterThan(0);
	expect(heard).toEqual([]);
	expect(stderr).not.toMatch(/invoke\/getOrderList|UserToken/);
});
