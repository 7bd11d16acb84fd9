import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/oms/diagnose';
import { connectionTest } from '../../../kit/n8n/connectionTest';
import { policedTransport } from '../../../kit/n8n/egress';
import { connectionOf, defaultsOf } from '../connect';
import { LABELS } from '../labels';

/**
 * The connection test: a real authenticated read through the package's own client, so that it reports the same as the
 * nodes would, client certificates on n8n 1.x included.
 */
export async function sterlingConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await connectionTest(LABELS, async () => {
		const connection = connectionOf(data);
		const transport = policedTransport(this.helpers, connection);
		return await testConnection(connection, { transport, enterpriseCode: defaultsOf(data).enterpriseCode });
	});
}
