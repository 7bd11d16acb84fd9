import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { diagnose } from '../../../clients/inventory';
import { policedTransport } from '../../../kit/n8n/egress';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';

/** The connection test: a real read through the pack's own client, so that it says the same as the node would. */
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
		return { status: 'Error', message: (error as Error).message };
	}
}
