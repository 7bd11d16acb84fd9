import assert from 'node:assert/strict';
import { type N8nApi, outputOf } from '../lib/api';
import type { Credential } from '../lib/apiTypes';
import type { Check } from '../lib/checks';
import { CREDENTIAL_TYPE, credentialData } from '../lib/connection';
import { majorOf } from '../lib/installN8n';
import { startProxy } from '../lib/proxy';
import { openStage, type Stage } from '../lib/stage';
import { firstWorkflow } from '../lib/workflows';
import type { Ground } from './ground';

/** The same sandbox under its other name, which a setting can treat differently. */
const byName = (url: string) => url.replace('127.0.0.1', 'localhost');

/** Creates an order and reads it back. Returns the message of the error, or undefined. */
async function runOrder(api: N8nApi, credential: Credential, orderNo: string): Promise<string | undefined> {
	const workflow = firstWorkflow(credential, orderNo);
	const execution = await api.runWorkflow(await api.createWorkflow(workflow), 'Start');
	if (execution.status === 'success') {
		assert.equal(outputOf(execution, 'Read it back')[0]?.OrderNo, orderNo);
		return undefined;
	}
	const { message, description } = execution.data.resultData.error ?? { message: execution.status };
	return [message, description].filter(Boolean).join(' ');
}

async function onStage<T>(
	{ line, tarball }: Ground,
	env: Record<string, string>,
	work: (stage: Stage) => Promise<T>,
): Promise<T> {
	const stage = await openStage(line, tarball, env);
	try {
		return await work(stage);
	} finally {
		await stage.close();
	}
}

const named = async ({ api, sandbox }: Stage) =>
	await api.createCredential('By name', CREDENTIAL_TYPE, credentialData(sandbox, { endpoint: byName(sandbox.url) }));

/** n8n's protection against requests to internal addresses; n8n 1.x has none and does not read the setting. */
const policed: Check<Ground> = {
	name: "n8n's SSRF protection blocks, and lets through what is allowed",
	async run(ground) {
		if (majorOf(ground.line) === '1') return 'n8n 1.x has no such protection';
		const env = { N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_SSRF_ALLOWED_HOSTNAMES: 'localhost' };
		const blocked = await onStage(ground, env, async (stage) => {
			const { api, sandbox, credential } = stage;
			const test = await api.testCredential(CREDENTIAL_TYPE, credentialData(sandbox));
			// The helper that older versions give connection tests (2.20, for one) does not know the protection.
			const isOlder = ground.line !== majorOf(ground.line) && test.status === 'OK';
			if (!isOlder) {
				assert.equal(test.status, 'Error', `the test of a blocked address is green: ${test.message}`);
				assert.match(test.message, /block|not allowed|SSRF/i);
			}
			const before = sandbox.log.counters.connections;
			const failure = await runOrder(api, credential, 'SSRF-1');
			assert.match(failure ?? 'it ran', /block|not allowed|SSRF/i);
			assert.equal(sandbox.log.counters.connections, isOlder ? before : 0, 'a connection was made');
			assert.equal(await runOrder(api, await named(stage), 'SSRF-2'), undefined);
			return isOlder ? `${failure} (but not the connection test, which this n8n does not check)` : test.message;
		});
		const ranges = { N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.0/8,::1/128' };
		await onStage(ground, ranges, async ({ api, sandbox, credential }) => {
			const test = await api.testCredential(CREDENTIAL_TYPE, credentialData(sandbox));
			assert.equal(test.status, 'OK', test.message);
			assert.equal(await runOrder(api, credential, 'SSRF-3'), undefined);
		});
		return `blocked: ${blocked}; allowed by name and by range: orders over mutual TLS`;
	},
};

const proxied: Check<Ground> = {
	name: 'a proxy of the environment is used, and left out where NO_PROXY says so',
	async run(ground) {
		const proxy = await startProxy();
		const env = { HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost' };
		const tunnels = await onStage(ground, env, async (stage) => {
			const { api, sandbox, credential } = stage;
			const { host } = new URL(sandbox.url);
			const toSandbox = () => proxy.asked.filter((asked) => asked === host).length;
			const test = await api.testCredential(CREDENTIAL_TYPE, credentialData(sandbox));
			assert.equal(test.status, 'OK', test.message);
			assert.equal(await runOrder(api, credential, 'PROXY-1'), undefined);
			const used = toSandbox();
			assert.ok(used > 0, `the proxy was not used for ${host}; it was asked for: ${proxy.asked.join(', ')}`);
			const handshakes = sandbox.log.counters.connections;
			assert.equal(handshakes, used, `${handshakes} connections, ${used} of them through the proxy`);
			assert.equal(await runOrder(api, await named(stage), 'PROXY-2'), undefined);
			assert.equal(toSandbox(), used, 'the proxy was used although NO_PROXY names the host');
			assert.ok(!proxy.asked.includes(byName(`${host}`)), 'the proxy was used for the name in NO_PROXY');
			return used;
		});
		await proxy.close();
		return `${tunnels} tunnels, mutual TLS through them; none for the host in NO_PROXY`;
	},
};

export const egress = [policed, proxied];
