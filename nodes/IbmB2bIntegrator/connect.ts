import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { B2biClient, type ClientOptions } from '../../clients/b2bi/client';
import type { Connection } from '../../clients/b2bi/connection';
import { boundsOf, headersOf, tlsOf, type ConnectContext } from '../../kit/n8n/credentialParts';
import { policedTransport } from '../../kit/n8n/egress';

const CREDENTIAL = 'ibmB2bIntegratorApi';

/** A client for the credential that is set on the node. */
export async function connect(
	context: ConnectContext,
	options: Pick<ClientOptions, 'attempts'> = {},
): Promise<{ client: B2biClient; connection: Connection }> {
	const connection = connectionOf(await context.getCredentials(CREDENTIAL));
	const client = new B2biClient(connection, {
		...options,
		signal: context.getExecutionCancelSignal?.(),
		transport: policedTransport(context.helpers, connection),
	});
	return { client, connection };
}

/** The client library's view of a credential. */
export function connectionOf(credential: ICredentialDataDecryptedObject): Connection {
	const text = (name: string) => String(credential[name] ?? '');
	const optional = (name: string) => text(name).trim() || undefined;
	return {
		baseUrl: text('baseUrl'),
		login:
			text('authentication') === 'oauth2'
				? {
						style: 'oauth2',
						tokenUrl: text('tokenUrl'),
						clientId: text('clientId'),
						clientSecret: text('clientSecret'),
						scope: optional('scope'),
						clientAuthentication: text('clientAuthentication') === 'body' ? 'body' : 'header',
					}
				: { style: 'basic', userId: text('userId'), password: text('password') },
		tls: tlsOf(credential),
		headers: headersOf(credential),
		timeZone: text('serverTimeZone'),
		...boundsOf(credential),
	};
}
