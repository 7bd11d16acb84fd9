import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { SterlingClient, type ClientOptions } from '../../clients/oms/client';
import { SALES } from '../../clients/oms/entities';
import type { Connection } from '../../clients/oms/connection';
import { boundsOf, headersOf, tlsOf, type ConnectContext } from '../../kit/n8n/credentialParts';
import { policedTransport } from '../../kit/n8n/egress';

const CREDENTIAL = 'ibmSterlingOmsApi';

/** What a node reads from the credential besides the connection itself. */
export interface Defaults {
	enterpriseCode?: string;
	documentType: string;
}

/** A client and the defaults for the credential that is set on the node. */
export async function connect(
	context: ConnectContext,
	options: Pick<ClientOptions, 'attempts'> = {},
): Promise<{
	client: SterlingClient;
	connection: Connection;
	defaults: Defaults;
}> {
	const credential = await context.getCredentials(CREDENTIAL);
	const connection = connectionOf(credential);
	const client = new SterlingClient(connection, {
		...options,
		signal: context.getExecutionCancelSignal?.(),
		transport: policedTransport(context.helpers, connection),
	});
	return { client, connection, defaults: defaultsOf(credential) };
}

/** The client library's view of a credential. */
export function connectionOf(credential: ICredentialDataDecryptedObject): Connection {
	const text = (name: string) => String(credential[name] ?? '');
	return {
		endpoint: text('endpoint'),
		authentication: (text('authentication') || 'standard') as Connection['authentication'],
		loginId: text('loginId'),
		password: text('password'),
		tls: tlsOf(credential),
		headers: headersOf(credential),
		dataFormat: text('dataFormat') === 'xml' ? 'xml' : 'json',
		...boundsOf(credential),
	};
}

/** What the credential says beside the connection. */
export function defaultsOf(credential: ICredentialDataDecryptedObject): Defaults {
	return {
		enterpriseCode: String(credential.enterpriseCode ?? '').trim() || undefined,
		documentType: String(credential.documentType ?? '').trim() || SALES,
	};
}
