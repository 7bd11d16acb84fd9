import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/oms/diagnose';
import { connectionOf, defaultsOf } from '../connect';
import { LABELS } from '../labels';
import { refusedCredential } from '../../../kit/n8n/credentialParts';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { policedTransport } from '../../../kit/n8n/egress';

/**
 * The connection test: a real authenticated read through the package's own client, so that it reports the same as the
 * nodes would, client certificates on n8n 1.x included.
 */
export async function sterlingConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const data = credential.data ?? {};
		const connection = connectionOf(data);
		const transport = policedTransport(this.helpers, connection);
		const result = await testConnection(connection, { transport, enterpriseCode: defaultsOf(data).enterpriseCode });
		if (result.ok) return { status: 'OK', message: result.message };
		return { status: 'Error', message: helpOf({ hint: result.message, remedy: result.remedy }, LABELS) };
	} catch (error) {
		return refusedCredential(error, LABELS);
	}
}
