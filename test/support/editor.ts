import type { ICredentialTestFunctions, ILoadOptionsFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { credentialTest } from '../../nodes/IbmSterlingOms/pickers';
import type { Sandbox } from '../../sandbox';
import { assertNoSecrets, secrets, watching, watchTokens } from './watch';
import { credentialFor } from './workflow';

interface EditorOptions {
	credential?: Record<string, unknown>;
	/** What is in the node's other parameters. */
	parameters?: Record<string, string>;
}

/** The part of n8n's editor context that list searches use. */
export function editorContext(
	sandbox: Sandbox,
	{ credential, parameters = {} }: EditorOptions = {},
): ILoadOptionsFunctions {
	const data = credentialFor(sandbox, credential);
	secrets.addCredential(data);
	watchTokens(sandbox);
	const node = { id: '1', name: 'Sterling', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
	return {
		getCredentials: async () => data,
		getCurrentNodeParameter(name: string, options?: { extractValue?: boolean }) {
			// n8n-core does this for a parameter that is not shown (LoadOptionsContext, measured).
			if (options?.extractValue && !(name in parameters)) throw new Error('Could not find property');
			return parameters[name];
		},
		getNode: () => node,
		helpers: {},
	} as unknown as ILoadOptionsFunctions;
}

/** The connection test of a credential that looks like this. */
export async function testCredential(
	sandbox: Sandbox,
	changes: Record<string, unknown> = {},
): Promise<INodeCredentialTestResult> {
	const data = credentialFor(sandbox, changes);
	secrets.addCredential(data);
	watchTokens(sandbox);
	const credential = { id: '1', name: 'Sandbox', type: 'ibmSterlingOmsApi', data };
	const test = credentialTest.sterlingConnection;
	const result = await watching(() => test.call({} as ICredentialTestFunctions, credential as never));
	assertNoSecrets(result, 'The connection test');
	return result;
}
