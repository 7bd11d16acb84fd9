import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { N8nApi } from '../lib/api';
import { OWNER, type Credential, type StoredWorkflow } from '../lib/apiTypes';
import type { Check } from '../lib/checks';
import { tempFolder } from '../lib/cleanup';
import { type Line, majorOf } from '../lib/installN8n';
import { ROOT, SAMPLES, TEMPLATES } from '../lib/paths';
import { freePort, GiveUp, type Running, start, waitFor } from '../lib/process';
import type { Ground } from './ground';

/** Processes whose environment holds this text, with their command lines (Linux; nothing elsewhere). */
function processesWith(text: string): Array<{ pid: number; command: string }> {
	if (!existsSync('/proc/self/environ')) return [];
	return readdirSync('/proc')
		.map(Number)
		.filter(Boolean)
		.flatMap((pid) => {
			try {
				if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text)) return [];
				return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
			} catch {
				// It has ended meanwhile.
				return [];
			}
		});
}

interface Session {
	url: string;
	command: Running;
	/** The folder that the command takes for the system's temp folder; its processes are known by it. */
	temp: string;
}

/** The option that chooses this n8n. */
const chosen = (line: Line) => [line === majorOf(line) ? '--line' : '--n8n', line];

/** Runs `npm run editor` as a person does, waits until it says that n8n is ready, and ends it by `end`. */
async function session(
	line: Line,
	use: (session: Session) => Promise<void>,
	end: (session: Session) => void,
): Promise<number | null> {
	const port = await freePort();
	const temp = tempFolder('editor-command');
	const command = start('npm', ['run', 'editor', '--', '--busy', ...chosen(line), '--port', String(port)], {
		cwd: ROOT,
		env: { ...process.env, TMPDIR: temp.path },
	});
	const running = { url: `http://127.0.0.1:${port}`, command, temp: temp.path };
	await waitFor(
		async () => {
			if (command.hasExited()) throw new GiveUp(`the command ended:\n${command.logs()}`);
			return command.logs().includes('is ready.');
		},
		240_000,
		() => `the command is not ready:\n${command.logs()}`,
	);
	await use(running);
	end(running);
	const code = await command.exited;
	// tsx keeps its cache of compiled files in the system's temp folder; that is no business of one run.
	const left = readdirSync(temp.path).filter((name) => !/^(tsx-|node-compile-cache)/.test(name));
	assert.deepEqual(left, [], `folders are left over:\n${command.logs()}`);
	assert.deepEqual(processesWith(temp.path), [], 'processes are left over');
	await assert.rejects(fetch(running.url), 'n8n still answers');
	await temp.remove();
	return code;
}

/** What n8n responds to a request under a host name; fetch sets that header itself. */
async function statusFor(url: string, host: string): Promise<number | undefined> {
	return await new Promise((answer, fail) => {
		get(`${url}/healthz`, { headers: { host } }, (response) => {
			response.resume();
			answer(response.statusCode);
		}).on('error', fail);
	});
}

const nothing = async () => undefined;

/** What is in n8n is what the command promises: signed in by what it prints, all files imported, all green. */
async function lookAround(line: Line, { url, command }: Session): Promise<void> {
	for (const word of [url, 'Connection successful']) {
		assert.ok(command.logs().includes(word), `the command does not say ${word}:\n${command.logs()}`);
	}
	const [, email, password] = /Sign in +(\S+) +\/ +(\S+)/.exec(command.logs()) ?? [];
	assert.ok(email && password && password !== OWNER.password, 'the sign-in is not one of its own');
	assert.equal(await statusFor(url, 'evil.example'), 421, 'n8n answers to other names');
	assert.equal(await statusFor(url, new URL(url).host), 200);
	const api = new N8nApi(url, line);
	await api.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	const files = [SAMPLES, TEMPLATES].flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => name.endsWith('.json'))
			.map((name) => join(folder, name)),
	);
	const wanted = files.map((file) => (JSON.parse(readFileSync(file, 'utf8')) as { name: string }).name);
	const stored = await api.call<StoredWorkflow[]>('GET', '/rest/workflows');
	const names = stored.map(({ name }) => name);
	assert.deepEqual(
		wanted.filter((name) => !names.includes(name)),
		[],
		'workflows are missing',
	);

	const [credential] = await api.call<Credential[]>('GET', '/rest/credentials');
	assert.equal(credential?.name, 'Sterling Sandbox');
	const [id] = command.logs().match(/(?<=\/workflow\/)\S+/) ?? [];
	const first = await api.call<StoredWorkflow>('GET', `/rest/workflows/${id}`);
	const execution = await api.runWorkflow(first, first.nodes[0]!.name);
	assert.equal(execution.status, 'success', execution.data.resultData.error?.message);
	const watch = stored.find(({ name }) => name.startsWith('Sterling Live'));
	assert.ok(watch?.active, 'nothing watches the business');
	await waitFor(
		async () => (await api.executions(watch.id)).length > 0,
		100_000,
		() => 'business does not start the trigger',
	);
}

const lasts: Check<Ground> = {
	name: 'npm run editor: all in place, and nothing left after Ctrl-C',
	async run({ line }) {
		// The terminal sends Ctrl-C to the whole group.
		const code = await session(
			line,
			async (open) => await lookAround(line, open),
			({ command }) => process.kill(-command.pid, 'SIGINT'),
		);
		assert.equal(code, 0, 'Ctrl-C is reported as a failure');
		return 'credential green, first workflow run, trigger fed; no folder, no process left';
	},
};

const killed: Check<Ground> = {
	name: 'npm run editor: nothing left after SIGTERM',
	async run({ line }) {
		const code = await session(line, nothing, ({ command }) => process.kill(command.pid, 'SIGTERM'));
		return `ended with ${code}`;
	},
};

const died: Check<Ground> = {
	name: 'npm run editor: nothing left when n8n dies',
	async run({ line }) {
		const code = await session(line, nothing, ({ temp }) => {
			const n8n = processesWith(temp).find(({ command }) => /bin\/n8n start/.test(command));
			assert.ok(n8n, 'no process of n8n is found');
			process.kill(n8n.pid, 'SIGKILL');
		});
		assert.notEqual(code, 0, 'the death of n8n is reported as a success');
		return `ended with ${code}`;
	},
};

export const editorCommand = [lasts, killed, died];
