import type { INode } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import type { WorkflowFile } from './workflow';

/** The id under which the node of {@link oneNode} names its credential. */
export const CREDENTIAL_ID = 'sandbox';

/** Full type of the action node. */
export const NODE_TYPE = 'n8n-nodes-ibm-sterling.ibmSterlingOms';

/** Credential data for a sandbox, as a user would fill it in. */
export function credentialFor(sandbox: Sandbox, more: Record<string, unknown> = {}) {
	const { certificate, key } = sandbox.clientCertificate;
	const [user] = sandbox.users;
	return {
		endpoint: sandbox.url,
		authentication: 'standard',
		loginId: user.loginId,
		password: user.password,
		clientIdentity: 'pem',
		certificate,
		privateKey: key,
		caCertificate: sandbox.ca,
		enterpriseCode: 'AURORA',
		documentType: '0001',
		dataFormat: 'json',
		advanced: true,
		maxInFlight: 8,
		timeout: 20,
		...more,
	};
}

/** A workflow of a trigger and one Sterling node with these parameters. */
export function oneNode(parameters: INode['parameters'], more: Partial<INode> = {}): WorkflowFile {
	const at = (x: number): [number, number] => [x, 0];
	return {
		nodes: [
			{ id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: at(0), parameters: {} },
			{
				id: '2',
				name: 'Sterling',
				type: NODE_TYPE,
				typeVersion: 1,
				position: at(200),
				parameters,
				credentials: { ibmSterlingOmsApi: { id: CREDENTIAL_ID, name: 'Sandbox' } },
				...more,
			},
		],
		connections: { Start: { main: [[{ node: 'Sterling', type: 'main', index: 0 }]] } },
	};
}

/** A resource locator's value. */
export const locate = (mode: string, value: string) => ({ __rl: true, mode, value });
