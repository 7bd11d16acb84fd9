import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import { command } from '../../doctor/main';
import type { Report } from '../../doctor/report';
import { examine, type RunOptions } from '../../doctor/run';
import { readSettings, type Environment } from '../../doctor/settings';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

const ROOT = resolve(__dirname, '../..');

/** How a run of the command ended. */
export interface Ended {
	code: number;
	stdout: string;
	stderr: string;
}

/** A sandbox to examine, with the files that the settings of the command name. */
export class Instance {
	private readonly folder = mkdtempSync(join(tmpdir(), 'doctor-'));

	private constructor(readonly sandbox: Sandbox) {}

	static async start(options: SandboxOptions = {}): Promise<Instance> {
		return new Instance(await startSandbox({ mutualTls: true, withFulfilment: true, ...options }));
	}

	file(name: string, content: string | Buffer): string {
		const path = join(this.folder, name);
		writeFileSync(path, content);
		return path;
	}

	/** A copy of the built package where no other package is found. */
	distAlone(): string {
		const copy = this.path('dist');
		cpSync(join(ROOT, 'dist'), copy, { recursive: true });
		return copy;
	}

	path(name: string): string {
		return join(this.folder, name);
	}

	/** The environment of a command that should find everything in order. */
	environment(changes: Environment = {}): Environment {
		const { url, ca, clientCertificate } = this.sandbox;
		return {
			STERLING_ENDPOINT: url,
			STERLING_LOGIN_ID: 'integration',
			STERLING_PASSWORD: this.sandbox.users[0].password,
			STERLING_P12_FILE: this.file('client.p12', Buffer.from(clientCertificate.p12Base64, 'base64')),
			STERLING_PASSPHRASE: clientCertificate.passphrase,
			STERLING_CA_FILE: this.file('ca.pem', ca),
			...changes,
		};
	}

	/** Examines the sandbox in this process. */
	async examine(changes: Environment = {}, options: RunOptions = {}): Promise<Report> {
		return await examine(readSettings(this.environment(changes)), options);
	}

	/** Runs the built command in a process of its own, with nothing but these settings in its environment. */
	async run(args: string[], changes: Environment = {}, dist = join(ROOT, 'dist')): Promise<Ended> {
		const env = Object.fromEntries(
			Object.entries({ PATH: process.env.PATH, ...this.environment(changes) }).filter(
				([, value]) => value !== undefined,
			),
		) as Record<string, string>;
		return await runBuilt(args, env, dist);
	}

	/** Runs the command in this process, which takes a tenth of the time. */
	async runHere(args: string[], changes: Environment = {}): Promise<Ended> {
		return await runHere(args, this.environment(changes));
	}

	async close(): Promise<void> {
		rmSync(this.folder, { recursive: true, force: true });
		await this.sandbox.close();
	}
}

/** Runs the built command, its input closed as without a terminal. */
export function runBuilt(args: string[], env: Record<string, string>, dist = join(ROOT, 'dist')): Promise<Ended> {
	return new Promise((done) => {
		const file = join(dist, 'doctor/main.js');
		const child = execFile(process.execPath, [file, ...args], { env }, (error, stdout, stderr) =>
			done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
		);
		child.stdin?.end();
	});
}

/** Runs the command in this process, without a terminal. */
export async function runHere(args: string[], environment: Environment): Promise<Ended> {
	const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
	const code = await command(args, environment, { stdin, stdout, stderr });
	for (const stream of [stdout, stderr]) stream.end();
	return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

/** The findings of a check as lines like "failed: …". */
export function findingsOf({ checks }: Report, id: string): string[] {
	const check = checks.find((one) => one.id === id);
	return (check?.findings ?? []).map(({ state, text, advice }) =>
		[`${state}: ${text}`, advice].filter(Boolean).join(' '),
	);
}

/** What a report says about a point. */
export function seenIn({ points }: Report, id: string): string | undefined {
	return points.find((point) => point.id === id)?.seen;
}

/** The states of all findings, each once. */
export function statesIn({ checks }: Report): string[] {
	return [...new Set(checks.flatMap(({ findings }) => findings.map(({ state }) => state)))];
}
