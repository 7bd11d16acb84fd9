import type { ICredentialDataDecryptedObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

import { readCertificates, SterlingClient, type ClientOptions, type Connection, type Transport } from '../../sterling';

export const CREDENTIAL = 'ibmSterlingOmsApi';

/** What a node takes from the credential beside the connection itself. */
export interface Defaults {
	enterpriseCode?: string;
	documentType: string;
}

/** The part of n8n's function contexts that connecting needs: execute, poll and editor contexts all have it. */
interface ConnectContext {
	getCredentials(type: string): Promise<ICredentialDataDecryptedObject>;
	getExecutionCancelSignal?(): AbortSignal | undefined;
	helpers: { httpRequest(options: IHttpRequestOptions): Promise<unknown> };
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
		transport: isEgressPoliced() ? guardedTransport(context, connection) : undefined,
	});
	return { client, connection, defaults: defaultsOf(credential) };
}

/** The client library's view of a credential. */
export function connectionOf(credential: ICredentialDataDecryptedObject): Connection {
	const text = (name: string) => String(credential[name] ?? '');
	const optional = (name: string) => text(name).trim() || undefined;
	const kind = text('clientIdentity');
	return {
		endpoint: text('endpoint'),
		authentication: (text('authentication') || 'standard') as Connection['authentication'],
		loginId: text('loginId'),
		password: text('password'),
		tls: {
			...(kind === 'pem' ? { certificate: optional('certificate'), key: optional('privateKey') } : {}),
			...(kind === 'pkcs12' ? { pkcs12: optional('pkcs12Secret') } : {}),
			...(kind === 'pem' || kind === 'pkcs12' ? { passphrase: text('passphrase') || undefined } : {}),
			ca: optional('caCertificate'),
		},
		headers: headersOf(credential),
		dataFormat: text('dataFormat') === 'xml' ? 'xml' : 'json',
		timeoutMs: Number(credential.timeout ?? 60) * 1000,
		maxInFlight: Number(credential.maxInFlight ?? 8),
	};
}

function defaultsOf(credential: ICredentialDataDecryptedObject): Defaults {
	return {
		enterpriseCode: String(credential.enterpriseCode ?? '').trim() || undefined,
		documentType: String(credential.documentType ?? '').trim() || '0001',
	};
}

function headersOf(credential: ICredentialDataDecryptedObject): Record<string, string> {
	const rows = (credential.headers as { header?: Array<{ name?: string; value?: string }> } | undefined)?.header;
	const named = (rows ?? []).filter((row) => row.name?.trim());
	return Object.fromEntries(named.map((row) => [row.name!.trim(), row.value ?? '']));
}

/**
 * Whether the operator has switched n8n's SSRF protection on. Then requests go through n8n's own helper, which
 * enforces that policy, at the price of one connection per request; the pool would bypass it.
 */
export function isEgressPoliced(): boolean {
	return process.env.N8N_SSRF_PROTECTION_ENABLED === 'true';
}

/** The client's transport on top of n8n's request helper. */
export function guardedTransport(context: Pick<ConnectContext, 'helpers'>, { tls }: Connection): Transport {
	const certificates = tls && Object.values(tls).some(Boolean) ? readCertificates(tls) : undefined;
	return async (request) => {
		const { cert, key, ca } = (await certificates) ?? {};
		const answer = (await context.helpers.httpRequest({
			method: request.method as IHttpRequestMethods,
			url: request.url,
			headers: request.headers,
			body: request.body,
			timeout: request.timeoutMs,
			abortSignal: request.signal,
			agentOptions: { cert, key, ca },
			encoding: 'text',
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		} as IHttpRequestOptions)) as { statusCode: number; headers: Record<string, string>; body: unknown };
		const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '');
		return { status: answer.statusCode, headers: answer.headers, body };
	};
}
