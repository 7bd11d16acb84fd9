import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, E2E } from './paths';
import { run } from './process';
import { node24, node24Environment, node24Headers, once } from './tools';

/** A major version of n8n that the package supports: its newest tested release, from a lock file of ours. */
type Major = '1' | '2';

/** The n8n to run: the tested release of a line, or a version that was asked for by its number. */
export type Line = Major | `${Major}.${number}.${number}`;

export const LINES: readonly Major[] = ['2', '1'];

/** The line of a version. */
export const majorOf = (line: Line): Major => line[0] as Major;

/** A version by its number, or undefined where the text is none of a line that the package supports. */
export function versionOf(text: string): Line | undefined {
	return /^[12]\.\d+\.\d+$/.test(text) ? (text as Line) : undefined;
}

/** What is said of a text that {@link versionOf} does not know. */
export const noVersion = (text: string): string =>
	`--n8n takes a version of n8n 1.x or 2.x, for example 2.20.12, not "${text}"`;

/** What people call it. */
export const nameOf = (line: Line): string => (line === majorOf(line) ? `${line}.x` : line);

/** The folder that n8n of this line is installed in. */
export function n8nFolder(line: Line): string {
	return LINES.some((major) => major === line) ? join(E2E, `n8n-${line}`) : join(CACHE, `n8n-${line}`);
}

const MANIFEST = 'package.json';
const WORKSPACE = 'pnpm-workspace.yaml';

/**
 * A version that was asked for has no lock file of ours: pnpm resolves it with the settings of 1.x, whose overrides are
 * the versions that n8n itself pins up to 2.41 at least.
 */
function writeFolder(version: Line): void {
	const folder = n8nFolder(version);
	mkdirSync(folder, { recursive: true });
	const dependencies = { n8n: version };
	writeFileSync(join(folder, MANIFEST), JSON.stringify({ name: 'n8n-of-a-version', private: true, dependencies }));
	const settings = readFileSync(join(n8nFolder('1'), WORKSPACE), 'utf8');
	writeFileSync(
		join(folder, WORKSPACE),
		settings.replace(/^storeDir:.*$/m, `storeDir: ${JSON.stringify(join(CACHE, 'pnpm-store'))}`),
	);
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
 * Installs real n8n, with no scripts but SQLite's, and keeps it for the next run: a line from its lock file, a version as
 * pnpm resolves it. About a minute and 2 GB of disk the first time; nothing afterwards.
 * @throws Error with the end of pnpm's output, for example where there is no such version
 */
export async function installN8n(line: Line, say: (text: string) => void): Promise<void> {
	const cwd = n8nFolder(line);
	const isLocked = line === majorOf(line);
	if (!isLocked) writeFolder(line);
	const files = [MANIFEST, ...(isLocked ? ['pnpm-lock.yaml'] : []), WORKSPACE];
	await once(`n8n-${line}`, cwd, files, async () => {
		say(`installing n8n ${nameOf(line)} (about 2 GB, some minutes the first time) …`);
		let told = Date.now();
		const onLine = (text: string) => {
			if (!text.startsWith('Progress:') || Date.now() - told < 10_000) return;
			told = Date.now();
			say(text);
		};
		const pnpm = join(E2E, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
		const lock = isLocked ? '--frozen-lockfile' : '--no-frozen-lockfile';
		await run(node24(), [pnpm, 'install', lock, '--reporter=append-only'], {
			cwd,
			onLine,
			env: { ...node24Environment(), CI: 'true' },
		});
		await buildSqlite(line, say);
	});
}
