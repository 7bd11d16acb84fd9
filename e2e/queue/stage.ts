import { startSandbox } from '../../sandbox';
import { N8nApi } from '../lib/api';
import { onCleanup, tempFolder } from '../lib/cleanup';
import { CREDENTIAL_TYPE, credentialData } from '../lib/connection';
import { type Line, n8nBinary } from '../lib/installN8n';
import { packAndInstall } from '../lib/pack';
import { freePort, GiveUp, type Running, start, waitFor } from '../lib/process';
import type { Stage } from '../lib/stage';
import { n8nEnvironment, startN8n } from '../lib/startN8n';
import { tokensOf } from '../lib/tokens';
import { node24 } from '../lib/tools';
import { startPostgres } from '../standIns/postgres';
import { startRedis } from './redis';

/** A stage on which one n8n serves the editor and the workers run the workflows. */
export interface QueueStage extends Stage {
	workers: Running[];
	/** What the checks measured: a text for each question, in the order asked. */
	figures: Map<string, string>;
	/** Starts one more worker and adds it to `workers`. */
	addWorker: () => Promise<Running>;
	/** Kills the main process, as a crash would. @returns what starts it again at the same address */
	killMain: () => Promise<() => Promise<void>>;
}

/** Executions that a worker says it began, read from its log. */
export function executionsOf(worker: Running): string[] {
	return [...worker.logs().matchAll(/Worker started execution (\S+)/g)].map((match) => match[1]!);
}

async function startWorker(line: Line, userFolder: string, env: Record<string, string>): Promise<Running> {
	const port = await freePort();
	const worker = start(node24(), [n8nBinary(line), 'worker', '--concurrency=5'], {
		cwd: userFolder,
		env: {
			...n8nEnvironment(userFolder),
			...env,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		},
	});
	const ready = async () => {
		if (worker.hasExited()) throw new GiveUp(`a worker ended while starting:\n${worker.logs().slice(-4000)}`);
		return (await fetch(`http://127.0.0.1:${port}/healthz/readiness`)).ok;
	};
	await waitFor(ready, 120_000, () => `a worker is not ready:\n${worker.logs().slice(-4000)}`);
	return worker;
}

/**
 * Starts what queue mode needs: Redis, PostgreSQL, one main n8n and two workers that share one user folder
 * (as containers share a volume), and the sandbox as Sterling.
 */
export async function openQueueStage(line: Line, tarball: string): Promise<QueueStage> {
	const folder = tempFolder(`n8n-${line}-queue`);
	const sandbox = await startSandbox({ mutualTls: true });
	const tokens = tokensOf(sandbox);
	const closeSandbox = onCleanup(async () => await sandbox.close());
	const redis = await startRedis(folder.path);
	const postgres = await startPostgres(folder.path);
	await packAndInstall(tarball, folder.path);
	const env = {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_DATABASE: postgres.database,
	};
	const n8n = await startN8n({ line, userFolder: folder.path, env });
	let main = n8n;
	const workers: Running[] = [];
	const addWorker = async () => {
		const worker = await startWorker(line, folder.path, env);
		workers.push(worker);
		return worker;
	};
	await addWorker();
	await addWorker();
	const api = new N8nApi(n8n.url, line);
	await api.setUpOwner();
	const credential = await api.createCredential('Sterling sandbox', CREDENTIAL_TYPE, credentialData(sandbox));
	const killMain = async () => {
		await main.process.kill();
		return async () => {
			main = await startN8n({ line, userFolder: folder.path, port: Number(new URL(n8n.url).port), env });
		};
	};
	const close = async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await main.stop();
		await postgres.stop();
		await redis.stop();
		await closeSandbox();
		await folder.remove();
	};
	return { line, sandbox, n8n, api, credential, tokens, workers, addWorker, killMain, figures: new Map(), close };
}

/** The figures as rows for the table in docs/scaling.md. */
export function figureRows({ n8n, figures }: QueueStage): string {
	const rows = [...figures].map(([question, figure]) => `| ${question} | ${figure} |`);
	return [`| One main process, two workers | n8n ${n8n.version} |`, '| --- | --- |', ...rows].join('\n');
}
