import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Of the package ibmmq that is tried. */
export const VERSION = '2.1.9';

const SOURCE = join(__dirname, 'mqm.c');
const LIBRARY = 'libmqm_r.so';
/** Kept between runs; git ignores it. */
const CACHE = resolve(__dirname, '../../../../node_modules/.cache', `ibmmq-${VERSION}`);
const INSTALLED = join(CACHE, 'node_modules', 'ibmmq');

interface Means {
	/** Whether nothing may be downloaded. */
	offline?: boolean;
	compiler?: string;
}

/** Why the stand-in cannot be had here; undefined where it can. */
export function missing({ offline = false, compiler = 'gcc' }: Means = {}): string | undefined {
	if (process.platform !== 'linux' || process.arch !== 'x64') return 'the binding is there for Linux (x64) only';
	if (spawnSync(compiler, ['--version']).status !== 0) return `${compiler} is not installed`;
	if (offline && !existsSync(INSTALLED)) return 'ibmmq has not been downloaded: npm run e2e -- --ibm-binding';
	return undefined;
}

/** What a process needs so that it finds the package and the stand-in. */
export const environmentFor = (folder: string): Record<string, string> => ({
	LD_LIBRARY_PATH: folder,
	NODE_PATH: join(folder, 'node_modules'),
});

/**
 * Installs the package without its C client, where it is not there from an earlier run, and compiles the stand-in.
 * @returns the folder that has both @throws Error where {@link missing} says why
 */
export async function prepareLibrary({ compiler = 'gcc' }: Means = {}): Promise<string> {
	if (!existsSync(INSTALLED)) {
		mkdirSync(CACHE, { recursive: true });
		writeFileSync(join(CACHE, 'package.json'), '{"name":"mq-binding","private":true}');
		await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `ibmmq@${VERSION}`], { cwd: CACHE });
	}
	const library = join(CACHE, LIBRARY);
	if (!existsSync(library) || statSync(library).mtimeMs < statSync(SOURCE).mtimeMs) {
		const source = join(INSTALLED, 'src');
		const headers = [`-I${join(source, 'unix')}`, `-I${source}`];
		// Another process may load it while it is written.
		const made = `${library}.${process.pid}`;
		await run(compiler, ['-shared', '-fPIC', '-O2', '-pthread', ...headers, '-o', made, SOURCE]);
		renameSync(made, library);
	}
	return CACHE;
}
