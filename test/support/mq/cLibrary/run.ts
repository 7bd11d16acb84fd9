import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { environmentFor } from './prepare';

const run = promisify(execFile);
const ROOT = resolve(__dirname, '../../../..');

/** Runs a script of this folder with the stand-in in a process of its own, which finds it by how it was started. @returns what it printed, by line */
export async function play(
	script: 'playClient' | 'playNodes',
	folder: string,
	more: Record<string, string> = {},
): Promise<string[]> {
	const own = await mkdtemp(join(tmpdir(), 'mq-play-'));
	try {
		const env = { ...process.env, ...environmentFor(folder), MQM_FAULT: join(own, 'fault'), ...more };
		const command = ['--import', 'tsx', join(__dirname, `${script}.ts`), folder];
		const { stdout } = await run(process.execPath, command, { cwd: ROOT, env, timeout: 120_000 });
		return stdout.split('\n').filter((line) => line !== '');
	} finally {
		await rm(own, { recursive: true, force: true });
	}
}
