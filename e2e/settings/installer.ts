import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { n8n as published } from '../../package.json';
import { startSandbox } from '../../sandbox';
import { N8nApi } from '../lib/api';
import type { Check } from '../lib/checks';
import { onCleanup, tempFolder } from '../lib/cleanup';
import { CREDENTIAL_TYPE, credentialData, NODE_TYPE } from '../lib/connection';
import { startProxy } from '../lib/proxy';
import { startRegistry } from '../lib/registry';
import { waitFor } from '../lib/process';
import { startN8n } from '../lib/startN8n';
import type { Ground } from './ground';

const PACKAGE = NODE_TYPE.split('.')[0]!;
/** Types of the nodes that package.json lists, as their files name them. */
const NODES = published.nodes.map((path) => {
	const name = basename(path, '.node.js');
	return `${PACKAGE}.${name[0]!.toLowerCase()}${name.slice(1)}`;
});

interface Installed {
	installedVersion: string;
	installedNodes: Array<{ type: string }>;
}

/**
 * n8n takes packages from the public registry only (another one needs a licence), so n8n and its npm are led to the
 * stand-in by a proxy, as they would be behind a company's proxy with an authority of its own.
 */
const installs: Check<Ground> = {
	name: "n8n's own installer takes the pack from a registry, and removes it",
	async run({ line, tarball }) {
		const folder = tempFolder(`n8n-${line}-installer`);
		const sandbox = await startSandbox({ mutualTls: true });
		const closeSandbox = onCleanup(async () => await sandbox.close());
		const registry = await startRegistry(tarball, folder.path);
		const proxy = await startProxy(registry.port);
		const n8n = await startN8n({
			line,
			userFolder: folder.path,
			env: {
				HTTPS_PROXY: proxy.url,
				NO_PROXY: 'localhost,127.0.0.1',
				NODE_EXTRA_CA_CERTS: registry.authorityFile,
			},
		});
		const api = new N8nApi(n8n.url, line);
		await api.setUpOwner();
		// n8n 1.x writes this list a moment after it says that it is ready.
		const ours = async () =>
			await waitFor(
				async () => (await api.nodeTypes()).map(({ name }) => name).filter((name) => name.startsWith(NODE_TYPE)),
				20_000,
				() => 'n8n does not list its nodes',
			);

		assert.deepEqual(await ours(), [], 'the pack is there before it is installed');
		const { installedVersion, installedNodes } = await api.call<Installed>('POST', '/rest/community-packages', {
			name: PACKAGE,
		});
		assert.deepEqual(installedNodes.map(({ type }) => type).sort(), NODES.sort());
		assert.ok((await ours()).includes(NODE_TYPE), 'n8n lists no node of the pack');
		const test = await api.testCredential(CREDENTIAL_TYPE, credentialData(sandbox));
		assert.equal(test.status, 'OK', test.message);

		// n8n removes only what it has recorded as installed.
		await api.call('DELETE', `/rest/community-packages?name=${PACKAGE}`);
		assert.deepEqual(await ours(), [], 'nodes are left after the removal');

		await n8n.stop();
		await proxy.close();
		await registry.close();
		await closeSandbox();
		await folder.remove();
		return `${PACKAGE} ${installedVersion}; the registry served ${[...new Set(registry.served)].join(', ')}`;
	},
};

export const installer = [installs];
