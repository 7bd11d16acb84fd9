import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

import {
	GO,
	HARDLY_WARM,
	PROFILE_FILE,
	type Command,
	type Figures,
	type Job,
	type Outcome,
	type Target,
	type WARM,
} from './jobs';
import type { ServerOptions } from './processes/server';
import { startRelay, type Relay } from './relay';

export const ROOT = resolve(__dirname, '..');
const BUILT = join(ROOT, 'node_modules', '.cache', 'bench');

/** Programs of the child processes: plain JavaScript, so that no compiler runs in what is measured. */
type Program = 'server' | 'contender' | 'soakServer' | 'soakEngine';

/** Bundles the programs; packages stay outside. */
export async function prepare(...programs: Program[]): Promise<void> {
	for (const name of programs) rmSync(fileOf(name), { force: true });
	await build({
		entryPoints: programs.map((name) => join(ROOT, 'bench', 'processes', `${name}.ts`)),
		outdir: BUILT,
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
		target: 'node20.19',
		logLevel: 'warning',
	});
}

const fileOf = (program: Program) => join(BUILT, `${program}.js`);

/** Starts one of the programs in a process of its own. */
export function start(program: Program, execArgv: string[] = [], env: NodeJS.ProcessEnv = {}): ChildProcess {
	return fork(fileOf(program), { cwd: ROOT, execArgv, env: { ...process.env, ...env } });
}

/** An emulated Sterling in its own process, behind a relay. */
export interface Server {
	target: Target;
	send(command: Command): Promise<Figures>;
	stop(): Promise<void>;
}

/** The relays in front of the servers, by the addresses that contenders are given. */
const relays = new Map<string, Relay>();

/** Starts a server with that many orders; the relay adds the round trip (milliseconds). */
export async function startServer(options: ServerOptions, roundTripMs: number): Promise<Server> {
	const child = idle.pop() ?? start('server');
	child.send(options);
	const target = await reply<Target>(child);
	const relay = await startRelay(portOf(target.url), roundTripMs);
	const url = withPort(target.url, relay.port);
	relays.set(url, relay);
	return {
		target: { ...target, url },
		async send(command) {
			child.send(command);
			return await reply<Figures>(child);
		},
		async stop() {
			relays.delete(url);
			await relay.close();
			if (!kept) return void child.kill();
			child.send({ do: 'close' } satisfies Command);
			await reply<Figures>(child);
			idle.push(child);
		},
	};
}

const PORT = /(?<=[:(])\d+(?=\)|\/|$)/;
const portOf = (url: string) => Number(PORT.exec(url)?.[0]);
const withPort = (url: string, port: number) => url.replace(PORT, String(port));

/** The process of all jobs, where small sizes only show that everything works. */
let kept: ChildProcess | undefined;

/** Processes of servers that were stopped meanwhile; the next server takes one of them. */
const idle: ChildProcess[] = [];

/**
 * From now on one process does all jobs, and one has all servers, which saves loading n8n's engine and the emulated
 * systems each time; what is judged wants fresh ones.
 */
export function keepProcess(): void {
	// Without --expose-gc: memory is not judged, and collecting all garbage before each job takes long.
	kept = start('contender', [], { [HARDLY_WARM]: '1' });
}

/** Ends the processes of {@link keepProcess}. */
export async function letGo(): Promise<void> {
	for (const child of [...(kept ? [kept] : []), ...idle.splice(0)]) await ended(child);
	kept = undefined;
}

/**
 * Does a job in a fresh process, which gets `env` beside what this one has; `whenWarm` comes between warming up, which
 * needs no round trip, and what is measured. With `profileAs`, a CPU profile of the measured part goes to a file of that name.
 */
export async function run(
	job: Job,
	profileAs?: string,
	whenWarm?: () => Promise<unknown>,
	env?: NodeJS.ProcessEnv,
): Promise<Outcome> {
	const shared = env ? undefined : kept;
	const profile = profileAs ? profiling(profileAs) : {};
	const child = shared ?? start('contender', ['--expose-gc'], { ...profile, ...env });
	const relay = 'target' in job ? relays.get(job.target.url) : undefined;
	relay?.delay(false);
	child.send(job);
	await reply<typeof WARM>(child);
	relay?.delay(true);
	await whenWarm?.();
	child.send(GO);
	const outcome = await reply<Outcome>(child);
	if (!shared) await ended(child);
	return outcome;
}

function profiling(name: string): NodeJS.ProcessEnv {
	const folder = join(BUILT, 'profiles');
	mkdirSync(folder, { recursive: true });
	return { [PROFILE_FILE]: join(folder, `${name}.cpuprofile`) };
}

async function ended(child: ChildProcess): Promise<void> {
	const exited = new Promise((resolve) => child.once('exit', resolve));
	child.disconnect();
	await exited;
}

/** The next message of a process; rejects when it ends instead. */
export function reply<T>(child: ChildProcess): Promise<T> {
	return new Promise((resolve, reject) => {
		const exited = (code: number | null) => reject(new Error(`A process of the bench ended early (${code}).`));
		child.once('exit', exited);
		child.once('message', (message) => {
			child.off('exit', exited);
			resolve(message as T);
		});
	});
}
