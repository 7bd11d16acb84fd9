import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/b2bi/diagnose';
import { policedTransport } from '../../../kit/n8n/egress';
import { connectionOf } from '../connect';

/** The connection test: a real authenticated read through the client that the nodes use. */
export async function b2bIntegratorConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const connection = connectionOf(credential.data ?? {});
	const transport = policedTransport(this.helpers, connection);
	const { ok, message } = await testConnection(connection, { transport });
	return { status: ok ? 'OK' : 'Error', message };
}
