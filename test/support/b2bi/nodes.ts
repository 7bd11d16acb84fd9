import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import type { Finished } from '../../../engine/workflow';
import { IbmB2bIntegrator } from '../../../nodes/IbmB2bIntegrator/IbmB2bIntegrator.node';
import { startB2bi, type B2biOptions, type B2biSandbox } from '../../../sandbox/b2bi';
import { forget, outcomesOf, runProduct, sandboxForFile, type ProductRunOptions } from '../productRun';
import { assertLogClean, secrets } from '../watch';

const B2B = {
	name: 'B2B',
	type: 'n8n-nodes-ibm-sterling.ibmB2bIntegrator',
	node: new IbmB2bIntegrator(),
	credentialType: 'ibmB2bIntegratorApi',
};

/** Credential data for a sandbox, as a user would fill it in. */
export function b2biCredential(
	sandbox: B2biSandbox,
	more: Record<string, unknown> = {},
): ICredentialDataDecryptedObject {
	const [{ userId, password }] = sandbox.users;
	return {
		baseUrl: sandbox.url,
		authentication: 'basic',
		userId,
		password,
		caCertificate: sandbox.ca,
		serverTimeZone: 'UTC',
		advanced: true,
		maxInFlight: 8,
		timeout: 20,
		...more,
	} as ICredentialDataDecryptedObject;
}

/** Runs one node on n8n's engine against the sandbox; fails when the run or the sandbox's log shows a secret. */
export async function runB2bi(
	sandbox: B2biSandbox,
	parameters: INode['parameters'],
	options: ProductRunOptions = {},
): Promise<Finished> {
	const data = b2biCredential(sandbox, options.credential);
	for (const name of ['password', 'clientSecret', 'passphrase']) secrets.add(name, data[name] as string | undefined);
	secrets.add('Basic value', Buffer.from(`${String(data.userId)}:${String(data.password)}`).toString('base64'));
	secrets.addKey('private key', data.privateKey as string | undefined);
	const finished = await runProduct(B2B, data, parameters, options);
	assertLogClean(sandbox.log);
	return finished;
}

export const { rows: b2bi, refused: b2biRefused } = outcomesOf(runB2bi, 'B2B');

/** A sandbox for all tests of a file; faults and log are cleared before each. */
export const b2biForFile = (options: B2biOptions = {}): { readonly sandbox: B2biSandbox } =>
	sandboxForFile(async () => await startB2bi(options), forget);
