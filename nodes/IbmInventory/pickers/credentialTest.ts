import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { diagnose } from '../../../clients/inventory';
import { refusedCredential } from '../../../kit/n8n/credentialParts';
import { policedTransport } from '../../../kit/n8n/egress';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';

/** The connection test: a real read through the package's own client, so that it reports the same as the node would. */
export async function inventoryConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const connection = connectionOf(credential.data ?? {});
		const { ok, message, remedy } = await diagnose(connection, {
			transport: policedTransport(this.helpers, connection),
		});
		return { status: ok ? 'OK' : 'Error', message: helpOf({ hint: message, remedy }, LABELS) };
	} catch (error) {
		return refusedCredential(error, LABELS);
	}
}
