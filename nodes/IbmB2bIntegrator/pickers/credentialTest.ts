import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/b2bi/diagnose';
import { connectionTest } from '../../../kit/n8n/connectionTest';
import { policedTransport } from '../../../kit/n8n/egress';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';

/** The connection test: a real authenticated read through the client that the nodes use. */
export async function b2bIntegratorConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await connectionTest(LABELS, async () => {
		const connection = connectionOf(data);
		return await testConnection(connection, { transport: policedTransport(this.helpers, connection) });
	});
}
