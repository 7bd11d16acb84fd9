import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/oms/diagnose';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { policedTransport } from '../../../kit/n8n/egress';

/**
 * The connection test: a real authenticated read through the pack's own client, so that it says the same as the
 * nodes would, client certificates on n8n 1.x included.
 */
export async function sterlingConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const connection = connectionOf(credential.data ?? {});
	const transport = policedTransport(this.helpers, connection);
	const result = await testConnection(connection, { transport });
	if (result.ok) return { status: 'OK', message: result.message };
	return { status: 'Error', message: helpOf({ hint: result.message, remedy: result.remedy }, LABELS) };
}
