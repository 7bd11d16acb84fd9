import type { INodeType } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { PlainSterling } from './plainSterling';
import type { Stage } from './run';

/** The id under which the sample workflows name their credential. */
const CREDENTIAL = 'sterling-sandbox';

/** What the steps run on: the sandbox as n8n sees it through a credential, and as a plain request does. */
export function stageOn(sandbox: Sandbox, nodeTypes: Record<string, INodeType>, workflows: string): Stage {
	const { url, ca, users, clientCertificate } = sandbox;
	const { certificate: cert, key } = clientCertificate;
	const [{ loginId, password }] = users;
	return {
		workflows,
		engine: { nodeTypes, credentials: { [CREDENTIAL]: credentialFor(sandbox) } },
		sterling: new PlainSterling({ url, loginId, password, ca, cert, key }),
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
		advanced: true,
		maxInFlight: 8,
		timeout: 30,
	};
}
