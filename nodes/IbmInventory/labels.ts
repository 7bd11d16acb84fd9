import { CONNECTION_LABELS } from '../../kit/n8n/credentialParts';
import type { Labels } from '../../kit/n8n/nodeErrors';

/** The fields of the credential by the settings of a connection: errors name the one that helps. */
export const LABELS = {
	authentication: 'Authentication',
	endpoint: 'Base URL',
	headers: CONNECTION_LABELS.headers,
	maxInFlight: CONNECTION_LABELS.maxInFlight,
	tenant: 'Tenant ID',
	timeoutMs: CONNECTION_LABELS.timeoutMs,
	'tls.ca': CONNECTION_LABELS['tls.ca'],
} as const satisfies Labels;
