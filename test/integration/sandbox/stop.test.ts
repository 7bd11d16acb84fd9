import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { programsOf } from '../../support/program';

const root = resolve(__dirname, '../../..');
const program = programsOf('sandbox/main.ts');
let temporary: string;
let group: number | undefined;
beforeEach(() => {
	temporary = mkdtempSync(join(tmpdir(), 'sandbox-stop-'));
});
afterEach(() => {
	try {
		// What outlived its signal; mostly nothing is left.
		if (group !== undefined) process.kill(-group, 'SIGKILL');
	} catch (error) {
		expect(error).toMatchObject({ code: 'ESRCH' });
	}
	group = undefined;
	rmSync(temporary, { recursive: true, force: true });
});

const folders = () => readdirSync(temporary).filter((name) => name.startsWith('sterling-sandbox-'));

/** Starts the command in a process group of its own, without a terminal, and waits until it has said everything. */
async function start(file: string, ...given: string[]): Promise<{ child: ChildProcess; said: string }> {
	const child = spawn(file, [...given, '--empty'], {
		cwd: root,
		env: { ...process.env, TMPDIR: temporary },
		detached: true,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	group = child.pid;
	let said = '';
	for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
		said += String(chunk);
		if (said.includes('Ctrl-C')) break;
	}
	expect(folders()).toHaveLength(1);
	return { child, said };
}

/** Waits until every process of the command has ended: until then one of them holds its output open. */
async function ended({ stdout }: ChildProcess): Promise<void> {
	if (stdout) await text(stdout);
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
	'says each thing in a line of its own; the certificates go at %s, also when it comes twice',
	async (signal) => {
		const { child, said } = await start(process.execPath, program('sandbox/main.ts'));
		const columns = said.match(/^(?:Control endpoint|Authentication|Certificates) +/gm) ?? [];
		expect(columns.map(({ length }) => length)).toEqual([20, 20, 20]);
		const exit = once(child, 'exit');
		child.kill(signal);
		child.kill(signal);
		// The second one may come while the process is ending already, when nothing of its own listens any more.
		expect([
			[0, null],
			[null, signal],
		]).toContainEqual(await exit);
		expect(folders()).toEqual([]);
	},
);

it.each<[string, (child: ChildProcess) => void]>([
	['SIGTERM to npm', (child) => child.kill('SIGTERM')],
	['SIGINT to all of its processes', ({ pid }) => process.kill(-(pid ?? 0), 'SIGINT')],
])('the certificates go at %s', async (_what, stop) => {
	const { child } = await start('npm', 'run', 'sandbox', '--');
	stop(child);
	await ended(child);
	expect(folders()).toEqual([]);
});

it('writes its key for the owner alone, also where a file or a link of that name is there', async () => {
	const folder = join(temporary, 'kept');
	mkdirSync(folder);
	const elsewhere = join(temporary, 'elsewhere');
	writeFileSync(elsewhere, 'mine');
	symlinkSync(elsewhere, join(folder, 'client.p12'));
	writeFileSync(join(folder, 'client.key'), 'old');
	chmodSync(join(folder, 'client.key'), 0o666);
	const child = spawn(process.execPath, [program('sandbox/main.ts'), '--empty', '--certificates', folder], {
		cwd: root,
		detached: true,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	group = child.pid;
	for await (const chunk of child.stdout.iterator({ destroyOnReturn: false }))
		if (String(chunk).includes('Ctrl-C')) break;
	child.kill('SIGTERM');
	await ended(child);
	for (const name of ['client.key', 'client.p12', 'client.pem', 'ca.pem']) {
		expect({ name, mode: statSync(join(folder, name)).mode & 0o777 }).toEqual({ name, mode: 0o600 });
	}
	expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
});
