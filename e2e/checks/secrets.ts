import assert from 'node:assert/strict';
import type { Check } from '../lib/checks';

const silent: Check = {
	name: "no secret stands in n8n's log",
	async run({ n8n, sandbox }) {
		const { key, p12Base64, passphrase } = sandbox.clientCertificate;
		const log = n8n.logs();
		const secrets: Record<string, string> = {
			password: sandbox.users.find(({ loginId }) => loginId === 'integration')!.password,
			'private key': key.split('\n')[2]!,
			'P12 file': p12Base64.slice(40, 100),
			passphrase,
		};
		for (const [name, secret] of Object.entries(secrets)) {
			assert.ok(!log.includes(secret), `the ${name} stands in the log`);
		}
		return `${log.length} characters read`;
	},
};

export const secrets = [silent];
