import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/inventory';
import { connectionTest } from '../../../kit/n8n/connectionTest';
import { policedTransport } from '../../../kit/n8n/egress';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';

/** The connection test: a real read through the package's own client, so that it reports the same as the node would. */
export async function inventoryConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await connectionTest(LABELS, async () => {
		const connection = connectionOf(data);
		return await testConnection(connection, { transport: policedTransport(this.helpers, connection) });
	});
}
