import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/syspro/diagnose';
import { connectionTest } from '../../../kit/n8n/connectionTest';
import { policedTransport } from '../../../kit/n8n/egress';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';

/** The connection test: version, logon and logoff of e.net, and the metadata of OData, each reported on its own. */
export async function sysproConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await connectionTest(LABELS, async () => {
		const connection = connectionOf(data);
		return await testConnection(connection, { transport: policedTransport(this.helpers, connection) });
	});
}
