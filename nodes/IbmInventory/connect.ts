import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { InventoryClient, type Authentication, type InventoryConnection } from '../../clients/inventory';
import { ServiceError } from '../../kit/errors';
import { jsonIn } from '../../kit/json/parse';
import { boundsOf, headersOf, numberIn, tlsOf, type ConnectContext } from '../../kit/n8n/credentialParts';
import { policedTransport } from '../../kit/n8n/egress';
import { isRecord } from '../../kit/record';

export const CREDENTIAL = 'ibmInventoryApi';

/** A client for the credential that is set on the node; `attempts` of each request, the first included. */
export async function connect(
	context: ConnectContext,
	attempts?: number,
): Promise<{ client: InventoryClient; connection: InventoryConnection }> {
	const connection = connectionOf(await context.getCredentials(CREDENTIAL));
	const client = new InventoryClient(connection, {
		signal: context.getExecutionCancelSignal?.(),
		attempts,
		transport: policedTransport(context.helpers, connection),
	});
	return { client, connection };
}

/** The client's view of a credential. @throws ServiceError `configuration` for what is missing */
export function connectionOf(credential: ICredentialDataDecryptedObject): InventoryConnection {
	const text = (name: string) => String(credential[name] ?? '').trim();
	return {
		baseUrl: text('baseUrl'),
		tenantId: text('tenantId'),
		authentication: authenticationOf(credential, text),
		// The key of signed tokens has the usual name of a certificate's key.
		tls: tlsOf({ ...credential, privateKey: credential.certificateKey }),
		headers: headersOf(credential),
		...boundsOf(credential),
		actionsPerCall: numberIn(credential, 'actionsPerCall', 100, 'Actions per Call'),
	};
}

function authenticationOf(credential: ICredentialDataDecryptedObject, text: (name: string) => string): Authentication {
	const needed = (name: string, label: string) => {
		if (text(name) !== '') return text(name);
		throw new ServiceError('configuration', `${label} is empty.`, {
			hint: `Fill in ${label} in the credential.`,
			effect: 'none',
		});
	};
	switch (text('authentication')) {
		case 'bearer':
			return { style: 'bearer', token: needed('bearerToken', 'Bearer Token').replace(/^Bearer\s+/i, '') };
		case 'jwt': {
			const algorithm = text('algorithm') === 'HS256' ? 'HS256' : 'RS256';
			const [name, label] = algorithm === 'HS256' ? ['sharedSecret', 'Shared Secret'] : ['privateKey', 'Private Key'];
			return {
				style: 'jwt',
				algorithm,
				key: needed(name, label),
				keyId: text('keyId') || undefined,
				issuer: text('issuer') || undefined,
				subject: text('subject') || undefined,
				audience: text('audience') || undefined,
				lifetimeSeconds: numberIn(credential, 'lifetimeMinutes', 5, 'Token Lifetime (Minutes)') * 60,
				claims: claimsOf(text('claims')),
			};
		}
		default:
			return {
				style: 'oauth2',
				clientId: needed('clientId', 'Client ID'),
				clientSecret: needed('clientSecret', 'Client Secret'),
				oneTokenForAll: credential.shareAcrossServices === true,
			};
	}
}

function claimsOf(text: string): Record<string, unknown> | undefined {
	if (text === '' || text === '{}') return undefined;
	const claims = jsonIn(text);
	if (isRecord(claims)) return claims;
	throw new ServiceError('configuration', 'Additional Claims is not a JSON object.', {
		hint: 'Enter it in the credential like {"scope": "inventory"}.',
		effect: 'none',
	});
}
