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

/** Starts the sandbox (HTTPS with mutual TLS) and n8n with the packed pack, its owner and a credential. */
export async function openStage(line: Line, tarball: string, env?: Record<string, string>): Promise<Stage> {
	const folder = tempFolder(`n8n-${line}-e2e`);
	const sandbox = await startSandbox({ mutualTls: true });
	const tokens = tokensOf(sandbox);
	const closeSandbox = onCleanup(async () => await sandbox.close());
	await packAndInstall(tarball, folder.path);
	const n8n = await startN8n({ line, userFolder: folder.path, env });
	const api = new N8nApi(n8n.url, line);
	await api.setUpOwner();
	const credential = await api.createCredential('Sterling sandbox', CREDENTIAL_TYPE, credentialData(sandbox));
	const close = async () => {
		await n8n.stop();
		await closeSandbox();
		await folder.remove();
	};
	return { line, sandbox, n8n, api, credential, tokens, close };
}
