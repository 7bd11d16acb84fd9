import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './cleanup';
import { type Line, n8nBinary, n8nFolder } from './installN8n';
import { freePort, GiveUp, type Running, start, waitFor } from './process';
import { node24, node24Environment } from './tools';

interface N8nOptions {
	line: Line;
	/** The folder that becomes `N8N_USER_FOLDER`; a fresh one, removed on stop, when not given. */
	userFolder?: string;
	/** A free one when not given. */
	port?: number;
	/** Scripts that Node.js loads before n8n. */
	preload?: string[];
	/** Added to the environment of n8n. */
	env?: Record<string, string>;
}

export interface N8nServer {
	line: Line;
	/** Full version, for example 2.41.1. */
	version: string;
	url: string;
	userFolder: string;
	/** Everything that n8n has written. */
	logs: () => string;
	/** Stops n8n; with its user folder removed when this module made it. */
	stop: () => Promise<void>;
	process: Running;
}

/** One key for all processes of a check that share a database; the data go with the run. */
const ENCRYPTION_KEY = 'end-to-end-run-only';

/** The environment for every n8n process: local, silent towards the outside, nothing left behind. */
export function n8nEnvironment(userFolder: string): NodeJS.ProcessEnv {
	const home = join(userFolder, 'home');
	const temp = join(userFolder, 'tmp');
	for (const folder of [home, temp]) mkdirSync(folder, { recursive: true });
	// What npm sets for its scripts would speak to the npm that n8n runs.
	const inherited = Object.entries(node24Environment()).filter(([name]) => !/^npm_/i.test(name));
	return {
		...Object.fromEntries(inherited),
		HOME: home,
		TMPDIR: temp,
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		// The default engine needs a second native module, which is not built here.
		N8N_EXPRESSION_ENGINE: 'legacy',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		GENERIC_TIMEZONE: 'UTC',
	};
}

/**
 * Waits until n8n's REST routes exist: before that `/healthz` is already well, and every other path
 * returns "n8n is starting up" with status 200.
 */
async function waitUntilReady(url: string, process: Running): Promise<void> {
	await waitFor(
		async () => {
			if (process.hasExited()) throw new GiveUp(`n8n ended while starting:\n${process.logs().slice(-4000)}`);
			const response = await fetch(`${url}/rest/settings`);
			return response.ok && ((await response.json()) as { data?: unknown }).data !== undefined;
		},
		120_000,
		() => `n8n did not respond within two minutes:\n${process.logs().slice(-4000)}`,
	);
}

/** The installed version of a line. */
export function n8nVersion(line: Line): string {
	const manifest = join(n8nFolder(line), 'node_modules', 'n8n', 'package.json');
	return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

/** Starts n8n on 127.0.0.1 and waits until it responds (8 to 25 s with a fresh database). */
export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	const folder = options.userFolder ? undefined : tempFolder('n8n-e2e');
	const userFolder = options.userFolder ?? folder!.path;
	const port = options.port ?? (await freePort());
	const url = `http://127.0.0.1:${port}`;
	const preload = (options.preload ?? []).flatMap((path) => ['--require', path]);
	const process = start(node24(), [...preload, n8nBinary(options.line), 'start'], {
		cwd: userFolder,
		env: {
			...n8nEnvironment(userFolder),
			DB_TYPE: 'sqlite',
			N8N_PORT: String(port),
			N8N_EDITOR_BASE_URL: url,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...options.env,
		},
	});
	const stop = async () => {
		await process.stop();
		await folder?.remove();
	};
	try {
		await waitUntilReady(url, process);
	} catch (error) {
		await stop();
		throw error;
	}
	return { line: options.line, version: n8nVersion(options.line), url, userFolder, logs: process.logs, stop, process };
}
