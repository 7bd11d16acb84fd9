import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { CACHE, E2E } from './paths';
import { run } from './process';

/** The major version of Node.js that both n8n lines run on (1.123: up to 24; 2.36 and later: from 24). */
const NODE_MAJOR = '24';

function fingerprint(folder: string, files: string[]): string {
	const hash = createHash('sha256');
	for (const file of files) hash.update(readFileSync(join(folder, file)));
	return hash.digest('hex');
}

/**
 * Runs `install` unless it has already run for exactly these files (a lock file, as a rule), whose
 * result is in `folder/node_modules`. The stamp is written last, so a broken install is repeated.
 */
export async function once(name: string, folder: string, files: string[], install: () => Promise<void>): Promise<void> {
	const stamp = join(CACHE, `${name}.installed`);
	const wanted = fingerprint(folder, files);
	const current = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
	if (current === wanted && existsSync(join(folder, 'node_modules'))) return;
	await install();
	mkdirSync(CACHE, { recursive: true });
	writeFileSync(stamp, wanted);
}

/** Installs the browser driver, pnpm and Node.js 24 from this room's lock file. */
export async function installTools(say: (text: string) => void): Promise<void> {
	await once('tools', E2E, ['package-lock.json'], async () => {
		say('installing the browser driver, pnpm and Node.js 24 …');
		await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: E2E });
	});
}

/** Path of a Node.js 24 binary: the running one, or the one from the npm package for this machine. */
export function node24(): string {
	if (process.versions.node.startsWith(`${NODE_MAJOR}.`)) return process.execPath;
	const binary = join(E2E, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
	if (existsSync(binary)) return binary;
	throw new Error(
		`No Node.js ${NODE_MAJOR} for ${process.platform}-${process.arch} on npm: ` +
			`run this with Node.js ${NODE_MAJOR} yourself (for example through nvm).`,
	);
}

/** The environment for a child that shall find Node.js 24 as `node`. */
export function node24Environment(): NodeJS.ProcessEnv {
	return { ...process.env, PATH: `${dirname(node24())}${delimiter}${process.env.PATH ?? ''}` };
}

/** Where that Node.js keeps its C headers, or undefined when it brings none (node-gyp then looks itself). */
export function node24Headers(): string | undefined {
	const home = dirname(dirname(node24()));
	return existsSync(join(home, 'include', 'node', 'node.h')) ? home : undefined;
}
