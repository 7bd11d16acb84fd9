import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, GiveUp, run, start, waitFor } from '../lib/process';
import { postgresFolders } from '../lib/programs';

export interface Postgres {
	port: number;
	user: string;
	database: string;
	stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function identity(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** Starts PostgreSQL with a fresh cluster on a free port of 127.0.0.1, without a password. */
export async function startPostgres(folder: string): Promise<Postgres> {
	const port = await freePort();
	const home = join(folder, 'postgres');
	const owner = identity();
	mkdirSync(home);
	if (owner.uid !== undefined) {
		chmodSync(folder, 0o711);
		chownSync(home, owner.uid, owner.gid ?? owner.uid);
	}
	const [programs = ''] = postgresFolders();
	const program = (name: string) => join(programs, name);
	const environment = { ...owner, cwd: home };
	const data = join(home, 'data');
	const initialise = ['-D', data, '-U', 'n8n', '-A', 'trust', '--no-sync', '--encoding=UTF8'];
	await run(program('initdb'), initialise, environment);
	const settings = ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${home}`];
	const server = start(program('postgres'), ['-D', data, '-p', String(port), ...settings], environment);
	const answers = async () => {
		if (server.hasExited()) throw new GiveUp(`postgres ended: ${server.logs()}`);
		const args = ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', 'n8n'];
		return await run(program('createdb'), args, environment).then(() => true);
	};
	await waitFor(answers, 30_000, () => `postgres does not respond: ${server.logs()}`);
	return { port, user: 'n8n', database: 'n8n', stop: server.stop };
}

/** Runs statements of SQL and returns what psql prints for them; the first that fails throws. */
export async function runSql({ port, user, database }: Postgres, sql: string): Promise<string> {
	const where = ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-d', database];
	return await run('psql', [...where, '--no-psqlrc', '-v', 'ON_ERROR_STOP=1', '-qAt', '-c', sql]);
}

/** Runs one SQL query and returns its rows, with numbers and texts as JSON has them. */
export async function queryRows<T>(postgres: Postgres, sql: string): Promise<T[]> {
	return JSON.parse(await runSql(postgres, `SELECT coalesce(json_agg(found), '[]') FROM (${sql}) found`)) as T[];
}
