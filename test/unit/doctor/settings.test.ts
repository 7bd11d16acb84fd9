import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';

import { readArguments, UsageError } from '../../../doctor/arguments';
import { command } from '../../../doctor/main';
import { ask } from '../../../doctor/prompt';
import { readSettings } from '../../../doctor/settings';

const needed = {
	STERLING_ENDPOINT: 'https://host/smcfs',
	STERLING_LOGIN_ID: 'me',
	STERLING_PASSWORD: ' pass word ',
};

describe('settings', () => {
	it('keeps a password as it is, and takes Standard and JSON where nothing is said', () => {
		const { connection, enterprise } = readSettings(needed);
		expect(connection).toMatchObject({
			password: ' pass word ',
			authentication: 'standard',
			dataFormat: 'json',
			timeoutMs: 10_000,
		});
		expect(enterprise).toBeUndefined();
	});

	it.each([
		[{ STERLING_AUTHENTICATION: 'oauth' }, 'STERLING_AUTHENTICATION must be one of: standard, basic, jwt.'],
		[{ STERLING_TIMEOUT: '90' }, 'STERLING_TIMEOUT must be between 1 and 60 seconds.'],
		[{ STERLING_ENDPOINT: 'ftp://host' }, 'STERLING_ENDPOINT: The endpoint URL starts with "ftp://"'],
		[{ STERLING_PASSWORD: '' }, 'Set STERLING_PASSWORD. See --help.'],
		[{ STERLING_PASSWORD: '  ' }, 'Set STERLING_PASSWORD. See --help.'],
	])('refuses %j', (changes, message) => {
		expect(() => readSettings({ ...needed, ...changes })).toThrow(UsageError);
		expect(() => readSettings({ ...needed, ...changes })).toThrow(message);
	});

	it.each(['', '  '])('takes the file of a secret where its variable is "%s"', (blank) => {
		const path = join(mkdtempSync(join(tmpdir(), 'doctor-')), 'password');
		writeFileSync(path, ' from a file \n');
		const changes = { STERLING_PASSWORD: blank, STERLING_PASSWORD_FILE: path };
		expect(readSettings({ ...needed, ...changes }).connection.password).toBe(' from a file ');
		rmSync(dirname(path), { recursive: true });
	});

	it.each(['', ' \n'])('refuses a file of the password that holds %j', (content) => {
		const path = join(mkdtempSync(join(tmpdir(), 'doctor-')), 'password');
		writeFileSync(path, content);
		const read = () => readSettings({ ...needed, STERLING_PASSWORD: '', STERLING_PASSWORD_FILE: path });
		expect(read).toThrow('The file of STERLING_PASSWORD_FILE is empty.');
		rmSync(dirname(path), { recursive: true });
	});

	it.each(['Host: x', 'My Key: x', 'no colon'])('refuses the header "%s", and does not repeat it', (line) => {
		const path = join(mkdtempSync(join(tmpdir(), 'doctor-')), 'headers');
		writeFileSync(path, `X-Gateway-Key: abc\n${line}\n`);
		const read = () => readSettings({ ...needed, STERLING_HEADERS_FILE: path });
		expect(read).toThrow(/^STERLING_HEADERS_FILE contains a (header|line) that/);
		expect(read).not.toThrow(line);
		rmSync(dirname(path), { recursive: true });
	});
});

describe('arguments', () => {
	it.each([
		[
			['doctor', '--json', '--output', 'file.key', '--show-host'],
			{ help: false, json: true, showHost: true, facts: false, output: 'file.key' },
		],
		[['doctor', '--facts'], { help: false, json: false, showHost: false, facts: true, output: undefined }],
		[[], { help: true, json: false, showHost: false, facts: false, output: undefined }],
	])('%j', (given, expected) => expect(readArguments(given)).toEqual(expected));

	it.each([
		[['doctor', '--token=abc']],
		[['doctor', '--p12', 'a']],
		[['doctor', 'STERLING_PASSWORD=abc']],
		[['doctor', 'me@host']],
	])('says why it refuses %j', (given) =>
		expect(() => readArguments(given)).toThrow(/every user of this machine can see those/),
	);
});

