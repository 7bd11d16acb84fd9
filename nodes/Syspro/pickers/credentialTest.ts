import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { diagnose } from '../../../clients/syspro/diagnose';
import { policedTransport } from '../../../kit/n8n/egress';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { connectionOf } from '../connect';
import { LABELS } from '../labels';

/** The connection test: version, logon and logoff of e.net, and the metadata of OData, each said apart. */
export async function sysproConnection(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const connection = connectionOf(credential.data ?? {});
	const transport = policedTransport(this.helpers, connection);
	const { ok, message, remedy } = await diagnose(connection, { transport });
	return { status: ok ? 'OK' : 'Error', message: helpOf({ hint: message, remedy }, LABELS) };
}
