import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/mq';
import { readCertificates } from '../../../kit/http/tls/certificates';
import { connectionTest } from '../../../kit/n8n/connectionTest';
import { tlsOf } from '../../../kit/n8n/credentialParts';
import { wayTo } from '../connect';
import { labelsFor } from '../labels';

/**
 * The connection test: certificates are read and checked first, then it connects, opens the queue manager and
 * disconnects, in the way that the nodes do.
 */
export async function mqConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await connectionTest(labelsFor(data.connectWith), async () => {
		// What can be seen without the queue manager comes first: an expired certificate, a key of another one.
		await readCertificates(tlsOf(data));
		const { settings, transport, options } = await wayTo(data, this.helpers);
		return await testConnection(settings, transport, options);
	});
}
