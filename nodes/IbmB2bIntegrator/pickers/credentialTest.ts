import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/b2bi/diagnose';
import { refusedCredential } from '../../../kit/n8n/credentialParts';
import { policedTransport } from '../../../kit/n8n/egress';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';

/** The connection test: a real authenticated read through the client that the nodes use. */
export async function b2bIntegratorConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const connection = connectionOf(credential.data ?? {});
		const transport = policedTransport(this.helpers, connection);
		const { ok, message, remedy } = await testConnection(connection, { transport });
		return { status: ok ? 'OK' : 'Error', message: helpOf({ hint: message, remedy }, LABELS) };
	} catch (error) {
		return refusedCredential(error, LABELS);
	}
}
