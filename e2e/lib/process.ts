import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { onCleanup } from './cleanup';

export interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Called for each complete line of output; for progress. */
	onLine?: (line: string) => void;
	uid?: number;
	gid?: number;
}

/** A program that keeps running until it is stopped. */
export interface Running {
	pid: number;
	/** Everything the program has written so far (the last 2 MB). */
	logs: () => string;
	exited: Promise<number | null>;
	hasExited: () => boolean;
	/** Asks the program to end, and ends it after ten seconds. */
	stop: () => Promise<void>;
	/** Ends the program at once, as a crash would. */
	kill: () => Promise<void>;
}

const KEEP = 2_000_000;

function collect(child: ChildProcess, onLine?: (line: string) => void): () => string {
	let text = '';
	let rest = '';
	const take = (chunk: Buffer) => {
		text = (text + chunk.toString('utf8')).slice(-KEEP);
		if (!onLine) return;
		const lines = (rest + chunk.toString('utf8')).split(/\r?\n/);
		rest = lines.pop() ?? '';
		for (const line of lines) onLine(line);
	};
	child.stdout?.on('data', take);
	child.stderr?.on('data', take);
	return () => text;
}

/**
 * Runs a program to its end and returns its output. Throws with the tail of the output when it
 * fails or cannot be started. It gets its own process group, so Ctrl-C does not hit it twice.
 */
export async function run(command: string, args: string[], options: RunOptions = {}): Promise<string> {
	const running = start(command, args, options);
	const code = await running.exited;
	if (code === 0) return running.logs();
	const tail = running.logs().trim().split('\n').slice(-15).join('\n');
	throw new Error(`${command} ${args.join(' ')} ended with code ${code}\n${tail}`);
}

/** Starts a program in its own process group; it is stopped at the latest when this process ends. */
export function start(command: string, args: string[], options: RunOptions = {}): Running {
	const { onLine, ...spawnOptions } = options;
	const child = spawn(command, args, {
		...spawnOptions,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const output = collect(child, onLine);
	let failure = '';
	let ended = false;
	const exited = new Promise<number | null>((resolve) => {
		child.once('error', (error) => {
			failure = error.message;
			resolve(-1);
		});
		child.once('close', (code) => resolve(code));
	}).then((code) => {
		ended = true;
		return code;
	});
	const signal = (name: NodeJS.Signals) => {
		if (ended || child.pid === undefined) return;
		try {
			process.kill(-child.pid, name);
		} catch {
			// The group has just ended.
		}
	};
	const end = onCleanup(async () => {
		signal('SIGTERM');
		const inTime = await Promise.race([exited.then(() => true), delay(10_000, false, { ref: false })]);
		if (!inTime) signal('SIGKILL');
		await exited;
	});
	void exited.then(end);
	return {
		pid: child.pid ?? -1,
		logs: () => (failure ? `${output()}\n${failure}` : output()),
		exited,
		hasExited: () => ended,
		stop: end,
		kill: async () => {
			signal('SIGKILL');
			await exited;
		},
	};
}

/** A TCP port of 127.0.0.1 that was free a moment ago, for servers that cannot choose one themselves. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

/**
 * Asks `probe` again and again until it returns something other than undefined or false.
 * Throws what `explain` says after `timeout` milliseconds. A probe that throws counts as "not yet".
 */
export async function waitFor<T>(
	probe: () => Promise<T | undefined | false>,
	timeout: number,
	explain: () => string,
): Promise<T> {
	const deadline = Date.now() + timeout;
	for (let pause = 50; ; pause = Math.min(pause * 1.5, 1000)) {
		try {
			const result = await probe();
			if (result !== undefined && result !== false) return result;
		} catch (error) {
			if (error instanceof GiveUp) throw error;
		}
		if (Date.now() > deadline) throw new Error(explain());
		await delay(pause);
	}
}

/** Thrown by a probe of `waitFor` when waiting longer cannot help. */
export class GiveUp extends Error {}
