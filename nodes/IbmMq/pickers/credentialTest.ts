import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { testConnection } from '../../../clients/mq';
import { ServiceError } from '../../../kit/errors';
import { readCertificates } from '../../../kit/http/tls/certificates';
import { tlsOf } from '../../../kit/n8n/credentialParts';
import { helpOf } from '../../../kit/n8n/nodeErrors';
import { wayTo } from '../connect';
import { labelsFor } from '../labels';

/**
 * The connection test: certificates are read and checked first, then it connects, opens the queue manager and
 * disconnects, over the way that the nodes take.
 */
export async function mqConnection(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const labels = labelsFor(data.connectWith);
	try {
		// What can be seen without the queue manager is said first: an expired certificate, a key of another one.
		await readCertificates(tlsOf(data));
		const { settings, transport, options } = await wayTo(data, this.helpers);
		const { ok, message, remedy } = await testConnection(settings, transport, options);
		return { status: ok ? 'OK' : 'Error', message: helpOf({ hint: message, remedy }, labels) };
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return { status: 'Error', message: [error.message, helpOf(error, labels)].filter(Boolean).join(' ') };
	}
}
