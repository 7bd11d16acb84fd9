import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { SysproClient, type ClientOptions, type SysproApi, type SysproConnection } from '../../clients/syspro';
import { boundsOf, headersOf, tlsOf, type ConnectContext } from '../../kit/n8n/credentialParts';
import { policedTransport } from '../../kit/n8n/egress';

const CREDENTIAL = 'sysproApi';

export interface Connected {
	client: SysproApi;
	connection: SysproConnection;
}

/** A client for the credential that is set on the node. */
export async function connect(
	context: ConnectContext,
	options: Pick<ClientOptions, 'attempts'> = {},
): Promise<Connected> {
	const connection = connectionOf(await context.getCredentials(CREDENTIAL));
	const client = new SysproClient(connection, {
		...options,
		signal: context.getExecutionCancelSignal?.(),
		transport: policedTransport(context.helpers, connection),
	});
	return { client, connection };
}

/** The client library's view of a credential; a service whose address is empty is none. */
export function connectionOf(credential: ICredentialDataDecryptedObject): SysproConnection {
	const text = (name: string) => String(credential[name] ?? '');
	const has = (name: string) => text(name).trim() !== '';
	return {
		...(has('enetUrl')
			? {
					enet: {
						baseUrl: text('enetUrl'),
						operator: text('operator'),
						operatorPassword: text('operatorPassword'),
						company: text('company'),
						companyPassword: text('companyPassword'),
					},
				}
			: {}),
		...(has('odataUrl')
			? {
					odata: {
						baseUrl: text('odataUrl'),
						operator: text('odataOperator'),
						password: text('odataPassword'),
						company: text('company'),
					},
				}
			: {}),
		tls: tlsOf(credential),
		headers: headersOf(credential),
		...boundsOf(credential, 4),
	};
}
