import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from '../lib/api';
import { credentialData } from '../lib/connection';
import type { Check } from '../lib/checks';
import { firstWorkflow, START } from '../lib/workflows';
import { Secrets } from '../../test/support/secrets';

/** What n8n wrote by itself before anything ran: packages, and descriptions of all nodes and credentials. */
const OF_THE_PACKAGES = ['node_modules', '.cache'];

/** Every other file that n8n keeps, the database with its journal included. */
function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return OF_THE_PACKAGES.includes(entry.name) ? [] : filesBelow(path);
		return entry.isFile() ? [path] : [];
	});
}

/** What a file holds; nothing where it is gone by now, as SQLite's journal is after each transaction. */
function textOf(path: string): string {
	try {
		return readFileSync(path, 'latin1');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
		throw error;
	}
}

const silent: Check = {
	name: "no secret is in n8n's log, database or files",
	async run({ api, credential, n8n, sandbox, tokens }) {
		const workflow = await api.createWorkflow(firstWorkflow(credential, 'E2E-SECRETS'));
		const execution = await api.runWorkflow(workflow, START.name);
		const key = String(outputOf(execution, 'Read it back')[0]?.OrderHeaderKey);

		const secrets = new Secrets();
		const { passphrase, p12Base64, key: privateKey } = sandbox.clientCertificate;
		secrets.addCredential({ ...credentialData(sandbox), passphrase, pkcs12Secret: p12Base64, privateKey });
		for (const token of tokens) secrets.add('login token', token);
		assert.ok(tokens.length > 0, 'no login was seen');

		const log = n8n.logs();
		assert.deepEqual(secrets.in(log), [], 'the log shows secrets');
		const paths = filesBelow(n8n.userFolder);
		const texts = paths.map(textOf);
		// The key of an order is in the data of executions alone: what is stored can be read.
		assert.ok(
			texts.some((text) => text.includes(key)),
			'the data of executions cannot be found in the database',
		);
		paths.forEach((path, i) => assert.deepEqual(secrets.in(texts[i]), [], `${path} shows secrets`));
		const bytes = texts.reduce((sum, text) => sum + text.length, 0);
		return `${log.length} characters of log, ${paths.length} files with ${bytes} bytes, ${tokens.length} tokens`;
	},
};

export const secrets = [silent];
