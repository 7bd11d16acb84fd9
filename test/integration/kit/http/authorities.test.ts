import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import type { Connection } from '../../../../clients/oms';
import { issue } from './pki';
import { tinyServer } from './tinyServer';

/** The library as it is published: authorities of the environment are read once, at the start of a process. */
const LIBRARY = resolve(__dirname, '../../../../dist/clients/oms/index.js');
const PROGRAM = `
	const { SterlingClient, closeAllPools } = require(process.argv[1]);
	const client = new SterlingClient(JSON.parse(process.argv[2]), { attempts: 1 });
	const call = { api: 'getOrderList', root: 'Order', input: {}, kind: 'read' };
	client.send(call).then(() => 'reached', ({ message }) => message).then(console.log).finally(closeAllPools);
`;

const root = issue({ name: 'Aurora Root', isCa: true });
const other = issue({ name: 'Other Root', isCa: true });
const server = issue({ name: 'aurora-oms', issuer: root });
let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'authorities-'));
	writeFileSync(join(folder, 'root.pem'), root.cert);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<[string, { extra: boolean; ca?: string }, RegExp]>([
	['of the credential', { extra: false, ca: root.cert }, /^reached$/],
	['of the credential, where several stand in one text', { extra: false, ca: other.cert + root.cert }, /^reached$/],
	['of NODE_EXTRA_CA_CERTS', { extra: true }, /^reached$/],
	['of NODE_EXTRA_CA_CERTS beside another one of the credential', { extra: true, ca: other.cert }, /^reached$/],
	['that nobody named', { extra: false, ca: other.cert }, /unknown authority|private authority/],
])('an authority %s', async (_what, { extra, ca }, seen) => {
	const tiny = await tinyServer((_request, response) => response.end('{"Order":[]}'), {
		cert: server.cert,
		key: server.key,
	});
	const connection: Connection = {
		endpoint: tiny.origin,
		authentication: 'basic',
		loginId: 'a',
		password: 'S3cretPass',
		tls: { ca },
		dataFormat: 'json',
		timeoutMs: 10_000,
		maxInFlight: 1,
	};
	const env = { ...process.env, NODE_EXTRA_CA_CERTS: extra ? join(folder, 'root.pem') : '' };
	const args = ['-e', PROGRAM, LIBRARY, JSON.stringify(connection)];
	const { stdout } = await promisify(execFile)(process.execPath, args, { env });
	await tiny.close();
	expect(stdout.trim()).toMatch(seen);
});
