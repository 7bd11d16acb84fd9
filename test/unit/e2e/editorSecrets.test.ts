import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { OWNER } from '../../../e2e/lib/apiTypes';
import { editorSecrets } from '../../../e2e/lib/editorSecrets';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'editor-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mode = (path: string) => statSync(path).mode & 0o777;

test('two starts have nothing in common, and nothing of it is in the repository', () => {
	const [one, other] = ['one', 'other'].map((name) => editorSecrets(join(folder, name)));
	expect(one.owner.password).not.toBe(other.owner.password);
	expect(one.encryptionKey).not.toBe(other.encryptionKey);
	expect(one.owner.password).not.toBe(OWNER.password);
	// What n8n asks of a password.
	expect(one.owner.password).toMatch(/^(?=.*[A-Z])(?=.*\d).{8,64}$/);
	expect(one.encryptionKey).toMatch(/^[0-9a-f]{64}$/);
});

test('a folder keeps its own, for its owner alone, however open it was before', () => {
	const kept = join(folder, 'kept');
	mkdirSync(kept, { mode: 0o777 });
	chmodSync(kept, 0o777);
	const secrets = editorSecrets(kept);
	const file = join(kept, 'editor-secrets.json');
	expect([mode(kept), mode(file)]).toEqual([0o700, 0o600]);
	chmodSync(file, 0o644);
	expect(editorSecrets(kept)).toEqual(secrets);
	expect(mode(file)).toBe(0o600);
});

test('data of another key and a damaged file are refused, and stay as they are', () => {
	mkdirSync(join(folder, '.n8n'));
	writeFileSync(join(folder, '.n8n', 'config'), '{}');
	expect(() => editorSecrets(folder)).toThrow('no editor-secrets.json to open them with');
	const file = join(folder, 'editor-secrets.json');
	for (const text of ['', '{}', '{"owner":{"password":"x"},"encryptionKey":"y"}']) {
		writeFileSync(file, text);
		expect(() => editorSecrets(folder)).toThrow('is damaged');
		expect(readFileSync(file, 'utf8')).toBe(text);
	}
});

test('a server under the host check answers to this machine’s own names only', async () => {
	const check = resolve(__dirname, '../../../e2e/lib/hostCheck.cjs');
	const code =
		"const s = require('node:http').createServer((_q, r) => r.end('ok')).on('upgrade', (_q, t) => t.end('HTTP/1.1 101 ok\\r\\n\\r\\n')).listen(0, '127.0.0.1', () => console.log(s.address().port))";
	const server = spawn(process.execPath, ['--require', check, '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
	try {
		const port = Number(
			await new Promise((answer) => server.stdout.once('data', (data: Buffer) => answer(String(data)))),
		);
		const ask = async (host: string, headers = {}) =>
			await new Promise((answer) => {
				const asked = request({ host: '127.0.0.1', port, headers: { host, ...headers } }, (response) => {
					response.resume();
					answer(response.statusCode);
				});
				asked.on('error', () => answer('closed')).end();
			});
		for (const host of [`127.0.0.1:${port}`, 'localhost', `LOCALHOST:${port}`, `[::1]:${port}`]) {
			expect([host, await ask(host)]).toEqual([host, 200]);
		}
		for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example']) {
			expect([host, await ask(host)]).toEqual([host, 421]);
		}
		expect(await ask('evil.example', { connection: 'upgrade', upgrade: 'websocket' })).toBe('closed');
		expect(await ask('evil.example', { expect: '100-continue' })).toBe(421);
	} finally {
		server.kill();
		await new Promise((answer) => server.once('close', answer));
	}
});
