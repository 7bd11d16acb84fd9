import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ServiceError, type Setting } from '../errors';
import { strictNumber } from '../strictNumber';
import type { TlsSettings } from '../http/tls/settings';
import type { RequestHelpers } from './egress';
import type { Labels } from './nodeErrors';

/** The part of n8n's function contexts that connecting needs: execute, poll, webhook and editor contexts all have it. */
export interface ConnectContext {
	getCredentials(type: string): Promise<ICredentialDataDecryptedObject>;
	getExecutionCancelSignal?(): AbortSignal | undefined;
	helpers: RequestHelpers;
}

/** Labels of the fields that the credentials of several products share. */
export const CONNECTION_LABELS = {
	headers: 'Extra Headers',
	maxInFlight: 'Concurrent Requests',
	timeoutMs: 'Timeout (Seconds)',
	'tls.ca': 'CA Certificate',
	'tls.certificate': 'Client Certificate',
	'tls.key': 'Private Key',
	'tls.passphrase': 'Passphrase',
	'tls.pkcs12': 'P12 File (Base64)',
} as const satisfies Labels;

/**
 * Client certificate and authority of a credential whose fields have the usual names.
 * @throws ServiceError `configuration` if a kind of client certificate is chosen and its fields are empty
 */
export function tlsOf(credential: ICredentialDataDecryptedObject): TlsSettings {
	const text = (name: string) => String(credential[name] ?? '');
	const optional = (name: string) => text(name).trim() || undefined;
	const kind = text('clientIdentity');
	if (kind === 'pkcs12' && !optional('pkcs12Secret')) throw empty('tls.pkcs12');
	if (kind === 'pem' && !optional('certificate') && !optional('privateKey')) throw empty('tls.certificate');
	return {
		...(kind === 'pem' ? { certificate: optional('certificate'), key: optional('privateKey') } : {}),
		...(kind === 'pkcs12' ? { pkcs12: optional('pkcs12Secret') } : {}),
		...(kind === 'pem' || kind === 'pkcs12' ? { passphrase: text('passphrase') || undefined } : {}),
		ca: optional('caCertificate'),
	};
}

function empty(field: Setting & keyof typeof CONNECTION_LABELS): ServiceError {
	const what = field === 'tls.pkcs12' ? CONNECTION_LABELS[field] : 'The PEM text of the client certificate';
	return new ServiceError('configuration', `${what} is empty.`, {
		hint: 'Paste it, or set Client Certificate to None.',
		remedy: { field },
		effect: 'none',
	});
}

/** The extra headers of a credential; rows without a name are left out. */
export function headersOf(credential: ICredentialDataDecryptedObject): Record<string, string> {
	const rows = (credential.headers as { header?: Array<{ name?: string; value?: string }> } | undefined)?.header;
	const named = (rows ?? []).filter((row) => row.name?.trim());
	return Object.fromEntries(named.map((row) => [row.name!.trim(), row.value ?? '']));
}

/**
 * A number of a credential that has to be greater than 0; `usual` counts while it is empty.
 * @throws ServiceError `configuration` if it is none: an expression may return anything
 */
export function numberIn(
	credential: ICredentialDataDecryptedObject,
	name: string,
	usual: number,
	label: string,
): number {
	const given = credential[name] ?? usual;
	const number = typeof given === 'string' && given.trim() === '' ? usual : strictNumber(given);
	if (number !== undefined && number > 0) return number;
	throw new ServiceError('configuration', `${label} in the credential must be a number greater than 0.`, {
		hint: 'Correct it in the credential.',
		effect: 'none',
	});
}

const DAY_MS = 86_400_000;

/**
 * Time-out (at most a day) and bound of a credential's requests, whose fields have the usual names.
 * @throws ServiceError `configuration` as {@link numberIn} does
 */
export function boundsOf(
	credential: ICredentialDataDecryptedObject,
	usualInFlight = 8,
): { timeoutMs: number; maxInFlight: number } {
	return {
		// Node's timers end at once beyond 24 days.
		timeoutMs: Math.min(DAY_MS, numberIn(credential, 'timeout', 60, CONNECTION_LABELS.timeoutMs) * 1000),
		maxInFlight: numberIn(credential, 'maxInFlight', usualInFlight, CONNECTION_LABELS.maxInFlight),
	};
}