describe('questions', () => {
	/** Answers each question as it is asked, like somebody who types. */
	function typist(answers: Record<string, string>) {
		const input = new PassThrough();
		const output = new PassThrough();
		let shown = '';
		output.on('data', (chunk: Buffer) => {
			shown += chunk.toString();
			const [question] = Object.keys(answers).filter((text) => chunk.toString().startsWith(text));
			if (question) setImmediate(() => input.write(`${answers[question]}\r`));
		});
		return { input, output, shown: () => shown };
	}

	it('asks for what is missing, and does not show what is typed for a secret', async () => {
		const { input, output, shown } = typist({
			Endpoint: 'https://host',
			Authentication: '',
			'Login ID': 'me',
			Password: 'typed-secret',
			'Path of the P12': '/tmp/a.p12',
			Its: 'typed-passphrase',
			'Path of the PEM': '/tmp/ca.pem',
		});
		const answered = await ask({}, input, output);
		expect(answered).toEqual({
			STERLING_ENDPOINT: 'https://host',
			STERLING_LOGIN_ID: 'me',
			STERLING_PASSWORD: 'typed-secret',
			STERLING_P12_FILE: '/tmp/a.p12',
			STERLING_PASSPHRASE: 'typed-passphrase',
			STERLING_CA_FILE: '/tmp/ca.pem',
		});
		// A terminal shows of a line what follows the last order to clear it.
		const lines = shown()
			.split('\n')
			.map((line) => line.split('\x1b[0J').at(-1));
		expect(lines).toContainEqual(expect.stringMatching(/^Endpoint .*https:\/\/host\r/));
		expect(lines).toContainEqual(expect.stringMatching(/^Password \(hidden\): $/));
		expect(shown()).not.toMatch(/typed-/);
	});

	it.each([
		['up', '\x1b[A'],
		['down', '\x1b[B'],
		['up twice', '\x1b[A\x1b[A'],
		['Ctrl-P', '\x10'],
		['Ctrl-R', '\x12'],
		['undo', '\x1f'],
		['yank', '\x19'],
	])('the key %s at a later question brings back nothing that was typed', async (_key, code) => {
		const { input, output, shown } = typist({
			Password: 'typed-secret',
			Authentication: '',
			'Path of the P12': `${code}/tmp/a.p12`,
			Its: `${code}typed-passphrase`,
			'Path of the PEM': code,
		});
		const answered = await ask({ ...needed, STERLING_PASSWORD: '' }, input, output);
		expect(shown()).not.toContain('typed-');
		expect(answered.STERLING_P12_FILE).not.toContain('typed-');
		expect(answered.STERLING_CA_FILE ?? '').not.toContain('typed-');
	});

	it('asks again for what is blank, unless a file holds it', async () => {
		const typed = { Password: 'typed-secret', Authentication: '', Path: '' };
		const { input, output } = typist(typed);
		const answered = await ask({ ...needed, STERLING_PASSWORD: ' ' }, input, output);
		expect(answered.STERLING_PASSWORD).toBe('typed-secret');
		const other = typist({ ...typed, 'Login ID': 'me' });
		const fromFile = { STERLING_ENDPOINT: 'https://host', STERLING_PASSWORD: '', STERLING_PASSWORD_FILE: 'f' };
		expect((await ask(fromFile, other.input, other.output)).STERLING_PASSWORD).toBe('');
	});

	it.each<[string, (input: PassThrough) => void]>([
		['Ctrl-C', (input) => input.write('\x03')],
		['Ctrl-D', (input) => input.write('\x04')],
		['the end of the input', (input) => input.end()],
		['the end of the input in the middle of an answer', (input) => input.end('https://ho')],
		['Ctrl-C at a later question', (input) => input.write('https://host\r\x03')],
	])('stop at %s', async (_what, type) => {
		const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
		type(streams.stdin);
		const stdin = Object.assign(streams.stdin, { isTTY: true });
		expect(await command(['doctor'], {}, { ...streams, stdin })).toBe(2);
		expect(String(streams.stderr.read())).toMatch(/\nStopped\.\n$/);
		expect(streams.stdout.read()).toBeNull();
	});

	it('asks nothing where everything needed is set', async () => {
		const { input, output, shown } = typist({});
		expect(await ask(needed, input, output)).toBe(needed);
		expect(shown()).toBe('');
	});
});
