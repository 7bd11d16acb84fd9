import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, start, waitFor, GiveUp, run } from '../lib/process';

export interface Redis {
	port: number;
	stop: () => Promise<void>;
}

/** Starts Redis (Debian's redis-server) on a free port of 127.0.0.1, in memory only. */
export async function startRedis(folder: string): Promise<Redis> {
	const port = await freePort();
	const home = join(folder, 'redis');
	mkdirSync(home);
	const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', home];
	const server = start('redis-server', flags);
	const answers = async () => {
		if (server.hasExited()) throw new GiveUp(`redis-server ended: ${server.logs()}`);
		return (await run('redis-cli', ['-p', String(port), 'ping'])).includes('PONG');
	};
	await waitFor(answers, 20_000, () => `redis-server does not respond: ${server.logs()}`);
	return { port, stop: server.stop };
}
