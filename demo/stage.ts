import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import { n8n, name as packageName } from '../package.json';
import type { Sandbox } from '../sandbox';
import { PlainSterling } from './plainSterling';
import type { Stage } from './run';

const ROOT = resolve(__dirname, '..');

/** The id under which the sample workflows name their credential. */
const CREDENTIAL = 'sterling-sandbox';

/** Everything that the steps run on: the sandbox as n8n sees it through a credential, and as a plain request does. */
export function stageOn(sandbox: Sandbox, nodeTypes: Record<string, INodeType>, workflows: string): Stage {
	const { certificate, key } = sandbox.clientCertificate;
	const [{ loginId, password }] = sandbox.users;
	return {
		workflows,
		engine: { nodeTypes, credentials: { [CREDENTIAL]: credentialFor(sandbox) } },
		sterling: new PlainSterling({ url: sandbox.url, loginId, password, ca: sandbox.ca, cert: certificate, key }),
	};
}

/** The credential as a user fills it in: Standard authentication and a P12 file with its passphrase. */
function credentialFor({ url, users: [user], clientCertificate, ca }: Sandbox) {
	return {
		endpoint: url,
		authentication: 'standard',
		loginId: user.loginId,
		password: user.password,
		clientIdentity: 'pkcs12',
		pkcs12Secret: clientCertificate.p12Base64,
		passphrase: clientCertificate.passphrase,
		caCertificate: ca,
		enterpriseCode: 'AURORA',
		documentType: '0001',
		dataFormat: 'json',
		maxInFlight: 8,
		timeout: 30,
	};
}

/**
 * The nodes as they are published, from dist/, by their full type.
 * @throws Error when the package has not been built
 */
export async function builtNodes(): Promise<Record<string, INodeType>> {
	const nodes = n8n.nodes.map(async (path): Promise<[string, INodeType]> => {
		const file = join(ROOT, path);
		if (!existsSync(file)) throw new Error(`${path} is missing: run "npm run build" first`);
		const classes = (await import(file)) as Record<string, new () => INodeType>;
		const node = new classes[basename(path, '.node.js')]();
		return [`${packageName}.${node.description.name}`, node];
	});
	return Object.fromEntries(await Promise.all(nodes));
}
