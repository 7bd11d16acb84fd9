import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { TlsSettings } from '../http/tls/settings';
import type { Labels } from './nodeErrors';

/** Labels of the fields that the credentials of all products share. */
export const CONNECTION_LABELS = {
	headers: 'Extra Headers',
	maxInFlight: 'Requests in Flight',
	timeoutMs: 'Timeout (Seconds)',
	'tls.ca': 'CA Certificate',
	'tls.certificate': 'Client Certificate',
	'tls.key': 'Private Key',
	'tls.passphrase': 'Passphrase',
	'tls.pkcs12': 'P12 File (Base64)',
} as const satisfies Labels;

/** Client certificate and authority of a credential whose fields have the usual names. */
export function tlsOf(credential: ICredentialDataDecryptedObject): TlsSettings {
	const text = (name: string) => String(credential[name] ?? '');
	const optional = (name: string) => text(name).trim() || undefined;
	const kind = text('clientIdentity');
	return {
		...(kind === 'pem' ? { certificate: optional('certificate'), key: optional('privateKey') } : {}),
		...(kind === 'pkcs12' ? { pkcs12: optional('pkcs12Secret') } : {}),
		...(kind === 'pem' || kind === 'pkcs12' ? { passphrase: text('passphrase') || undefined } : {}),
		ca: optional('caCertificate'),
	};
}

/** The extra headers of a credential; rows without a name are left out. */
export function headersOf(credential: ICredentialDataDecryptedObject): Record<string, string> {
	const rows = (credential.headers as { header?: Array<{ name?: string; value?: string }> } | undefined)?.header;
	const named = (rows ?? []).filter((row) => row.name?.trim());
	return Object.fromEntries(named.map((row) => [row.name!.trim(), row.value ?? '']));
}
