import { startSandbox, type Sandbox } from '../../sandbox';
import { N8nApi } from './api';
import type { Credential } from './apiTypes';
import { onCleanup, tempFolder } from './cleanup';
import { CREDENTIAL_TYPE, credentialData } from './connection';
import type { Line } from './installN8n';
import { packAndInstall } from './pack';
import { type N8nServer, startN8n } from './startN8n';
import { tokensOf } from './tokens';

/** What every check plays on: Sterling's stand-in, n8n with the pack in it, and a credential that works. */
export interface Stage {
	line: Line;
	sandbox: Sandbox;
	n8n: N8nServer;
	api: N8nApi;
	credential: Credential;
	/** Login tokens that Sterling has given out. */
	tokens: readonly string[];
	close: () => Promise<void>;
}

/** A stage with one process of n8n. */
export interface SingleStage extends Stage {
	/** Kills n8n, as a crash would, and starts it again with the same data at the same address. */
	killAndRestart: () => Promise<void>;
}

/** Starts the sandbox (HTTPS with mutual TLS) and n8n with the packed pack, its owner and a credential. */
export async function openStage(line: Line, tarball: string, env?: Record<string, string>): Promise<SingleStage> {
	const folder = tempFolder(`n8n-${line}-e2e`);
	const sandbox = await startSandbox({ mutualTls: true });
	const tokens = tokensOf(sandbox);
	const closeSandbox = onCleanup(async () => await sandbox.close());
	await packAndInstall(tarball, folder.path);
	const n8n = await startN8n({ line, userFolder: folder.path, env });
	let { process, stop } = n8n;
	const api = new N8nApi(n8n.url, line);
	await api.setUpOwner();
	const credential = await api.createCredential('Sterling sandbox', CREDENTIAL_TYPE, credentialData(sandbox));
	const killAndRestart = async () => {
		await process.kill();
		const { port } = new URL(n8n.url);
		({ process, stop } = await startN8n({ line, userFolder: folder.path, port: Number(port), env }));
	};
	const close = async () => {
		await stop();
		await closeSandbox();
		await folder.remove();
	};
	return { line, sandbox, n8n, api, credential, tokens, killAndRestart, close };
}
