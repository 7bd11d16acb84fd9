import type { Sandbox } from '../../sandbox';

/** Name of the credential type, of the node type and of the AI tool that n8n derives from it. */
export const CREDENTIAL_TYPE = 'ibmSterlingOmsApi';
export const NODE_TYPE = 'n8n-nodes-ibm-sterling.ibmSterlingOms';
export const TOOL_TYPE = `${NODE_TYPE}Tool`;
export const TRIGGER_TYPE = `${NODE_TYPE}Trigger`;

/** Values of the credential that lead to the sandbox; `changes` makes one with a mistake. */
export function credentialData(sandbox: Sandbox, changes: Record<string, unknown> = {}): Record<string, unknown> {
	const user = sandbox.users.find(({ loginId }) => loginId === 'integration')!;
	return {
		endpoint: sandbox.url,
		authentication: 'standard',
		loginId: user.loginId,
		password: user.password,
		clientIdentity: 'pem',
		certificate: sandbox.clientCertificate.certificate,
		privateKey: sandbox.clientCertificate.key,
		passphrase: '',
		caCertificate: sandbox.ca,
		enterpriseCode: 'AURORA',
		documentType: '0001',
		dataFormat: 'json',
		advanced: true,
		maxInFlight: 8,
		timeout: 30,
		...changes,
	};
}
