import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { E2E } from './paths';
import { run } from './process';
import { node24, node24Environment, node24Headers, once } from './tools';

/** The two lines of n8n that the pack supports. */
export type Line = '1' | '2';

export const LINES: readonly Line[] = ['2', '1'];

/** The folder that n8n of this line is installed in. */
export function n8nFolder(line: Line): string {
	return join(E2E, `n8n-${line}`);
}

/** The script that starts n8n; run it with `node24()`. */
export function n8nBinary(line: Line): string {
	return join(n8nFolder(line), 'node_modules', 'n8n', 'bin', 'n8n');
}

/**
 * Builds the one native module that n8n cannot do without (SQLite). Its own install script takes a
 * ready binary where one can be had and compiles otherwise (a minute or two; needs Python and a C++ compiler).
 */
async function buildSqlite(line: Line, say: (text: string) => void): Promise<void> {
	const cwd = join(n8nFolder(line), 'node_modules', 'sqlite3');
	const built = join(cwd, 'build', 'Release', 'node_sqlite3.node');
	// pnpm replaces the folder, and with it this file, when the version changes.
	if (existsSync(built)) return;
	const headers = node24Headers();
	say('preparing SQLite (some minutes where it must be compiled) …');
	const alive = setInterval(() => say('still preparing SQLite …'), 30_000);
	await run('npm', ['run', 'install'], {
		cwd,
		env: { ...node24Environment(), ...(headers ? { npm_config_nodedir: headers } : {}) },
	}).finally(() => clearInterval(alive));
	if (!existsSync(built)) throw new Error(`SQLite was not built in ${cwd}`);
}

/**
 * Installs real n8n from this line's lock file, with no scripts but SQLite's, and keeps it for the
 * next run. About a minute and 2 GB of disk the first time; nothing afterwards.
 */
export async function installN8n(line: Line, say: (text: string) => void): Promise<void> {
	const cwd = n8nFolder(line);
	await once(`n8n-${line}`, cwd, ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'], async () => {
		say(`installing n8n ${line}.x (about 2 GB, some minutes the first time) …`);
		let told = Date.now();
		const onLine = (text: string) => {
			if (!text.startsWith('Progress:') || Date.now() - told < 10_000) return;
			told = Date.now();
			say(text);
		};
		const pnpm = join(E2E, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
		await run(node24(), [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
			cwd,
			onLine,
			env: { ...node24Environment(), CI: 'true' },
		});
		await buildSqlite(line, say);
	});
}
